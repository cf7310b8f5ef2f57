"""How articles with marked attributions become what the reader learns from."""

from __future__ import annotations

from typing import Any

from newscli.engines.reader.decoding import BEGIN, END, INSIDE, OUTSIDE, SINGLE
from newscli.engines.reader.features import Convention
from newscli.engines.reader.linking import asks_for_name
from newscli.engines.reader.model import GROUPS
from newscli.engines.reader.telling import SCORED_ACTS
from newscli.engines.reader.wordpieces import WordPieces
from newscli.model import STATUSES
from newscli.text.load import parse
from training.reader.documents import Document, Link, Places, Pointer, new_document
from training.reader.names import add_names
from training.reader.pointers import add_sources, add_speakers
from training.reader.statements import attribution_document, verdicts_document
from training.reader.tags import UNKNOWN

CUTTER = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
NAMES_CUTTER = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "roe", "otis"])
OF_SOURCE = asks_for_name(None)
TEXT = "Roe said Otis did not say it rained."


def spans(*parts: str) -> list[list[int]]:
    return [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts]


def attribution(source: str, cue: str, content: str, **more: object) -> dict[str, Any]:
    return {"source": spans(source), "cue": spans(cue), "content": spans(content), **more}


OUTER = attribution("Roe", "said", "Otis did not say it rained", id=1, status="said", act="speech")
INNER = attribution("Otis", "did not say", "it rained", id=2, status="unsaid", act="stance")
RECORD = {"id": "one", "text": TEXT, "attributions": [OUTER, INNER]}
CORPUS: dict[str, Any] = {
    "id": "one",
    "text": TEXT,
    "attributions": [attribution("Roe", "said", "it rained", id="E1")],
}


def tags_of(document: Document, group: str) -> list[int]:
    return [tags[GROUPS.index(group)] for tags in document.tags]


def test_a_statement_inside_another_one_has_tags_of_its_own() -> None:
    document, _ = attribution_document(RECORD, CUTTER, Convention.READER)
    assert tags_of(document, "content") == [0, 0, BEGIN, *[INSIDE] * 4, END, 0]
    assert tags_of(document, "inner") == [0, 0, 0, 0, 0, 0, BEGIN, END, 0]
    assert tags_of(document, "cue") == [0, SINGLE, 0, BEGIN, INSIDE, END, 0, 0, 0]
    assert set(tags_of(document, "names")) == {UNKNOWN}


def test_each_content_tells_its_cue_its_source_and_how_it_is_told() -> None:
    document, _ = attribution_document(RECORD, CUTTER, Convention.READER)
    assert document.links == [
        Link(2, cue=1, source=0, layer=0, status=STATUSES.index("said"), act=SCORED_ACTS.index("speech")),
        Link(6, cue=3, source=2, layer=1, status=STATUSES.index("unsaid"), act=SCORED_ACTS.index("thought")),
    ]


def test_a_corpus_tells_nothing_of_inner_contents_nor_of_how_it_is_told() -> None:
    document, _ = attribution_document(CORPUS, CUTTER, Convention.CORPUS)
    assert set(tags_of(document, "inner")) == {UNKNOWN}
    assert document.links == [Link(6, cue=1, source=0, layer=0, status=UNKNOWN, act=UNKNOWN)]


def test_a_verdict_says_how_an_attribution_of_the_corpus_is_told() -> None:
    verdicts = {"E1": {"kind": "deed", "status": "said", "flawed": False}}
    document, _ = attribution_document(CORPUS, CUTTER, Convention.CORPUS, verdicts=verdicts)
    assert [(link.status, link.act) for link in document.links] == [(0, SCORED_ACTS.index("none"))]
    verdicts["E1"]["flawed"] = True
    document, _ = attribution_document(CORPUS, CUTTER, Convention.CORPUS, verdicts=verdicts)
    assert [(link.status, link.act) for link in document.links] == [(UNKNOWN, UNKNOWN)]


def judged(kind: str) -> Document:
    verdicts = {"E1": {"kind": kind, "status": "said", "flawed": False}}
    document, words = attribution_document(CORPUS, CUTTER, Convention.CORPUS, verdicts=verdicts)
    return verdicts_document(CORPUS, document, words, verdicts)


def test_by_a_readers_convention_a_deed_is_no_content_and_all_else_is_open() -> None:
    document = judged("deed")
    assert document.convention == Convention.READER
    assert tags_of(document, "content") == [*[UNKNOWN] * 6, OUTSIDE, OUTSIDE, UNKNOWN]
    assert tags_of(judged("speech"), "content") == [*[UNKNOWN] * 6, BEGIN, END, UNKNOWN]
    assert set(tags_of(document, "source")) == {UNKNOWN}
    assert document.links == []


def test_a_source_points_to_all_names_of_its_speaker() -> None:
    cutter = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"ann roe otis she told spoke .".split()])
    text = "Ann Roe told Otis. She told Roe."
    document, words = new_document("one", parse(text), cutter, 1.0)
    add_names(document, text, words, [(0, 7, "PER"), (13, 17, "PER"), (28, 31, "PER")])
    she = {"source": [[19, 22]], "content": [], "speaker": "Ann Roe"}
    they = {"source": [[13, 17]], "content": [], "speaker": None}
    add_speakers(document, words, [she, they, {**they, "speaker": "Bob Ash"}], cutter)
    assert document.pointers == [Pointer(5, OF_SOURCE, (0, 7)), Pointer(3, OF_SOURCE, ())]


def named() -> tuple[Document, Places]:
    """Return the document of TEXT with its two names."""
    document, words = new_document("one", parse(TEXT), NAMES_CUTTER, 1.0)
    add_names(document, TEXT, words, [(0, 3, "PER"), (9, 13, "PER")])
    return document, words


def test_a_content_of_each_layer_points_to_the_name_of_the_one_who_says_it() -> None:
    document, words = named()
    add_speakers(document, words, [{**OUTER, "speaker": "Roe"}, {**INNER, "speaker": "Otis"}], NAMES_CUTTER)
    assert document.pointers == [
        Pointer(0, OF_SOURCE, (0,)),
        Pointer(2, asks_for_name(0), (0,)),
        Pointer(2, OF_SOURCE, (2,)),
        Pointer(6, asks_for_name(1), (2,)),
    ]


def test_a_judged_source_of_the_corpus_points_and_so_does_its_content() -> None:
    document, words = named()
    judged: list[dict[str, Any]] = [{"source": spans("Roe")[0], "names": ["Roe"]}]
    add_sources(document, words, CORPUS["attributions"], judged, NAMES_CUTTER)
    assert document.pointers == [Pointer(0, OF_SOURCE, (0,)), Pointer(6, asks_for_name(0), (0,))]
