"""Words that an article does not tell as said, by what stands around their source and cue.

"There is no evidence that Roe said the mine was safe", "She denied that Roe had said so": the reader tells
the status of a content mostly by its cue, and the cue is "said". Only what is certain stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.english.doubts import CLAIMS, EVIDENCE, FAKE, UNTRUE, WRONGLY
from newscli.model import Status

# How far before a source its matrix clause is looked for, and behind a content its predicate, in characters.
_REACH: Final = 120


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


_IS: Final = r"(?:is|are|was|were|has been|have been)"
# What ends right before a source whose words were never said.
_NEVER: Final = re.compile(
    rf"\b(?:no|little|scant|without)\s(?:\w+\s){{0,2}}(?:{_one_of(EVIDENCE)})(?:\s(?:whatsoever|at\sall))?"
    r"(?:\s(?:that|of|(?:to\s(?:show|suggest|indicate|prove)|suggesting)\sthat))?$"
    r"|\bnothing\sto\s(?:show|suggest|indicate|prove)(?:\sthat)?$"
    rf"|(?:\b{_IS}|['’]s)\s(?:\w+ly\s)?(?:{_one_of(UNTRUE)})\s(?:to\ssay\s)?that$"
    r"|n['’]t\s(?:\w+ly\s)?true\s(?:to\ssay\s)?that$"
    r"|\b(?:at\sno\s(?:point|time|stage|moment)|never(?:\sonce)?|not\sonce|nowhere|on\sno\soccasion)\b"
    r"(?:\s\w+){0,4}\s(?:did|does|do|has|have|had)$",
    re.IGNORECASE,
)
_TELLS: Final = (
    r"(?:claim|report|say|said|stat|assert|suggest|alleg|imply|impli|quot|cit|show|has|had|having|post|shar)"
    r"\w*"
)
# What was made up or taken back: "a fake post that says", "wrongly claimed that", "corrected a report that".
_MADE_UP: Final = re.compile(
    rf"\b(?:{_one_of(FAKE)})(?:\s\w+){{0,2}}\s(?:{_one_of(CLAIMS)})"
    rf"\s(?:that|in\swhich|where|of|with|attributed\sto|(?:\w+\s){{0,2}}{_TELLS})(?:\sthat)?$"
    rf"|\b(?:{_one_of(WRONGLY)})\s{_TELLS}(?:\sthat)?$"
    rf"|\b(?:correct|retract|withdr[ae]w)\w*\s(?:an?|its|the|their)\s(?:\w+\s)?(?:{_one_of(CLAIMS)})"
    rf"(?:\sthat|\sin\swhich|\s{_TELLS})(?:\sthat)?$"
    rf"|\bapologi[sz]ed\sfor\s(?:\w+ly\s)?{_TELLS}(?:\sthat)?$"
    r"|\ban?\s(?:earlier|previous)\sversion\sof\s(?:the|this)\s(?:article|report|story)(?:\s\w+){1,2}\sthat$",
    re.IGNORECASE,
)
# "Far from saying so, Roe …": the cue has no source of its own.
_INSTEAD: Final = re.compile(
    r"\b(?:far\sfrom|rather\sthan|instead\sof|without(?:\s(?:ever|once|even))?)\s\w+(?:\s\w+)?$",
    re.IGNORECASE,
)
_UNCLEAR: Final = re.compile(
    r"(?:\b(?:unclear|unknown|uncertain)|(?:\bnot|n['’]t)\s(?:\w+\s)?(?:clear|known|certain))\s(?:whether|if)$",
    re.IGNORECASE,
)
# "A second place could bruise Lind and help | Roe cast it as a duel".
_MADE_TO: Final = re.compile(
    r"\b(?:can|could|may|might|will|would)(?:\s[\w’']+){0,8}?"
    r"\s(?:help|let|allow|enable|make|force|prompt|lead)$",
    re.IGNORECASE,
)
_DESPITE: Final = re.compile(
    r"\b(?:(?:contrary\sto|unlike|despite|in\sspite\sof|regardless\sof)\swhat|whatever)$", re.IGNORECASE
)
_CLAIM: Final = re.compile(
    rf"\b(?:{_one_of(CLAIMS)})"
    r"(?:\s(?:that|(?:saying|claiming|alleging|suggesting|showing)(?:\sthat)?|quoting|citing|that\squotes?"
    r"|in\swhich|where))?$",
    re.IGNORECASE,
)
_FALSE: Final = rf"[\"”’',]*\s{_IS}\s(?:\w+ly\s)?(?:{_one_of(UNTRUE)})\b"
_IS_FALSE: Final = re.compile(_FALSE, re.IGNORECASE)
_ENDS_FALSE: Final = re.compile(rf"{_FALSE}\W*$", re.IGNORECASE)
_NOBODY: Final = re.compile(r"(?:neither|nobody|no[ -]one|none|not\s(?:one|a\ssingle))\b|no\s[a-z]")
# "He rejected the union's call to resign": that they called is not what he rejects.
_POSSESSIVE: Final = re.compile(r"['’]s?$|^(?:his|her|its|their|my|our|your)\b", re.IGNORECASE)
_GERUND: Final = re.compile(r"\w+ing\b")
# What may stand in a content before the source or the cue of its own main clause.
_OPENING: Final = re.compile(r"[\"“‘'(]*\s*(?:that|having|ever|ever\shaving)?\s*$", re.IGNORECASE)
_ASKED_OPENING: Final = re.compile(r"[\"“‘'(]*\s*(?:whether|if)\s*$", re.IGNORECASE)


def status_around(prose: str, draft: QuoteDraft, outer: QuoteDraft | None) -> Status:
    """Return the status of a content by the words around its source and cue, else what the reader says.

    Args:
        prose: The article.
        draft: Of the content.
        outer: The draft in whose content it stands.

    Returns:
        ``unsaid`` if the article tells that it was never said, or that a claim of it is false; ``possible``
        if it is open whether it was said: it is unclear, something may lead to it, or it is the very thing
        that another one denies, does not say or is asked.
    """
    if draft.status != "said":
        return draft.status
    source = "" if draft.mention is None else draft.mention.of(prose)
    if _NOBODY.match(source[:1].lower() + source[1:]):
        return "unsaid"
    head = _head(draft)
    if head is None:
        return "said"
    before = " ".join(prose[max(0, head - _REACH) : head].split())
    if _NEVER.search(before) or _MADE_UP.search(before) or _is_against(prose, draft, before):
        return "unsaid"
    if draft.cue and _INSTEAD.search(
        " ".join(prose[max(0, draft.cue.start - _REACH) : draft.cue.end].split())
    ):
        return "unsaid"
    is_clause = not _POSSESSIVE.search(source) if source else _GERUND.match(prose, head) is not None
    in_question = outer is not None and is_clause and _is_in_question(prose, head, outer)
    is_open = in_question or _UNCLEAR.search(before) or (draft.mention and _MADE_TO.search(before))
    return "possible" if is_open else "said"


def _head(draft: QuoteDraft) -> int | None:
    """Return where the clause of a source and its cue begins; None if the content stands before it."""
    first = draft.mention or draft.cue
    return first.start if first is not None and first.start < draft.spans[0].start else None


def _is_against(prose: str, draft: QuoteDraft, before: str) -> bool:
    """Return whether the article is against it: a claim of it is false, "despite what Roe said, …"."""
    if _CLAIM.search(before):
        last = draft.spans[-1]
        behind = prose[last.end : last.end + _REACH]
        tail = prose[max(last.start, last.end - _REACH) : last.end]
        return bool(_IS_FALSE.match(behind) or _ENDS_FALSE.search(tail))
    if draft.cue is None or not _DESPITE.search(before):
        return False
    return "," in prose[draft.cue.end : draft.spans[0].start]


def _is_in_question(prose: str, head: int, outer: QuoteDraft) -> bool:
    """Return whether that somebody said it is what another one denies, does not say or is asked."""
    if outer.status not in {"denied", "unsaid", "asked"}:
        return False
    opening = prose[outer.spans[0].start : head]
    if len(opening) > _REACH:
        return False
    if outer.status == "denied":
        return _OPENING.match(opening) is not None
    asked = _ASKED_OPENING.match(opening) is not None
    return asked or (outer.status == "unsaid" and _OPENING.match(opening) is not None)
