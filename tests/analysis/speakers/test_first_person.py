"""Who says "I"."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.first_person import Talk, named_by_line
from newscli.analysis.speakers.speaker import Speaker
from newscli.model import Entity, Quote, Span
from tests.support.annotations import places
from tests.support.articles import article_of

TEXT = "“I told Roe ‘go’,” said Lind. I saw it."


def talk(sureness: float) -> Talk:
    quotation = Quote(1, "direct", (Span(0, TEXT.index(" said")),), (), None, None, "speech", 0.9)
    return Talk(article_of(TEXT), [quotation], {1: Speaker("Otto Lind", sureness=sureness)})


def test_an_i_in_a_quotation_is_who_says_it() -> None:
    inside, outside = places(TEXT, "I")
    found = talk(0.9).speaker(inside)
    assert found is not None
    assert found.name == "Otto Lind"
    assert not talk(0.9).is_author(inside)
    assert talk(0.9).is_author(outside)
    assert talk(0.9).speaker(outside) is None


@pytest.mark.parametrize(("sureness", "expected"), [(0.9, True), (0.5, False)])
def test_it_is_certain_where_there_is_little_doubt_who_says_the_quotation(
    sureness: float, *, expected: bool
) -> None:
    inside, outside = places(TEXT, "I")
    speaker = Speaker("Otto Lind", sureness=sureness)
    assert talk(sureness).is_certain(inside, speaker) == expected
    assert not talk(sureness).is_certain(outside, speaker)


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        (Speaker("Ferry Board", Entity("Ferry Board", "ORG", (Span(0, 11),), (), 0.5), "name", 0.1), True),
        (
            Speaker("Ferry Board", Entity("Ferry Board", "ORG", (Span(0, 11),), (), 0.5), "description", 0.1),
            False,
        ),
        (Speaker("Otto Lind", Entity("Otto Lind", "PER", (Span(0, 9),), (), 0.5), "name", 0.9), False),
    ],
)
def test_the_we_of_a_body_is_the_body(speaker: Speaker, *, expected: bool) -> None:
    text = "“As we have said, it is over,” the Ferry Board said."
    quotation = Quote(1, "direct", (Span(0, text.index(" the")),), (), None, None, "speech", 0.9)
    (we,) = places(text, "we")
    assert Talk(article_of(text), [quotation], {1: speaker}).is_certain(we, speaker) == expected


STATEMENT = "I shall say more in due course."


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Statement from the Office of the Mayor – Ann Roe", "Ann Roe"),
        ("Full statement by Gov. Ann Roe:", "Ann Roe"),
        ("Ann Roe makes a statement", None),
        ("A statement from Ann Roe is due on Friday.", None),  # a sentence of the story
        ("Joint statement by Ann Roe and Otto Lind", None),  # whose "I" is nobody's
    ],
)
def test_an_i_below_the_heading_of_a_statement_is_whose_statement_it_is(
    heading: str, expected: str | None
) -> None:
    article = article_of("The mayor spoke.", heading, STATEMENT)
    people = [
        Entity(name, "PER", (places(article.prose, name)[0],), (), 0.5)
        for name in ("Ann Roe", "Otto Lind")
        if name in heading
    ]
    found = Talk(article, [], {}, people).speaker(places(article.prose, "I")[-1])
    assert (found and found.name) == expected


def test_an_i_above_a_statement_is_the_author() -> None:
    article = article_of("I saw it.", "Statement by Ann Roe", STATEMENT)
    roe = Entity("Ann Roe", "PER", (places(article.prose, "Ann Roe")[0],), (), 0.5)
    assert Talk(article, [], {}, [roe]).speaker(places(article.prose, "I")[0]) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [("Ann Roe, science editor", "Ann Roe"), ("our own staff", None), ("Ann Roe and Tom Ash", None)],
)
def test_a_byline_names_one_person(line: str, name: str | None) -> None:
    assert named_by_line(line) == name
