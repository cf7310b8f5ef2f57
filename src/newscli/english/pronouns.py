"""Personal pronouns: one table of their forms, and the sets that the rules ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from newscli.english.titles import Gender
from newscli.english.words import word_set

Number = Literal["singular", "plural"]
Use = Literal["subject", "object", "determiner", "possessive", "reflexive"]
_USES: Final[tuple[Use, ...]] = ("subject", "object", "determiner", "possessive", "reflexive")


class Pronoun(NamedTuple):
    """A form of a personal pronoun.

    Attributes:
        form: In lower case.
        subject: The form that it stands for as a subject: "he" for "him".
        person: 1, 2 or 3.
        number: None for "you", which is both.
        gender: None if the form shows none.
        use: What it is in a clause; "her" and "his" count as determiners.
    """

    form: str
    subject: str
    person: Literal[1, 2, 3]
    number: Number | None
    gender: Gender | None
    use: Use


def _table() -> dict[str, Pronoun]:
    rows: tuple[tuple[str, Literal[1, 2, 3], Number | None, Gender | None], ...] = (
        ("i me my mine myself", 1, "singular", None),
        ("we us our ours ourselves", 1, "plural", None),
        ("you you your yours yourself", 2, None, None),
        ("you you your yours yourselves", 2, "plural", None),
        ("he him his his himself", 3, "singular", "m"),
        ("she her her hers herself", 3, "singular", "f"),
        ("it it its its itself", 3, "singular", None),
        ("they them their theirs themselves", 3, "plural", None),
    )
    table: dict[str, Pronoun] = {}
    for forms, person, number, gender in rows:
        subject, *_ = words = forms.split()
        # A form of two uses keeps the one that news has it in more often: "her house", "it rained".
        for word, use in sorted(zip(words, _USES, strict=True), key=lambda pair: pair[1] != "determiner"):
            table.setdefault(word, Pronoun(word, subject, person, number, gender, use))
    return table


_SECOND: Final = 2
_THIRD: Final = 3

PRONOUNS: Final = _table()
"""Every form of the personal pronouns; English has no others, so that nothing is ever added."""


def _where(holds: Callable[[Pronoun], bool]) -> frozenset[str]:
    return frozenset(form for form, pronoun in PRONOUNS.items() if holds(pronoun))


SUBJECT_FORM: Final = {form: one.subject for form, one in PRONOUNS.items() if one.person == _THIRD}
"""Each form of the third person as the subject that it stands for: "according to him", "in their view"."""

GENDER_OF_PRONOUN: Final[dict[str, Gender]] = {
    form: one.gender for form, one in PRONOUNS.items() if one.gender is not None
}
"""The gender of each form that shows one."""

POSSESSIVE_PRONOUNS: Final = _where(lambda one: one.person == _THIRD and one.use == "determiner")
"""What says whose in the third person: "his lawyer"."""

REFLEXIVES: Final = _where(lambda one: one.person == _THIRD and one.use == "reflexive")
"""What stresses a subject of the third person: "Roe himself"."""

FIRST_SINGULAR: Final = _where(lambda one: one.person == 1 and one.number == "singular")
"""The forms of "I": whom they mean depends on who talks."""

FIRST_PERSON: Final = _where(lambda one: one.person == 1) - word_set("us")
"""The forms of "I" and "we" that mean who talks; no "us", which a line in capitals has for the country."""

LISTENER: Final = _where(lambda one: one.person == _SECOND)
"""The forms of "you": whoever is spoken to."""

ADDRESSING: Final = _where(
    lambda one: one.person != _THIRD and one.use in ("subject", "object", "determiner")
) - word_set("us")
"""The forms of "I", "we" and "you" with which one person talks to another; no "us", as above."""

THIRD_PERSON: Final = _where(lambda one: one.person == _THIRD and one.use != "reflexive")
"""The forms of the third person that may stand for a name before them."""

GENDERED_SUBJECTS: Final = _where(lambda one: one.gender is not None and one.use == "subject")
"""What means one person as a subject: "he", "she"."""

SUBJECTS: Final = _where(lambda one: one.use == "subject")
"""The forms that are subjects."""

DEMONSTRATIVES: Final = word_set("that these this those")
"""What points at something said before, as a pronoun or as a determiner."""

ANYONE: Final = word_set("anybody anyone")
"""Whoever it may be, in conditions and questions: of nobody is told that he spoke."""

CLASSES: Final = word_set("anybody anyone everybody everyone people somebody someone those whoever")
"""Whom a clause behind them tells apart: "those who claim that it works" are told to claim nothing."""

RELATIVES: Final = word_set("which who whom whose")
"""What goes on with the name before it: "Ann Roe, who said"."""
