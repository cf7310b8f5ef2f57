from __future__ import annotations

import pytest

from newscli.english.cues import cue_forms


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("denies", "deny"),
        ("admitted", "admit"),
        ("acknowledging", "acknowledge"),
        ("tells", "tell"),
        ("thought", "think"),
        ("teaches", None),
        ("sayed", None),
    ],
)
def test_forms_lead_to_their_verb(form: str, lemma: str | None) -> None:
    cue = cue_forms().get(form)
    assert (cue.lemma if cue else None) == lemma


def test_speech_and_thought_are_distinguished() -> None:
    assert cue_forms()["claimed"].act == "speech"
    assert cue_forms()["hoped"].act == "thought"


def test_participles_and_nouns_are_marked() -> None:
    forms = cue_forms()
    assert forms["adding"].participle
    assert not forms["sing"].participle
    assert forms["reports"].noun
    assert not forms["reported"].noun
