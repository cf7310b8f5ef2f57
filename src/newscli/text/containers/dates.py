"""Dates as mails, feeds and databases write them, as ISO 8601."""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MAX_CHARS: Final = 100
# "14 March 2019", "3 Feb. 2021"; and as Americans write it, "March 14, 2019".
_DAY_FIRST: Final = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")
_MONTH_FIRST: Final = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_MAIL: Final = re.compile(r"(?:[A-Z][a-z]{2},\s+)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s+\d{1,2}:\d\d")


def as_iso(text: str) -> str:
    """Return a date in words as ISO 8601, with its time if it is a mail's; anything else unchanged."""
    if len(text) > _MAX_CHARS:
        return text
    if _MAIL.match(text):
        from email.utils import parsedate_to_datetime

        try:
            return parsedate_to_datetime(text).isoformat()
        except (ValueError, TypeError, IndexError):
            return text
    found = find_date(text)
    return found or text


def find_date(text: str) -> str:
    """Return the first day that a line names in words, as ISO 8601; an empty string if it names none."""
    import datetime

    text = text[:_MAX_CHARS]
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2))):
        for match in pattern.finditer(text):
            year, month, day = (match[group] for group in order)
            if month[:3].lower() not in _MONTHS:
                continue
            try:
                return datetime.date(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day)).isoformat()
            except ValueError:
                continue
    return ""
