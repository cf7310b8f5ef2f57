"""Listeners: who hears what is said is no source of it ("the jury heard …", "police were told …")."""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.cues import WholeCues
from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.running_text import RunningText
from newscli.english.clauses import BE_FORMS
from newscli.english.name_parts import POSSESSIVE_S
from newscli.english.nouns import LISTENERS

_HEARING: Final = frozenset({"heard", "hear", "hears", "hearing"})
_TELLING: Final = frozenset({"told"})
# "Drivers are urged to stay away": who is asked to do something says nothing.
_BIDDING: Final = frozenset(
    {"advised", "asked", "encouraged", "ordered", "reminded", "told", "urged", "warned"}
)


def without_listener(running_text: RunningText, draft: QuoteDraft, cues: WholeCues) -> QuoteDraft:
    """Return a draft without a source that only hears what is said."""
    if draft.mention is None or draft.cue is None:
        return draft
    text = running_text.article.prose
    cue = [word for piece in cues.of(draft.cue) for word in piece.of(text).lower().split()]
    heard = draft.mention.of(text).lower().replace(",", " ").split()
    bid = cue[-1] in _TELLING or (cue[-1] in _BIDDING and draft.mention.end <= draft.cue.start)
    is_told = bid and not (BE_FORMS - POSSESSIVE_S).isdisjoint(cue)
    # "…, jury told" at the end of a headline.
    ends = draft.cue.end >= draft.spans[-1].end and draft.mention.end < draft.cue.start
    hears = not LISTENERS.isdisjoint(heard) and (cue[-1] in _HEARING or (cue == ["told"] and ends))
    # "…, an inquiry heard": whoever is named elsewhere has not said it.
    words = running_text.words[running_text.sentence_at(draft.cue.start)]
    at = words.index.behind(draft.cue.start)
    is_elsewhere = not words.sentence.span.meets(draft.mention)
    heard_by = at > 0 and words.lower[at - 1] in LISTENERS and cue[-1] in _HEARING and is_elsewhere
    return draft._replace(mention=None) if is_told or hears or heard_by else draft
