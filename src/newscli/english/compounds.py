"""The parts of words that keep their hyphen when a line breaks at it: well-known, a two-year-old."""

from __future__ import annotations

from typing import Final

from newscli.english.words import word_set

FIRST_OF_COMPOUNDS: Final = word_set(
    """
    cross
    eight
    far fifty five forty four full
    half hard high
    ill
    left long low
    nine
    old one open
    right
    second self seven short six sixty
    tea ten third thirty three twenty two
    well
    """
)
"""A word goes in if news puts it before a hyphen, and few words begin with it as a syllable.

"up-per" keeps "up" out.
"""

SECOND_OF_COMPOUNDS: Final = word_set(
    """
    aged
    backed based
    century class control
    driven
    elect
    friendly funded
    general
    known
    laden level looking
    making minded
    owned
    plus powered profile
    quality quarter
    ranking running
    scale sized speed standing street style
    trained
    winning
    year
    """
)
"""A word goes in if news puts it behind a hyphen, and few words end with it as a syllable."""

SYLLABLES_AT_THE_END: Final = word_set(
    """
    able age ages al
    ed en er ers est
    ing ings ish
    less ly
    ment ments
    ness
    sion
    teen tion ty
    """
)
"""What ends a word and is none: behind a first part of a compound, too, it is joined ("long-er")."""
