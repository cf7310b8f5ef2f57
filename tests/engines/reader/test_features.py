from __future__ import annotations

import pytest

from newscli.engines.reader.features import CASES, PLACES, QUOTED, SHAPES, Quoted, cases, places, quoted
from newscli.english.capitals import Style, shape
from newscli.model import Role, Sentence, Span


@pytest.mark.parametrize(
    ("sentence", "style"),
    [
        ("Mayor Anna Lindqvist reopened the old harbour wall on Monday .", Style.PLAIN),
        ("Mayor Reopens Old Harbour Wall in Ellery", Style.HEADLINE),
        ("MAYOR REOPENS HARBOUR WALL", Style.HEADLINE),
        ("mayor reopens harbour wall lol", Style.BARE),
        ("Anna Lindqvist , mayor", Style.PLAIN),
    ],
)
def test_a_case_shows_the_style_of_the_sentence_too(sentence: str, style: Style) -> None:
    words = sentence.split()
    assert cases(words) == [style * SHAPES + shape(word) for word in words]
    assert max(cases(words)) < CASES


def sentence(index: int, block: int, role: Role, *tokens: tuple[int, int]) -> Sentence:
    spans = tuple(Span(*token) for token in tokens)
    return Sentence(index, block, role, Span(spans[0].start, spans[-1].end), spans)


def test_places_show_starts_of_blocks_and_sentences_and_headlines() -> None:
    article = [
        sentence(0, 0, "headline", (0, 4), (5, 9)),
        sentence(1, 1, "byline", (10, 12)),
        sentence(2, 2, "body", (14, 16), (17, 18)),
        sentence(3, 2, "body", (19, 21), (22, 23)),
    ]
    found = list(places(article))
    assert found == [5, 3, 8, 2, 0, 1, 0]
    assert max(found) < PLACES


def test_words_are_outside_inside_or_marks_of_a_quotation() -> None:
    #        “We go,” she said.
    spans = [
        Span(0, 1),
        Span(1, 3),
        Span(4, 6),
        Span(6, 7),
        Span(7, 8),
        Span(9, 12),
        Span(13, 17),
        Span(17, 18),
    ]
    found = quoted(spans, [(Span(0, 8), Span(1, 7))])
    assert found[:5] == [Quoted.OPENING, Quoted.INSIDE, Quoted.INSIDE, Quoted.INSIDE, Quoted.CLOSING]
    assert set(found[5:]) == {Quoted.OUTSIDE}


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_unclosed() -> None:
    spans = [Span(0, 3), Span(4, 5), Span(5, 7), Span(8, 10)]
    found = quoted(spans, [(Span(4, 10), Span(5, 10))])
    assert found == [Quoted.OUTSIDE, Quoted.OPENING, Quoted.UNCLOSED, Quoted.UNCLOSED]
    assert max(found) < QUOTED
