"""Statements that begin with a side clause: "When the pump failed, Roe said, the farmer called nobody."."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.reported import without_edges
from newscli.analysis.quotes.running_text import QuotedWords, RunningText
from newscli.english.clauses import SUBORDINATORS

# Tokens of a cue with its source between two commas.
_MAX_CUE: Final = 15


def with_main_clause(running_text: RunningText, draft: QuoteDraft) -> QuoteDraft:
    """Return a statement with the main clause behind its cue, if the reader marked the side clause alone.

    Only an indirect one whose cue and source stand between commas in the one sentence that it opens.
    """
    first, *more = draft.spans
    if more or draft.cue is None or draft.cue.start < first.end or draft.evidence != "reader":
        return draft
    number = running_text.sentence_at(first.start)
    words = running_text.words[number]
    inside = words.index.inside(first)
    if (
        not inside
        or words.lower[inside[0]] not in SUBORDINATORS
        or any(map(words.quoted.__getitem__, inside))
    ):
        return draft
    after = inside[-1] + 1
    closing = _comma_behind(words, draft.cue.end)
    if words.lower[after : after + 1] != (",",) or closing is None or closing - after > _MAX_CUE + 1:
        return draft
    if any(words.quoted[closing:]) or running_text.sentence_at(draft.cue.start) != number:
        return draft
    main = without_edges(running_text, words.spans[closing].end, words.sentence.span.end, inside=False)
    return replace(draft, spans=(first, main)) if main else draft


def _comma_behind(words: QuotedWords, offset: int) -> int | None:
    """Return the first comma of a sentence that stands at an offset or behind it."""
    return next(
        (i for i in range(words.index.behind(offset), len(words.lower)) if words.lower[i] == ","), None
    )
