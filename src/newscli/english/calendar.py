"""Months, weekdays, and the words and abbreviations of clock time."""

from __future__ import annotations

from typing import Final

from newscli.english.words import word_set

MONTH_ABBREVIATIONS: Final = word_set("apr aug dec feb jan jul jun mar nov oct sep sept")
"""Months as datelines and dates shorten them, without the full stop."""

MONTHS: Final = MONTH_ABBREVIATIONS | word_set(
    "april august december february january july june march may november october september"
)
"""Months, in full and short; "may" and "march" are other words too."""

FULL_WEEKDAYS: Final = word_set("friday monday saturday sunday thursday tuesday wednesday")
"""Weekdays in full."""

WEEKDAYS: Final = FULL_WEEKDAYS | word_set("fri mon sat sun thu thur thurs tue tues wed")
"""Weekdays, in full and short; "sat" and "sun" are other words too."""

TIME_ZONES: Final = word_set("bst cet edt est gmt utc")
"""Zones of time that news names; one that is as often another word ("ist", "et") does not go in."""

DATE_WORDS: Final = (MONTHS | WEEKDAYS | TIME_ZONES) - word_set("may sat sun")
"""What is no name although it has a capital; without the three that are other words too."""

TIME_WORDS: Final = (
    FULL_WEEKDAYS
    | MONTHS
    | word_set("apr. aug. dec. feb. jan. mar. nov. oct. sept.")
    | word_set("afternoon day evening month morning night today week weekend year yesterday")
)
"""What a phrase of time ends with: "on Friday", "late last week"; as the tokenizer cuts it."""

CLOCK_WORDS: Final = TIME_ZONES | word_set("a.m am at et ist on p.m pdt pm pst")
"""What stands beside a date and an hour in the line that says when a story was published."""

TIME_OPENERS: Final = word_set("at by during earlier early in last late later next on since this")
"""What opens a phrase of time: "on Friday", "late last week"."""

DATED: Final = word_set("afternoon day evening month morning season summer week weekend who winter year")
"""What makes "this" or "those" point at the day of print, or at what follows: "this week", "those who"."""
