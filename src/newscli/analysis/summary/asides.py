"""What stands among the sentences of a story and is none: lists of links, line-ups, fields, fine print.

Only what is certain is left out here, since a sentence of the story that is taken for an aside is lost; what
merely reads unlike news scores low.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newscli.english.grammar import FUNCTION_WORDS

# What a text opens with that speaks of the text itself, or of what else the reader may do.
_FINE_PRINT: Final = re.compile(
    r"(?:correction|clarification|editor[’']?s? note|note to editors|disclaimer|disclosure)s?\b ?[:–—-]"
    r"|(?:this|the|an earlier version of th[ei]s?) (?:article|story|post|version|piece|report|page)"
    r" (?:was|has been|is|will be|may be|incorrectly|misstated|originally|first)"
    r" ?(?:\w+ )?(?:amended|updated|corrected|edited|published|appeared|syndicated|republished|stated|said"
    r"|misspelled|misstated|identified|generated|translated|archived)\b"
    r"|an earlier version of this\b"
    r"|(?:the )?(?:views|opinions) (?:and (?:views|opinions) )?(?:expressed|in this)\b"
    r"|(?:all rights reserved|copyright (?:©|\(c\)|\d)|©)"
    r"|this (?:material|transcript|copy) may not\b|this is a rush transcript\b"
    r"|this (?:press |news )?release (?:contains|may contain|includes)\b"
    r"|follow (?:us\b|@\w|(?:\w+ ){1,4}on (?:twitter|facebook|instagram|x|linkedin|telegram|whatsapp)\b)"
    r"|(?:join|find|like) us on (?:twitter|facebook|instagram|x|linkedin|telegram|whatsapp)\b"
    r"|(?:join|subscribe to|follow) (?:our|the \w+) (?:channel|page|newsletter|podcast)\b"
    r"|(?:for (?:more|further) (?:information|details)|to (?:find out|learn|read) more)\b.{0,80}"
    r"(?:visit|contact|call|e-?mail|see|click|go to|www\.|https?:)"
    r"|(?:have you|do you have|did you) .{0,60}(?:e-?mail us|contact us|get in touch|tell us|story\?)"
    r"|(?:send|e-?mail|whatsapp|text) (?:us |your )\b",
    re.IGNORECASE,
)
# What makes fine print wherever it stands.
_BOILERPLATE: Final = re.compile(
    r"\bforward-looking statements?\b|\bundertakes? no (?:duty|obligation)\b"
    r"|\bmay not be (?:published|reproduced|broadcast|rewritten)\b|\ball rights reserved\b"
    r"|\bdo(?:es)? not (?:necessarily )?(?:reflect|represent) the (?:views|opinions|position)\b"
    r"|\b(?:this|the) (?:article|story) (?:was|has been) (?:amended|corrected|updated) on\b",
    re.IGNORECASE,
)
# A field of a release or of a result, at the start of a line.
_FIELD: Final = re.compile(
    r"(?:what|who|when|where|why|contact|media contact|photo opportunity|for immediate release"
    r"|att(?:endance)?|ref(?:eree)?s?|subs(?:titutes)?|booked|sent off|line-?ups?|starting (?:xi|eleven)"
    r"|teams?|scorers?|goals?|half-?time|full-?time|venue|kick-?off|umpires?|toss|tags?|topics|filed under"
    r"|length|byline|section|load-date|language|publication-type) ?:",
    re.IGNORECASE,
)
# "StoriesAfter": where the space or the line break between two texts is lost.
_GLUED: Final = re.compile(r"[a-z]{2}([A-Z][a-z]+)")
_LEAST_GLUED: Final = 3  # letters of the word that the second text opens with
# "Bell; Orr, Hale (Penn 77), Lund": names between commas and nothing that says what they do.
_LINE_UP_NAMES: Final = 6
_MAX_SMALL_SHARE: Final = 0.12


def is_aside(text: str, words: Sequence[str]) -> bool:
    """Return whether a sentence is none of the story.

    Args:
        text: Its characters.
        words: Its words as the text spells them, without punctuation marks.
    """
    opening = text.lstrip('*_•·-–—>(["“ ')
    fine_print = _FINE_PRINT.match(opening) or _FIELD.match(opening) or _BOILERPLATE.search(text)
    return bool(fine_print) or _is_glued(text) or _is_line_up(text, words)


def _is_glued(text: str) -> bool:
    """Return whether two texts run into each other without a space, as headlines in a list of links do."""
    second = (match[1].lower() for match in _GLUED.finditer(text))
    return any(len(word) >= _LEAST_GLUED and word in FUNCTION_WORDS for word in second)


def _is_line_up(text: str, words: Sequence[str]) -> bool:
    """Return whether a sentence is a list of names with hardly a word between them."""
    if text.isupper() or text.count(",") + text.count(";") < _LINE_UP_NAMES:
        return False
    small = sum(word[0].islower() for word in words)
    return small <= _MAX_SMALL_SHARE * len(words)
