"""Whom a source names."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.named_sources import NamedSources
from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.spellings import Spellings
from newscli.model import Entity, Label
from tests.support.annotations import places
from tests.support.articles import article_of, titles_of, words_of

NAMES: dict[str, Label] = {
    "Ann Roe": "PER",
    "Ferry Board": "ORG",
    "Aldby": "LOC",
    "Republican": "MISC",
    "Republicans": "MISC",
}


def finder(text: str) -> NamedSources:
    entities = [
        Entity(name, label, tuple(places(text, name)), (), 0.5)
        for name, label in NAMES.items()
        if name in text.replace(",", " ").replace(".", " ").split() or (" " in name and name in text)
    ]
    article, at = article_of(text), name_at(entities)
    descriptions = Descriptions(words_of(article), at, titles_of(article))
    return NamedSources(article.prose, at, Spellings(entities, {}), descriptions)


def named(text: str, source: str) -> str | None:
    found = finder(text).of(places(text, source)[0], source)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Ann Roe said no.", "Ann Roe", "Ann Roe"),
        ("Lt. Col. (ret.) Ann Roe said no.", "Lt. Col.", "Ann Roe"),
        ("Rear Adm. (Ret) Ann Roe said no.", "Rear Adm.", "Ann Roe"),
        ("The clerk (ret.) Ann Roe said no.", "The clerk", None),
        ("A spokesman for the Ferry Board said no.", "A spokesman for the Ferry Board", "Ferry Board"),
        ("A spokesman for Aldby said no.", "A spokesman for Aldby", "Aldby"),
        ("A spokesman for the Aldby prosecutor said no.", "A spokesman for the Aldby prosecutor", None),
        (
            "A spokesman for a firm that bought the Ferry Board said no.",
            "A spokesman for a firm that bought the Ferry Board",
            None,
        ),
        ("A report by Ann Roe said no.", "A report by Ann Roe", "Ann Roe"),
        (
            "An email from Ferry Board clerk Ann Roe said no.",
            "An email from Ferry Board clerk Ann Roe",
            "Ann Roe",
        ),
        ("A letter from friends of Ann Roe said no.", "A letter from friends of Ann Roe", None),
        ("A report by Ann Roe's lawyer said no.", "A report by Ann Roe's lawyer", None),
        ("A threat from Ann Roe said no.", "A threat from Ann Roe", None),
        ("The Republican said no.", "The Republican", None),
        ("Republicans said no.", "Republicans", "Republicans"),
    ],
)
def test_a_source_names_somebody(text: str, source: str, expected: str | None) -> None:
    assert named(text, source) == expected


def test_a_spokeswoman_who_has_a_name_is_no_voice_of_her_body() -> None:
    text = "Ferry Board spokeswoman Ann Roe left. The Ferry Board spokeswoman said no."
    assert named(text, "The Ferry Board spokeswoman") == "Ann Roe"
    text = "Harbour spokeswoman Ann Roe left. The Ferry Board spokeswoman said no."
    assert named(text, "The Ferry Board spokeswoman") == "Ferry Board"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Families blame the Saudi government, which denied it.", "the Saudi government"),
        ("Families blame the long winter, which came early.", None),
        ("Roe was sued by a make-up artist who claimed it.", "a make-up artist"),
        ("Roe blames the Saudi authorities, who denied it.", "the Saudi authorities"),
        ("He spoke to Roe's relatives, who asked why.", "Roe's relatives"),
        ("He met Ann Roe, now the chief clerk, who denied it.", None),
        ("Ann Roe is a lawyer who says so.", None),
        ("He met one of the lawyers who say so.", None),
        ("He met the man in a coat who said so.", None),
        ("He met the man of the lawyer who said so.", None),
    ],
)
def test_a_relative_pronoun_follows_somebody_without_a_name(text: str, expected: str | None) -> None:
    word = "which" if "which" in text else "who"
    assert finder(text).unnamed_before(places(text, word)[0], word) == expected
