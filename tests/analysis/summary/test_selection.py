"""Which of the ranked sentences are chosen."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.summary.candidates import Candidate, read_story
from newscli.analysis.summary.selection import length, select
from newscli.text.load import parse
from tests.support.articles import words_of


def candidates_of(*sentences: str) -> tuple[Candidate, ...]:
    article = parse(" ".join(sentences))
    return read_story(article, words_of(article)).candidates


MILL = candidates_of(
    "Bo Ahl bought the old mill of Osk.",
    "He wants to grind rye there.",
    "The old mill of Osk was bought by Bo Ahl.",
    "Ferries leave at noon.",
)


def test_the_best_are_chosen_in_text_order() -> None:
    assert select(MILL, [0.5, 0.0, 0.1, 1.0], limit=2, room=None) == [0, 3]


def test_what_says_the_same_is_left_out_even_where_nothing_else_is_left() -> None:
    assert select(MILL, [1.0, 0.5, 0.9, 0.4], limit=4, room=None) == [0, 1, 3]


def test_a_sentence_that_leans_gives_way_until_the_one_before_it_is_chosen() -> None:
    assert select(MILL, [0.0, 1.0, 0.0, 0.9], limit=1, room=None) == [3]
    assert select(MILL, [1.0, 0.95, 0.0, 0.9], limit=2, room=None) == [0, 1]


def test_no_score_makes_up_for_leaning_while_something_else_is_left() -> None:
    assert select(MILL, [0.0, 1.0, 0.0, 0.0], limit=1, room=None) != [1]
    assert select(MILL[1:], [1.0, 0.0, 0.0], limit=3, room=None) == [0, 1, 2]


def test_a_sentence_that_is_too_long_makes_room_for_a_shorter_one() -> None:
    assert select(MILL, [1.0, 0.0, 0.9, 0.5], limit=None, room=5) == [3]
    assert select(MILL, [1.0, 0.0, 0.9, 0.5], limit=None, room=3) == []


def test_no_limit_and_no_budget_choose_all_that_differ() -> None:
    assert select(MILL, [0.0] * 4, limit=None, room=None) == [0, 1, 3]


def test_a_question_comes_after_all_statements() -> None:
    asked = candidates_of("Who will sail the ferry to Osk?", "Divers found a bell.", "Bo Ahl bought a mill.")
    assert select(asked, [1.0, 0.1, 0.0], limit=2, room=None) == [1, 2]
    assert select(asked, [1.0, 0.1, 0.0], limit=3, room=None) == [0, 1, 2]


SENTENCES = st.lists(
    st.lists(st.sampled_from("he mill rye ferry osk noon gull lake".split()), min_size=1, max_size=6).map(
        lambda words: " ".join(words).capitalize() + "."
    ),
    min_size=1,
    max_size=12,
)


@given(SENTENCES, st.integers(0, 30), st.randoms(use_true_random=False))
def test_bounds_hold_and_nothing_is_repeated_whatever_the_scores(
    sentences: list[str], room: int, random: Random
) -> None:
    candidates = candidates_of(*sentences)
    scores = [random.random() for _ in candidates]
    places = select(candidates, scores, limit=None, room=room)
    assert sum(length(candidates[place]) for place in places) <= room
    for one, other in combinations([set(candidates[place].terms) for place in places], 2):
        assert len(one & other) <= min(len(one), len(other)) / 2
