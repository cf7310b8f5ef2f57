"""Whom pronouns inside indirect statements mean, by pointers made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.pointed import Pointed
from newscli.analysis.speakers.referents import Referents
from newscli.engines.reader.annotations import Annotations, NameAnnotation, Pointer, PronounAnnotation
from newscli.english.titles import Gender
from newscli.model import Entity, Kind, Quote, Span

TEXT = "Mr Tom Hale met Mrs Mara Voss at the port. Ilse Orel said {}."


def meant(
    said: str,
    pronoun: str,
    *,
    to: str = "Mara Voss",
    chance: float = 0.95,
    kind: Kind = "indirect",
    speaker: str = "Ilse Orel",
) -> list[str]:
    """Return the names of the pronouns of what is said, the pronoun pointing to a name with this chance."""
    text = TEXT.format(said)

    def place(words: str, behind: int = 0) -> Span:
        return Span(text.index(words, behind), text.index(words, behind) + len(words))

    names = ("Tom Hale", "Mara Voss", "Ilse Orel")
    told = place(said, text.index("Orel said"))
    entities = [Entity(name, "PER", (place(name),), (), 0.5) for name in names]
    if said.startswith("Voss"):
        entities[1] = replace(entities[1], mentions=(place("Mara Voss"), Span(told.start, told.start + 4)))
    quote = Quote(1, kind, (told,), (), place("Ilse Orel"), speaker, "speech", 0.9)
    annotations = Annotations(
        names=tuple(NameAnnotation(place(name), "PER", 0.9, (0.9, 0.0, 0.0, 0.0)) for name in names),
        pronouns=(
            PronounAnnotation(place(pronoun, told.start), Pointer(((names.index(to), chance),), 1 - chance)),
        ),
    )
    genders: dict[str, Gender] = {"Tom Hale": "m", "Mara Voss": "f", "Ilse Orel": "f"}
    named = name_at(entities)
    pointed = Pointed(annotations, named)
    found = Referents(text, annotations.pronouns, pointed, named, genders).named_in(quote)
    assert all(text[one.span.start : one.span.end] == pronoun for one in found.referents)
    return [one.name for one in found.referents]


def test_a_pronoun_is_whom_the_pointer_means() -> None:
    assert meant("she had signed", "she") == ["Mara Voss"]
    assert meant("the wall was his", "his", to="Tom Hale") == ["Tom Hale"]


@pytest.mark.parametrize("chance", [0.5, 0.79])
def test_what_is_not_sure_stays_a_pronoun(chance: float) -> None:
    assert meant("she had signed", "she", chance=chance) == []


def test_a_pronoun_of_another_gender_stays_one() -> None:
    assert meant("he had signed", "he") == []


def test_only_indirect_statements_are_read() -> None:
    assert meant("she had signed", "she", kind="mixed") == []


def test_who_is_named_in_the_statement_needs_no_name() -> None:
    assert meant("Voss thought that she had signed", "she") == []


def test_the_object_of_an_infinitive_is_not_the_speaker() -> None:
    assert meant("to thank her", "her", to="Mara Voss", speaker="Mara Voss") == []
    assert meant("that Hale had thanked her", "her", to="Mara Voss", speaker="Mara Voss") == ["Mara Voss"]
