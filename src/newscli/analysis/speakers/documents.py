"""Whose a document is: "the board's report", "a survey by the union", "a Ferry Board statement".

What a document says is what its maker says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from newscli.analysis.names.described import is_person
from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.words import SentenceWords
from newscli.english.clauses import AUXILIARIES, BE_FORMS
from newscli.english.cues import cue_forms
from newscli.english.grammar import ARTICLES, FUNCTION_WORDS
from newscli.english.name_parts import POSSESSIVES
from newscli.english.nouns import MADE
from newscli.english.pronouns import POSSESSIVE_PRONOUNS
from newscli.english.words import word_set
from newscli.model import Entity, Span
from newscli.spans import SpanIndex

# "the board's first annual report", "a report on the harbour published by the board".
MAX_BEFORE: Final = 4
MAX_BEHIND: Final = 8
# "The Reuters opinion poll": words between a name and the noun.
MAX_BETWEEN: Final = 2
_OWN: Final = POSSESSIVE_PRONOUNS | {"a", "an", "another"}
_BY: Final = frozenset({"by", "from"})
# What one does who makes a document: "Roe filed a suit", not "Roe read a letter".
_MAKING: Final = word_set(
    "brought drafted filed files issued issues lodged penned posted published publishes released releases "
    "sent tabled writes written wrote"
)
# "Roe is suing the board", "a lawsuit against the board": the suit is Roe's, and not the board's.
# Who sees a document has not written it: "emails obtained by the Gazette", "a letter sent to Roe".
HANDED: Final[Mapping[str, Collection[str]]] = {
    **dict.fromkeys(("leaked", "obtained", "read", "reviewed", "seen", "viewed"), frozenset({"by", "to"})),
    **dict.fromkeys(("given", "provided", "sent", "shared", "shown", "submitted"), frozenset({"to", "with"})),
}
_ORDERED: Final = word_set("commissioned demanded funded ordered paid requested sought")
_SUING: Final = frozenset({"sue", "sued", "sues", "suing"})
_SUITS: Final = frozenset({"complaint", "lawsuit", "petition", "suit"})


class Documents:
    """The makers of an article's documents, by what these are called."""

    def __init__(
        self,
        words: Sequence[SentenceWords],
        named: NamedSpans,
        sources: Sequence[tuple[Span, Entity]] = (),
    ) -> None:
        """Find them. Linear in the number of words.

        Args:
            words: All sentences of the article.
            named: Its named mentions.
            sources: The sources that are names, in text order, and who they are.
        """
        self._makers: defaultdict[str, list[Entity]] = defaultdict(list)
        self._made: set[tuple[str, Span]] = set()  # the same, makers by their first mentions
        self._sued: set[Span] = set()
        index = SpanIndex(span for span, _ in sources)
        for sentence in words:
            self._read_suits(sentence, named)
            if MADE.isdisjoint(map(_one, sentence.lower)):
                continue
            for noun, maker in _made(sentence, named):
                for one in _SUITS if noun in _SUITS else (noun,):
                    self._note(one, maker)
            speaking = {
                sources[n][1].mentions[0]: sources[n][1] for n in index.meeting(sentence.sentence.span)
            }
            if len(speaking) == 1:
                (speaker,) = speaking.values()
                for noun in _spoken_in(sentence.lower):
                    self._note(noun, speaker)

    def _read_suits(self, words: SentenceWords, named: NamedSpans) -> None:
        for suing, sued in _parties(words, named):
            if sued is not None:
                self._sued.add(sued.mentions[0])
            if suing is not None:
                for noun in _SUITS:
                    self._note(noun, suing)

    def _note(self, noun: str, maker: Entity) -> None:
        self._makers[noun].append(maker)
        self._made.add((noun, maker.mentions[0]))

    def makers(self, noun: str) -> Sequence[Entity]:
        """Return who is said to have made what is called by a noun, in lower case."""
        return self._makers.get(_one(noun), ())

    def is_by(self, noun: str, entity: Entity) -> bool:
        """Return whether an entity made what is called by a noun, in lower case."""
        return (_one(noun), entity.mentions[0]) in self._made

    def is_against(self, noun: str, entity: Entity) -> bool:
        """Return whether what is called by a noun, in lower case, is a suit against an entity."""
        is_sued = _one(noun) in _SUITS and entity.mentions[0] in self._sued
        return is_sued and not self.is_by(noun, entity)


def is_another_by(before: Sequence[str]) -> bool:
    """Return whether what is by or to somebody speaks for another: "a board appointed by", "a letter to".

    A report written by somebody is that one's; one ordered by somebody is not.

    Args:
        before: The words of a source before a name, in lower case, the last one "by" or "to".
    """
    is_read = any(_one(word) in MADE for word in before)
    if before[-1] == "to":
        return is_read
    return not is_read or before[-2] in _ORDERED or "by" in HANDED.get(before[-2], ())


def _one(noun: str) -> str:
    """Return a noun without the ending of several: "figures", not "analysis"."""
    return noun if noun in MADE else noun.removesuffix("s")


def _spoken_in(lower: Sequence[str]) -> Iterator[str]:
    """Yield in what kind of document something is said: "Roe said in a brief statement"."""
    for at, word in enumerate(lower):
        if word == "in" and at + 1 < len(lower) and lower[at + 1] in _OWN:
            yield from (one for noun in lower[at + 2 : at + 2 + MAX_BEFORE] if (one := _one(noun)) in MADE)


def _says_which_kind(word: str) -> bool:
    """Return whether a word may stand between a maker and a document: "opinion" of "opinion poll"."""
    return word.isalpha() and word not in FUNCTION_WORDS and word not in cue_forms()


def _made(words: SentenceWords, named: NamedSpans) -> Iterator[tuple[str, Entity]]:
    """Yield the documents of a sentence with whom they are said to be by."""
    ends = {span.end: entity for span, entity in named.within(words.sentence.span)}
    starts = {span.start: entity for span, entity in named.within(words.sentence.span)}
    for at, noun in enumerate(words.lower):
        if (one := _one(noun)) in MADE:
            makers = (*_owners(words, at, ends), *_subjects(words, at, ends), *_agents(words, at, starts))
            yield from ((one, maker) for maker in makers)


def _owners(words: SentenceWords, at: int, ends: Mapping[int, Entity]) -> Iterator[Entity]:
    """Yield whose a document is: "the Ferry Board's annual report", "the Ferry Board quarterly report"."""
    for n in range(max(0, at - MAX_BEFORE), at):
        if words.texts[n] in POSSESSIVES and words.spans[n].start in ends:
            yield ends[words.spans[n].start]
    # A name right before the noun, or before what kind of one it is.
    for n in range(max(0, at - MAX_BETWEEN), at + 1):
        before = words.spans[n - 1].end if n else -1
        if before in ends and all(map(_says_which_kind, words.lower[n:at])):
            yield ends[before]


def _subjects(words: SentenceWords, at: int, ends: Mapping[int, Entity]) -> Iterator[Entity]:
    """Yield who makes a document: "Roe filed a civil suit", "the board has issued a statement"."""
    for n in range(max(1, at - MAX_BEFORE), at - 1):
        if words.lower[n] in _MAKING and words.lower[n + 1] in _OWN:
            subject = n - (words.lower[n - 1] in AUXILIARIES)
            if subject and words.spans[subject - 1].end in ends:
                yield ends[words.spans[subject - 1].end]


def _agents(words: SentenceWords, at: int, starts: Mapping[int, Entity]) -> Iterator[Entity]:
    """Yield by whom a document is: "a report on the harbour by the Ferry Board"."""
    for n in range(at + 1, min(len(words.lower) - 1, at + MAX_BEHIND)):
        if words.lower[n] in _BY:
            if words.lower[n] in HANDED.get(words.lower[n - 1], ()):
                break
            name = n + 1
            while (
                name < len(words.lower) - 1 and name - n < MAX_BEFORE and _is_before_name(words.lower[name])
            ):
                name += 1
            if words.spans[name].start in starts:
                yield starts[words.spans[name].start]
            break


def _is_before_name(word: str) -> bool:
    """Return whether a word, in lower case, stands before a name: "by | the economist | Ann Roe"."""
    return word in ARTICLES or is_person(word.rstrip("."))


def _parties(words: SentenceWords, named: NamedSpans) -> Iterator[tuple[Entity | None, Entity | None]]:
    """Yield who sues and who is sued in a sentence, by the names right beside the words for it."""
    if _SUING.isdisjoint(words.lower) and "against" not in words.lower:
        return
    inside = named.within(words.sentence.span)
    ends = {span.end: entity for span, entity in inside}
    starts = {span.start: entity for span, entity in inside}
    for at, word in enumerate(words.lower):
        if word == "against" and at and words.lower[at - 1] in _SUITS:
            yield None, _named_behind(words, at, starts)
        elif word in _SUING:
            first = at
            while first and (words.lower[first - 1] in AUXILIARIES or words.lower[first - 1].endswith("ly")):
                first -= 1
            subject = ends.get(words.spans[first - 1].end) if first else None
            if word == "sued" and not BE_FORMS.isdisjoint(words.lower[first:at]):
                is_told = "by" in words.lower[at + 1 : at + 2]
                yield _named_behind(words, at + 1, starts) if is_told else None, subject
            else:
                yield subject, _named_behind(words, at, starts)


def _named_behind(words: SentenceWords, at: int, starts: Mapping[int, Entity]) -> Entity | None:
    """Return whom a name right behind a word is, or behind "the"."""
    name = at + 1 + ("the" in words.lower[at + 1 : at + 2])
    return starts.get(words.spans[name].start) if name < len(words.spans) else None
