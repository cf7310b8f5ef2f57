"""From the data sets to documents of words, cut by newscli itself, with features and tags."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks.sets import read_set
from newscli.analysis.segment import segment
from newscli.engines.reader.decoding import OUTSIDE
from newscli.engines.reader.model import ROLES
from newscli.engines.reader.windows import prepare
from newscli.engines.reader.wordpieces import WordPieces
from newscli.errors import InputError
from newscli.model import Article, Span
from newscli.text.load import parse
from newscli.text.quotation_marks import pair_marks
from training.reader.conventions import NAME_SETS, NameSet, is_address, is_held_out, is_open, teaches
from training.reader.tags import GROUPS, OUTSIDE_OR_MISC, UNKNOWN, label_of, write_spans

_NO_SPACE_BEFORE: Final = re.compile(
    r"(?:[,.;:!?%)\]}]|'s|’s|n't|n’t|'re|'ve|'ll|'d|'m|''|”|\.\.\.)$", re.IGNORECASE
)
_NO_SPACE_AFTER: Final = re.compile(r"(?:[(\[{$£€#]|``|“)$")
_MISC: Final = label_of("MISC")


@dataclass(frozen=True, slots=True)
class Link:
    """From a content span to its cue and its source, each by its first word; None where it has none."""

    content: int
    cue: int | None
    source: int | None


@dataclass(slots=True)
class Document:
    """A text as the reader sees it, word by word.

    Attributes:
        id: Its id in its set.
        weight: How often each window is seen in an epoch, on average.
        pieces: Vocabulary numbers, for each word.
        cases: ``features.cases``, for each word.
        places: ``features.places``, for each word.
        quoted: ``features.quoted``, for each word.
        starts: The first word of each sentence.
        tags: For each word the tags of the four ``tags.GROUPS``.
        links: In text order.
    """

    id: str
    weight: float
    pieces: list[tuple[int, ...]]
    cases: list[int]
    places: list[int]
    quoted: list[int]
    starts: list[int]
    tags: list[tuple[int, ...]]
    links: list[Link] = field(default_factory=list)


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


def outermost(article: Article) -> list[tuple[Span, Span]]:
    """Return the outermost quotations of an article, with and without their marks."""
    quotations, _ = pair_marks(article.prose, article.blocks)
    return [(q.span, q.inner) for q in quotations if q.depth == 0]


class Places:
    """Where the words of an article stand, and which of them a stretch of text touches."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.count = len(spans)
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of words that share a character with the stretch."""
        return bisect_right(self._ends, start), bisect_left(self._starts, end)


def _document(name: str, weight: float, article: Article, cutter: WordPieces) -> tuple[Document, Places]:
    """Cut an article into words with features, its tags unknown."""
    words = prepare(article.prose, segment(article), outermost(article), cutter)
    document = Document(
        id=name,
        weight=weight,
        pieces=words.pieces,
        cases=[case for case, _, _ in words.features],
        places=[place for _, place, _ in words.features],
        quoted=[state for _, _, state in words.features],
        starts=words.starts,
        tags=[(UNKNOWN,) * len(GROUPS)] * len(words.spans),
    )
    return document, Places(words.spans)


def attribution_document(record: dict[str, Any], cutter: WordPieces) -> Document:
    """Read an article of PolNeAR; its names are unknown."""
    document, words = _document(record["id"], 1.0, parse(record["text"]), cutter)
    spans: dict[str, list[tuple[int, int, int]]] = {role: [] for role in ROLES}
    for attribution in record["attributions"]:
        found = {
            role: [words.within(start, end) for start, end in sorted(attribution[role])] for role in ROLES
        }
        for role in ROLES:
            spans[role] += [(start, end, 0) for start, end in found[role]]
        cue = found["cue"][0][0] if found["cue"] else None
        source = found["source"][0][0] if found["source"] else None
        document.links += [Link(start, cue, source) for start, end in found["content"] if start < end]
    by_role = [write_spans(words.count, spans[role]) for role in ROLES]
    document.tags = [(*roles, UNKNOWN) for roles in zip(*by_role, strict=True)]
    document.links.sort(key=lambda link: link.content)
    return document


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


def names_document(record: dict[str, Any], names: NameSet, cutter: WordPieces) -> Document | None:
    """Read a document of a set of names; None where it is no text that newscli reads as it stands."""
    text, offsets = running_text([sentence["tokens"] for sentence in record["sentences"]])
    try:
        article = parse(text)
    except InputError:
        return None
    if article.extracted:
        return None
    document, words = _document(record["id"], names.weight, article, cutter)
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
    document.tags = [(UNKNOWN,) * len(ROLES) + (tag,) for tag in tags]
    return document


def _may_teach(file: str, document: str, kept_out: set[str]) -> bool:
    if "wikigold" in file:
        return not is_held_out(document)
    if "gum" in file:
        return is_open(document) and document not in kept_out
    return True


def training_documents(data: Path, cutter: WordPieces) -> list[Document]:
    """Read all that the reader is trained on.

    Args:
        data: The folder that holds ``attribution``, ``ner`` and ``pos``.
        cutter: Cuts words into pieces.

    Returns:
        PolNeAR's articles, then each set of names in the order of ``NAME_SETS``. What measures the model is
        not among them: dev and test files, GUM's dev documents, a fifth of wikigold.
    """
    documents = [
        attribution_document(record, cutter)
        for record in read_set(data / "attribution" / "polnear-train.jsonl.gz")
    ]
    kept_out = {record["id"] for record in read_set(data / "pos" / "gum-dev.jsonl.gz")}
    for names in NAME_SETS:
        for record in read_set(data / names.file):
            if _may_teach(names.file, record["id"], kept_out):
                document = names_document(record, names, cutter)
                documents += [document] if document else []
    return documents
