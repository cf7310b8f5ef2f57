"""Contents: what is said, as the reader annotates it, with the cue and the source that belong to it.

The reader annotates stretches and scores which cue and source go with a content. A content that its cue
interrupts is two stretches of one cue.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Final

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.running_text import QuotedWords, RunningText
from newscli.analysis.quotes.subjects import is_passive, subject_after, subject_before, verb_group_start
from newscli.engines.reader.annotations import Annotations, Link
from newscli.english.cues import cue_forms
from newscli.english.grammar import AUXILIARIES
from newscli.model import Act, Span

# Punctuation that is none of the content where it stands at its edge, outside quotation marks.
_EDGE: Final = ",;:.!—–- \t\n\r\u00a0"
# Cues that are no verbs, and yet tell of speech.
_SPEECH_WORDS: Final = frozenset(
    """
    according statement interview tweet letter speech report words comments remarks message per quoted quoting
    released issued expressed spoke talked pointed
    """.split()
)


def attribute_contents(reading: RunningText, annotations: Annotations) -> list[QuoteDraft]:
    """Make attributions of the reader's annotations in headline, subheads and body.

    Returns:
        In text order of their first span; spans without a leading "that", with the quotation mark that
        closes them.
    """
    found: list[QuoteDraft] = []
    last: int | None = None  # the cue of the latest attribution
    told: set[int | None] = set()  # the cues of all of them
    for content, link in zip(annotations.contents, _links(reading, annotations), strict=True):
        span = _bounds(reading, content.span)
        if span is None:
            continue
        cue = annotations.cues[link.cue].span if link.cue is not None else None
        if found and cue is not None and last == link.cue and _interrupted(reading, found[-1], cue, span):
            found[-1].spans.append(span)
            found[-1].block = _block(reading, span)
            continue
        mention = _source(reading, annotations, link, span)
        mention = _without_description(reading, mention) if mention else None
        sureness = content.probability * link.source_probability
        # A further paragraph of a quote has no cue of its own.
        again = link.cue is not None and link.cue in told and not _shares_sentence(reading, cue, span)
        act, word = _act(reading, cue), None if again else _word_of(reading, cue)
        found.append(QuoteDraft([span], word, mention, act, "reader", sureness, _block(reading, span)))
        last = link.cue
        told.add(last)
    return found


def _links(reading: RunningText, annotations: Annotations) -> Iterator[Link]:
    """Yield the link of each content; what is alone with a cue in its sentence belongs to that.

    Where one reported sentence follows another, the links of the reader tend to meet in one cue.
    """
    contents, cues, sources = (
        [reading.sentence_at(mark.span.start) for mark in kind]
        for kind in (annotations.contents, annotations.cues, annotations.sources)
    )
    alone = {at for at, count in Counter(contents).items() if count == 1}
    own_cue = {at: number for number, at in enumerate(cues)}
    own_source = {at: number for number, at in enumerate(sources)}
    counted, named = Counter(cues), Counter(sources)
    for content, at, link in zip(annotations.contents, contents, annotations.links, strict=True):
        told_here = at in alone and counted[at] == 1 and named[at] <= 1
        if told_here and link.cue != own_cue[at] and reading.sentence_at(content.span.end - 1) == at:
            sure = annotations.cues[own_cue[at]].probability
            yield Link(own_cue[at], sure, own_source.get(at, link.source), sure)
        else:
            yield link


def _block(reading: RunningText, span: Span) -> int:
    return reading.sentences[reading.sentence_at(span.start)].block


def _tokens(words: QuotedWords, span: Span) -> list[int]:
    """Return the numbers of a sentence's tokens that a span holds."""
    first = bisect_left(words.spans, span.start, key=lambda token: token.start)
    return list(range(first, bisect_right(words.spans, span.end, key=lambda token: token.end)))


def _bounds(reading: RunningText, span: Span) -> Span | None:
    """Return a content without its leading "that" and with its closing mark; None outside what is told."""
    prose = reading.article.prose
    if not reading.sentences or not reading.holds(span):
        return None
    start, end = span.start, span.end
    first = prose[start : start + 5].lower()
    if first.startswith("that") and len(first) == 5 and first[4].isspace() and end - start > 5:
        start += 5
        while start < end and prose[start].isspace():
            start += 1
    opening = reading.quotation_at(start)
    if opening is not None and opening.closed and _runs_on(reading, opening.span.end, end):
        end = opening.span.end
    quotation = reading.quotation_at(end - 1)
    if quotation is not None and quotation.closed and not prose[end : quotation.inner.end].strip(" .,"):
        end = max(end, quotation.span.end)
    while start < end and prose[start] in _EDGE and reading.quotation_at(start) is None:
        start += 1
    while end > start and prose[end - 1] in _EDGE and reading.quotation_at(end - 1) is None:
        end -= 1
    return Span(start, end) if start < end else None


def _runs_on(reading: RunningText, closing: int, end: int) -> bool:
    """Tell whether a content that opens with a quotation holds a further sentence that is not quoted."""
    return (
        closing < end
        and reading.sentence_at(closing - 1) < reading.sentence_at(end - 1)
        and reading.quotation_at(end - 1) is None
    )


def _without_description(reading: RunningText, source: Span) -> Span:
    """Return the name alone of a source in apposition: "Ann Roe, the mayor,", "The mayor, Ann Roe,"."""
    number = reading.sentence_at(source.start)
    words = reading.words[number]
    inside = _tokens(words, source)
    while len(inside) > 1 and words.lower[inside[-1]] in {",", "("}:
        inside.pop()
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
            return words.span(inside[0], last)
        break
    return words.span(inside[0], inside[-1])


def _shares_sentence(reading: RunningText, cue: Span | None, span: Span) -> bool:
    """Tell whether a cue stands in a sentence in which a content begins or ends."""
    ends = (span.start, span.end - 1)
    return cue is not None and reading.sentence_at(cue.start) in map(reading.sentence_at, ends)


def _source(reading: RunningText, annotations: Annotations, link: Link, span: Span) -> Span | None:
    """Return the source that is linked to a content, or the one that its cue's sentence tells.

    Cue and source are linked apart from each other. Where a content has its cue in its own sentence, a source
    that is told in another one is a slip of the second link.
    """
    linked = annotations.sources[link.source].span if link.source is not None else None
    if link.cue is None:
        return linked
    cue = annotations.cues[link.cue].span
    if linked is None or _is_setting(reading, cue, linked):
        return (_name_before(reading, cue) if _shares_sentence(reading, cue, span) else None) or linked
    told_apart = reading.sentence_at(linked.start) != reading.sentence_at(cue.start)
    if not told_apart or not _shares_sentence(reading, cue, span):
        return linked
    return _beside(reading, annotations, cue) or linked


def _is_setting(reading: RunningText, cue: Span, source: Span) -> bool:
    """Tell whether a source is where or to whom something was said: "Roe said in her report"."""
    return reading.article.prose[cue.end : source.start].strip().lower() in {"in", "on", "to"}


def _name_before(reading: RunningText, cue: Span) -> Span | None:
    """Return the name that ends right before a cue of speech, as in "Roe remarked", not in "Roe was told"."""
    words = reading.words[reading.sentence_at(cue.start)]
    forms = cue_forms()
    for head in _tokens(words, cue):
        if words.lower[head] in forms:
            last = verb_group_start(words, head, 0) - 1
            begin = words.name_ends.get(last)
            speaks = forms[words.lower[head]].act == "speech" and not is_passive(words, head, 0)
            return words.span(begin, last) if speaks and begin is not None else None
    return None


def _beside(reading: RunningText, annotations: Annotations, cue: Span) -> Span | None:
    """Return the source right before a cue, right behind it, or else the cue's grammatical subject."""
    words = reading.words[reading.sentence_at(cue.start)]
    inside = _tokens(words, cue)
    if not inside:
        return None
    last_before = verb_group_start(words, inside[0], 0) - 1
    for token in (last_before, inside[-1] + 1):
        if 0 <= token < len(words.spans):
            at = (
                bisect_right(annotations.sources, words.spans[token].start, key=lambda mark: mark.span.start)
                - 1
            )
            if at >= 0 and annotations.sources[at].span.holds(words.spans[token]):
                return annotations.sources[at].span
    if [words.lower[i] for i in inside[:2]] == ["according", "to"]:
        subject = subject_after(words, inside[1], len(words.spans))
    else:
        head = next((i for i in inside if words.lower[i] in cue_forms()), inside[0])
        begin = max((i + 1 for i in range(head) if words.quoted[i]), default=0)
        subject = subject_before(words, head, begin)
    return words.span(*subject) if subject else None


def _interrupted(reading: RunningText, before: QuoteDraft, cue: Span, span: Span) -> bool:
    """Tell whether a content goes on after its cue ("That, analysts said, could …")."""
    last = before.spans[-1]
    quotation = reading.quotation_at(span.start)
    if _block(reading, span) != before.block and not (quotation and quotation.continues):
        return False  # a paragraph that goes on without a cue is a quote of its own, by the same speaker
    if last.end <= cue.start < span.start:
        # Said: “…” begins anew, and so does a sentence whose cue stands before its content.
        led_in = reading.article.prose[cue.start : span.start].rstrip().endswith(":")
        before_cue = reading.article.prose[last.start : last.end].rstrip("\"”’'")
        anew = before_cue.endswith(".") and reading.sentence_at(cue.start) > reading.sentence_at(last.end - 1)
        return not led_in and not anew
    between = reading.article.prose[last.end : span.start]
    return not any(char.isalnum() for char in between)


def _word_of(reading: RunningText, cue: Span | None) -> Span | None:
    """Return the word of speaking in a cue: "said" of "has also said in a statement"."""
    if cue is None:
        return None
    words = reading.words[reading.sentence_at(cue.start)]
    inside = _tokens(words, cue)
    if [words.lower[i] for i in inside[:2]] == ["according", "to"]:
        return cue
    forms = cue_forms()
    said = [i for i in inside if words.lower[i] in forms and words.lower[i] not in AUXILIARIES]
    rest = [i for i in inside if words.lower[i] not in AUXILIARIES and not words.lower[i].endswith("ly")]
    head = said[0] if said else None
    if head is None:
        return words.span(rest[0], inside[-1]) if rest else cue
    return words.spans[head]


def _act(reading: RunningText, cue: Span | None) -> Act:
    """Tell speech from stance by the words of the cue; without a cue it is speech."""
    if cue is None:
        return "speech"
    words = cue.of(reading.article.prose).lower().split()
    forms = cue_forms()
    acts = [forms[word].act for word in words if word in forms]
    if "speech" in acts or _SPEECH_WORDS.intersection(words):
        return "speech"
    return "stance"
