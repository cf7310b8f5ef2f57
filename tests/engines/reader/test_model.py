"""The reader's own work, with a stand-in for the network that annotations words by what they are."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from newscli.analysis.segment import segment
from newscli.engines.reader.annotations import Annotations
from newscli.engines.reader.decoding import BEGIN, END, INSIDE, OUTSIDE, SINGLE
from newscli.engines.reader.features import Convention
from newscli.engines.reader.linking import BUCKETS, DISTANCE_ROWS, KINDS, LINK_VECTORS, LINK_WIDTH
from newscli.engines.reader.model import GROUP_SIZES, OUTPUTS, Reader
from newscli.engines.reader.telling import SCORED_ACTS, TOLD_BLOCKS, TOLD_WIDTH
from newscli.engines.reader.windows import OVERLAP, ROOM, prepare
from newscli.engines.reader.wordpieces import WordPieces
from newscli.model import LABELS, STATUSES, Span
from newscli.text.load import parse

if TYPE_CHECKING:
    from newscli.engines.reader.model import Integers, Outputs

WORDS = "filler lindqvist hale says denied wall is safe too dear dry and ellery . ,".split()
CUTTER = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS])
TAGS = {
    "lindqvist": [(0, SINGLE), (20, SINGLE)],
    "hale": [(0, SINGLE), (20, SINGLE)],
    "says": [(5, SINGLE)],
    "denied": [(5, SINGLE)],
    "wall": [(10, BEGIN)],
    "is": [(10, INSIDE)],
    "safe": [(10, END)],
    "too": [(10, BEGIN)],
    "and": [(10, INSIDE)],
    "dear": [(10, END)],
    "ellery": [(20, 8 + SINGLE)],
    "dry": [(10, INSIDE), (15, SINGLE)],
}
# Each content asks for the cue and the source that have the same place in these vectors.
KEYS = {"says": (0, 1), "denied": (0, 2), "lindqvist": (1, 1), "hale": (1, 2)}
NO_MATTER = np.zeros((DISTANCE_ROWS, BUCKETS), dtype=np.float32)  # distances decide nothing here
QUERIES = {"wall": (0, 1), "too": (0, 2), "dry": (1, 1)}
# What "denied" says of its content, and "dry" of itself as an inner one.
TOLD = {"denied": (2, STATUSES.index("denied")), "dry": (1, len(STATUSES) + SCORED_ACTS.index("thought"))}


class StandIn:
    """Scores words by their vocabulary number, and remembers the windows that it was given."""

    def __init__(self) -> None:
        self.windows: list[list[int]] = []
        self.conventions: set[int] = set()

    def __call__(self, pieces: Integers, features: Integers, words: Integers) -> Outputs:
        assert features.shape == (1, pieces.shape[1], 4)
        self.conventions |= set(features[0, :, 3].tolist())
        numbers = [int(number) for number in pieces[0]]
        assert (numbers[0], numbers[-1]) == (CUTTER.start, CUTTER.stop)
        self.windows.append(numbers[1:-1])
        scores = np.zeros((len(words), sum(GROUP_SIZES)), dtype=np.float32)
        links = np.zeros((len(words), LINK_VECTORS * LINK_WIDTH), dtype=np.float32)
        told = np.zeros((len(words), TOLD_BLOCKS * TOLD_WIDTH), dtype=np.float32)
        for row, place in enumerate(words):
            word = WORDS[numbers[place] - 4] if numbers[place] >= 4 else ""
            tags = dict(TAGS.get(word, []))
            for base in (0, 5, 10, 15, 20):
                scores[row, base + tags.get(base, OUTSIDE)] = 9.0
            if word in KEYS:
                kind, at = KEYS[word]
                links[row, kind * LINK_WIDTH + at] = 50.0
            if word in QUERIES:
                layer, at = QUERIES[word]
                asks = (KINDS + 2 * layer) * LINK_WIDTH + at
                links[row, asks] = links[row, asks + LINK_WIDTH] = 1.0
            if word in TOLD:
                block, at = TOLD[word]
                told[row, block * TOLD_WIDTH + at] = 9.0
        return scores, links, told


def annotate(text: str) -> Annotations:
    article = parse(text)
    return Reader(StandIn(), CUTTER, NO_MATTER).annotate(article.prose, segment(article), ())


NESTED = "Filler filler.\n\nLindqvist says wall is safe. Hale denied too dry and dear, Ellery."


ARTICLE = "Filler filler.\n\nLindqvist says wall is safe. Hale denied too dear, Ellery."


def test_marks_are_spans_of_the_text() -> None:
    annotations = annotate(ARTICLE)
    assert [one.span.of(ARTICLE) for one in annotations.sources] == ["Lindqvist", "Hale"]
    assert [one.span.of(ARTICLE) for one in annotations.cues] == ["says", "denied"]
    assert [one.span.of(ARTICLE) for one in annotations.contents] == [
        "wall is safe",
        "too dear",
    ]
    assert [(name.span.of(ARTICLE), name.label) for name in annotations.names] == [
        ("Lindqvist", "PER"),
        ("Hale", "PER"),
        ("Ellery", "LOC"),
    ]


def test_each_content_has_the_cue_and_source_that_answer_it() -> None:
    annotations = annotate(ARTICLE)
    assert [(link.cue, link.source) for link in annotations.links] == [(0, 0), (1, 1)]
    assert all(link.cue_probability > 0.9 and link.source_probability > 0.9 for link in annotations.links)


def test_a_content_that_nothing_answers_has_no_cue_and_no_source() -> None:
    annotations = annotate("Filler filler.\n\nHale says wall is safe.")
    (link,) = annotations.links
    assert link.cue == 0
    assert link.source is None
    assert link.source_probability == pytest.approx(1 / 2)  # only "none" and Hale are in reach


def test_probabilities_are_between_0_and_1() -> None:
    annotations = annotate(ARTICLE)
    sure = math.exp(9) / (math.exp(9) + 4)
    assert annotations.cues[0].probability == pytest.approx(sure, rel=1e-4)
    assert all(0 < one.probability <= 1 for one in (*annotations.sources, *annotations.contents))
    assert all(0 < name.probability <= 1 for name in annotations.names)


def test_an_empty_article_has_no_marks() -> None:
    assert Reader(StandIn(), CUTTER, NO_MATTER).annotate("", (), ()) == Annotations()


def test_a_content_inside_another_one_is_an_annotation_of_its_own() -> None:
    annotations = annotate(NESTED)
    assert [one.span.of(NESTED) for one in annotations.contents] == [
        "wall is safe",
        "too dry and dear",
    ]
    assert [(one.span.of(NESTED), one.within) for one in annotations.inner] == [("dry", 1)]
    assert [(link.cue, link.source) for link in annotations.inner_links] == [(0, 0)]


def test_an_inner_content_that_no_other_holds_is_dropped() -> None:
    annotations = annotate("Filler filler.\n\nHale says dry.")
    assert not annotations.inner
    assert not annotations.inner_links


def test_its_cue_and_its_own_first_word_say_how_a_content_is_told() -> None:
    annotations = annotate(NESTED)
    assert [one.told.status for one in annotations.contents] == ["said", "denied"]
    assert [one.told.act for one in (*annotations.contents, *annotations.inner)] == [
        "speech",
        "speech",
        "thought",
    ]
    assert all(sum(one.told.statuses) == pytest.approx(1) for one in annotations.contents)
    assert all(sum(one.told.acts) == pytest.approx(1) for one in annotations.contents)


def test_a_readers_convention_is_asked_unless_another_is_named() -> None:
    article, network = parse(ARTICLE), StandIn()
    reader = Reader(network, CUTTER, NO_MATTER)
    reader.annotate(article.prose, segment(article), ())
    assert network.conventions == {Convention.READER}
    network.conventions.clear()
    reader.annotate(article.prose, segment(article), (), Convention.CORPUS)
    assert network.conventions == {Convention.CORPUS}


def windows(text: str) -> list[list[int]]:
    network = StandIn()
    article = parse(text)
    Reader(network, CUTTER, NO_MATTER).annotate(article.prose, segment(article), ())
    return network.windows


def test_a_short_article_is_one_window() -> None:
    assert len(windows(ARTICLE)) == 1


def test_windows_are_no_longer_than_the_model_reads_and_overlap_at_sentence_ends() -> None:
    sentence = "Lindqvist says wall is safe."
    found = windows("\n\n".join([sentence] * 300))
    size = 6
    assert all(len(window) <= ROOM and len(window) % size == 0 for window in found)
    kept = sum(map(len, found)) - (len(found) - 1) * (OVERLAP // size * size)
    assert kept == 300 * size


def test_every_word_of_a_long_article_is_marked_once() -> None:
    text = "Filler filler.\n\n" + "\n\n".join(["Lindqvist says wall is safe, too dear."] * 200)
    annotations = annotate(text)
    assert len(annotations.sources) == len(annotations.cues) == len(annotations.names) == 200
    assert len(annotations.contents) == len(annotations.links) == 400
    assert all(left.span.end < right.span.start for left, right in pairwise(annotations.sources))


def test_a_sentence_longer_than_a_window_is_read_in_parts() -> None:
    text = "Filler filler.\n\n" + "filler " * 700 + "Lindqvist says wall is safe."
    assert all(len(window) <= ROOM for window in windows(text))
    assert [one.span.of(text) for one in annotate(text).sources] == ["Lindqvist"]


def test_labels_are_those_of_the_model_file() -> None:
    assert GROUP_SIZES[-1] == 1 + 4 * len(LABELS)


def test_curly_and_straight_marks_are_the_same_pieces() -> None:
    cutter = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", '"', "'", "“", "”", "’", "s", "wall"])

    def pieces(text: str) -> list[tuple[int, ...]]:
        quotations = [(Span(0, len(text)), Span(1, len(text) - 1))]
        return prepare(text, segment(parse(text)), quotations, cutter).pieces

    assert pieces("“wall’s”") == pieces('"wall\'s"')
    assert (cutter.cut("“"), cutter.cut("”")) == (pieces('"wall"')[0], pieces('"wall"')[-1])


@pytest.mark.parametrize("repeats", [1, 90])
def test_the_opening_of_each_sentence_is_what_the_network_says_of_its_first_word(repeats: int) -> None:
    text = "\n\n".join([*["Filler filler, filler."] * repeats, "Lindqvist says wall is safe. Too dear."])
    article = parse(text)
    openings = Reader(StandIn(), CUTTER, NO_MATTER).openings(article.prose, segment(article), ())
    assert openings.shape == (repeats + 2, OUTPUTS)
    tags = openings[:, : sum(GROUP_SIZES)]
    assert tags[-2, SINGLE] == tags[-1, 10 + BEGIN] == tags[0, OUTSIDE] == 9.0
    assert openings[-2, sum(GROUP_SIZES) + LINK_WIDTH + 1] == 50.0
    assert not tags[:-2, SINGLE].any()
