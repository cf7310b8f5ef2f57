"""Words that look like a cue: "drew praise for helping", "more than, say, fish", "claimed lives", Mr Said."""

from __future__ import annotations

import re
from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.english.clauses import AUXILIARIES, BE_FORMS
from newscli.english.pronouns import SUBJECTS

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

# What is claimed without a word: at most so many words, then what is taken, and where or when.
_TAKEN: Final = re.compile(
    r"(?:(?!\w+ed )[\w'’-]+,? ){0,8}?"
    r"(?:bronze|crown|gold|lives|medals?|silver|titles?|troph(?:y|ies)|victims?|wickets?)"
    r"(?: (?:across|after|at|before|for|from|in|of|on|over|since|with)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
_OF_CLAUSES: Final = AUXILIARIES | BE_FORMS | SUBJECTS
_CLAIM: Final = frozenset({"claim", "claimed", "claiming", "claims"})


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


def is_taking(text: str, draft: QuoteDraft) -> bool:
    """Return whether a cue is "claim" as in "the flood claimed four lives", "Roe claimed gold"."""
    if draft.cue is None or draft.cue.of(text).lower().rpartition(" ")[2] not in _CLAIM:
        return False
    content = draft.spans[0].of(text)
    is_clause = not _OF_CLAUSES.isdisjoint(content.lower().split())
    return len(draft.spans) == 1 and not is_clause and _TAKEN.fullmatch(content) is not None
