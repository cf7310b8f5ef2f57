"""Who is in focus at a source."""

from __future__ import annotations

from newscli.analysis.speakers.focus import Focus, Focuses
from newscli.analysis.speakers.named_spans import name_at
from newscli.model import Entity, Quote, Span
from newscli.spans import SpanIndex
from tests.support.annotations import places
from tests.support.articles import article_of, words_of


def focus_at(text: str, source: str, quoted: str = "") -> Focus:
    """Return who is in focus at the first place of a source; what is quoted is one direct quotation."""
    people = [
        Entity(name, "PER", tuple(places(text, name)), (), 0.5)
        for name in ("Roe", "Ash", "Hale")
        if name in text
    ]
    article = article_of(*text.split("\n\n"))
    start = text.index(source)
    marks = SpanIndex(places(text, quoted)[:1] if quoted else ())
    focuses = Focuses(article, words_of(article), name_at(people), marks)
    quote = Quote(1, "indirect", (Span(start, len(text)),), (), None, None, "speech", 0.9)
    return focuses.at(start, quote, lambda entity: entity.name != "Hale")


def names(focus: Focus) -> tuple[str | None, str | None]:
    return tuple(one.name if one else None for one in (focus.nearest, focus.subject))  # type: ignore[return-value]


def test_the_nearest_is_the_last_one_who_fits() -> None:
    assert names(focus_at("Roe met Ash and Hale. Then he left.", "he")) == ("Ash", "Roe")


def test_who_is_named_in_a_quotation_is_not_in_focus() -> None:
    assert names(focus_at("Roe smiled. “Ash is late.” He left.", "He", "“Ash is late.”")) == ("Roe", None)


def test_the_subject_of_the_paragraph_before_is_none_here() -> None:
    assert names(focus_at("Roe met Ash.\n\nHe left.", "He")) == ("Ash", None)
