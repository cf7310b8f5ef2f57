"""How articles with marked names become what the reader learns from."""

from __future__ import annotations

from newscli.engines.reader.decoding import BEGIN, END, OUTSIDE, SINGLE
from newscli.engines.reader.wordpieces import WordPieces
from newscli.text.load import parse
from training.reader.documents import new_document
from training.reader.names import add_names, add_silver, article_document
from training.reader.tags import OUTSIDE_OR_MISC, UNKNOWN

CUTTER = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
TEXT = "Mr Tom Hale won the Ellery Cup there."


def span(part: str) -> tuple[int, int]:
    return TEXT.index(part), TEXT.index(part) + len(part)


def test_titles_stay_outside_a_name() -> None:
    document, words = new_document("one", parse(TEXT), CUTTER, 1.0)
    add_names(document, TEXT, words, [(*span("Mr Tom Hale"), "PER")])
    assert [tags[-1] for tags in document.tags][:4] == [OUTSIDE, BEGIN, END, OUTSIDE]


def test_of_a_masked_stretch_only_misc_is_open() -> None:
    record = {
        "id": "one",
        "text": TEXT,
        "names": [(*span("Tom Hale"), "PER")],
        "masked": [span("Ellery Cup")],
    }
    document = article_document(record, CUTTER)
    assert [tags[-1] for tags in document.tags] == [
        OUTSIDE, BEGIN, END, OUTSIDE, OUTSIDE, OUTSIDE_OR_MISC, OUTSIDE_OR_MISC, OUTSIDE, OUTSIDE,
    ]  # fmt: skip
    assert {tag for tags in document.tags for tag in tags[:-1]} == {UNKNOWN}


def test_of_names_that_newscli_found_other_capitals_teach_nothing() -> None:
    document, words = new_document("one", parse(TEXT), CUTTER, 1.0)
    add_silver(document, TEXT, words, [(*span("Hale"), "PER")])
    assert [tags[-1] for tags in document.tags] == [
        UNKNOWN, UNKNOWN, SINGLE, OUTSIDE, OUTSIDE, UNKNOWN, UNKNOWN, OUTSIDE, OUTSIDE,
    ]  # fmt: skip
