from __future__ import annotations

import numpy as np
import pytest

from newscli.engines.reader.annotations import Link
from newscli.engines.reader.decoding import Stretch
from newscli.engines.reader.linking import (
    BUCKETS,
    DISTANCE_ROWS,
    LINK_VECTORS,
    LINK_WIDTH,
    NAME,
    Linker,
    Window,
    asks_for_name,
    buckets,
    distance_row,
)

WORDS = 12
TAGS = 37
WIDTH = LINK_VECTORS * LINK_WIDTH
# Where in a word's vectors each begins.
IS_CUE, IS_SOURCE, IS_NAME, ASKS_CUE, ASKS_SOURCE, INNER_ASKS_CUE = (LINK_WIDTH * part for part in range(6))


def marks(*firsts: int) -> list[Stretch]:
    return [Stretch(first, first + 1, 0, 0.9) for first in firsts]


def linker(*, wins: float = 0.0) -> Linker:
    """One window in which each word may begin anything.

    Content 0 asks for cue 3 and source 7; as an inner one for cue 1.
    """
    by_distance = np.zeros((DISTANCE_ROWS, BUCKETS), dtype=np.float32)
    by_distance[:, buckets(np.array([1]))] = wins
    vectors = np.zeros((WORDS + 1, WIDTH), dtype=np.float32)
    vectors[1 + 0, ASKS_CUE] = vectors[1 + 0, ASKS_SOURCE] = 1.0
    vectors[1 + 0, INNER_ASKS_CUE + 1] = vectors[1 + 1, IS_CUE + 1] = 50.0
    vectors[1 + 3, IS_CUE] = vectors[1 + 7, IS_SOURCE] = 50.0
    found = Linker(by_distance)
    found.add(Window(0, WORDS, 0, WORDS), np.zeros((WORDS, TAGS), dtype=np.float32), vectors)
    return found


def test_a_content_gets_the_cue_and_the_source_that_answer_it_best() -> None:
    (link,) = linker().link(marks(0), cues=marks(1, 3), sources=marks(5, 7), layer=0)
    assert (link.cue, link.source) == (1, 1)
    assert link.cue_probability > 0.9
    assert link.source_probability > 0.9


def test_a_content_asks_as_one_of_its_layer() -> None:
    (link,) = linker().link(marks(0), cues=marks(1, 3), sources=marks(5, 7), layer=1)
    assert link.cue == 0


@pytest.mark.parametrize("layer", [None, 0, 1])
def test_a_source_or_a_content_points_to_the_name_that_answers_it(layer: int | None) -> None:
    vectors = np.zeros((WORDS + 1, WIDTH), dtype=np.float32)
    vectors[1 + 4, LINK_WIDTH * asks_for_name(layer)] = 1.0
    vectors[1 + 2, IS_NAME] = 50.0
    found = Linker(np.zeros((DISTANCE_ROWS, BUCKETS), dtype=np.float32))
    found.add(Window(0, WORDS, 0, WORDS), np.zeros((WORDS, TAGS), dtype=np.float32), vectors)
    sure, unsure = found.point(marks(4, 6), marks(1, 2, 5), layer)
    ((name, chance),) = sure.names
    assert name == 1
    assert chance > 0.9
    assert [name for name, _ in unsure.names] == [0, 1, 2]
    assert unsure.nobody == pytest.approx(1 / 4)


def test_nearness_counts_beside_the_vectors() -> None:
    (link,) = linker(wins=20.0).link(marks(0), cues=marks(1, 3), sources=marks(5, 7), layer=0)
    assert (link.cue, link.source) == (0, 1)


def test_nearness_counts_for_a_content_otherwise_than_for_a_source() -> None:
    by_distance = np.zeros((DISTANCE_ROWS, BUCKETS), dtype=np.float32)
    by_distance[distance_row(NAME, asks_for_name(0)), buckets(np.array([1]))] = 20.0
    found = Linker(by_distance)
    nothing = np.zeros((WORDS, TAGS), dtype=np.float32), np.zeros((WORDS + 1, WIDTH), dtype=np.float32)
    found.add(Window(0, WORDS, 0, WORDS), *nothing)
    (of_source,) = found.point(marks(4), marks(2, 5))
    (of_content,) = found.point(marks(4), marks(2, 5), layer=0)
    assert [chance for _, chance in of_source.names] == pytest.approx([1 / 3, 1 / 3])
    assert [name for name, _ in of_content.names] == [1]


def test_none_wins_where_nothing_answers_better() -> None:
    (link,) = linker().link(marks(2), cues=marks(3), sources=(), layer=0)
    assert link.cue is None
    assert link.cue_probability == pytest.approx(0.5)
    assert link == Link(None, link.cue_probability, None, 1.0)


def test_marks_outside_the_window_are_out_of_reach() -> None:
    found = linker()
    found.add(
        Window(8, 20, 12, 20),
        np.zeros((12, TAGS), dtype=np.float32),
        np.zeros((13, WIDTH), dtype=np.float32),
    )
    near, far = found.link(marks(0, 15), cues=marks(3, 14), sources=(), layer=0)
    assert near.cue == 0
    assert far.cue is None


def test_words_that_surely_begin_nothing_are_not_kept() -> None:
    scores = np.zeros((WORDS, TAGS), dtype=np.float32)
    scores[:, [0, 5, 10, 15, 20]] = 20.0
    found = Linker(np.zeros((DISTANCE_ROWS, BUCKETS), dtype=np.float32))
    found.add(Window(0, WORDS, 0, WORDS), scores, np.ones((WORDS + 1, WIDTH), dtype=np.float32))
    assert list(found.link(marks(0), cues=marks(3), sources=marks(7), layer=0)) == [
        Link(None, 1.0, None, 1.0)
    ]


def test_buckets_grow_with_the_distance_and_part_before_from_after() -> None:
    distances = np.array([-500, -128, -3, -1, 0, 1, 2, 5, 127, 128, 500])
    found = buckets(distances)
    assert list(found) == [0, 0, 11, 13, 14, 15, 16, 18, 27, 28, 28]
    assert max(found) == BUCKETS - 1
