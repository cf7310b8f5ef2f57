"""Exports of news databases, as text, to articles: Nexis, ProQuest and Factiva."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from newscli.errors import InputError
from newscli.text.containers.pieces import Piece

Cutter = Callable[[str], Iterator[Piece | InputError]]

# What every export of some database holds, in small letters, and so few others that these are told apart by
# modules which most runs need not import.
_SIGNS: Final = ("length:", "full text:", "\nhd", "document ", " documents")


def cutter(head: str) -> Cutter | None:
    """Return what cuts an export into its articles, by the head of its text; None if it is none."""
    folded = f"\n{head.lower()}"
    if not any(sign in folded for sign in _SIGNS):
        return None
    from newscli.text.containers import factiva, nexis, proquest

    if nexis.is_nexis(head):
        return nexis.cut
    if proquest.is_proquest(head):
        return proquest.cut
    return factiva.cut if factiva.is_factiva(head) else None
