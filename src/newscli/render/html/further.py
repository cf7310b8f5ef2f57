"""Pages that are no report: sources, and articles side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from newscli import __version__
from newscli.comparison import Comparison
from newscli.model import Analysis
from newscli.render.html.audit import audited
from newscli.render.html.comparison import side_by_side
from newscli.render.html.templates import fill

_SOURCES = "Sources"


def write_sources(analyses: Iterable[Analysis], out: TextIO) -> None:
    """Write a page of the sources of each analysis, as they arrive."""
    fill("open.html", out, title=_SOURCES, version=__version__)
    for number, analysis in enumerate(analyses, 1):
        # One heading of the first level, whatever follows.
        fill("audit.html", out, audit=audited(analysis, number), level=min(number, 2))
    fill("close.html", out, version=__version__)


def write_comparison(analyses: Iterable[Analysis], out: TextIO) -> None:
    """Write a page of articles side by side; one with nothing on it if there is no comparison."""
    compared = [side_by_side(one) for one in analyses if isinstance(one, Comparison)]
    fill("open.html", out, title=compared[0].title if compared else _SOURCES, version=__version__)
    for side in compared:
        fill("compare.html", out, side=side)
    fill("close.html", out, version=__version__)
