"""Given names with the gender of their usual bearer, and their short forms."""

from __future__ import annotations

from typing import Final

from newscli.english.titles import Gender
from newscli.english.words import word_set

# A given name's usual bearer, for the most common ones alone; names of both are left out.
_MALE_NAMES: Final = word_set(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew
    anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason
    jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
    gregory frank alexander raymond patrick jack dennis peter simon philip ian alan martin neil graham
    vladimir sergei sergey ivan dmitry mohammed muhammad ahmed ali hassan omar abdullah ibrahim juan
    josé carlos luis jorge pedro antonio francisco pierre hans klaus giovanni bill bob joe jim mike tom
    tony dan steve dave ben nick tim jeff greg barack
    """
)

_FEMALE_NAMES: Final = word_set(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
    margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura
    helen sharon cynthia kathleen amy angela anna ruth brenda catherine katherine christine janet maria
    diane julie victoria emma olivia sophie jane claire alice rachel fatima aisha elena natalia olga
    hillary theresa nicola
    """
)

GIVEN_NAMES: Final[dict[str, Gender]] = {
    **dict.fromkeys(sorted(_MALE_NAMES), "m"),
    **dict.fromkeys(sorted(_FEMALE_NAMES), "f"),
}

# Short forms under which newspapers print the same person.
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
        "elizabeth": "liz beth",
        "gregory": "greg",
        "james": "jim jimmy jamie",
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
    for short in shorts.split()
}

# Short for a man's name and for a woman's.
NICKNAMES_OF_BOTH: Final = word_set("alex charlie chris jamie jo pat sam")
