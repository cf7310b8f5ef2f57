"""Text to blocks: which part of an article each paragraph is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newscli.english.newspaper import NOT_IN_HEADLINES, SMALL_IN_TITLES
from newscli.english.punctuation import CLOSING_MARKS, DASHES, OPENING_MARKS
from newscli.limits import MAX_LAYOUT_CHARS
from newscli.model import Block, Role, Span
from newscli.text import furniture
from newscli.text.datelines import dateline
from newscli.text.markdown import NO_MARKUP, Markup
from newscli.text.paragraphs import paragraphs

# Bounds of the parts, set by hand with the wires and dailies in view: but for headlines (below), no set of
# articles has its layout annotated.
_MAX_ABOVE: Final = 3  # paragraphs above the headline
_MAX_HEAD: Final = 8  # paragraphs before the prose
_MAX_DECKS: Final = 2  # paragraphs between headline and byline
_DECK_CHARS: Final = 160
_MAX_BEFORE_DATELINE: Final = 2  # paragraphs of prose before the dateline: an editor's note, a summary
_MAX_FOOT: Final = 12  # paragraphs at the end among which credits may be
_MAX_BOILERPLATE: Final = 24  # paragraphs at the end that may tell of a firm
_MAX_NOTES: Final = 3  # paragraphs at the end that may present the author
_PROSE_WORDS: Final = 12  # a paragraph of fewer words is not known to be prose
_PROSE_UNDER_SHOUT: Final = 8  # the same below a crosshead in capitals, which says more of itself
_SHOUTED_WORDS: Final = 4  # of a kicker or crosshead in capitals; more is a sentence of a wire
_SHOUTED_CHARS: Final = 4  # "III" and "Q&A" are no crossheads
_CROSSHEAD_CHARS: Final = MAX_LAYOUT_CHARS // 4
_CROSSHEAD_WORDS: Final = 9
_CROSSHEAD_QUESTION_WORDS: Final = 6

# Of a headline; set by hand on the first paragraphs of 840 articles with a headline and 1,216 without.
_HEADLINE_WORDS: Final = 30
_HEADLINE_QUESTION_WORDS: Final = 10
_TITLE_CASE_SHARE: Final = 0.8  # of the words that title case raises
# A sentence with a full stop reads like a headline if these add up to 0 or more.
_HEADLINE_BASE: Final = 3.5
_FOR_EACH_WORD: Final = -0.25
_FOR_EACHNOT_IN_HEADLINES_WORD: Final = -0.8
_FOR_A_COLON: Final = 3
_FOR_AN_INNER_STOP: Final = -1.5

_END_CHARS: Final = 8  # a full stop and the marks and brackets that close after it
_CLOSING: Final = CLOSING_MARKS + ")]"
_INNER_STOP: Final = re.compile(r"[a-z]{3}[.?!][\"”’]? [A-Z]")
_SPEAKER: Final = re.compile(r"[A-Z][A-Z .'’-]{1,40}: |[QA]: ")


def lay_out(text: str, markup: Markup = NO_MARKUP, spans: Sequence[Span] | None = None) -> tuple[Block, ...]:
    """Find the parts of an article: headline, section, bylines, dateline, body, subheads, credits.

    Every paragraph is in some block, and what is not recognised as anything else is body; a text
    without a headline (a feed's, a transcript) has none. Outside all blocks are white space, list and
    heading marks, lines that are rules, and the dash after a dateline.

    Args:
        text: Any string, with markup blanked.
        markup: The headings and paragraph starts that the markup gave, if there was any.
        spans: The paragraphs, if they are known; else they are found by their lines.

    Returns:
        Blocks in text order, without overlaps, none empty. Offsets are code points, half-open.
    """
    found = list(paragraphs(text, markup) if spans is None else spans)
    bylines = [span for span in found if span.start in markup.bylines]
    spans = [span for span in found if span.start not in markup.bylines]
    if not spans:
        return ()
    roles: list[Role] = ["body"] * len(spans)
    headings = {heading.start for heading in markup.headings}
    body = _mark_head(text, spans, roles, headings)
    for index in range(body, len(spans)):
        if spans[index].start in headings:
            roles[index] = "subhead"
    _mark_subheads(text, spans, roles, body)
    named = tuple(Block("byline", span) for span in bylines)
    return tuple(sorted((*refine(text, spans, roles), *named), key=lambda block: block.span))


def refine(text: str, spans: Sequence[Span], roles: Sequence[Role]) -> tuple[Block, ...]:
    """Make blocks of paragraphs whose roles are known, but for credits and dateline among the body.

    Args:
        text: The text that the spans are of.
        spans: Paragraphs in text order, none empty.
        roles: One for each.

    Returns:
        Blocks as ``lay_out`` makes them.
    """
    refined = list(roles)
    body = next((index for index, role in enumerate(roles) if role == "body"), len(spans))
    _mark_credits(text, spans, refined, body)
    return tuple(_blocks(text, spans, refined, body))


def _mark_head(text: str, spans: Sequence[Span], roles: list[Role], headings: set[int]) -> int:
    """Give roles to what precedes the prose; return the index of the first paragraph of prose."""
    at = _mark_above_headline(text, spans, roles)
    following = spans[at + 1].of(text) if at + 1 < len(spans) else ""
    if at < len(spans) and (spans[at].start in headings or _is_headline(spans[at].of(text), following)):
        roles[at] = "headline"
        at += 1
    elif at == 0 or all(role == "byline" for role in roles[:at]):
        return at
    else:
        # What looked like a section line stands over prose: it is the only headline that there is.
        last = max(index for index in range(at) if roles[index] == "section")
        roles[last] = "headline"
    return _mark_below_headline(text, spans, roles, at)


def _mark_above_headline(text: str, spans: Sequence[Span], roles: list[Role]) -> int:
    """Mark section lines and dates above the headline; return the index of what follows them."""
    at = 0
    while at < min(_MAX_ABOVE, len(spans) - 1):
        line = spans[at].of(text)
        if furniture.is_byline(line):
            roles[at] = "byline"
        elif furniture.is_slug(line) or _is_kicker(line, spans[at + 1].of(text)):
            roles[at] = "section"
        else:
            break
        at += 1
    return at


def _is_kicker(line: str, below: str) -> bool:
    """Return whether a line over another is a section line, or a kicker in capitals."""
    if not _is_headline(below, "") or furniture.is_byline(below):
        return False
    words = line.split()
    shouted = line.isupper() and len(words) <= _SHOUTED_WORDS and line[-1] not in ".!?:"
    return furniture.is_section(line) or (shouted and not below.isupper())


def _mark_below_headline(text: str, spans: Sequence[Span], roles: list[Role], at: int) -> int:
    """Mark bylines, dates and decks between headline and prose; return the index of the prose."""
    body, decks = at, 0
    for index in range(at, min(at + _MAX_HEAD, len(spans))):
        line = spans[index].of(text)
        if _is_byline(text, spans, index) and not (decks and furniture.is_time(line)):
            roles[index] = "byline"
            body = index + 1
        elif decks == _MAX_DECKS or len(line) > _DECK_CHARS or dateline(line):
            break
        else:
            decks += 1
    for index in range(at, body):
        line = spans[index].of(text)
        if roles[index] == "body" and not _is_ended(line) and line[-1] != ":":
            roles[index] = "deck"
    return body


def _is_byline(text: str, spans: Sequence[Span], index: int) -> bool:
    """Return whether a paragraph under the headline is a byline, by its words or by the prose below it."""
    line = spans[index].of(text)
    if furniture.is_byline(line):
        return True
    below = spans[index + 1].of(text) if index + 1 < len(spans) else ""
    return furniture.is_bare_byline(line) and (_is_prose(below) or furniture.is_byline(below))


def _is_prose(text: str, words: int = _PROSE_WORDS) -> bool:
    """Return whether a paragraph has the length and the end of one or more sentences."""
    return len(text.split(maxsplit=words)) > words and _is_ended(text)


def _is_ended(text: str) -> bool:
    """Return whether a text ends as a sentence does."""
    return text[-_END_CHARS:].rstrip(_CLOSING)[-1:] in {".", "!", "?", "…"}


def _is_headline(text: str, following: str) -> bool:
    """Return whether the first paragraph of a text is its headline.

    Without a full stop it is one unless it is too long or announces what follows. With one, its words
    decide: headlines are short, in title case, or do without articles and auxiliaries.
    """
    words = text[:MAX_LAYOUT_CHARS].split()
    if len(text) > MAX_LAYOUT_CHARS or len(words) > _HEADLINE_WORDS or text[-1] in ":,;" or text[0] in "([":
        return False
    if _SPEAKER.match(text) and _SPEAKER.match(following):
        return False
    if not any(char.isalpha() for char in text):
        return False
    if not _is_ended(text):
        return True
    # "ROWING - NORTHAM WIN." is the headline of a wire, which has no small letters.
    if not following or (not text.isupper() and dateline(text)):
        return False
    if text[-1] in "?!" and len(words) <= _HEADLINE_QUESTION_WORDS and _is_prose(following):
        return True
    # If all is in capitals, those of the first paragraph show nothing.
    meaningful = not (text.isupper() and following.isupper())
    return (meaningful and _is_title_case(words)) or _headline_score(text, words) >= 0


def _is_title_case(words: list[str]) -> bool:
    """Return whether the words that title case raises are raised."""
    content = [word for word in words if word[0].isalpha() and word.lower() not in SMALL_IN_TITLES]
    return len(content) > 1 and sum(word[0].isupper() for word in content) >= _TITLE_CASE_SHARE * len(content)


def _headline_score(text: str, words: list[str]) -> float:
    """Score how much a sentence with a full stop reads like a headline; from 0 on it does."""
    bare = [word.strip(".,;:?!\"“”‘’'()").lower() for word in words]
    score = _HEADLINE_BASE + _FOR_EACH_WORD * len(words)
    score += _FOR_EACHNOT_IN_HEADLINES_WORD * sum(word in NOT_IN_HEADLINES for word in bare)
    if "; " in text or ": " in text or ";\n" in text:
        score += _FOR_A_COLON
    if _INNER_STOP.search(text):
        score += _FOR_AN_INNER_STOP
    return score


def _mark_subheads(text: str, spans: Sequence[Span], roles: list[Role], body: int) -> None:
    """Mark crossheads among the paragraphs of prose."""
    for index in range(body, len(spans) - 1):
        line = spans[index].of(text)
        after_prose = index == body or _is_prose(spans[index - 1].of(text))
        if roles[index] == "body" and after_prose and _is_crosshead(line, spans[index + 1].of(text)):
            roles[index] = "subhead"


def _mark_credits(text: str, spans: Sequence[Span], roles: list[Role], body: int) -> None:
    """Mark what stands beside the story, and the credits among the last paragraphs."""
    foot = max(body + 1, len(spans) - _MAX_FOOT)
    end = max(body + 1, len(spans) - _MAX_NOTES)
    for index in range(body, len(spans)):
        line = spans[index].of(text)
        credited = (
            furniture.is_beside_story(line)
            or (index >= foot and furniture.is_credit(line) and not _signs(text, spans[index - 1], line))
            or (index >= end and furniture.is_author_note(line))
        )
        if credited and roles[index] in {"body", "subhead"}:
            roles[index] = "credits"
    for index in range(_boilerplate(text, spans, body), len(spans)):
        roles[index] = "credits"


def _boilerplate(text: str, spans: Sequence[Span], body: int) -> int:
    """Return the index of the paragraph from which on a release tells of the firm; the end if none does."""
    start = max(body + 2, len(spans) - _MAX_BOILERPLATE)
    for index in range(start, len(spans)):
        line = spans[index].of(text)
        if furniture.opens_boilerplate(line) and not any(_quotes(span.of(text)) for span in spans[index:]):
            return index
    return len(spans)


def _quotes(text: str) -> bool:
    """Return whether somebody is quoted in a paragraph: then it is part of the story."""
    return " said" in text and any(mark in text for mark in OPENING_MARKS)


def _signs(text: str, above: Span, line: str) -> bool:
    """Return whether a line names who says the quotation above it: "— Ann Roe"."""
    return line[0] in DASHES and above.of(text).rstrip().endswith(tuple(CLOSING_MARKS))


def _is_crosshead(line: str, below: str) -> bool:
    """Return whether a short line heads the paragraph below it."""
    if len(line) > _CROSSHEAD_CHARS or _SPEAKER.match(line):
        return False
    words = line.lower().split()
    if len(words) > _CROSSHEAD_WORDS:
        return False
    shouted = line.isupper() and len(words) <= _SHOUTED_WORDS
    if shouted and len(line) >= _SHOUTED_CHARS and line[-1] not in ":,":
        return line[0].isalpha() and _is_prose(below, words=_PROSE_UNDER_SHOUT)
    if line[0].islower() or not (line[0].isalnum() or line[0] in OPENING_MARKS) or not _is_prose(below):
        return False
    # In an interview the questions stand alone as well, and address someone.
    asks = line[-1] == "?" and len(words) <= _CROSSHEAD_QUESTION_WORDS
    return (asks and not {"you", "your", "i"} & set(words)) or not (_is_ended(line) or line[-1] in ":,;-—–")


def _blocks(text: str, spans: Sequence[Span], roles: Sequence[Role], body: int) -> list[Block]:
    """Build the blocks, cutting the dateline off the prose and the credits off its end."""
    blocks: list[Block] = []
    dated = False
    last = max((index for index, role in enumerate(roles) if role == "body"), default=-1)
    for index, (span, role) in enumerate(zip(spans, roles, strict=True)):
        start, end = span.start, span.end
        if role == "body" and not dated and index <= body + _MAX_BEFORE_DATELINE:
            found = dateline(span.of(text))
            if found and not (text.startswith(": ", start + found[0]) and _is_transcript(text, spans)):
                dated = True
                blocks.append(Block("dateline", Span(start, start + found[0])))
                start += found[1]
        if role == "body" and index == last:
            end = start + furniture.trailing_credit(text[start:end])
        trimmed = start + len(text[start:end].rstrip())
        if trimmed > start:
            blocks.append(Block(role, Span(start, trimmed)))
        if end < span.end:
            blocks.append(Block("credits", Span(end, span.end)))
    return blocks


def _is_transcript(text: str, spans: Sequence[Span]) -> bool:
    """Return whether more than one paragraph begins with a name in capitals and a colon."""
    return sum(bool(_SPEAKER.match(text, span.start, span.end)) for span in spans) > 1
