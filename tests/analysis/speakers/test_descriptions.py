"""Whom a definite description means."""

from __future__ import annotations

import pytest

from newscli.analysis.entities.merge import merge
from newscli.analysis.names.described import chief_noun
from newscli.analysis.segment import segment
from newscli.analysis.speakers.descriptions import MAX_HOLDERS, Descriptions
from newscli.analysis.speakers.named_spans import name_at
from newscli.model import Entity, Label, Mention, Span
from tests.support.articles import article_of, titles_of, words_of

NAMES: dict[str, Label] = {
    "Ana Reyes": "PER",
    "Peter Hale": "PER",
    "Ibex Ltd": "ORG",
    "Harbour Board": "ORG",
    "State Board": "ORG",
}


def described(text: str) -> tuple[Descriptions, dict[str, Entity]]:
    article = article_of(text)
    sentences, titles = segment(article), titles_of(article)
    mentions = sorted(
        (
            Mention(Span(at, at + len(name)), label)
            for name, label in NAMES.items()
            for at in starts(text, name)
        ),
        key=lambda mention: mention.span,
    )
    entities = merge(article, sentences, tuple(mentions), titles)
    return Descriptions(words_of(article), name_at(entities), titles), {e.name: e for e in entities}


def starts(text: str, name: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(name, at)]


def meant(text: str, phrase: str) -> list[str]:
    return [entity.name for entity in described(text)[0].of(phrase.split())]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # Before the name, behind it, and around it.
        ("Then Judge Ana Reyes spoke.", "the judge", ["Ana Reyes"]),
        ("Then the veteran striker Ana Reyes spoke.", "The striker", ["Ana Reyes"]),
        ("Ana Reyes, a trout farmer, spoke.", "the farmer", ["Ana Reyes"]),
        ("Ana Reyes, 58, owner of the mill, spoke.", "the owner", ["Ana Reyes"]),
        ("The port's director, Ana Reyes, spoke.", "the director", ["Ana Reyes"]),
        ("Minister for the Islands Ana Reyes spoke.", "the minister", ["Ana Reyes"]),
        ("The clerk of the court Ana Reyes spoke.", "the clerk", ["Ana Reyes"]),
        ("Ibex Ltd, a shipping line, fell.", "the line", ["Ibex Ltd"]),
        # More is told than was said of anybody, or something else.
        ("President Ana Reyes spoke.", "the French president", []),
        ("Vice President Ana Reyes spoke.", "the president", []),
        ("Ana Reyes, head of the school, spoke.", "the head of the bank", []),
        ("Ana Reyes, head of the school, spoke.", "the head of the school", ["Ana Reyes"]),
        ("The former mayor Ana Reyes spoke.", "the former mayor", ["Ana Reyes"]),
        ("Mayor Ana Reyes spoke.", "the former mayor", []),
        # The French president and the German one.
        ("The Turin coach Ana Reyes met the Porto coach Peter Hale.", "the Porto coach", ["Peter Hale"]),
        ("The coach Ana Reyes met the coach Peter Hale.", "the coach", ["Ana Reyes", "Peter Hale"]),
        # What they are of may be shortened to its initials.
        ("Ferry League general secretary Ana Reyes spoke.", "the FL general secretary", ["Ana Reyes"]),
        ("Ferry League general secretary Ana Reyes spoke.", "the HL general secretary", []),
        ("Prime Minister Ana Reyes spoke.", "the PM", ["Ana Reyes"]),
        ("Chief Port Commissioner Ana Reyes spoke.", "the CPC", ["Ana Reyes"]),
        ("The port commissioner Ana Reyes spoke.", "the PC", []),
        # An organisation is also what its name says.
        ("The Harbour Board met.", "the board", ["Harbour Board"]),
        ("The Harbour Board met.", "the port board", []),
        ("Ibex Ltd fell.", "the company", ["Ibex Ltd"]),
        ("He left the ruling Harbour Board.", "the ruling board", ["Harbour Board"]),
        ("He left the ruling Harbour Board.", "the rival board", []),
        ("Ruling by ruling Harbour Board lost.", "the ruling board", []),
        # No descriptions of one.
        ("In the city, Ana Reyes spoke.", "the city", []),
        ("The board told Ana Reyes to stay.", "the told", []),
        ("Judge Ana Reyes spoke.", "a judge", []),
        ("Judge Ana Reyes spoke.", "the judges", []),
        ("Judge Ana Reyes spoke.", "the", []),
    ],
)
def test_a_definite_description_repeats_what_was_told(text: str, phrase: str, expected: list[str]) -> None:
    assert meant(text, phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the prime minister", "Ana Reyes"),
        ("the deputy prime minister", "Peter Hale"),
        ("the PM", "Ana Reyes"),
        ("the DPM", "Peter Hale"),
        ("the FM", None),
        ("the finance minister", None),  # whom the article calls so has another office
        ("a prime minister", None),
        ("the lawyer", None),
    ],
)
def test_an_office_is_held_by_whom_alone_the_article_says_so(phrase: str, expected: str | None) -> None:
    text = "Prime Minister Ana Reyes met Deputy Prime Minister Peter Hale, a lawyer."
    holder = described(text)[0].holder(phrase.split())
    assert (holder and holder.name) == expected


def test_initials_in_brackets_mean_who_is_called_by_them() -> None:
    known, people = described("The Town Chief Executive (TCE) for Ord, Ana Reyes, met.")
    assert known.holder(["the", "TCE"]) == people["Ana Reyes"]


def test_initials_that_are_a_title_show_nobody_to_be_a_woman() -> None:
    descriptions, _ = described("Marlow Senator Peter Hale spoke.")
    assert list(descriptions.genders()) == []


def test_his_lawyer_is_nobody_elses() -> None:
    known, people = described("Ana Reyes spoke. Peter Hale's lawyer, Ana Reyes, spoke.")
    ana, peter = people["Ana Reyes"], people["Peter Hale"]
    assert known.of(["his", "lawyer"], peter) == (ana,)
    assert known.of(["her", "lawyer"], ana) == ()
    assert known.of(["his", "lawyer"]) == (ana,)


@pytest.mark.parametrize(
    ("phrase", "name", "other"),
    [
        ("the union", "Ellery Lines", True),
        ("the council", "Ellery Lines", True),
        ("the union", "Ferry Union", False),
        ("the union", "RMT", False),
        ("the union", "Dockers' Federation", False),
        ("the council", "Dockers' Federation", True),
        ("the bank", "Ellery Lines", False),
        ("the company", "Ellery Lines", False),
        ("the state", "State Energy Board", True),
    ],
)
def test_a_body_is_none_whose_name_lacks_its_noun(phrase: str, name: str, other: bool) -> None:
    text = f"{name} met."
    article = article_of(text)
    body = Entity(name, "ORG", (Span(0, len(name)),), (), 0.5)
    found = Descriptions(words_of(article), name_at([body]), titles_of(article))
    assert found.is_other_body(phrase.split(), body) is other


def test_the_state_is_no_body_whose_name_begins_so() -> None:
    known, bodies = described("The State Board met.")
    assert known.of(["the", "State"]) == ()
    assert known.of(["the", "state", "board"]) == (bodies["State Board"],)


def test_a_body_is_known_by_each_word_of_its_name() -> None:
    known, bodies = described("Ibex Ltd paid the Harbour Board.")
    assert known.bodies_of(["harbour", "town"]) == {bodies["Harbour Board"].mentions[0]}
    assert known.bodies_of(["company"]) == {bodies["Ibex Ltd"].mentions[0]}
    assert not known.bodies_of([])


def test_what_many_are_called_is_nobody() -> None:
    text = " ".join(f"Judge Ana{chr(97 + n)} Reyes{n} spoke." for n in range(MAX_HOLDERS + 1))
    article = article_of(text)
    sentences = segment(article)
    names = [f"Ana{chr(97 + n)} Reyes{n}" for n in range(MAX_HOLDERS + 1)]
    mentions = tuple(Mention(Span(text.index(n), text.index(n) + len(n)), "PER") for n in names)
    judges = name_at(merge(article, sentences, mentions, titles_of(article)))
    assert Descriptions(words_of(article), judges, titles_of(article)).of(["the", "judge"]) == ()


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [("a spokesman for the board", "spokesman"), ("the mayor", "mayor"), ("people who live here", "people")],
)
def test_the_chief_noun_stands_before_what_tells_which(phrase: str, noun: str) -> None:
    words = phrase.split()
    assert words[chief_noun(words)] == noun


@pytest.mark.parametrize(
    ("phrase", "excluded"),
    [
        ("its secretary", True),
        ("its minister", False),  # as the article calls her
        ("the secretary", False),
        ("her secretary", False),
    ],
)
def test_somebody_of_a_body_is_who_is_called_that(phrase: str, excluded: bool) -> None:
    article = article_of("Prime Minister Ann Roe left. The growers' union is for it.")
    roe = Entity("Ann Roe", "PER", (Span(15, 22),), (), 0.5)
    found = Descriptions(words_of(article), name_at([roe]), titles_of(article))
    assert found.excludes(phrase.split(), roe) is excluded


def test_a_union_is_not_excluded_by_a_description_of_people() -> None:
    body = Entity("Ferry Union", "ORG", (Span(0, 11),), (), 0.5)
    article = article_of("Ferry Union met.")
    found = Descriptions(words_of(article), name_at([body]), titles_of(article))
    assert not found.excludes(["its", "authors"], body)
    assert found.excludes(["the", "council"], body)
    assert not found.excludes([], body)


@pytest.mark.parametrize(
    ("phrase", "excluded"),
    [("the prime minister", True), ("the deputy prime minister", False), ("the lawyer", False)],
)
def test_a_deputy_is_not_whom_the_office_means(phrase: str, excluded: bool) -> None:
    text = "Deputy Prime Minister Ann Roe left."
    article = article_of(text)
    roe = Entity("Ann Roe", "PER", (Span(22, 29),), (), 0.5)
    found = Descriptions(words_of(article), name_at([roe]), titles_of(article))
    assert found.contradicts(phrase.split(), roe) is excluded


def test_somebody_of_a_body_may_be_who_is_called_nothing_else() -> None:
    article = article_of("The penguin died, its keeper said. Ann Roe had looked after the bird.")
    start = article.text.index("Ann Roe")
    roe = Entity("Ann Roe", "PER", (Span(start, start + 7),), (), 0.5)
    found = Descriptions(words_of(article), name_at([roe]), titles_of(article))
    assert not found.excludes(["its", "keeper"], roe)
