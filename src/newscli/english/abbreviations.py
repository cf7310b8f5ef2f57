"""Abbreviations: what ends with a full stop and ends no sentence."""

from __future__ import annotations

from typing import Final

# Rare enough in a training text to be missed, common enough in news to matter; without the last full stop.
NEWS_ABBREVIATIONS: Final = frozenset(
    """
    adm ald amb assn asst atty ave blvd brig bros capt cllr cmdr co col comdr corp cpl dept det dir dist
    dr ed est exec fr ft gen gov hon hwy inc insp intl jnr jr lieut llc lt ltd maj messrs min mlle mme mr mrs
    ms mt mtn nos ofc op pfc pp ph.d pl pres prof pte pvt rd rep reps ret rev rt sen sens sgt snr sr st ste
    supt tel treas univ vol vs a.m p.m a.k.a e.g i.e cf viz ca approx u.s u.k u.n e.u d.c n.y l.a u.s.a
    jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan
    ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex vt va wash wis wyo
    """.split()
)

# Abbreviations that stand before a name or a number and therefore end no sentence.
BEFORE_NAME: Final = frozenset(
    """
    adm asst atty brig capt cllr cmdr col cpl dr fr gen gov hon insp lieut lt maj messrs mlle mme mr mrs
    ms mt pfc pres prof pte pvt rep reps ret rev sen sens sgt st ste supt vs e.g i.e cf ft
    """.split()
)

BEFORE_NUMBER: Final = frozenset(
    "no nos p pp art sec vol fig jan feb mar apr jun jul aug sep sept oct nov dec ca approx".split()
)

BEFORE_NAME_OR_NUMBER: Final = BEFORE_NAME | BEFORE_NUMBER
