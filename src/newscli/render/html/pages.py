"""Pages of reports: one file for one article, or for several behind an index."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from itertools import chain
from tempfile import SpooledTemporaryFile, TemporaryFile
from typing import Final, TextIO, cast

from newscli import __version__
from newscli.model import Analysis
from newscli.render import Looks, OpenPage, View
from newscli.render.html.further import write_comparison, write_sources
from newscli.render.html.index import Entry, entry, page_name
from newscli.render.html.story import Story, story
from newscli.render.html.templates import NEXT_LINE, REPLACEMENT, fill

# Some hundred articles; what is more waits on the disk until the index is known.
_SPOOLED_BYTES: Final = 8 * 1024 * 1024
# An index of a thousand lines has some 500 kB, and is filtered while one types.
ENTRIES: Final = 1_000


def write(view: View, analyses: Iterable[Analysis], looks: Looks, out: TextIO) -> None:
    """Write a page: of one article its report, of several an index and the report of each.

    Sources and comparisons have pages of their own.
    """
    writers = {"sources": write_sources, "compare": write_comparison}
    fill_page = writers.get(view, _write)
    if looks.terminal:
        with TemporaryFile("w+", encoding="utf-8", newline="") as file:
            fill_page(analyses, file)
            file.seek(0)
            out.writelines(line.replace(NEXT_LINE, REPLACEMENT) for line in file)
    else:
        fill_page(analyses, out)


def _write(analyses: Iterable[Analysis], out: TextIO) -> None:
    rest = iter(analyses)
    first, second = next(rest, None), next(rest, None)
    if first is not None and second is None:
        _write_page(story(first, 1, 1), "", out)
    else:
        _write_several(chain(filter(None, (first, second)), rest), out)


def write_folder(_view: View, analyses: Iterable[Analysis], _looks: Looks, open_page: OpenPage) -> None:
    """Write a page for each article, and an index of every thousand of them; nothing if there is none."""
    entries: list[Entry] = []
    indices = 1
    for number, analysis in enumerate(analyses, 1):
        if len(entries) == ENTRIES:
            _write_index(entries, number - len(entries), indices, open_page, more=True)
            entries, indices = [], indices + 1
        told, name = story(analysis, 1, 1), page_name(number, analysis.article)
        with open_page(name) as out:
            _write_page(told, _index_name(indices), out)
        entries.append(entry(told, name))
    if entries:
        first = ENTRIES * (indices - 1) + 1
        _write_index(entries, first, indices, open_page, more=False)


def _index_name(number: int) -> str:
    return "index.html" if number == 1 else f"index-{number}.html"


def _write_index(
    entries: Sequence[Entry], first: int, number: int, open_page: OpenPage, *, more: bool
) -> None:
    """Write the index of some articles, of which the first has this number among all."""
    alone = number == 1 and not more
    heading = _count(len(entries)) if alone else f"Articles {first:,} to {first + len(entries) - 1:,}"
    before = _index_name(number - 1) if number > 1 else ""
    after = _index_name(number + 1) if more else ""
    with open_page(_index_name(number)) as out:
        fill("open.html", out, title=heading, version=__version__)
        fill("index.html", out, heading=heading, entries=entries, before=before, after=after)
        fill("close.html", out, version=__version__)


def _count(articles: int) -> str:
    return f"{articles:,} article{'s' * (articles != 1)}"


def _write_page(told: Story, index: str, out: TextIO) -> None:
    """Write the page of one article; ``index`` is the name of the page that leads here."""
    fill("open.html", out, title=told.title, version=__version__)
    fill("story.html", out, story=told, index=index)
    fill("close.html", out, version=__version__)


def _write_several(analyses: Iterable[Analysis], out: TextIO) -> None:
    entries: list[Entry] = []
    with SpooledTemporaryFile(_SPOOLED_BYTES, "w+", encoding="utf-8", newline="") as stories:
        text = cast("TextIO", stories)
        for number, analysis in enumerate(analyses, 1):
            told = story(analysis, number, 2)
            fill("story.html", text, story=told, index="")
            entries.append(entry(told, f"#{told.id}story"))
        heading = _count(len(entries))
        fill("open.html", out, title=heading, version=__version__)
        fill("index.html", out, heading=heading, entries=entries, before="", after="")
        stories.seek(0)
        shutil.copyfileobj(text, out)
    fill("close.html", out, version=__version__)
