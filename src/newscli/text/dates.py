"""The day that a line names."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from newscli.english.calendar import MONTHS

_ISO: Final = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NAMED: Final = re.compile(
    r"(?<![\w])(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})(?!\d)"
    r"|(?<![\w])([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_CHARS: Final = 3


def day_of(text: str) -> str | None:
    """Return the first day that a short text names in full, ``YYYY-MM-DD``; None if it names none.

    Days in numbers alone are read if the year stands first: 3/4 is March in one country and April in
    another.
    """
    if match := _ISO.search(text):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    for match in _NAMED.finditer(text):
        day, month, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        if month.lower() in MONTHS:
            number = _MONTHS.index(month[:_MONTH_CHARS].lower()) + 1
            if found := _iso(int(year), number, int(day)):
                return found
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
