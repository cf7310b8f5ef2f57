"""Texts with their names and sources marked by hand: "[Ana Orel|PER] left. {The mayor} said it was over."."""

from __future__ import annotations

import re
from typing import NamedTuple

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
