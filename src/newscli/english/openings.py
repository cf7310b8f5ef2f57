"""How a sentence opens that is not understood without the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newscli.english.calendar import DATED
from newscli.english.grammar import CONNECTIVES
from newscli.english.pronouns import DEMONSTRATIVES, THIRD_PERSON
from newscli.english.words import phrase_set, word_set

_JOINING: Final = CONNECTIVES | word_set(
    """
    additionally
    consequently
    furthermore
    hence
    likewise
    moreover
    nevertheless nonetheless
    otherwise
    similarly
    therefore thus
    """
)
"""What joins a sentence to the one before it, as its first word."""

_JOINING_PHRASES: Final = phrase_set(
    """
    as a result; as such; at the same time;
    by contrast;
    even so;
    for example; for instance;
    in addition; in contrast; in other words; in turn;
    on the contrary; on the other hand;
    that said
    """
)
"""The same in several words."""

_NO_JOINT: Final = phrase_set("also known; instead of; so far; then known")
"""What begins like a joint and is none: "Instead of a bridge, the town built a ferry"."""

_POINTING: Final = THIRD_PERSON | DEMONSTRATIVES | word_set("another both neither others such")
"""What means somebody or something that was named before."""

_POINTING_NOUNS: Final = word_set("duo latter pair trio two")
"""What means those who were named before, behind "the"."""

_NOBODY: Final = word_set(
    """
    appears
    can
    had has
    is
    may might
    remains
    seems
    takes took
    was will would
    """
)
"""What may follow an "it" that means nothing: "It is not clear whether"."""

_JUDGED: Final = word_set(
    """
    believed
    clear
    estimated expected
    feared
    hoped
    impossible
    known
    likely
    possible
    rained raining
    snowed snowing
    thought
    unclear understood unknown unlikely
    """
)
"""What is said of no thing: "It was not known how the fire began"."""

_REACH: Final = 6  # words in which "it" shows that it means nothing


def leans(words: Sequence[str]) -> bool:
    """Return whether words open with a joint or a pronoun that the sentence before must explain.

    Args:
        words: Of a sentence, without punctuation marks; at least one.
    """
    opening = [word.lower() for word in words[:_REACH]]
    if any(" ".join(phrase) in _JOINING_PHRASES for phrase in (opening[:2], opening[:3], opening[:4])):
        return True
    if opening[0] in _JOINING:
        return " ".join(opening[:2]) not in _NO_JOINT
    if opening[0] == "the":
        return len(opening) > 1 and opening[1] in _POINTING_NOUNS
    if opening[0] == "it" and len(opening) > 1 and opening[1] in _NOBODY:
        return not _JUDGED.intersection(opening[2:])
    return opening[0] in _POINTING and not (len(opening) > 1 and opening[1] in DATED)
