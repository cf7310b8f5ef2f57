"""The model file that ships, on articles about a town that is not on any map."""

from __future__ import annotations

import resource
import sys

from newscli.analysis.segment import segment
from newscli.engines.reader.annotations import Annotations
from newscli.engines.reader.model import annotate
from newscli.model import Span
from newscli.text.load import parse
from newscli.text.quotation_marks import pair_marks

ARTICLE = """Harbour wall to be rebuilt by spring

PORT ELLERY — Mayor Anna Lindqvist said on Monday that the harbour wall would be rebuilt by spring.

“We cannot wait for another winter,” she told the Ellery Courier. “The sea will not.”

Tom Hale, an engineer at Ibex Inc., warned that the work would cost more than $4m.
He had come from Brussels."""


def annotations_of(text: str) -> Annotations:
    article = parse(text)
    quotations, _ = pair_marks(article.prose, article.blocks)
    outermost: list[tuple[Span, Span]] = [(q.span, q.inner) for q in quotations if q.depth == 0]
    return annotate(article.prose, segment(article), outermost)


def test_it_finds_who_what_and_what_was_said() -> None:
    annotations = annotations_of(ARTICLE)
    said = [mark.span.of(ARTICLE) for mark in annotations.contents]
    assert "that the harbour wall would be rebuilt by spring" in said
    cues = {mark.span.of(ARTICLE) for mark in annotations.cues}
    assert {"told", "warned"} <= {word for cue in cues for word in cue.split()}
    names = {(name.span.of(ARTICLE), name.label) for name in annotations.names}
    assert {
        ("Anna Lindqvist", "PER"),
        ("Tom Hale", "PER"),
        ("Ibex Inc.", "ORG"),
        ("Brussels", "LOC"),
    } <= names


def test_a_quotation_that_a_cue_interrupts_is_two_contents_of_one_cue() -> None:
    annotations = annotations_of(ARTICLE)
    by_text = {
        mark.span.of(ARTICLE): link
        for mark, link in zip(annotations.contents, annotations.links, strict=True)
    }
    first, second = by_text["“We cannot wait for another winter,”"], by_text["“The sea will not.”"]
    assert first.cue is not None
    assert first.cue == second.cue
    assert first.source is not None
    assert annotations.sources[first.source].span.of(ARTICLE) == "she"


def test_the_same_text_gives_the_same_annotations() -> None:
    assert annotations_of(ARTICLE) == annotations_of(ARTICLE)


def test_a_book_is_read_in_flat_memory() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    annotations_of("\n\n".join([ARTICLE] * 60))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < (100_000 if sys.platform != "darwin" else 100_000_000)
