"""Abbreviations: what ends with a full stop and ends no sentence."""

from __future__ import annotations

from typing import Final

from newscli.english.calendar import MONTH_ABBREVIATIONS
from newscli.english.words import word_set

BEFORE_NAME: Final = word_set(
    """
    adm adv asst atty brig capt cdr cf cllr cmdr col cpl dr
    e.g engr fr ft gen gov hon i.e insp lieut lt
    maj messrs mlle mme mr mrs ms msgr mt
    pfc pres prof pte pvt rep reps ret rev revd
    sen sens sgt spc st ste supt vs
    """
)
"""What stands before a name: no sentence ends there if a capital or a figure follows.

Without the last full stop. No abbreviation that may end a sentence ("Jr", "Inc"): that goes into
``NEWS_ABBREVIATIONS`` alone.
"""

BEFORE_NUMBER: Final = MONTH_ABBREVIATIONS | word_set("approx art ca fig no nos p pp sec vol")
"""What stands before a number: no sentence ends there if a figure follows; without the full stop."""

BEFORE_NAME_OR_NUMBER: Final = BEFORE_NAME | BEFORE_NUMBER
"""Either of the two: if Punkt saw no boundary behind one, there is none."""

_STATES: Final = word_set(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la
    mass md mich minn miss mo mont neb nev okla ore
    pa penn tenn tex va vt wash wis wyo
    """
)
"""The states of the US as newspapers shorten them; without the two-letter codes of the post."""

NEWS_ABBREVIATIONS: Final = (
    BEFORE_NAME
    | MONTH_ABBREVIATIONS
    | _STATES
    | word_set(
        """
        a.k.a a.m ald amb approx assn ave
        blvd bros ca co comdr corp d.c dept det dir dist
        e.u ed est exec hwy inc intl jnr jr
        l.a llc ltd min mtn n.y nos ofc op
        p.m ph.d pl pp rd rt snr sr tel treas
        u.k u.n u.s u.s.a univ viz vol
        """
    )
)
"""What Punkt must know to end no sentence; without the last full stop.

Rare enough in a training text to be missed, common enough in news to matter. No abbreviation that is a word,
too, and ends sentences as one ("no", "art", "fig"). Chosen by hand.
"""

COMMON_NOUNS: Final = word_set(
    """
    atm cd ceo cfo coo cto cv dj dna dvd gdp gps hiv icu id kc mep mp msp mvp pm qc r&b tv vat vfx vip
    """
)
"""Common nouns that are written in capitals and name nobody: "a TV", "the PM", "an MP".

None that also is a well-known body ("PA", "PC", "PR" for a party, a firm, a state).
"""
