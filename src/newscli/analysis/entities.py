"""Finding names: capitalised words that the article does not capitalise for another reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newscli.analysis.evidence import Evidence, is_capitalised
from newscli.analysis.labels import Context, any_head, choose_labels, is_head
from newscli.analysis.nameforms import PARTICLES
from newscli.analysis.places import ADJECTIVES, PLACES
from newscli.analysis.stopwords import FUNCTION_WORDS
from newscli.analysis.titles import (
    GIVEN_NAMES,
    HONORIFICS,
    OFFICE_MATTERS,
    OFFICE_MODIFIERS,
    OFFICES,
    TITLE_JOINTS,
)
from newscli.analysis.wordlist import word_set
from newscli.model import Article, Label, Mention, Sentence, Span

# The longest name that a headline in capitals is searched for.
_LONGEST: Final = 6
# A longer run of capitals is a list or noise; the bound keeps the search for connectors linear.
_LONGEST_RUN: Final = 40
_COMPANY_ENDINGS: Final = ("plc", "llc")
_APOSTROPHES: Final = ("'s", "’s")
# "General" and the like begin names as well as titles: "General Electric", "Queen Mary University".
_NOT_TITLES_BEFORE: Final = word_set("assembly electric motors dynamics mills strike election")
# Words that are left at the edge of a title: "Former President", "Vice President".
_NEVER_FIRST: Final = word_set("former ex then late acting outgoing incoming the a an and of 's ’s")
_NEVER_ALONE: Final = word_set("prime vice deputy chief senior junior assistant associate")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A stretch of tokens of one sentence that may be a name."""

    sentence: Sentence
    first: int
    end: int
    titled: bool


def find_mentions(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Find the names of an article and label them.

    A first version by capital letters, context and small lists. Words that open a sentence count with
    evidence alone; of lines in capitals or title case, only what the running text knows as a name.

    Args:
        article: The article.
        sentences: All its sentences, in order.

    Returns:
        In text order, without overlaps, in blocks of all roles; without titles and possessive endings.
        "Russian" and bare titles ("the Prime Minister") are no names. Linear in the text's length.
    """
    evidence = Evidence(article, sentences)
    candidates = [
        candidate
        for sentence in sentences
        if not evidence.is_display(sentence)
        for candidate in _candidates(article, sentence, evidence)
    ]
    labels = choose_labels([_context(article, candidate, evidence) for candidate in candidates])
    found = [
        Mention(_span(article, candidate), label) for candidate, label in zip(candidates, labels, strict=True)
    ]
    known = _known_names(article, found)
    for sentence in sentences:
        if evidence.is_display(sentence):
            found.extend(_in_display(article, sentence, known))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _candidates(article: Article, sentence: Sentence, evidence: Evidence) -> Iterator[_Candidate]:
    """Yield the candidate names of a sentence in running text."""
    words = [token.of(article.prose) for token in sentence.tokens]
    at = 0
    while at < len(words):
        if not is_capitalised(words[at]) or not evidence.may_begin(words, at):
            at += 1
            continue
        end = _run_end(words, at)
        for first, stop, titled in _without_titles(words, at, end, evidence):
            yield _Candidate(sentence, first, stop, titled)
        at = end


def _run_end(words: Sequence[str], start: int) -> int:
    """Return the end of the run of capitalised words and connectors that begins at ``start``."""
    end = start + 1
    while end < min(len(words), start + _LONGEST_RUN):
        if is_capitalised(words[end]):
            end += 1
            continue
        if words[end] in _COMPANY_ENDINGS:
            return end + 1
        after = _after_connectors(words, start, end)
        if after == end:
            break
        end = after + 1
    return end


def _after_connectors(words: Sequence[str], start: int, at: int) -> int:
    """Return where the run goes on after connectors at ``at``; ``at`` itself where it ends."""
    word, last = words[at].lower(), words[at - 1]
    after = at + 1
    if word in PARTICLES and after < len(words) and words[after].lower() in PARTICLES:
        after += 1
    if word in ("of", "for", "on") and after < len(words) and words[after] == "the":
        after += 1
    if after >= len(words) or not is_capitalised(words[after]):
        return at
    if word in PARTICLES or word == "&":
        return after
    if word == "of":
        # "Bank of England", "Medical University of Vienna", but "Ana Flores of Acme".
        is_whole = at - start > 1 or last in PLACES or last.lower() in GIVEN_NAMES
        return after if not is_whole or is_head(last) or last.lower() in OFFICES else at
    if word in ("for", "on"):
        return after if is_head(last) or last.lower() in OFFICES or last.lower() in OFFICE_MATTERS else at
    if word == "and":
        listed = "of" in words[start:at] and is_head(words[start])
        paired = (
            at - start == 1
            and after + 1 < len(words)
            and is_head(words[after + 1])
            and is_capitalised(words[after + 1])
        )
        return after if (listed or paired) and " ".join(words[start:at]) not in PLACES else at
    if word in _APOSTROPHES:
        return after if is_head(words[after]) and " ".join(words[start:at]) not in PLACES else at
    return at


def _without_titles(
    words: Sequence[str], start: int, end: int, evidence: Evidence
) -> Iterator[tuple[int, int, bool]]:
    """Cut a run at its titles; yield what is left as ``(first, end, whether a title leads it)``."""
    first, titled = start, False
    at = start
    while at < end:
        title_end = _title_end(words, first, at, end)
        if title_end == at:
            at += 1
            continue
        yield from _trimmed(words, first, _title_start(words, first, at), titled, evidence)
        first, titled = title_end, words[title_end - 1].lower() not in TITLE_JOINTS
        at = title_end
    yield from _trimmed(words, first, end, titled, evidence)


def _title_end(words: Sequence[str], first: int, at: int, end: int) -> int:
    """Return the end of the title whose main word stands at ``at``, ``at`` where none does."""
    plain = words[at].lower().rstrip(".")
    is_office = plain in OFFICES or plain.partition("-")[0] in OFFICES
    if not is_office and (plain not in HONORIFICS or at > first):
        return at
    if at + 1 < end and (words[at + 1].lower() in _NOT_TITLES_BEFORE or (words[at + 1] in _APOSTROPHES)):
        return at
    if at > first and words[at - 1].lower() in GIVEN_NAMES:
        return at
    stop = at + 1
    if not is_office and stop < end and words[stop].lower() in TITLE_JOINTS:
        return at
    if stop < end and words[stop].lower() in TITLE_JOINTS:
        stop += 1
        for i in range(stop, end):
            if words[i].lower() in OFFICE_MATTERS:
                stop = i + 1
            elif words[i].lower() not in TITLE_JOINTS and words[i] != "the":
                break
    return stop


def _title_start(words: Sequence[str], first: int, at: int) -> int:
    """Return the start of the title whose main word stands at ``at``, its modifiers included."""
    while (
        at > first and words[at - 1].lower() in OFFICE_MODIFIERS and words[at - 2 : at] != ["White", "House"]
    ):
        at -= 1
    return at


def _trimmed(
    words: Sequence[str], first: int, end: int, titled: bool, evidence: Evidence
) -> Iterator[tuple[int, int, bool]]:
    """Yield a stretch without its edges that are no part of a name; nothing where nothing is left."""
    while first < end and (words[first].lower() in _NEVER_FIRST or not is_capitalised(words[first])):
        first += 1
    while end > first and not (is_capitalised(words[end - 1]) or words[end - 1] in _COMPANY_ENDINGS):
        end -= 1
    rest = first
    while rest < end and _is_adjective(words, rest):
        rest += 1
    if rest == end or (rest > first and _looks_like_person(words[rest:end], evidence)):
        first = rest
    if first < end and not (end - first == 1 and words[first].lower() in _NEVER_ALONE):
        yield first, end, titled


def _looks_like_person(words: Sequence[str], evidence: Evidence) -> bool:
    """Tell whether what follows "Russian" is a person rather than the rest of a longer name."""
    by_surname = len(words) > 1 and not any_head(words) and evidence.stands_alone(words[-1])
    return words[0].lower() in GIVEN_NAMES or by_surname


def _is_adjective(words: Sequence[str], at: int) -> bool:
    if words[at] in ("South", "North", "Saudi") and at + 1 < len(words):
        return words[at + 1] in ADJECTIVES
    return words[at] in ADJECTIVES


def _span(article: Article, candidate: _Candidate) -> Span:
    first, last = candidate.sentence.tokens[candidate.first], candidate.sentence.tokens[candidate.end - 1]
    word = last.of(article.prose)
    # A full stop after a longer word is no abbreviation's ("Inc.", "Mich.") but a missed sentence end.
    is_stop = len(word) > 5 and word.endswith(".") and word[:-1].isalpha()
    return Span(first.start, last.end - is_stop)


def _context(article: Article, candidate: _Candidate, evidence: Evidence) -> Context:
    tokens = candidate.sentence.tokens

    def word(at: int) -> str:
        return tokens[at].of(article.prose) if 0 <= at < len(tokens) else ""

    words = tuple(word(at) for at in range(candidate.first, candidate.end))
    return Context(
        words=words,
        before=word(candidate.first - 1).lower(),
        after=word(candidate.end).lower(),
        after_next=word(candidate.end + 1).lower(),
        titled=candidate.titled,
        is_repeated=evidence.stands_alone(words[-1]),
        is_common=any(evidence.is_common(part) for part in words),
        role=candidate.sentence.role,
    )


def _known_names(article: Article, found: Sequence[Mention]) -> dict[str, Label]:
    """Return what lines in capitals may name, in lower case: the names of the text, surnames, places."""
    known: dict[str, Label] = {
        place.lower(): "LOC" for place in sorted(PLACES) if place.lower() not in FUNCTION_WORDS
    }
    for mention in found:
        name = " ".join(mention.span.of(article.prose).split())
        if mention.label == "PER":
            known.setdefault(name.split()[-1].lower(), "PER")
        known[name.lower()] = mention.label
    return known


def _in_display(article: Article, sentence: Sentence, known: dict[str, Label]) -> Iterator[Mention]:
    """Yield the known names of a line in capitals or title case, the longest at each place."""
    words = [token.of(article.prose) for token in sentence.tokens]
    at = 0
    while at < len(words):
        for end in range(min(at + _LONGEST, len(words)), at, -1):
            name = " ".join(words[at:end])
            if is_capitalised(words[at]) and name.lower() in known:
                yield Mention(
                    Span(sentence.tokens[at].start, sentence.tokens[end - 1].end), known[name.lower()]
                )
                at = end
                break
        else:
            at += 1
