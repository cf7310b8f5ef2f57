"""Words for those whom an accident, a crime or a war harms."""

from __future__ import annotations

from typing import Final

from newscli.english.words import word_set

DEAD: Final = word_set(
    """
    dead deaths died
    fatalities
    killed killing
    lives
    perished
    """
)
"""What says that a number of people lost their lives."""

HURT: Final = word_set(
    """
    casualties
    hospitalised hospitalized hurt
    injured injuries injuring
    wounded wounding
    """
)
"""What says that a number of people were harmed and live."""
