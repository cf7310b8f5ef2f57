from __future__ import annotations

import pytest

from newscli.analysis.quotes.surroundings import Gap
from tests.support.quotes import surroundings_of


def shown(gap: Gap) -> str:
    return " ".join(gap.words.texts[gap.first : gap.stop])


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("Roe said “no” to us.", "Roe said", "to us ."),
        ("“No,” Roe said.", "", "Roe said ."),
        ("He said “no” and “yes” to us.", "He said", "and"),
        ("Roe said “no”", "Roe said", ""),
    ],
)
def test_the_words_beside_a_quotation_reach_to_the_next_one_or_the_ends_of_its_sentence(
    text: str, before: str, behind: str
) -> None:
    surroundings = surroundings_of(text)
    assert (shown(surroundings.before), shown(surroundings.behind)) == (before, behind)


def test_the_words_before_a_second_quotation_begin_behind_the_first() -> None:
    assert shown(surroundings_of("He said “no” and “yes” to us.", number=1).before) == "and"


@pytest.mark.parametrize("text", ["“We never slept.” Mr Hale said.", "“Never!” Mr Hale said."])
def test_the_sentence_behind_a_stop_in_marks_is_what_stands_behind(text: str) -> None:
    assert shown(surroundings_of(text).behind) == "Mr Hale said ."


def test_a_sentence_that_the_splitter_cut_off_is_one_behind_a_full_stop() -> None:
    assert surroundings_of("“We never slept.” Mr Hale said.").is_cut_off
    assert not surroundings_of("“We never slept,” Mr Hale said.").is_cut_off


@pytest.mark.parametrize(
    "text",
    [
        "“We never slept.”\n\nMr Hale said.",
        "“We never slept.” " + "Mr Hale " * 15 + "said.",
        "“We never slept.”",
    ],
)
def test_another_paragraph_and_a_long_sentence_do_not_stand_behind(text: str) -> None:
    assert shown(surroundings_of(text).behind) == ""


@pytest.mark.parametrize(
    ("text", "is_sentence"),
    [
        ("“We waited the whole night.”", True),
        ("“We waited the whole night,” he said.", True),
        ("“We waited the whole night", True),
        ("“We waited all night”", False),
        ("“we waited the whole night.”", False),
        ("“We waited the whole night” he said.", False),
    ],
)
def test_a_sentence_has_a_capital_some_words_and_a_stop(text: str, is_sentence: bool) -> None:
    assert surroundings_of(text).is_sentence is is_sentence


def test_a_quotation_ends_with_the_stop_of_one_inside_it() -> None:
    surroundings = surroundings_of("“She said ‘no.’”")
    assert surroundings.ends_with(".")
    assert not surroundings.ends_with(",?!")


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("“It is” how she began.", True),
        ("“It is,” how she began.", False),
        ("“It is” in the hall.", False),
        ("“It is”", False),
    ],
)
def test_text_goes_on_with_words_that_make_one_clause(text: str, goes_on: bool) -> None:
    surroundings = surroundings_of(text)
    assert surroundings.text_goes_on is goes_on
    assert surroundings.is_whole is not goes_on


@pytest.mark.parametrize(
    ("text", "begins_anew", "with_words_before"),
    [
        ("The plan is “dead,” she said.", False, "The plan is “dead,”"),
        ("Roe said: “Dead.”", True, "“Dead.”"),
        ("In short, “dead,” she said.", False, "“dead,”"),
        ("“Dead,” she said.", True, "“Dead,”"),
    ],
)
def test_words_before_a_quotation_belong_to_it_unless_they_lead_it_in(
    text: str, begins_anew: bool, with_words_before: str
) -> None:
    surroundings = surroundings_of(text)
    assert surroundings.begins_anew is begins_anew
    assert surroundings.with_words_before().of(text) == with_words_before
