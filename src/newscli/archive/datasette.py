"""What Datasette is told of an archive: titles, what rows are called, and what to count them by.

Datasette serves an archive as it is; with this file beside it, its pages begin with facets.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from newscli.archive.schema import SCHEMA_VERSION
from newscli.errors import OutputError, UsageError

NAME: Final = "metadata.yaml"
# The first line: a file without it is somebody else's.
_MARK: Final = f"# Written by newscli archive build --datasette, schema {SCHEMA_VERSION}."

_Table = Mapping[str, str | list[str]]
_TABLES: Final[Mapping[str, _Table]] = {
    "article": {
        "description": "One row an article; offsets of its quotes and mentions count in text.",
        "label_column": "headline",
        "facets": ["outlet", "section"],
        "sort_desc": "date",
    },
    "quote": {
        "description": "One row a quote; those with shown = 1 are statements that newscli shows by default.",
        "facets": ["shown", "kind", "status", "outlet"],
        "sort_desc": "date",
    },
    "speaker": {
        "description": "A speaker as articles name it.",
        "label_column": "name",
        "facets": ["source_type"],
    },
    "source": {
        "description": "A speaker in an article, with the number and the words of the statements.",
        "facets": ["pronoun", "outlet"],
    },
    "entity": {
        "description": "A person, organisation, place or other name.",
        "label_column": "name",
        "facets": ["label"],
    },
    "mention": {"description": "An entity in an article.", "facets": ["outlet"]},
    "failure": {"description": "What could not be read, and why.", "facets": ["message"]},
    "quotes_by_speaker": {
        "description": "Who said what, where and when.",
        "facets": ["speaker", "outlet", "source_type"],
        "sort_desc": "date",
    },
    "speakers_by_month": {"description": "How often a speaker is quoted.", "facets": ["source_type"]},
    "entities_by_outlet": {"description": "Whom and what an outlet names.", "facets": ["outlet", "label"]},
    "anonymous_share": {"description": "The share of quoted words whose speaker is not named."},
}


def check_metadata(path: str) -> None:
    """Refuse to write over a file that newscli has not written.

    Args:
        path: The archive beside which it is to stand.

    Raises:
        UsageError: If there is one.
    """
    place = _place(path)
    try:
        there = place.read_text(encoding="utf-8")
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise UsageError(f"{place} is there and cannot be read", "move it away") from error
    if not there.startswith(_MARK.partition(",")[0]):
        raise UsageError(f"{place} is there and was not written by newscli", "move it away")


def write_metadata(path: str) -> Path:
    """Write the file beside an archive, and return its path.

    Raises:
        OutputError: If it cannot be written.
    """
    place = _place(path)
    try:
        place.write_text("\n".join(_lines(Path(path).stem)) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"cannot write {place}: {error.strerror}", "put the archive into a folder that you may write to"
        ) from error
    return place


def _place(path: str) -> Path:
    return Path(path).resolve().parent / NAME


def _lines(database: str) -> Iterator[str]:
    """Yield YAML, whose strings are written as JSON, which YAML includes."""
    yield _MARK
    yield f"title: {json.dumps(f'News archive {database}')}"
    yield "databases:"
    yield f"  {json.dumps(database)}:"
    yield "    tables:"
    for table, facts in _TABLES.items():
        yield f"      {table}:"
        for key, value in facts.items():
            yield f"        {key}: {json.dumps(value)}"
