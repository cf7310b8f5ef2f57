"""Exports of news databases, as text, to articles: Nexis, ProQuest and Factiva."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from newscli.errors import InputError
from newscli.text.containers import factiva, nexis, proquest
from newscli.text.containers.pieces import Piece

Cutter = Callable[[str], Iterator[Piece | InputError]]

_EXPORTS: Final[tuple[tuple[Callable[[str], bool], Cutter], ...]] = (
    (nexis.is_nexis, nexis.cut),
    (proquest.is_proquest, proquest.cut),
    (factiva.is_factiva, factiva.cut),
)


def cutter(head: str) -> Cutter | None:
    """Return what cuts an export into its articles, by the head of its text; None if it is none."""
    return next((cut for recognises, cut in _EXPORTS if recognises(head)), None)
