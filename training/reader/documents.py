"""Documents: what every data set is turned into, words cut by newscli itself, with features and tags."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from newscli.analysis.segment import segment
from newscli.engines.reader.features import Convention
from newscli.engines.reader.model import GROUPS
from newscli.engines.reader.windows import prepare
from newscli.engines.reader.wordpieces import WordPieces
from newscli.model import Article, Span
from newscli.text.quotation_marks import pair_marks
from training.reader.tags import UNKNOWN


@dataclass(frozen=True, slots=True)
class Link:
    """A content, what belongs to it and how it is told.

    Attributes:
        content: Its first word.
        cue: The first word of its cue, None where it has none.
        source: The first word of its source, likewise.
        layer: 0 inside no other content, 1 inside one.
        status: Its number in ``model.STATUSES``, UNKNOWN where nobody judged.
        act: Its number in ``telling.SCORED_ACTS``, likewise.
    """

    content: int
    cue: int | None
    source: int | None
    layer: int = 0
    status: int = UNKNOWN
    act: int = UNKNOWN


@dataclass(frozen=True, slots=True)
class Pointer:
    """From a source, or a content, to the names of the one who is meant, or who says it.

    Attributes:
        mention: Its first word.
        asking: Which of the word's vectors asks; see ``linking.asks_for_name``.
        names: The first word of each name; none where it means nobody who has one.
    """

    mention: int
    asking: int
    names: tuple[int, ...]


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
        tags: For each word the tags of the ``reader.GROUPS``.
        links: In text order.
        pointers: Those that are known.
        convention: By whose rules it is marked.
        joined: Whether its layout is made up: single sentences, joined as a paragraph each.
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
    pointers: list[Pointer] = field(default_factory=list)
    convention: Convention = Convention.READER
    joined: bool = False

    @property
    def teaches(self) -> bool:
        """Whether any word has a tag that is known."""
        return any(tag != UNKNOWN for tags in self.tags for tag in tags)


class Places:
    """Where the words of an article stand, and which of them a stretch of text touches."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.count = len(spans)
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of words that share a character with the stretch."""
        return bisect_right(self._ends, start), bisect_left(self._starts, end)


def outermost(article: Article) -> list[tuple[Span, Span]]:
    """Return the outermost quotations of an article, with and without their marks."""
    quotations, _ = pair_marks(article.prose, article.blocks)
    return [(q.span, q.inner) for q in quotations if q.depth == 0]


def new_document(name: str, article: Article, cutter: WordPieces, weight: float) -> tuple[Document, Places]:
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
