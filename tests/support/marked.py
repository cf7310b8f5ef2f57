"""Texts with their names and sources marked by hand: "[Ana Orel|PER] left. {The mayor} said it was over."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newscli.analysis.entities.labels import Sighting
from newscli.model import LABELS, Label, Mention, Span

_MARK = re.compile(r"[\[\]{}]|\|(?:PER|ORG|LOC|MISC)")
_LABEL: dict[str, Label] = {f"|{label}": label for label in LABELS}


class Marked(NamedTuple):
    """A text without its marks, the names in square brackets and the sources in braces, in text order."""

    text: str
    names: tuple[Mention, ...]
    sources: tuple[Span, ...]


def read_marked(marked: str) -> Marked:
    """Read a text with marks; a source may hold names."""
    text, names, sources, done = "", [], [], 0
    name_start = source_start = 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        done = match.end()
        if match[0] == "[":
            name_start = len(text)
        elif match[0] == "{":
            source_start = len(text)
        elif match[0] == "}":
            sources.append(Span(source_start, len(text)))
        elif match[0] != "]":
            names.append(Mention(Span(name_start, len(text)), _LABEL[match[0]]))
    return Marked(text + marked[done:], tuple(names), tuple(sources))


def sightings_of(names: Sequence[Mention]) -> list[Sighting]:
    """Return marked names as the reader may have seen them, each label likely but not certain."""
    return [
        Sighting(name.span, tuple(0.7 if label == name.label else 0.1 for label in LABELS)) for name in names
    ]
