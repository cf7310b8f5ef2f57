"""The page of an archive's answer: a chart, drawn as SVG inside the page, and the records below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TextIO

from newscli import __version__
from newscli.render import Looks, wording
from newscli.render.columns import Record, Value, cell
from newscli.render.html.templates import fill, words
from newscli.render.listing import Heading, Listing

# Of a chart, in the units of its own drawing; the page scales it.
WIDTH: Final = 960
HEIGHT: Final = 200
# So many bars can still be told apart; what spreads over more time is drawn without its gaps.
_MOST_BARS: Final = 4_000
_LABELS: Final = 8
# How much of the place of a bar it fills.
_FILLED: Final = 0.8
_MONTHS: Final = 12
# A row's bar, likewise.
_ROW_WIDTH: Final = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart, in its units from the top left, with what is said of it and below it."""

    x: float
    y: float
    width: float
    height: float
    told: str
    label: str


def write(listing: Listing, _: Looks, out: TextIO) -> None:
    """Write the page of an answer: of a timeline with a chart, of others with a bar in each row."""
    records = list(listing.records)
    headings = listing.headings()
    drawn = listing.name == "timeline"
    page = {
        "title": words(listing.title),
        "nothing": listing.nothing,
        "headings": [{"words": words(one.heading), "number": _is_number(one)} for one in headings],
        "bars": _chart(listing, records) if drawn else [],
        "chart": {"width": WIDTH, "height": HEIGHT, "row": _ROW_WIDTH},
        "most": max((_number(record[listing.bar]) for record in records), default=0) if listing.bar else 0,
        "rows": [_row(headings, record) for record in records],
        "shares": [] if drawn or not listing.bar else _shares(listing, records),
    }
    fill("open.html", out, title=page["title"], version=__version__)
    fill("listing.html", out, **page)
    fill("close.html", out, version=__version__)


def _row(headings: Sequence[Heading], record: Record) -> list[dict[str, object]]:
    return [{"words": _words(one, record[one.name]), "number": _is_number(one)} for one in headings]


def _is_number(heading: Heading) -> bool:
    return heading.kind in {"number", "share"}


def _words(heading: Heading, value: Value) -> str:
    if heading.kind == "share" and isinstance(value, float):
        return wording.percent(value)
    return f"{value:,}" if heading.kind == "number" and isinstance(value, int) else words(cell(value))


def _number(value: Value) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _shares(listing: Listing, records: Sequence[Record]) -> list[float]:
    """Return how long the bar of each row is."""
    numbers = [_number(record[listing.bar]) for record in records]
    most = max(numbers, default=0) or 1
    return [round(_ROW_WIDTH * number / most, 1) for number in numbers]


def _chart(listing: Listing, records: Sequence[Record]) -> list[Bar]:
    """Return a bar for each record, in its place in time, as high as its number."""
    first = listing.columns[0].name
    periods = [str(record[first]) for record in records]
    numbers = [_number(record[listing.bar]) for record in records]
    if not records:
        return []
    places = _places(periods)
    step = WIDTH / (places[-1] + 1)
    most = max(numbers) or 1
    every = max(1, -(-len(records) // _LABELS))
    return [
        Bar(
            round(place * step, 2),
            round(HEIGHT * (1 - number / most), 2),
            round(step * _FILLED, 2),
            round(HEIGHT * number / most, 2),
            words(f"{period}: {number:,.0f}"),
            words(period) if at % every == 0 else "",
        )
        for at, (period, place, number) in enumerate(zip(periods, places, numbers, strict=True))
    ]


def _places(periods: Sequence[str]) -> list[int]:
    """Return where each period stands, counted from the first; one behind the other if that is too far."""
    counts = [_count(period) for period in periods]
    known = [count for count in counts if count is not None]
    if len(known) < len(counts) or known[-1] - known[0] >= _MOST_BARS or sorted(set(known)) != known:
        return list(range(len(periods)))
    return [count - known[0] for count in known]


def _count(period: str) -> int | None:
    """Return the number of a year, a month or a day among all; None if it is none."""
    parts = period.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    match numbers:
        case [year]:
            return year
        case [year, month]:
            return year * _MONTHS + month
    try:
        return date(*numbers).toordinal()
    except (TypeError, ValueError):
        return None
