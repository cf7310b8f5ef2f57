"""Whom a source certainly does not mean: "his lawyer" for him, "asked by Roe, he said" for Roe.

"An aide to the president, Ann Roe," is not Roe, nor is who "has sued Roe".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newscli.analysis.names.described import is_person
from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.speakers.noun_phrases import is_beneath
from newscli.analysis.speakers.pronouns import Antecedents
from newscli.analysis.words import SentenceWords
from newscli.english.clauses import AUXILIARIES, BE_FORMS, PAST_FORMS
from newscli.english.pronouns import GENDER_OF_PRONOUN, POSSESSIVE_PRONOUNS
from newscli.english.titles import HONORIFICS
from newscli.model import Article, Entity, Span
from newscli.spans import SpanIndex

# "Has repeatedly sued ", "is suing ".
MAX_VERB_CHARS: Final = 30
_ACTS: Final = AUXILIARIES | PAST_FORMS | {"tells", "told"}
# "The winner was Ann Roe", "a man named Roe".
_IS_CALLED: Final = BE_FORMS | {"as", "became", "by", "called", "dubbed", "including", "like", "named"}


class Barred:
    """Finds whom the sources of an article cannot mean, asked for in text order."""

    def __init__(
        self,
        article: Article,
        words: Sequence[SentenceWords],
        named: NamedSpans,
        descriptions: Descriptions,
        antecedents: Antecedents,
    ) -> None:
        self._prose, self._words, self._named = article.prose, words, named
        self._descriptions, self._antecedents = descriptions, antecedents
        self._blocks = SpanIndex(block.span for block in article.blocks)
        self._sentences = SpanIndex(sentence.sentence.span for sentence in words)
        self._led: tuple[Entity, Span] | None = None  # whom the last pronoun cannot mean, and the pronoun

    def by(self, mention: Span) -> Entity | None:
        """Return whom a source cannot mean by its words or its clause, None if that says nothing."""
        return self._owner(mention) or self._superior(mention) or self._led_by(mention)

    def _superior(self, mention: Span) -> Entity | None:
        """Return who is named right behind "an aide to the president,"."""
        if not is_beneath(mention.of(self._prose)):
            return None
        behind = self._named.within(Span(mention.end, mention.end + len(", ") + 1))
        return behind[0][1] if behind else None

    def object_of(self, mention: Span) -> Entity | None:
        """Return to whom a source does something: "the regulator has sued Roe, claiming"."""
        behind = self._named.within(Span(mention.end, mention.end + MAX_VERB_CHARS))
        verb = self._prose[mention.end : behind[0][0].start].split() if behind else []
        if verb and verb[-1].rstrip(".").lower() in HONORIFICS:  # "told Mr Roe"
            verb.pop()
        if not verb or not all(word.isalpha() and word.islower() for word in verb):
            return None
        acts = verb[0] in _ACTS or verb[0].endswith("ed")
        return behind[0][1] if acts and verb[-1] not in _IS_CALLED else None

    def _owner(self, mention: Span) -> Entity | None:
        """Return whom "his" means: "his lawyer" is not the one whose lawyer that is."""
        words = mention.of(self._prose).lower().split()
        if not words or words[0] not in POSSESSIVE_PRONOUNS or not is_person(words[-1].rpartition("-")[2]):
            return None
        owner = self._antecedents.of(words[0], mention.start)
        is_called_so = owner in self._descriptions.called(words[-1]) if owner is not None else False
        return None if is_called_so else owner

    def _led_by(self, mention: Span) -> Entity | None:
        """Return who does what a sentence opens with to its subject, a pronoun: "Asked by Roe, he said".

        The pronouns behind it in its paragraph are not that person either, until he is named again.
        """
        if mention.of(self._prose).lower() not in GENDER_OF_PRONOUN:
            return None
        led_by = self._leader(mention)
        if led_by is None and self._led is not None:
            entity, last = self._led
            between = self._named.within(Span(last.end, mention.start)) if last.end < mention.start else ()
            same = self._blocks.before(last.start) == self._blocks.before(mention.start)
            led_by = entity if same and all(other is not entity for _, other in between) else None
        self._led = (led_by, mention) if led_by is not None else None
        return led_by

    def _leader(self, mention: Span) -> Entity | None:
        """Return who is named behind the "by" of a participle that opens the sentence of a pronoun."""
        at = self._sentences.before(mention.start)
        words = self._words[at].lower if at is not None else ()
        if at is None or not words[0].endswith(("ed", "en", "told")) or "by" not in words:
            return None
        by = self._words[at].spans[words.index("by")]
        led = self._named.within(Span(by.end, mention.start)) if by.end < mention.start else ()
        return led[0][1] if led and led[0][1].label == "PER" else None
