"""Who says what a headline or a pull quote lifts out of the story, from quotes made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscli.analysis.speakers.repeated import repeated
from newscli.analysis.speakers.speaker import Speaker
from newscli.model import Article, Kind, Quote, Role, Span
from tests.support.articles import laid_out

ROE, ASH = Speaker("Ann Roe", form="name"), Speaker("Jon Ash", form="name")
STORY = "“No wall is perfect, and nobody ever claimed that it was,” said Roe."


def quote(article: Article, number: int, content: str, *, told: bool, within: int | None = None) -> Quote:
    """Return the quote whose content stands last in an article; one that is told has a cue."""
    start = article.text.rindex(content)
    cue = (Span(start - 2, start - 1),) if told else ()
    kind: Kind = "direct" if content[0] in "“‘" else "indirect"
    return Quote(
        number, kind, (Span(start, start + len(content)),), cue, None, None, "speech", 0.9, within=within
    )


def lifted(role: Role, text: str, content: str, known: Speaker | None = None) -> Speaker | None:
    """Return who says a content of a block above what Ann Roe says; None if that is left as it was."""
    article = laid_out((role, text), ("body", STORY))
    quotes = [
        quote(article, 1, content, told=False),
        quote(article, 2, "“No wall is perfect, and nobody ever claimed that it was,”", told=True),
    ]
    speakers = {2: ROE} | ({1: known} if known else {})
    return dict(repeated(article, quotes, speakers)).get(1)


@pytest.mark.parametrize("role", ["headline", "subhead", "deck"])
def test_a_headline_s_quotation_is_by_whom_the_story_has_it(role: Role) -> None:
    assert lifted(role, "‘No wall is perfect’", "‘No wall is perfect’") == ROE
    assert lifted(role, "Chief warns: ‘No wall is perfect’", "‘No wall is perfect’", Speaker("Chief")) == ROE


@pytest.mark.parametrize(
    "text",
    [
        "“No wall is perfect, and nobody claimed that it was”",  # "ever" is left out
        "16.20 “No wall is perfect, and nobody ever claimed”",  # the time of a live report
    ],
)
def test_so_is_a_paragraph_that_nobody_is_told_to_say(text: str) -> None:
    assert lifted("body", text, text[text.index("“") :], ASH._replace(form="none")) == ROE


def test_a_headline_that_names_its_source_is_his() -> None:
    assert lifted("headline", "Ash: ‘No wall is perfect’", "‘No wall is perfect’", ASH) is None


@pytest.mark.parametrize(
    ("role", "text", "content"),
    [
        ("headline", "‘No dam is perfect’", "‘No dam is perfect’"),  # other words
        ("headline", "A ‘perfect’ wall", "‘perfect’"),  # one word may be anybody's
        ("headline", "No wall is perfect", "No wall is perfect"),  # without marks
        ("body", "“No wall.”", "“No wall.”"),  # too short for a pull quote
        ("body", "The flood came. “No wall is perfect.”", "“No wall is perfect.”"),  # said there
    ],
)
def test_what_may_be_said_by_another_is_left_alone(role: Role, text: str, content: str) -> None:
    assert lifted(role, text, content) is None


@pytest.mark.parametrize(("within", "expected"), [(3, ASH), (None, None)])
def test_words_that_two_say_are_of_the_inner_one_or_of_nobody(
    within: int | None, expected: Speaker | None
) -> None:
    article = laid_out(
        ("headline", "‘A quiet farce’"), ("body", "Roe said Ash had called it “a quiet farce”.")
    )
    quotes = [
        quote(article, 1, "‘A quiet farce’", told=False),
        quote(article, 2, "“a quiet farce”", told=True, within=within),
        replace(quote(article, 3, "Ash had called it “a quiet farce”", told=True), kind="mixed"),
    ]
    assert dict(repeated(article, quotes, {2: ASH, 3: ROE})).get(1) == expected


@pytest.mark.parametrize(
    ("said", "expected"), [("it was “more likely” now", ROE), ("it was more likely now", None)]
)
def test_two_words_are_of_whom_the_story_quotes(said: str, expected: Speaker | None) -> None:
    article = laid_out(("headline", "Floods ‘more likely’"), ("body", f"Roe said {said}."))
    told = quote(article, 2, said, told=True)
    kind: Kind = "mixed" if "“" in said else "indirect"
    quotes = [quote(article, 1, "‘more likely’", told=False), replace(told, kind=kind)]
    assert dict(repeated(article, quotes, {2: ROE})).get(1) == expected
