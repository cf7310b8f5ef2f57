"""The columns of each view, and the words of a cell."""

from __future__ import annotations

import pytest

from newscli.model import Span
from newscli.render import Looks, View
from newscli.render.columns import Passage, cell, count, view_table
from tests.support.port_ellery import VIEWS, reading


@pytest.mark.parametrize("looks", [Looks(), Looks(scores=True, mentions=True, by_speaker=True, several=True)])
@pytest.mark.parametrize("view", VIEWS)
def test_what_is_shown_is_declared(view: View, looks: Looks) -> None:
    table = view_table(view, looks)
    names = [column.name for column in table.columns]
    assert names[0] == "file"
    assert len(set(names)) == len(names)
    assert set(table.shown) <= set(names)
    assert len(table.headings()) == len(table.shown)


@pytest.mark.parametrize("view", VIEWS)
def test_every_record_has_every_column(view: View) -> None:
    table = view_table(view, Looks())
    found = list(table.records(reading()))
    assert len(found) == count(view, reading())
    assert all(list(record) == [column.name for column in table.columns] for record in found)


def test_a_cell_is_words() -> None:
    assert cell(None) == ""
    assert cell(("Ana", "Bo")) == "Ana; Bo"
    assert cell(0.123456) == "0.1235"
    assert cell(7) == "7"
    assert cell(Passage("said", Span(3, 7))) == "said"
