"""What people read: titles, notes, counts, and the words of an article without its markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from newscli.model import LABELS, Analysis, Article, Entity, Label, Quote, Span
from newscli.render import View

# The views that a report is made of, in its order.
PARTS: Final[tuple[View, ...]] = ("summary", "quotes", "entities", "keywords")
TITLES: Final[Mapping[View, str]] = {
    "summary": "Summary",
    "quotes": "Quotes",
    "entities": "Names",
    "keywords": "Keywords",
}

NOTHING: Final[Mapping[View, str]] = {
    "summary": "Nothing to summarise.",
    "quotes": "No quotes found.",
    "entities": "No names found.",
    "keywords": "No keywords found.",
}

UNKNOWN: Final = "—"
# Between pieces of a cue that stand apart.
APART: Final = " … "
NO_SPEAKER: Final = "No speaker named"
GROUPS: Final[dict[Label, str]] = {
    "PER": "People",
    "ORG": "Organisations",
    "LOC": "Places",
    "MISC": "Other names",
}


def words_of(article: Article, spans: Sequence[Span]) -> str:
    """Return the words of the spans, joined by a space."""
    return " ".join(span.of(article.text) for span in spans)


def readable(article: Article, *spans: Span) -> str:
    """Return the words of the spans without the article's markup: "**so**" reads "so"."""
    if article.prose is article.text:
        return words_of(article, spans)
    kept = (zip(span.of(article.text), span.of(article.prose), strict=True) for span in spans)
    return " ".join("".join(char for char, prose in pairs if char == prose) for pairs in kept)


def body_words(article: Article) -> int:
    """Return the number of words in the body, as white space parts them and ``wc -w`` counts."""
    return sum(len(span.of(article.prose).split()) for span in article.spans("body"))


def by_speaker(analysis: Analysis) -> list[Quote]:
    """Return the quotes grouped by speaker: in order of first appearance, unknown speakers last."""
    groups: dict[str | None, list[Quote]] = {}
    for quote in analysis.quotes:
        groups.setdefault(quote.speaker, []).append(quote)
    unknown = groups.pop(None, [])
    return [quote for group in (*groups.values(), unknown) for quote in group]


def surest(quotes: Sequence[Quote], limit: int) -> list[Quote]:
    """Return the quotes of highest confidence, in text order."""
    return sorted(sorted(quotes, key=lambda quote: -quote.confidence)[:limit], key=lambda quote: quote.id)


def quoted_again(analysis: Analysis) -> list[str]:
    """Return the speakers who have more than one quote, in order of first appearance."""
    quotes = Counter(quote.speaker for quote in analysis.quotes)
    return [speaker for speaker, number in quotes.items() if speaker and number > 1]


def size_of_quotes(article: Article, quotes: Sequence[Quote]) -> str:
    """Return the number of quotes and of the words in them, as white space parts them."""
    words = sum(len(span.of(article.prose).split()) for quote in quotes for span in quote.spans)
    return f"{len(quotes)} quote{'s' * (len(quotes) != 1)} · {words} word{'s' * (words != 1)}"


def speaker_or_source(article: Article, quote: Quote) -> str:
    """Return the speaker; if the article names none, its own words for the source in parentheses."""
    if quote.speaker or not quote.mention:
        return quote.speaker or UNKNOWN
    return f"({readable(article, quote.mention)})"


def quote_notes(quote: Quote) -> list[str]:
    """Return what a quote does not show by itself: a direct one has its marks, the others need a word.

    Nor does a list show what was not said, or is only asked or possible.
    """
    notes = (quote.kind, quote.act, quote.status)
    return [note for note in notes if note not in {"direct", "speech", "said"}]


def name_groups(entities: Sequence[Entity]) -> list[tuple[str, list[Entity]]]:
    """Return the entities of each label under its title, in the order given; empty groups are left out."""
    groups = ((GROUPS[label], [e for e in entities if e.label == label]) for label in LABELS)
    return [(title, group) for title, group in groups if group]


# What a table of entities ends with: why they stand in this order, and what it leaves out.
ORDER: Final = "First stand those that the article is most about."


def left_out(others: int) -> str:
    """Return how many other names a table does not show, and how to see them."""
    return f"{others} other name{'s' * (others != 1)}: --all" if others else ""


def further_aliases(entity: Entity) -> list[str]:
    """Return the aliases that are more than the name in other letters, "PORT ELLERY" for one."""
    return [alias for alias in entity.aliases if alias.casefold() != entity.name.casefold()]
