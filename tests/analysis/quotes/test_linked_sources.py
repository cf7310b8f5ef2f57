"""Which source a reported content has, from sources that the reader annotated."""

from __future__ import annotations

import pytest

from newscli.model import Label
from tests.support.reported import attributed


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


def test_a_list_of_names_is_the_source_as_a_whole() -> None:
    text = "Ana Reyes, Piet Dunn and Mara Velling said that it was over."
    source = "Ana Reyes, Piet Dunn and Mara Velling"
    names: dict[str, Label] = dict.fromkeys(("Ana Reyes", "Piet Dunn", "Mara Velling"), "PER")
    (found,) = attributed(text, ("it was over", "said", source), names=names)
    assert found.mention is not None
    assert found.mention.of(text) == source


def test_the_source_in_a_relative_clause_is_its_pronoun() -> None:
    text = "Orel met the growers who wrote the letter urging her to wait."
    (found,) = attributed(text, ("her to wait", "urging", "who wrote the letter"))
    assert found.mention is not None
    assert found.mention.of(text) == "who"


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


def test_a_name_right_before_a_cue_speaks_rather_than_a_source_farther_off() -> None:
    text = "Hale said it was late, while the mayor Ana Reyes claimed it was over."
    (found,) = attributed(text, ("it was over", "claimed", "Hale"))
    assert found.mention is not None
    assert found.mention.of(text) == "Ana Reyes"


@pytest.mark.parametrize(
    ("text", "cue", "nearer", "expected"),
    [
        (
            "Hale will see the dam, a matter which the mayor has spoken on.",
            "has spoken on",
            "the mayor",
            "the mayor",
        ),
        ("Hale took what we might call the dam.", "might call", "we", "we"),
        ("Hale both likes the dam.", "likes", "both", "Hale"),
        ("Hale told the court that the mayor was accused of the dam.", "was accused of", "the mayor", "Hale"),
        ("Hale bought for the mayor, described by Orel, the dam.", "described", "the mayor", "Hale"),
        ("Hale had ruled for the mayor described by Orel as the dam.", "described", "the mayor", "Hale"),
        ("Hale asked the mayor to say the dam.", "to say", "the mayor", "Hale"),
    ],
)
def test_a_source_right_before_a_cue_is_its_subject_whatever_is_linked(
    text: str, cue: str, nearer: str, expected: str
) -> None:
    (found,) = attributed(text, ("the dam", cue, "Hale"), sources=[nearer])
    assert found.mention is not None
    assert found.mention.of(text) == expected


def test_a_name_that_stands_behind_on_before_a_cue_is_not_who_speaks() -> None:
    text = "Peter Hale on Reyesbook said it was over."
    names: dict[str, Label] = {"Peter Hale": "PER", "Reyesbook": "ORG"}
    (found,) = attributed(text, ("it was over", "said", "Peter Hale"), names=names)
    assert found.mention is not None
    assert found.mention.of(text) == "Peter Hale"


def test_a_name_inside_a_source_does_not_speak_for_it() -> None:
    text = "The party of Ana Reyes claimed it was over."
    (found,) = attributed(text, ("it was over", "claimed", "The party of Ana Reyes"))
    assert found.mention is not None
    assert found.mention.of(text) == "The party of Ana Reyes"


def test_who_is_heard_to_say_it_is_the_source_not_the_one_who_hears() -> None:
    text = "A porter heard Ana Reyes say that it was over."
    (found,) = attributed(text, ("it was over", "say", "A porter"))
    assert found.mention is not None
    assert found.mention.of(text) == "Ana Reyes"


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "mention"),
    [
        ("Ana Reyes is widely tipped to win.", "to win", "is widely tipped", "Ana Reyes", None),
        ("One ranger was told that a bear had come.", "a bear had come", "was told", "One ranger", None),
        ("A fire was reported by two crews.", "A fire", "was reported", "two crews", "two crews"),
        ("Ana Reyes was quoted as saying it burned.", "it burned", "was quoted", "Ana Reyes", "Ana Reyes"),
    ],
)
def test_whom_a_passive_cue_tells_of_is_no_source(
    text: str, content: str, cue: str, source: str, mention: str | None
) -> None:
    (found,) = attributed(text, (content, cue, source))
    assert (found.mention.of(text) if found.mention else None) == mention


def test_a_participle_goes_on_with_who_speaks_right_before_it() -> None:
    text = "All plans would be settled, Ana Reyes said adding that it was over."
    (found,) = attributed(text, ("it was over", "adding", None))
    assert found.mention is not None
    assert found.mention.of(text) == "Ana Reyes"


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Hale was sent home and told to wait.", "told", None),
        ("Hale was sent home and ordered not to wait.", "ordered", None),
        ("Hale was told by Orel to wait.", "told", None),
        ("Hale told Orel to wait.", "told", "Hale"),
        ("Hale asked to wait.", "asked", "Hale"),
    ],
)
def test_who_is_told_to_do_something_does_not_say_it(text: str, cue: str, expected: str | None) -> None:
    (found,) = attributed(text, ("to wait", cue, "Hale"))
    assert (found.mention and found.mention.of(text)) == expected


def test_the_subject_that_two_verbs_share_is_the_source_as_the_reader_reads_it() -> None:
    text = "Centrist think tanks like the Roe Fund have seen it and argued that it was over."
    (found,) = attributed(
        text, ("it was over", "argued", None), sources=["Centrist think tanks like the Roe Fund"]
    )
    assert found.mention is not None
    assert found.mention.of(text) == "Centrist think tanks like the Roe Fund"
