"""Words that a headline or a pull quote lifts out of the story, where it stands who says them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newscli.analysis.speakers.speaker import Speaker
from newscli.model import HEADLINES, Article, Quote
from newscli.spans import SpanIndex

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# "It took the trampoline and came back" leaves out a few words of what was said.
_LEFT_OUT: Final = 3
_FEWEST: Final = 2
_FEWEST_OF_MANY: Final = 4  # of a paragraph among others, and of those of which some are left out
_TIME_CHARS: Final = 8  # "16.20 –"
_PLACES: Final = 16  # where the first of the words is looked for: an article may hold it anywhere

_Words = Sequence[str]


def repeated(
    article: Article, quotes: Sequence[Quote], speakers: Mapping[int, Speaker]
) -> Iterator[tuple[int, Speaker]]:
    """Yield the speaker of each quotation that is lifted out of a statement in the article, by its ``id``.

    ‘No wall holds’ above "“No wall holds, and nobody said so,” said Roe" is Roe's: in a headline, and in a
    paragraph of which nobody is told to say it. What names its source, or what more than one says, is left
    alone. Linear in the quotes' words.

    Args:
        article: The article.
        quotes: In any order.
        speakers: Those that are known, by the quotes' ids.
    """
    headlines = SpanIndex(block.span for block in article.blocks if block.role in HEADLINES)
    blocks = SpanIndex(block.span for block in article.blocks)
    lifted: dict[int, _Words] = {}
    told: dict[int, _Words] = {}
    for quote in quotes:
        start, words = quote.spans[0].start, _words(article.prose, quote)
        if headlines.at(start) is not None:
            known = speakers.get(quote.id)
            is_named = known is not None and known.form == "name"
            if quote.kind != "indirect" and not is_named and len(words) >= _FEWEST:
                lifted[quote.id] = words
        else:
            told[quote.id] = words
            is_bare = quote.mention is None and not quote.cue and len(words) >= _FEWEST_OF_MANY
            if quote.kind == "direct" and is_bare and _opens(article.prose, blocks, start):
                lifted[quote.id] = words
    by_id = {quote.id: quote for quote in quotes}
    places = _places(told, {words[0] for words in lifted.values()})
    for number, words in lifted.items():
        holders = {one for one, at in places[words[0]] if one != number and _stand_in(told[one], at, words)}
        if len(words) < _FEWEST_OF_MANY:  # "more likely" may stand in what anybody is reported to say
            holders = {one for one in holders if by_id[one].kind != "indirect"}
        # Of statements in one another the inner one is by whom the words are.
        holders -= {by_id[one].within for one in holders}
        found = [known for one in holders if (known := speakers.get(one)) and known.name]
        if len({known.name for known in found}) == 1:
            yield number, found[0]


def _words(prose: str, quote: Quote) -> _Words:
    return [word.lower().replace("’", "'") for span in quote.spans for word in _WORD.findall(span.of(prose))]


def _opens(prose: str, blocks: SpanIndex, start: int) -> bool:
    """Return whether nothing of a paragraph stands before an offset; in a live report its time may."""
    at = blocks.at(start)
    if at is None or start - blocks[at].start > _TIME_CHARS:
        return False
    return not any(map(str.isalpha, prose[blocks[at].start : start]))


def _places(told: Mapping[int, _Words], wanted: set[str]) -> Mapping[str, list[tuple[int, int]]]:
    """Return where words stand first, as the statement and the number of the word in it."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, words in told.items():
        for at, word in enumerate(words):
            if word in wanted and len(places[word]) < _PLACES:
                places[word].append((number, at))
    return places


def _stand_in(text: _Words, at: int, words: _Words) -> bool:
    """Return whether words stand in a text from its word ``at`` on; of many some may be left out."""
    room = 1 + _LEFT_OUT * (len(words) >= _FEWEST_OF_MANY)
    for word in words:
        ahead = text[at : at + room]
        if word not in ahead:
            return False
        at += ahead.index(word) + 1
    return True
