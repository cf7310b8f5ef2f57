"""The source of a reported content: the one that the reader links, or the subject that its cue has.

The reader links cue and source independently, so that a source may be the subject of another verb.
"""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.running_text import QuotedWords, RunningText
from newscli.analysis.quotes.subjects import (
    is_passive,
    main_subject,
    subject_after,
    subject_before,
    told_before,
    verb_group_start,
)
from newscli.engines.reader.annotations import Link
from newscli.english.cues import TOLD_OF, TOLD_TO, cue_forms
from newscli.english.pronouns import RELATIVES
from newscli.english.titles import TITLES
from newscli.model import Span
from newscli.spans import SpanIndex

# What may stand before a verb that shares its subject with the one before.
_JOINTS: Final = frozenset({"and", "but", "or", ","})
_OF_LISTS: Final = frozenset({",", "and", "&", "or"})


def linked_source(
    running_text: RunningText, sources: SpanIndex, link: Link, cue: Span | None, span: Span
) -> Span | None:
    """Return the source that is linked to a content, or the one that the sentence of its cue names.

    Cue and source are linked independently. If a content has its cue in its own sentence, a source in another
    one is a slip of the second link.
    """
    linked = sources[link.source] if link.source is not None else None
    if cue is None:
        return linked
    if linked is not None and _is_told_of(running_text, cue, linked):
        return None
    together = shares_sentence(running_text, cue, span)
    subject = _right_before(running_text, sources, cue) if together else None
    if subject and linked and _is_farther(running_text, linked, subject) and not span.holds(subject):
        return subject
    if linked is None or _is_setting(running_text, cue, linked):
        if not together:
            return linked
        own = _name_before(running_text, cue) or _shared_subject(running_text, cue)
        return next((sources[at] for at in sources.meeting(own)), own) if own else linked
    # "Roe said A, while the mayor, Ann Ash, said B": whoever stands right before a cue speaks.
    # Not in "she had Ann Ash admit it".
    verb = cue.of(running_text.article.prose).lower()
    known = cue_forms().get(verb.rpartition(" ")[2])
    is_finite = known is not None and known.lemma != verb
    before = _name_before(running_text, cue) if together else None
    nearer = before if is_finite or (before is not None and _is_overheard(running_text, before)) else None
    if nearer is not None and _is_farther(running_text, linked, nearer):
        return nearer
    apart = running_text.sentence_at(linked.start) != running_text.sentence_at(cue.start)
    return (_beside(running_text, sources, cue) if apart and together else None) or linked


def _is_farther(running_text: RunningText, source: Span, nearer: Span) -> bool:
    """Return whether words part a source from one behind it; "they both" is one."""
    return any(map(str.isalpha, running_text.article.prose[source.end : nearer.start]))


def without_description(running_text: RunningText, source: Span) -> Span:
    """Return the name alone of a source in apposition, "Ann Roe, the mayor,", and "who" of a clause."""
    words = running_text.words[running_text.sentence_at(source.start)]
    inside = words.index.inside(source)
    if len(inside) > 1 and words.texts[inside[0]] in RELATIVES:  # "who signed the letter", not "WHO experts"
        return words.span(inside[0], inside[0])
    while len(inside) > 1 and words.lower[inside[-1]] in {",", "("}:
        inside = inside[:-1]
    if not inside:
        return source
    for last in inside:
        first = words.name_ends.get(last)
        if first is None or first < inside[0]:
            continue
        behind = words.lower[last + 1] if last < inside[-1] else ""
        before = words.lower[first - 1] if first > inside[0] else ""
        if before == "," and (last == inside[-1] or behind == ","):
            return words.span(first, last)
        if behind in {",", "("}:
            if _is_list(words, last + 1, inside[-1]):
                break
            return words.span(inside[0], last)
        break
    return words.span(inside[0], inside[-1])


def _is_list(words: QuotedWords, comma: int, end: int) -> bool:
    """Return whether further names follow a comma: "Ann Roe, Bob Ash and Cy Doe", not "Roe, the mayor"."""
    ends = [last for last in range(comma + 1, end + 1) if words.name_ends.get(last, -1) > comma]
    named = {at for last in ends for at in range(words.name_ends[last], last + 1)}
    titled = {at for at in range(comma, end + 1) if words.lower[at].rstrip(".") in TITLES | {"the"}}
    opening = (at for at in range(comma + 1, end + 1) if at not in titled)
    first = next((at for at in opening if words.lower[at] not in _OF_LISTS), comma)
    between = {words.lower[at] for at in range(comma, end + 1) if at not in named | titled}
    return first in named and end in named and between > {","} and between <= _OF_LISTS


def shares_sentence(running_text: RunningText, cue: Span | None, span: Span) -> bool:
    """Return whether a cue stands in a sentence in which a content begins or ends."""
    ends = (span.start, span.end - 1)
    return cue is not None and running_text.sentence_at(cue.start) in map(running_text.sentence_at, ends)


def _right_before(running_text: RunningText, sources: SpanIndex, cue: Span) -> Span | None:
    """Return the source right before a cue, its subject if the cue is none of what is done to that.

    Not in "a ring for Roe described by Ash", "asked Roe to say", "said Roe was accused of it".
    """
    prose, words = running_text.article.prose, running_text.words[running_text.sentence_at(cue.start)]
    at = sources.before(cue.start - 1)
    if at is None or prose[sources[at].end : cue.start].strip() or prose.startswith("to ", cue.start):
        return None
    is_done = any(words.lower[i] in cue_forms() and is_passive(words, i, 0) for i in words.index.inside(cue))
    return None if is_done or prose.startswith(" by ", cue.end) else sources[at]


def _is_told_of(running_text: RunningText, cue: Span, source: Span) -> bool:
    """Return whether a passive cue tells of a source, or to it: "Roe is tipped to win", "Roe was told"."""
    words = running_text.words[running_text.sentence_at(cue.start)]
    inside = words.index.inside(cue)
    if not inside:
        return False
    last = inside[-1]
    behind = words.lower[last + 1 : last + 3]
    if words.lower[last] in TOLD_TO and (behind[:1] == ("to",) or behind == ("not", "to")):
        return source.start < cue.start  # "Roe was sent home and told to wait"
    if words.lower[last] not in TOLD_OF:
        return False
    between = running_text.article.prose[cue.end : source.start].lower().split()
    return is_passive(words, last, 0) and between[:1] != ["by"]


def _is_overheard(running_text: RunningText, source: Span) -> bool:
    """Return whether somebody is heard to speak: "the clerk heard Roe say"."""
    words = running_text.words[running_text.sentence_at(source.start)]
    at = words.index.behind(source.start)
    return at > 0 and words.lower[at - 1] in {"hear", "heard", "hears"}


def _is_setting(running_text: RunningText, cue: Span, source: Span) -> bool:
    """Return whether a source is where or to whom something was said: "Roe said in her report"."""
    return running_text.article.prose[cue.end : source.start].strip().lower() in {"in", "on", "to"}


def _name_before(running_text: RunningText, cue: Span) -> Span | None:
    """Return the name that ends right before a cue of speech.

    As in "Roe remarked", not in "Roe was told" or "Roe on Facebook said".
    """
    words = running_text.words[running_text.sentence_at(cue.start)]
    forms = cue_forms()
    for head in words.index.inside(cue):
        if words.lower[head] in forms:
            last = verb_group_start(words, head, 0) - 1
            begin = words.name_ends.get(last)
            speaks = forms[words.lower[head]].act == "speech" and not is_passive(words, head, 0)
            if begin is None or not speaks or (begin > 0 and words.lower[begin - 1] == "on"):
                return None
            return words.span(begin, last)
    return None


def _shared_subject(running_text: RunningText, cue: Span) -> Span | None:
    """Return the subject that a verb shares with the one before: "Roe left, saying", "Roe spoke, adding"."""
    words = running_text.words[running_text.sentence_at(cue.start)]
    forms = cue_forms()
    head = next((i for i in words.index.inside(cue) if words.lower[i] in forms), None)
    if head is None or is_passive(words, head, 0):
        return None
    before = verb_group_start(words, head, 0) - 1
    if not forms[words.lower[head]].participle and (before < 0 or words.lower[before] not in _JOINTS):
        return None
    hangs_on = forms[words.lower[head]].participle and before > 0
    end = before if words.lower[before] == "," else before + 1
    subject = (told_before(words, end) if hangs_on else None) or main_subject(words, head)
    return words.span(*subject) if subject else None


def _beside(running_text: RunningText, sources: SpanIndex, cue: Span) -> Span | None:
    """Return the source right before a cue, right behind it, or else the cue's grammatical subject."""
    words = running_text.words[running_text.sentence_at(cue.start)]
    inside = words.index.inside(cue)
    if not inside:
        return None
    for token in (verb_group_start(words, inside[0], 0) - 1, inside[-1] + 1):
        if 0 <= token < len(words.spans):
            source = sources.at(words.spans[token].start)
            if source is not None and sources[source].holds(words.spans[token]):
                return sources[source]
    if [words.lower[i] for i in inside[:2]] == ["according", "to"]:
        subject = subject_after(words, inside[1], len(words.spans))
    else:
        head = next((i for i in inside if words.lower[i] in cue_forms()), inside[0])
        begin = max((i + 1 for i in range(head) if words.quoted[i]), default=0)
        subject = subject_before(words, head, begin)
    return words.span(*subject) if subject else None
