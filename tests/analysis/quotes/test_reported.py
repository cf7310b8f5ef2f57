from __future__ import annotations

import pytest

from newscli.analysis.quotes.draft import QuoteDraft
from tests.support.quotes import span_of
from tests.support.reported import attributed


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
        ("Hale said that would be over.", "that would be over.", "that would be over"),
        ("Hale said that May was over.", "that May was over.", "May was over"),
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


def test_a_content_goes_on_behind_whom_it_is_according_to() -> None:
    text = "Orel will sleep in the hall and get, according to Hale, “bread and water”."
    told = ("Orel will sleep in the hall and get", None, None), ("“bread and water”", "according to", "Hale")
    (found,) = attributed(text, *told)
    assert spans(text, found) == ["Orel will sleep in the hall and get", "“bread and water”"]
    assert found.cue is not None
    assert found.cue.of(text) == "according to"


def test_a_content_does_not_go_on_in_a_sentence_that_says_whom_it_is_according_to() -> None:
    text = "“The ferry is late.”\n\nAccording to Hale, the ferry is late."
    told = ("“The ferry is late.”", None, None), ("the ferry is late", "According to", "Hale")
    assert len(attributed(text, *told)) == 2


def test_a_content_ends_before_the_subject_of_the_next_sentence() -> None:
    text = "Hale said he bore no grudge. His wife, Ana Reyes, said nothing."
    (found,) = attributed(text, ("he bore no grudge. His wife, Ana Reyes", "said", "Hale"))
    assert spans(text, found) == ["he bore no grudge"]


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


def test_a_cue_inside_a_content_that_is_alone_in_its_sentence_tells_another_one() -> None:
    text = "We love the ferry, Hale said.\n\nWe would love it more if it ran."
    outer = [("We love the ferry", "said", "Hale"), ("We would love it more if it ran", "said", "Hale")]
    inner = [("it more if it ran", "would love", "We")]
    _, second, third = attributed(text, *outer, inner=inner)
    assert (second.cue, second.mention) == (None, span_of(text, "Hale"))
    assert third.cue == span_of(text, "would love")


def test_what_a_cue_with_a_colon_leads_in_begins_anew() -> None:
    text = "The plan is dead, Hale said: It was never alive."
    found = attributed(text, ("The plan is dead", "said", "Hale"), ("It was never alive", "said", "Hale"))
    assert [spans(text, one) for one in found] == [["The plan is dead"], ["It was never alive"]]


def test_a_content_is_told_as_the_reader_sees_it() -> None:
    content = ("another vote", "hoped for", "Hale")
    (found,) = attributed(
        "Hale hoped for another vote.",
        content,
        acts={"another vote": "thought"},
        statuses={"another vote": "unsaid"},
    )
    assert (found.act, found.status, found.inner) == ("thought", "unsaid", False)


def test_a_deed_is_left_out() -> None:
    content = ("another vote", "granted", "Hale")
    assert attributed("Hale granted another vote.", content, acts={"another vote": "none"}) == ()


def test_contents_inside_others_follow_those_that_stand_in_none() -> None:
    text = "Roe said Otis told her it rained. Hale said it was over."
    outer = [("Otis told her it rained", "said", "Roe"), ("it was over", "said", "Hale")]
    found = attributed(text, *outer, inner=[("it rained", "told", "Otis")])
    assert [spans(text, one) for one in found] == [
        ["Otis told her it rained"],
        ["it was over"],
        ["it rained"],
    ]
    assert [one.inner for one in found] == [False, False, True]


def test_what_has_the_cue_of_the_content_around_it_is_no_quote_of_its_own() -> None:
    text = "Roe said she doubted that the dam would hold."
    outer = ("she doubted that the dam would hold", "said", "Roe")
    (found,) = attributed(text, outer, inner=[("the dam would hold", "said", "Roe")])
    assert spans(text, found) == ["she doubted that the dam would hold"]


def test_pieces_of_an_inner_content_are_one_quote_whatever_the_outer_ones_are() -> None:
    text = "Roe said the plan, Otis told her, was dead."
    inner = [("the plan", "told", "Otis"), ("was dead", "told", "Otis")]
    outer, found = attributed(text, ("the plan, Otis told her, was dead", "said", "Roe"), inner=inner)
    assert (len(outer.spans), spans(text, found)) == (1, ["the plan", "was dead"])


def test_what_begins_inside_a_quotation_leaves_its_mark_and_comma_outside() -> None:
    text = "“Nobody has told us whose hand it was,” Ana Reyes said."
    outer = ("Nobody has told us whose hand it was,", "said", "Ana Reyes")
    inner = ("whose hand it was,", "has told", "Nobody")
    *_, found = attributed(text, outer, inner=[inner])
    assert spans(text, found) == ["whose hand it was"]
