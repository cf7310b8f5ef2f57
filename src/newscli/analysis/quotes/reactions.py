"""Words that look like a cue: "the mayor drew praise for helping", "more than, say, fish", Mr Said."""

from __future__ import annotations

import re
from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft

_DREW: Final = re.compile(
    r"\b(?:attract|draw|earn|fac|gather|get|provok|receiv|spark|win)(?:e|e?[sd]|ing|n)?\b"
    r"|\b(?:drew|got|won)\b",
    re.IGNORECASE,
)
_REACTION: Final = re.compile(
    r"\b(?:anger|applause|complaints?|condemnation|criticism|ire|mockery|outcry|outrage|plaudits|praise"
    r"|protests?|rebukes?|ridicule|scorn)\b",
    re.IGNORECASE,
)


def is_reaction(text: str, draft: QuoteDraft) -> bool:
    """Return whether a cue says that its subject met with words of others, whom it does not name.

    "The plan drew criticism from Roe" names who speaks, behind the cue.
    """
    if draft.cue is None or draft.mention is None or draft.mention.start > draft.cue.start:
        return False
    cue = draft.cue.of(text)
    drew = _DREW.search(cue)
    return drew is not None and _REACTION.search(cue, drew.end()) is not None


def is_example(text: str, draft: QuoteDraft) -> bool:
    """Return whether a cue is "say" between two commas: for example.

    "It costs more, experts say, than …" has its subject right before it.
    """
    if draft.cue is None or draft.cue.of(text) != "say":
        return False
    return (
        text[max(0, draft.cue.start - 2) : draft.cue.start].rstrip()[-1:] == ","
        and text[draft.cue.end : draft.cue.end + 1] == ","
    )


def is_name(text: str, draft: QuoteDraft) -> bool:
    """Return whether a cue is a surname: "Otto Said managed the land"; a headline in title case is none."""
    if draft.cue is None or draft.cue.of(text) != "Said":
        return False
    before = text[max(0, draft.cue.start - 2) : draft.cue.start]
    content = draft.spans[0].of(text)
    return before[:1].isalpha() and before[1:] == " " and content[:1].islower()
