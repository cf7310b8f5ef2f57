"""The whole cue around a verb, as the reader annotates it or as the words show it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newscli.analysis.quotes.cues import WholeCues
from tests.support.annotations import Content, annotated
from tests.support.quotes import quotes_by, running_text_of, span_of, told, told_by


def whole(text: str, verb: str, *contents: Content, cues: Sequence[str] = ()) -> list[str]:
    """Return the pieces of the cue around the first place of a verb, after contents and lone cues."""
    found = WholeCues(running_text_of(text), annotated(text, *contents, cues=cues))
    return [piece.of(text) for piece in found.of(span_of(text, verb))]


@pytest.mark.parametrize(
    "cue",
    ["has never claimed", "refused to say", "would not rule out", "was quoted as saying", "according to"],
)
def test_the_cue_of_the_reader_is_whole(cue: str) -> None:
    text = f"Hale {cue} it was over."
    verb = cue.rsplit(maxsplit=1)[-1]
    assert whole(text, verb, ("it was over", cue, "Hale")) == [cue]
    assert told(text, ("it was over", cue, "Hale"))[0].cue == cue


@pytest.mark.parametrize(
    "cue",
    [
        "denied",
        "has repeatedly denied",
        "has never denied",
        "did not say",
        "didn’t say",
        "won't say",
        "can’t say",
        "may have warned",
        "reportedly claimed",
    ],
)
def test_where_the_reader_has_no_cue_it_is_the_verb_group(cue: str) -> None:
    verb = cue.rsplit(maxsplit=1)[-1]
    assert whole(f"Hale {cue} that it was over.", verb) == [cue]


@pytest.mark.parametrize(
    ("cue", "expected"), [("also said", "said"), ("then added", "added"), ("never said", "never said")]
)
def test_an_adverb_that_only_puts_in_order_is_no_part_of_a_cue(cue: str, expected: str) -> None:
    text = f"Hale {cue} it was over."
    assert whole(text, cue, ("it was over", cue, "Hale")) == [expected]
    assert whole(text, expected.rsplit(maxsplit=1)[-1]) == [expected]


def test_a_cue_found_by_rules_beside_a_quotation_is_whole_too() -> None:
    text = "“It is over,” Hale has repeatedly insisted."
    assert told(text)[0].cue == "has repeatedly insisted"
    assert told("Hale has never said: “It is over.”")[0].cue == "has never said"


def test_the_verb_group_does_not_reach_into_a_quotation() -> None:
    assert whole("“Nobody ever will” said Hale.", "said") == ["said"]


@pytest.mark.parametrize(("linked", "alone"), [("say", "Did"), ("Did", "say")])
def test_the_pieces_of_an_inverted_verb_are_one_cue(linked: str, alone: str) -> None:
    text = "Did he ever say it was over?"
    assert whole(text, linked, ("it was over", linked, "he"), cues=[alone]) == ["Did", "say"]


def test_a_parted_cue_is_shown_with_both_pieces() -> None:
    text = "Why did he not say it was over?"
    annotations = annotated(text, ("it was over", "not say", "he"), cues=["did"])
    assert [quote.cue for quote in told_by(text, annotations)] == ["did … not say"]


def test_an_auxiliary_with_a_content_of_its_own_is_a_cue_of_its_own() -> None:
    text = "Did he? He said it was over, so he would say."
    contents = [("it was over", "said", "He")]
    assert whole(text, "said", *contents, cues=["Did"]) == ["said"]
    assert whole(text, "said", *contents, cues=["would"]) == ["said"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("to remind people here that it was over", "that it was over"),
        ("to sincerely congratulate him", "him"),
    ],
)
def test_what_somebody_wishes_to_say_is_not_said_yet(content: str, words: str) -> None:
    text = f"Hale wanted {content}."
    (quote,) = quotes_by(text, annotated(text, (content, "wanted", "Hale")))
    assert (quote.status, quote.spans[0].of(text)) == ("possible", words)
    assert quote.cue[0].of(text) in {"wanted to remind", "wanted to sincerely congratulate"}


def test_what_somebody_wishes_to_do_is_no_cue() -> None:
    text = "Hale wanted to leave the board."
    (quote,) = quotes_by(text, annotated(text, ("to leave the board", "wanted", "Hale")))
    assert (quote.status, quote.cue[0].of(text)) == ("said", "wanted")
    assert quote.spans[0].of(text) == "to leave the board"
