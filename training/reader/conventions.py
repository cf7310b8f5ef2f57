"""What each set of names means by a name, and which parts of it may teach the reader.

The reader follows CoNLL-2003: nationality adjectives, peoples, events and works are MISC; "the", titles and
possessive endings are outside. Where a set says nothing of MISC or means another thing by it, its O and MISC
words teach only that they are no PER, ORG or LOC.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class NameSet:
    """A set of names.

    Attributes:
        file: Under the data folder.
        licence: As its makers state it.
        weight: How often each of its windows is seen in an epoch, on average.
        has_misc: Whether its MISC is CoNLL's.
    """

    file: str
    licence: str
    weight: float
    has_misc: bool


NAME_SETS: Final = (
    NameSet("ner/conll2003-train.jsonl.gz", "Reuters text, research use", 1.0, has_misc=True),
    NameSet("ner/wikigold.jsonl.gz", "CC-BY 4.0", 2.0, has_misc=True),
    NameSet("ner/gum-named.jsonl.gz", "CC-BY and CC-BY-SA genres", 1.0, has_misc=False),
    NameSet("ner/wnut17.jsonl.gz", "CC-BY 4.0", 0.4, has_misc=False),
    NameSet("ner/btc-tweets.jsonl.gz", "CC-BY 4.0", 0.4, has_misc=False),
)

# GUM's genres whose texts forbid commercial use.
CLOSED_GENRES: Final = frozenset({"fiction", "whow", "essay", "letter", "podcast"})
# Handles are names in one set and none in another; whether a hashtag is one depends on its words.
_NO_LESSON: Final = re.compile(r"[@#]|RT$")
_ADDRESS: Final = re.compile(r"https?:|www\.|[^\s@]+@[^\s@]")
# One fifth of wikigold measures what training did not see.
_HELD_OUT: Final = 5


def is_open(document: str) -> bool:
    """Tell whether a document of GUM may teach a model that ships."""
    return document.split("_")[1] not in CLOSED_GENRES


def is_held_out(document: str) -> bool:
    """Tell whether a document of wikigold belongs to the fifth that measures."""
    return hashlib.sha256(document.encode()).digest()[0] % _HELD_OUT == 0


def teaches(token: str) -> bool:
    """Tell whether the tag of a token means the same in all sets."""
    return not _NO_LESSON.match(token)


def is_address(token: str) -> bool:
    """Tell whether a token is an address of the web or of mail, which is no name in any set."""
    return bool(_ADDRESS.match(token))
