from __future__ import annotations

from collections.abc import Sequence

import pytest

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.reported import attribute_contents
from newscli.analysis.quotes.running_text import RunningText
from newscli.model import Label
from tests.support.annotations import annotated, mentions_of, quotations_of
from tests.support.articles import article_of, words_of


def attributed(
    text: str,
    *contents: tuple[str, str | None, str | None],
    cues: Sequence[str] = (),
    sources: Sequence[str] = (),
) -> tuple[QuoteDraft, ...]:
    """Attribute contents that the reader annotated: (content, cue, source); Ana Reyes is a name."""
    article = article_of(*text.split("\n\n"))
    names: dict[str, Label] = {"Ana Reyes": "PER"} if "Ana Reyes" in text else {}
    annotations = annotated(text, *contents, names=names, cues=cues, sources=sources)
    running_text = RunningText.of(
        article, words_of(article), quotations_of(article), mentions_of(annotations)
    )
    return attribute_contents(running_text, annotations)


def spans(text: str, attribution: QuoteDraft) -> list[str]:
    return [span.of(text) for span in attribution.spans]


def test_a_content_has_the_cue_and_the_source_that_are_linked_to_it() -> None:
    text = "The union said that it would strike."
    (found,) = attributed(text, ("it would strike", "said", "The union"))
    assert spans(text, found) == ["it would strike"]
    assert found.cue is not None
    assert found.cue.of(text) == "said"
    assert found.mention is not None
    assert found.mention.of(text) == "The union"


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("Hale said that it was over.", "that it was over.", "it was over"),
        ("Hale called it “a grave error”.", "it “a grave error", "it “a grave error”"),
        ("That, Hale said, is over.", ", is over", "is over"),
    ],
)
def test_bounds_follow_marks_and_leave_out_what_is_no_content(text: str, marked: str, expected: str) -> None:
    (found,) = attributed(text, (marked, "called" if "called" in text else "said", "Hale"))
    assert spans(text, found) == [expected]


def test_a_content_that_its_cue_interrupts_is_one_quote() -> None:
    text = "The plan, Hale said, is dead."
    (found,) = attributed(text, ("The plan", "said", "Hale"), ("is dead", "said", "Hale"))
    assert spans(text, found) == ["The plan", "is dead"]


def test_the_next_paragraph_is_a_quote_of_its_own() -> None:
    text = "The plan is dead, Hale said.\n\nIt was never alive."
    found = attributed(text, ("The plan is dead", "said", "Hale"), ("It was never alive", "said", "Hale"))
    assert [spans(text, one) for one in found] == [["The plan is dead"], ["It was never alive"]]


def test_a_content_that_is_alone_with_a_cue_in_its_sentence_belongs_to_that() -> None:
    text = "The ferry burned, Hale said. It sank, according to its owner."
    told = (("The ferry burned", "said", "Hale"), ("It sank", "said", "Hale"))
    first, second = attributed(text, *told, cues=("according to",), sources=("its owner",))
    assert [spans(text, one) for one in (first, second)] == [["The ferry burned"], ["It sank"]]
    assert second.cue is not None
    assert second.cue.of(text) == "according to"
    assert second.mention is not None
    assert second.mention.of(text) == "its owner"


def test_what_a_cue_with_a_colon_leads_in_begins_anew() -> None:
    text = "The plan is dead, Hale said: It was never alive."
    found = attributed(text, ("The plan is dead", "said", "Hale"), ("It was never alive", "said", "Hale"))
    assert [spans(text, one) for one in found] == [["The plan is dead"], ["It was never alive"]]


@pytest.mark.parametrize(
    ("text", "content", "cue", "mention"),
    [
        ("Hale left. Ana Reyes noted that he was late.", "he was late", "noted", "Ana Reyes"),
        ("Hale left. He was late, according to the board.", "He was late", "according to", "the board"),
    ],
)
def test_a_source_of_another_sentence_gives_way_to_the_subject_of_the_cue(
    text: str, content: str, cue: str, mention: str
) -> None:
    (found,) = attributed(text, (content, cue, "Hale"))
    assert found.mention is not None
    assert found.mention.of(text) == mention


@pytest.mark.parametrize(
    ("cue", "word"),
    [
        ("has repeatedly insisted", "insisted"),
        ("said in a statement", "said"),
        ("according to", "according to"),
        ("shot back", "shot back"),
    ],
)
def test_the_cue_is_the_word_of_speaking(cue: str, word: str) -> None:
    text = f"Hale {cue} it was over."
    (found,) = attributed(text, ("it was over", cue, "Hale"))
    assert found.cue is not None
    assert found.cue.of(text) == word


@pytest.mark.parametrize(
    ("source", "mention"),
    [
        ("The mayor, Ana Reyes,", "Ana Reyes"),
        ("Ana Reyes, the mayor,", "Ana Reyes"),
        ("Mayor Ana Reyes", "Mayor Ana Reyes"),
        ("a friend of Ana Reyes", "a friend of Ana Reyes"),
        ("the union,", "the union"),
    ],
)
def test_a_source_is_the_name_without_its_description(source: str, mention: str) -> None:
    text = f"Now {source} said it had happened."
    (found,) = attributed(text, ("it had happened", "said", source))
    assert found.mention is not None
    assert found.mention.of(text) == mention


@pytest.mark.parametrize(
    ("cue", "act"), [("said", "speech"), ("hoped", "stance"), ("is in favour of", "stance")]
)
def test_the_cue_tells_speech_from_stance(cue: str, act: str) -> None:
    (found,) = attributed(f"Hale {cue} another vote.", ("another vote", cue, "Hale"))
    assert found.act == act


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("Ana Reyes remarked that nobody had come.", "nobody had come", "remarked", None),
        (
            "As Ana Reyes observed in her book The Tide, boats sink.",
            "boats sink",
            "observed",
            "her book The Tide",
        ),
    ],
)
def test_a_name_right_before_a_cue_of_speech_is_the_source(
    text: str, content: str, cue: str, source: str | None
) -> None:
    (found,) = attributed(text, (content, cue, source))
    assert found.mention is not None
    assert found.mention.of(text) == "Ana Reyes"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ana Reyes was told that nobody had come.", "told"),
        ("Ana Reyes seems sure that nobody had come.", "seems sure"),
    ],
)
def test_a_name_before_another_cue_is_none(text: str, cue: str) -> None:
    (found,) = attributed(text, ("nobody had come", cue, None))
    assert found.mention is None
