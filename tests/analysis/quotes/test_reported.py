from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.reported import attribute_contents
from newscli.analysis.quotes.running_text import RunningText
from newscli.engines.reader.telling import ScoredAct
from newscli.model import Label, Status
from tests.support.annotations import Content, annotated, mentions_of, quotations_of
from tests.support.articles import article_of, words_of
from tests.support.quotes import span_of


def attributed(
    text: str,
    *contents: Content,
    inner: Sequence[Content] = (),
    statuses: Mapping[str, Status] | None = None,
    acts: Mapping[str, ScoredAct] | None = None,
    cues: Sequence[str] = (),
    sources: Sequence[str] = (),
    names: Mapping[str, Label] | None = None,
) -> tuple[QuoteDraft, ...]:
    """Attribute contents that the reader annotated: (content, cue, source); Ana Reyes is a name."""
    article = article_of(*text.split("\n\n"))
    names = names or ({"Ana Reyes": "PER"} if "Ana Reyes" in text else {})
    annotations = annotated(
        text, *contents, inner=inner, statuses=statuses, acts=acts, names=names, cues=cues, sources=sources
    )
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


def test_pieces_of_an_inner_content_are_one_quote_whatever_the_outer_ones_are() -> None:
    text = "Roe said the plan, Otis told her, was dead."
    inner = [("the plan", "told", "Otis"), ("was dead", "told", "Otis")]
    outer, found = attributed(text, ("the plan, Otis told her, was dead", "said", "Roe"), inner=inner)
    assert (len(outer.spans), spans(text, found)) == (1, ["the plan", "was dead"])


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


def test_what_begins_inside_a_quotation_leaves_its_mark_and_comma_outside() -> None:
    text = "“Nobody has told us whose hand it was,” Ana Reyes said."
    outer = ("Nobody has told us whose hand it was,", "said", "Ana Reyes")
    inner = ("whose hand it was,", "has told", "Nobody")
    *_, found = attributed(text, outer, inner=[inner])
    assert spans(text, found) == ["whose hand it was"]


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
