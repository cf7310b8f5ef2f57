"""Who has which part in a trial."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.trial import parts
from newscli.model import Entity
from tests.support.annotations import places
from tests.support.articles import article_of, words_of


def nouns_of(text: str) -> set[str]:
    """Return the nouns that mean Ann Roe."""
    roe = Entity("Ann Roe", "PER", tuple(places(text, "Ann Roe")), (), 0.5)
    return {noun for _, noun in parts(words_of(article_of(text)), name_at([roe]))}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Ann Roe denies theft.", "defendant"),
        ("Ann Roe, 33, of Quay Road, Aldby, denies murder.", "defendant"),
        ("Ann Roe, 33, pleaded not guilty on Monday.", "accused"),
        ("Ann Roe KC, prosecuting, said the bell was in his shed.", "prosecution"),
        ("Prosecuting, Ann Roe said the bell was in his shed.", "prosecutor"),
        ("Ann Roe, for the defence, said he was sorry.", "defence"),
        ("Ann Roe KC, defending, said he was sorry.", "defense"),
    ],
)
def test_a_report_says_who_has_which_part(text: str, noun: str) -> None:
    assert noun in nouns_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe denies that the bridge is unsafe.",
        "Ann Roe said the driver denies theft.",
        "Ann Roe voted for the crown to be sold, prosecuting nobody.",
        "Ann Roe left for the defence ministry's party in May.",
    ],
)
def test_other_sentences_give_nobody_a_part(text: str) -> None:
    assert not nouns_of(text)
