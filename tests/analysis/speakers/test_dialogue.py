"""Who speaks in a dialogue, from quotes made by hand."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.dialogue import alternating
from newscli.analysis.speakers.speaker import Speaker
from newscli.model import Quote, Span
from tests.support.articles import article_of

OPENS, CLOSES = "“You left the gate open,” said Roe.", "“She reads, too,” said Ash."


def turns(*paragraphs: str) -> list[str | None]:
    """Return who speaks in each paragraph, None where nobody is found; a name behind "said" is known."""
    article = article_of(*paragraphs)
    quotes, known = [], {}
    for number, block in enumerate(article.blocks, start=1):
        words, said, name = block.span.of(article.text).partition(" said ")
        if words.startswith("“"):
            content = Span(block.span.start, block.span.start + len(words))
            mention = Span(content.end + len(said), block.span.end - 1) if said else None
            quotes.append(Quote(number, "direct", (content,), (), mention, None, "speech", 0.9))
            if said:
                known[number] = Speaker(name.rstrip("."))
    found = dict(alternating(article, quotes, known))
    return [found[n].name if n in found else None for n in range(1, len(paragraphs) + 1)]


def test_two_who_are_named_at_both_ends_speak_by_turns() -> None:
    assert turns(OPENS, "“I shut it.”", "“Then the goat has learned a trick.”", CLOSES) == [
        None,
        "Ash",
        "Roe",
        None,
    ]


@pytest.mark.parametrize(
    "between",
    [
        ("“I shut it.”",),  # one of them speaks twice
        ("“I shut it.”", "The goat looked up.", "“It did not.”"),
        ("“I shut it.”", "“No.”", "“Yes.”"),
    ],
)
def test_where_turns_cannot_alternate_nothing_is_known(between: tuple[str, ...]) -> None:
    assert set(turns(OPENS, *between, CLOSES)) == {None}


def test_one_who_goes_on_over_paragraphs_talks_to_nobody() -> None:
    assert set(turns(OPENS, "“I shut it.”", "“Twice.”", "“It was late,” said Roe.")) == {None}


def test_an_answer_that_is_another_s_opens_turns_that_alternate() -> None:
    article = article_of(OPENS, "“I shut it.”", "“You did not.”", "“I did.”", "The goat looked up.")
    quotes = [
        Quote(number, "direct", (block.span,), (), None, None, "speech", 0.9)
        for number, block in enumerate(article.blocks[:4], start=1)
    ]
    first = Span(0, article.text.index(" said"))
    mention = Span(first.end + 6, first.end + 9)
    quotes[0] = Quote(1, "direct", (first,), (), mention, None, "speech", 0.9)
    known = {1: Speaker("Roe"), 2: Speaker("Ash"), 3: Speaker("Ash"), 4: Speaker("Ash")}
    found = {number: speaker.name for number, speaker in alternating(article, quotes, known)}
    assert found == {2: "Ash", 3: "Roe", 4: "Ash"}
    known[2] = Speaker("Roe")
    assert not dict(alternating(article, quotes, known))
