"""Documents whose names are marked: sets of tokens, articles with offsets, what newscli itself found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from newscli.engines.reader.decoding import OUTSIDE
from newscli.engines.reader.features import SHAPES
from newscli.engines.reader.wordpieces import WordPieces
from newscli.english.capitals import Shape
from newscli.english.titles import HONORIFICS
from newscli.errors import InputError
from newscli.text.load import parse
from training.reader.conventions import NameSet, is_address, teaches
from training.reader.documents import Document, Places, new_document
from training.reader.tags import NO_ROLES, OUTSIDE_OR_MISC, UNKNOWN, label_of, write_spans

# Sets without names of their own, for which newscli's own stand in.
NAMELESS: Final = (
    "attribution/polnear-train.jsonl.gz",
    "statements/mixed-train.jsonl.gz",
    "coref/gum-entities.jsonl.gz",
    "coref/gap-train.jsonl.gz",
)
# PolNeAR's articles have their names from the first of these.
NAMELESS_MARKS: Final = frozenset({"wikinews", "bbc", "cnn"})

_NO_SPACE_BEFORE: Final = re.compile(
    r"(?:[,.;:!?%)\]}]|'s|’s|n't|n’t|'re|'ve|'ll|'d|'m|''|”|\.\.\.)$", re.IGNORECASE
)
_NO_SPACE_AFTER: Final = re.compile(r"(?:[(\[{$£€#]|``|“)$")
_MISC: Final = label_of("MISC")
_TITLE: Final = re.compile(r"(\w+)\.?\s+")
_CAPITALISED: Final = frozenset({Shape.TITLE, Shape.CAPITALS, Shape.INITIALS, Shape.MIXED})

Names = Sequence[tuple[int, int, str]]


def running_text(sentences: Sequence[Sequence[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """Join tokens into running text, a sentence a paragraph, and say where each token went."""
    text, offsets = "", []
    for number, tokens in enumerate(sentences):
        text += "\n\n" if number else ""
        spans, glue, is_open_quote = [], True, False
        for token in tokens:
            closes = token == '"' and is_open_quote
            if not (glue or closes or _NO_SPACE_BEFORE.match(token)):
                text += " "
            spans.append((len(text), len(text) + len(token)))
            text += token
            glue = bool(_NO_SPACE_AFTER.match(token)) or (token == '"' and not is_open_quote)
            is_open_quote ^= token == '"'
        offsets.append(spans)
    return text, offsets


def _name_spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the names of a sentence in BIO tags: half-open token numbers and the label."""
    start, label = 0, ""
    for number, tag in enumerate([*tags, "O"]):
        prefix, _, kind = tag.partition("-")
        if label and (prefix != "I" or kind != label):
            yield start, number, label
            label = ""
        if kind and not label:
            start, label = number, kind


def _write_over(tags: list[int], stretches: Iterable[tuple[int, int]], tag: int) -> None:
    """Give one tag to all words of the stretches."""
    for first, last in stretches:
        tags[first:last] = [tag] * (last - first)


def names_document(record: Mapping[str, Any], names: NameSet, cutter: WordPieces) -> Document | None:
    """Read a document of tokens; None where it is no text that newscli reads as it stands."""
    text, offsets = running_text([sentence["tokens"] for sentence in record["sentences"]])
    try:
        article = parse(text)
    except InputError:
        return None
    if article.extracted:
        return None
    document, words = new_document(record["id"], article, cutter, names.weight)
    document.joined = True
    found, addresses, doubtful = [], [], []
    for sentence, at in zip(record["sentences"], offsets, strict=True):
        for start, end, label in _name_spans(sentence["tags"]):
            first, last = words.within(at[start][0], at[end - 1][1])
            found.append((first, last, label_of(label)))
        for token, place in zip(sentence["tokens"], at, strict=True):
            if is_address(token):
                addresses.append(words.within(*place))
            elif not teaches(token):
                doubtful.append(words.within(*place))
    tags = write_spans(words.count, found)
    if not names.has_misc:
        no_misc = {OUTSIDE, *range(1 + 4 * _MISC, 5 + 4 * _MISC)}
        tags = [OUTSIDE_OR_MISC if tag in no_misc else tag for tag in tags]
    _write_over(tags, addresses, OUTSIDE)
    _write_over(tags, doubtful, UNKNOWN)
    document.tags = [(*NO_ROLES, tag) for tag in tags]
    return document


def _without_titles(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a name's place without "Mr" and the like, which the reader leaves outside."""
    while (title := _TITLE.match(text, start, end)) and title[1].lower() in HONORIFICS:
        start = title.end()
    return start, end


def _name_tags(text: str, words: Places, names: Names) -> list[int]:
    spans = ((_without_titles(text, start, end), label) for start, end, label in names)
    return write_spans(words.count, [(*words.within(*span), label_of(label)) for span, label in spans])


def add_names(
    document: Document, text: str, words: Places, names: Names, masked: Sequence[tuple[int, int]] = ()
) -> None:
    """Write the names of an article into its document.

    Args:
        document: Its roles stay as they are.
        text: What the offsets count in.
        words: Where the document's words stand.
        names: All that there are: (start, end, label).
        masked: Stretches of which it is known only that they are no PER, ORG or LOC.
    """
    tags = _name_tags(text, words, names)
    for start, end in masked:
        for word in range(*words.within(start, end)):
            tags[word] = OUTSIDE_OR_MISC if tags[word] == OUTSIDE else tags[word]
    _write(document, tags)


def add_silver(document: Document, text: str, words: Places, names: Names) -> None:
    """Write names that newscli found; of other words with a capital nothing is known."""
    tags = [
        UNKNOWN if tag == OUTSIDE and case % SHAPES in _CAPITALISED else tag
        for tag, case in zip(_name_tags(text, words, names), document.cases, strict=True)
    ]
    _write(document, tags)


def _write(document: Document, tags: Sequence[int]) -> None:
    document.tags = [(*each[:-1], tag) for each, tag in zip(document.tags, tags, strict=True)]


def article_document(record: Mapping[str, Any], cutter: WordPieces) -> Document:
    """Read an article of which only the names are marked."""
    document, words = new_document(record["id"], parse(record["text"]), cutter, 1.0)
    add_names(document, record["text"], words, record["names"], record["masked"])
    return document
