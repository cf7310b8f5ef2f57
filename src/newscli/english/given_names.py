"""Given names that are certain to be one, and their short forms."""

from __future__ import annotations

from typing import Final
from unicodedata import normalize

from newscli.english.words import word_set

GIVEN_NAMES: Final = frozenset(
    form
    for name in word_set(
        """
    abdullah ahmed aisha alan alexander ali alice amanda amy andrew angela anna anthony antonio ashley
    barack barbara ben benjamin betty bill bob brandon brenda brian
    carlos carol catherine charles christine christopher claire cynthia
    dan daniel dave david deborah dennis diane dmitry donald donna
    edward elena elizabeth emily emma eric
    fatima francisco frank
    gary george giovanni graham greg gregory
    hans hassan helen hillary
    ian ibrahim ivan
    jack jacob james jane janet jason jeff jeffrey jennifer jessica jim joe john jonathan jorge josé
    joseph joshua juan julie justin
    karen katherine kathleen kenneth kevin kimberly klaus
    larry laura linda lisa luis
    margaret maria mark martin mary matthew melissa michael michelle mike mohammed muhammad
    nancy natalia neil nicholas nick nicola
    olga olivia omar
    patricia patrick paul pedro peter philip pierre
    rachel raymond rebecca richard robert ronald ruth ryan
    samuel sandra sarah scott sergei sergey sharon simon sophie stephanie stephen steve steven susan
    theresa thomas tim timothy tom tony
    victoria vladimir
    william
    """
    )
    for form in (name, normalize("NFD", name))
)
"""The most common given names, in lower case, letters and accents together and apart.

Chosen by hand, from English-speaking countries first, then from world news. None that is a common word at the
start of a sentence ("will", "may", "grace"). Whose names they are ``engines/given_names.py`` knows.
"""

NICKNAMES: Final[dict[str, str]] = {
    short: full
    for full, shorts in {
        "alexander": "alex",
        "andrew": "andy",
        "anthony": "tony",
        "benjamin": "ben",
        "charles": "charlie chuck",
        "christopher": "chris",
        "daniel": "dan danny",
        "david": "dave",
        "donald": "don",
        "edward": "ed eddie ted",
        "elizabeth": "beth liz",
        "gregory": "greg",
        "james": "jamie jim jimmy",
        "jeffrey": "jeff",
        "joseph": "joe",
        "joshua": "josh",
        "katherine": "kate kathy",
        "kenneth": "ken",
        "lawrence": "larry",
        "matthew": "matt",
        "michael": "mike mick",
        "nicholas": "nick",
        "patricia": "pat",
        "peter": "pete",
        "philip": "phil",
        "richard": "dick rick",
        "robert": "bob bobby rob",
        "ronald": "ron",
        "samuel": "sam",
        "stephen": "steve",
        "susan": "sue",
        "thomas": "tom tommy",
        "timothy": "tim",
        "william": "bill billy will",
    }.items()
    for short in sorted(word_set(shorts))
}
"""Short forms under which newspapers print the same person, each to the full given name.

A short form goes in once, with the full name that it is most often short for. Chosen by hand.
"""

NICKNAMES_OF_BOTH: Final = word_set("alex charlie chris jamie jo pat sam")
"""Short for a man's name and for a woman's, so that they show no gender; alone or as a ``NICKNAMES`` key."""
