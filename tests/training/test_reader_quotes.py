"""Joining marks to quotes, and scoring these."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

from newscli.engines.reader.annotations import Annotation, Annotations, ContentAnnotation, Link
from newscli.engines.reader.telling import Telling
from newscli.model import Span
from training.reader.quotes import corpus_quotes, listed_quotes
from training.reader.tags import in_layers
from training.reader.telling_scores import telling_scores

SAID = (1.0, 0.0, 0.0, 0.0, 0.0)
SPEECH, NONE = Telling(SAID, (1.0, 0.0, 0.0)), Telling(SAID, (0.0, 0.0, 1.0))


QUOTE = {
    "content": [[16, 25]],
    "source": [0, 3],
    "cue": [[4, 15]],
    "status": "said",
    "act": "thought",
}


def content(start: int, end: int, told: Telling = SPEECH, within: int | None = None) -> ContentAnnotation:
    return ContentAnnotation(Span(start, end), 0.9, told, within)


ANNOTATIONS = Annotations(
    sources=(Annotation(Span(0, 3), 0.9),),
    cues=(Annotation(Span(4, 8), 0.9),),
    contents=(content(10, 20), content(22, 30), content(40, 50, NONE)),
    links=(Link(0, 0.9, 0, 0.9), Link(0, 0.9, 0, 0.9), Link(None, 0.9, None, 0.9)),
    inner=(content(12, 18, within=0),),
    inner_links=(Link(None, 0.9, None, 0.9),),
)


def test_contents_of_one_sure_cue_are_one_quote() -> None:
    assert [quote["content"] for quote in corpus_quotes(ANNOTATIONS)] == [[[10, 20], [22, 30]], [[40, 50]]]


def test_a_reader_lists_inner_contents_and_no_deeds() -> None:
    assert [quote["content"] for quote in listed_quotes(ANNOTATIONS)] == [[[10, 20], [22, 30]], [[12, 18]]]


def test_layers_hold_what_stands_inside_one_other_content() -> None:
    assert in_layers([(0, 9), (2, 5), (3, 4), (8, 12), (20, 22)]) == {(0, 9): 0, (2, 5): 1, (20, 22): 0}


def scorer() -> ModuleType:
    """Stand in for score_quotes.py: words are letters, a source is right where it is the same."""
    module: Any = ModuleType("score_quotes")
    module.WORD = re.compile(r"\w+")
    module.tokens_in = lambda text, spans: frozenset(
        match.span() for start, end in spans for match in module.WORD.finditer(text, start, end)
    )
    module.pair_up = lambda gold, found: [
        (i, j, 1.0) for i, g in enumerate(gold) for j, f in enumerate(found) if g == f
    ]
    module.same_source = lambda text, gold, found: gold == [found]
    return module  # type: ignore[no-any-return]


def test_what_is_told_wrong_counts_as_turned_unless_the_cue_tells_it() -> None:
    gold = {
        "text": "Roe did not say it rained",
        "attributions": [{**QUOTE, "source": [[0, 3]], "status": "unsaid", "act": "stance", "within": None}],
    }
    quote = {**QUOTE, "cue": [[12, 15]]}
    figures = dict(telling_scores(scorer(), [gold], [[quote]]))
    assert (figures["found F1"], figures["who F1"]) == (100, 100)
    assert (figures["turned"], figures["cue whole"]) == (100, 0)
    assert (figures["act"], figures["unsaid right, of 1"], figures["spurious"]) == (100, 0, 0)
    figures = dict(telling_scores(scorer(), [gold], [[QUOTE]]))
    assert (figures["turned"], figures["cue whole"]) == (0, 100)
