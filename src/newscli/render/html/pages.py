"""Pages of reports: one file for one article, or for several behind an index."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from itertools import chain
from tempfile import SpooledTemporaryFile
from typing import Final, TextIO, cast

from newscli import __version__
from newscli.model import Analysis
from newscli.render import Looks, View
from newscli.render.html.further import write_comparison, write_sources
from newscli.render.html.index import Entry, entry
from newscli.render.html.story import story, title
from newscli.render.html.templates import fill

# Some hundred articles; what is more waits on the disk until the index is known.
_SPOOLED_BYTES: Final = 8 * 1024 * 1024


def write(view: View, analyses: Iterable[Analysis], _looks: Looks, out: TextIO) -> None:
    """Write a page: of one article its report, of several an index and the report of each.

    Sources and comparisons have pages of their own.
    """
    if view != "report":
        (write_sources if view == "sources" else write_comparison)(analyses, out)
        return
    rest = iter(analyses)
    first, second = next(rest, None), next(rest, None)
    if first is not None and second is None:
        fill("open.html", out, title=title(first), version=__version__)
        fill("story.html", out, story=story(first, 1, 1))
    else:
        _write_several(chain(filter(None, (first, second)), rest), out)
    fill("close.html", out, version=__version__)


def _write_several(analyses: Iterable[Analysis], out: TextIO) -> None:
    entries: list[Entry] = []
    with SpooledTemporaryFile(_SPOOLED_BYTES, "w+", encoding="utf-8", newline="") as stories:
        text = cast("TextIO", stories)
        for number, analysis in enumerate(analyses, 1):
            told = story(analysis, number, 2)
            fill("story.html", text, story=told)
            entries.append(entry(told, f"#{told.id}story"))
        heading = f"{len(entries)} article{'s' * (len(entries) != 1)}"
        fill("open.html", out, title=heading, version=__version__)
        fill("index.html", out, heading=heading, entries=entries, before="", after="")
        stories.seek(0)
        shutil.copyfileobj(text, out)
