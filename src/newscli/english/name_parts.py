"""The parts of names that are no name by themselves: particles, generations, company forms."""

from __future__ import annotations

from typing import Final

from newscli.english.words import word_set

# The ends of possessives, which are tokens of their own.
POSSESSIVES: Final = frozenset({"'s", "’s", "'", "’"})
PARTICLES: Final = word_set(
    "al el ul bin ibn bint ben da das de del della der den di do dos du la le lo los van von und ter ten y zu"
)

GENERATIONS: Final = word_set("jr sr junior senior ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")
COMPANY_FORMS: Final = word_set(
    "inc incorporated ltd limited plc corp corporation co company llc llp lp gmbh ag sa nv bv spa ab asa oyj"
    " kk pty srl se kgaa group holdings holding"
)

SMALL_WORDS: Final = word_set("of the and for in on at de des du la le")
STATE_WORDS: Final = word_set(
    "republic kingdom state states commonwealth city province emirate federation county"
)

LANDFORMS: Final = word_set("river mount mountain")
STREETS: Final = {"st": "street", "ave": "avenue", "rd": "road", "blvd": "boulevard"}
FULL_WORDS: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
PARTICIPLE_ENDINGS: Final = ("ed", "born", "bound", "held", "made", "run", "style")
# A part of an organisation's name that says only what kind it is, and so is no short form of it.
GENERIC_PARTS: Final = word_set(
    """
    agency air airline airlines airways american army association authority bank black board bureau
    center central centre church city club college commission committee company conference congress
    corporation council court democratic department east federal federation first foundation free
    general government great green group high house independent institute international labor labour
    league liberal medical ministry national new north office official open organisation organization
    party police public red research royal saint school senate service social society south state
    supreme team the trade trust union united university us west white world
    """
)
