"""Speakers: who the sources of quotes are, by name, alias, description and pronoun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newscli.analysis.names.titles import TitleReader
from newscli.analysis.speakers.confidence import confidence
from newscli.analysis.speakers.dialogue import alternating
from newscli.analysis.speakers.first_person import Talk
from newscli.analysis.speakers.referents import Referents
from newscli.analysis.speakers.repeated import repeated
from newscli.analysis.speakers.resolver import SpeakerResolver
from newscli.analysis.speakers.source_types import source_type
from newscli.analysis.speakers.speaker import Speaker
from newscli.analysis.words import SentenceWords
from newscli.engines.reader.annotations import Annotations
from newscli.model import Article, Entity, Quote, Span


def resolve(
    article: Article,
    words: Sequence[SentenceWords],
    quotes: Sequence[Quote],
    entities: Sequence[Entity],
    titles: TitleReader,
    annotations: Annotations,
) -> tuple[Quote, ...]:
    """Name the speaker of each quote.

    Args:
        article: The article.
        words: All its sentences.
        quotes: In text order, without speakers.
        entities: Those of headline, dateline and body.
        titles: The titles before names.
        annotations: What the reader found: it points to whom each source means and who says each content.

    Returns:
        The same quotes with ``speaker``: the entity's name if the source is one or stands for one, or if
        there is no source and the reader sees whose words these are, with the entity's index as ``entity``;
        the source's own words if it is a description ("a police spokeswoman"); None if nothing explains
        it. "I" and "we" inside a quotation are its speaker, "I" outside is the author. Indirect quotes have
        their ``referents``.
        ``confidence`` is multiplied by the chance that the speaker is right. Linear in the text's length.
    """
    resolver = SpeakerResolver(article, words, quotes, entities, titles, annotations)
    speakers = _speakers(resolver, article, quotes, entities)
    index = {entity.mentions[0]: number for number, entity in enumerate(entities)}
    referents = Referents(
        article.prose, annotations.pronouns, resolver.pointed, resolver.named, resolver.genders
    )
    return tuple(
        referents.named_in(_spoken(article.prose, quote, speaker, index))
        for quote, speaker in zip(quotes, speakers, strict=True)
    )


def find_speakers(
    article: Article,
    words: Sequence[SentenceWords],
    quotes: Sequence[Quote],
    entities: Sequence[Entity],
    titles: TitleReader,
    annotations: Annotations,
) -> tuple[Speaker, ...]:
    """Return the speaker of each quote; the arguments are those of ``resolve``."""
    resolver = SpeakerResolver(article, words, quotes, entities, titles, annotations)
    return _speakers(resolver, article, quotes, entities)


def _speakers(
    resolver: SpeakerResolver, article: Article, quotes: Sequence[Quote], entities: Sequence[Entity]
) -> tuple[Speaker, ...]:
    in_order = sorted(quotes, key=lambda quote: (quote.mention or quote.spans[0], quote.id))
    in_talk = {quote.id for quote in in_order if resolver.is_of_the_talk(quote)}
    speakers = {quote.id: resolver.speaker(quote) for quote in in_order if quote.id not in in_talk}
    speakers |= dict(alternating(article, quotes, speakers))
    talk = Talk(article, quotes, speakers, entities)
    speakers |= {quote.id: resolver.in_talk(quote, talk) for quote in in_order if quote.id in in_talk}
    speakers |= dict(repeated(article, quotes, speakers))
    return tuple(speakers[quote.id] for quote in quotes)


def _spoken(prose: str, quote: Quote, speaker: Speaker, index: Mapping[Span, int]) -> Quote:
    """Return a quote with its speaker."""
    entity = speaker.entity
    mention = quote.mention.of(prose) if quote.mention else ""
    return replace(
        quote,
        speaker=speaker.name,
        entity=index[entity.mentions[0]] if entity else None,
        source_type=source_type(speaker.name, entity, mention),
        description=entity.description if entity else None,
        confidence=round(quote.confidence * confidence(speaker.form, speaker.sureness), 4),
    )
