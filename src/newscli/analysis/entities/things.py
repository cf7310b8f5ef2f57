"""Storms and ships: things with the name of a person, whoever else in the article is called so."""

from __future__ import annotations

import re
from typing import Final

from newscli.analysis.names.titles import TitleReader
from newscli.english.name_parts import SHIP_PREFIXES, STORMS, VESSELS
from newscli.model import Span

# "Ellen, a small ferry, left": what it is, and nothing that makes another noun of that ("a ferry captain").
_APPOSITION: Final = re.compile(
    rf", an? (?:[\w-]{{1,20}} ){{0,3}}(?:{'|'.join(sorted(VESSELS))})(?=[,.;:)]| that | which | with | from )"
)


def is_thing(prose: str, titles: TitleReader, name: Span) -> bool:
    """Return whether a name is that of bad weather or of a ship.

    A storm has a capital before its name: "after the storm Roe left" names nobody but Roe.
    """
    first, _, rest = name.of(prose).removeprefix("Tropical ").partition(" ")
    if _is_prefix(first) or (first[0].isupper() and first.lower() in STORMS):
        return rest.replace(" ", "").isalpha()
    before = titles.beside(name)[0]
    word = prose[max(0, name.start - len(before) - 1) : name.start - 1]
    is_storm = before in STORMS and word[:1].isupper()
    return is_storm or _is_prefix(word) or _APPOSITION.match(prose, name.end) is not None


def _is_prefix(word: str) -> bool:
    """Return whether a word stands before the name of a ship: "HMS", "SS"."""
    return word.isupper() and word.lower() in SHIP_PREFIXES
