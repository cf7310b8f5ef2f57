"""Statements that the reader marked in part: a side clause, or a subject without what is said of it.

"When the pump failed, Roe said, the farmer called nobody."; "Roe said the claim was “simply untrue”.".
"""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.reported import without_edges
from newscli.analysis.quotes.running_text import QuotedWords, RunningText
from newscli.english.clauses import BE_FORMS, SUBORDINATORS

# Tokens of a cue with its source between two commas.
_MAX_CUE: Final = 15
# Of what is said of a subject; what is longer may hold more than that.
_MAX_PREDICATE: Final = 12
_SAYING: Final = frozenset({"said", "say", "says", "saying"})
_GOES_ON: Final = frozenset({",", "and", "but", ";"})


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
    return draft._replace(spans=(first, main)) if main else draft


def with_predicate(running_text: RunningText, draft: QuoteDraft) -> QuoteDraft:
    """Return a statement with what is said of its subject, if the reader marked the subject alone.

    Nobody "said the claim". Only one right behind its cue, whose sentence ends with the predicate.
    """
    first, *more = draft.spans
    prose = running_text.article.prose
    if more or draft.cue is None or draft.evidence != "reader" or prose[draft.cue.end : first.start].strip():
        return draft
    words = running_text.words[running_text.sentence_at(first.start)]
    after = words.index.behind(first.end)
    rest = words.lower[after:]
    is_cut = (
        prose[draft.cue.start : draft.cue.end].lower().split()[-1] in _SAYING
        and not BE_FORMS.isdisjoint(rest[:1])
        and len(rest) <= _MAX_PREDICATE
        and _GOES_ON.isdisjoint(rest)
    )
    if not is_cut:
        return draft
    whole = without_edges(running_text, first.start, words.sentence.span.end, inside=False)
    return draft._replace(spans=(whole,), status="said") if whole else draft


def _comma_behind(words: QuotedWords, offset: int) -> int | None:
    """Return the first comma of a sentence that stands at an offset or behind it."""
    return next(
        (i for i in range(words.index.behind(offset), len(words.lower)) if words.lower[i] == ","), None
    )
