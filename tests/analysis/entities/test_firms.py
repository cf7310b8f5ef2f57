"""Firms that are called after two people."""

from __future__ import annotations

import pytest

from newscli.analysis.entities.firms import with_firms
from newscli.model import LABELS
from tests.support.marked import read_marked, sightings_of


def names(marked: str) -> list[tuple[str, bool]]:
    """Return the names of a marked text, and whether each is certainly an organisation."""
    text, mentions, _ = read_marked(marked)
    found = with_firms(text, sightings_of(mentions))
    return [(one.span.of(text), one.chances[LABELS.index("ORG")] == 1.0) for one in found]


@pytest.mark.parametrize(
    "marked",
    [
        "[Harper|PER] & [Boyle|PER] rose.",
        "[Harper|PER] & Boyle rose.",
        "Harper & [Boyle|PER] rose.",
        "[Harper|PER] &\n[Boyle|PER]'s shares rose.",
    ],
)
def test_names_on_both_sides_of_an_ampersand_are_one_firm(marked: str) -> None:
    ((name, is_firm),) = names(marked)
    assert (name.split(), is_firm) == (["Harper", "&", "Boyle"], True)


def test_three_partners_are_one_firm() -> None:
    assert names("[Orr|PER] & [Hale|PER] & [Lund|PER] won.") == [("Orr & Hale & Lund", True)]


@pytest.mark.parametrize(
    "text",
    [
        "[Orr|PER] and [Hale|PER]",
        "Q & A with [Hale|PER]",
        "[Orr|PER] & co, [Hale|PER]",
        "[Aldby|LOC] & [Ord|LOC]",
        "[Orr|PER] & [Hale|PER] (2012)",
        "([Orr|PER] & [Hale|PER], 1999)",
    ],
)
def test_other_names_stay_apart(text: str) -> None:
    assert not any(is_firm for _, is_firm in names(text))
