"""Given names, and the gender of those who bear them, by statistics of births.

``training/given_names.py`` made the list from counts of the United States' Social Security Administration.
It says what most bearers of a name are, never what somebody is: only whom a pronoun may mean is read from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from newscli.engines.store import read_model
from newscli.english.titles import Gender

FILE: Final = "given_names.txt"


@cache
def genders_of_given_names() -> Mapping[str, Gender]:
    """Return the gender of each given name of one, by the name in lower case.

    Raises:
        ModelError: If the list is missing or altered.
    """
    women, men = read_model(FILE).decode("ascii").splitlines()
    found: dict[str, Gender] = dict.fromkeys(women.split(), "f")
    found.update(dict.fromkeys(men.split(), "m"))
    return found
