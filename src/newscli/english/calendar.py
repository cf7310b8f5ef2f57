"""Months, weekdays, and the words and abbreviations of clock time."""

from __future__ import annotations

from typing import Final

from newscli.english.words import word_set

# Days, months and zones of time, which are no names although they have a capital; "may", "sat" and "sun"
# are other words too.
DATE_WORDS: Final[frozenset[str]] = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    january february march april june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    gmt est edt bst cet utc
    """
)

TIME_WORDS: Final = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december morning afternoon evening night week month year weekend today
    yesterday
    jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec. day
    """.split()
)

MONTHS: Final = word_set(
    """january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec"""
)

WEEKDAYS: Final = word_set(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"""
)

CLOCK_WORDS: Final = word_set("""at on am pm a.m p.m gmt utc bst cet et est edt ist pst pdt""")
