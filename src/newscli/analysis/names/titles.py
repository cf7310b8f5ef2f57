"""Titles, offices and given names: what stands before a person's name, and what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from newscli.analysis.names.forms import fold_letters
from newscli.analysis.words import SentenceWords
from newscli.engines.given_names import genders_of_given_names
from newscli.english.given_names import NICKNAMES, NICKNAMES_OF_BOTH
from newscli.english.titles import (
    GENDER_OF_TITLE,
    HONORIFICS,
    KIN,
    LONGEST_TITLE,
    OFFICE_MATTERS,
    OFFICE_MODIFIERS,
    OFFICES,
    TITLE_JOINTS,
    Gender,
)
from newscli.english.words import word_set
from newscli.model import Span
from newscli.spans import SpanIndex

# "Her eldest brother, President Dr": words before a name that may hold who its bearer is to another; behind
# it, ", his twin sister".
_MOST_BEFORE_KIN: Final = 6
_MOST_BEHIND_KIN: Final = 4
_OF_SOMEBODY: Final = word_set("'s her his my our their whose")


def gender(name: str, titles: Iterable[str] = ()) -> Gender | None:
    """Return a person's gender, from the titles seen before the name, else from the given name.

    Args:
        name: A person's name without titles; may be empty.
        titles: Title words, in lower case and without a full stop, as `TitleReader.before` gives them.

    Returns:
        None if nothing shows it or titles contradict each other ("Mr and Mrs").
    """
    shown = {GENDER_OF_TITLE[title] for title in titles if title in GENDER_OF_TITLE}
    if shown:
        return shown.pop() if len(shown) == 1 else None
    given = next(iter(name.lower().split()), "")
    full = given if given in NICKNAMES_OF_BOTH else NICKNAMES.get(given, given)
    return genders_of_given_names().get(fold_letters(full))


class TitleReader:
    """Reads the titles before names."""

    def __init__(self, words: Sequence[SentenceWords]) -> None:
        """Prepare for the sentences of one article, in text order."""
        self._tokens = SpanIndex(span for sentence in words for span in sentence.spans)
        self._lower = [word for sentence in words for word in sentence.lower]
        self._openers = {sentence.spans[0].start for sentence in words if sentence.spans}

    def before(self, span: Span) -> tuple[str, ...]:
        """Return the title words right before a span, in text order, lower-case and without full stops.

        "Mr and Mrs" gives both words; of "his wife, the actress" only "actress" is right before the name.
        No title reaches over the start of a sentence.
        """
        found: list[str] = []
        after = span.start
        at = self._tokens.behind(span.start)
        for i in range(at - 1, max(at - 1 - LONGEST_TITLE, -1), -1):
            word = self._lower[i].rstrip(".")
            may_join = _is_in_title(word) if found else word in OFFICE_MATTERS
            if after in self._openers or not (_is_title(word) or may_join):
                break
            if word:
                found.append(word)
            after = self._tokens[i].start
        while found and not _is_title(found[-1]):
            found.pop()
        return tuple(word for word in reversed(found) if word != "the" and word not in TITLE_JOINTS)

    def beside(self, span: Span) -> tuple[str, str]:
        """Return the words right before and right behind a span in lower case, "" at the article's ends."""
        first, end = self._tokens.behind(span.start), self._tokens.behind(span.end)
        before = self._lower[first - 1] if first else ""
        return before, self._lower[end] if end < len(self._lower) else ""

    def is_kin(self, span: Span) -> bool:
        """Return whether a name is introduced as somebody's kin: "her sister, Ann Roe", or behind it."""
        first, end = self._tokens.behind(span.start), self._tokens.behind(span.end)
        before = self._lower[max(0, first - _MOST_BEFORE_KIN) : first]
        while before and (before[-1] == "," or before[-1].rstrip(".") in HONORIFICS | OFFICES | {""}):
            before.pop()
        if before and before[-1] in KIN and not _OF_SOMEBODY.isdisjoint(before[:-1]):
            return True
        behind = self._lower[end : end + _MOST_BEHIND_KIN]
        return (
            behind[:1] == [","]
            and behind[1:2] != []
            and behind[1] in _OF_SOMEBODY
            and not KIN.isdisjoint(behind)
        )


def _is_title(word: str) -> bool:
    """Return whether a word alone can be a title; a stop that was cut from "Mr." belongs to it."""
    return not word or word in GENDER_OF_TITLE or word in HONORIFICS or word in OFFICES


def _is_in_title(word: str) -> bool:
    return word == "the" or word in TITLE_JOINTS or word in OFFICE_MATTERS or word in OFFICE_MODIFIERS
