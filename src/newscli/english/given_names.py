"""Given names with the gender of their usual bearer, and their short forms."""

from __future__ import annotations

from typing import Final

from newscli.english.titles import Gender
from newscli.english.words import word_set

_MALE_NAMES: Final = word_set(
    """
    abdullah ahmed alan alexander ali andrew anthony antonio
    barack ben benjamin bill bob brandon brian
    carlos charles christopher
    dan daniel dave david dennis dmitry donald
    edward eric
    francisco frank
    gary george giovanni graham greg gregory
    hans hassan
    ian ibrahim ivan
    jack jacob james jason jeff jeffrey jim joe john jonathan jorge josé joseph joshua juan justin
    kenneth kevin klaus
    larry luis
    mark martin matthew michael mike mohammed muhammad
    neil nicholas nick
    omar
    patrick paul pedro peter philip pierre
    raymond richard robert ronald ryan
    samuel scott sergei sergey simon stephen steve steven
    thomas tim timothy tom tony
    vladimir
    william
    """
)
"""Given names and short forms that men bear."""

_FEMALE_NAMES: Final = word_set(
    """
    aisha alice amanda amy angela anna ashley
    barbara betty brenda
    carol catherine christine claire cynthia
    deborah diane donna
    elena elizabeth emily emma
    fatima
    helen hillary
    jane janet jennifer jessica julie
    karen katherine kathleen kimberly
    laura linda lisa
    margaret maria mary melissa michelle
    nancy natalia nicola
    olga olivia
    patricia
    rachel rebecca ruth
    sandra sarah sharon sophie stephanie susan
    theresa
    victoria
    """
)
"""Given names and short forms that women bear."""

GIVEN_NAMES: Final[dict[str, Gender]] = {
    **dict.fromkeys(sorted(_MALE_NAMES), "m"),
    **dict.fromkeys(sorted(_FEMALE_NAMES), "f"),
}
"""The most common given names, in lower case, with the gender of their usual bearer.

Chosen by hand, from English-speaking countries first, then from world news. No name that men and women bear
("kim"), and none that is a common word at the start of a sentence ("will", "may", "grace").
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
