"""Rows of articles that nobody wrote or read, to fill an archive with a million quotes in a minute or two.

Words, speakers and outlets are drawn as those of news are: a few often, most seldom.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import accumulate

from newscli.archive.rows import (
    ArticleRow,
    ArticleRows,
    EntityName,
    MentionRow,
    QuoteRow,
    SourceRow,
    SpeakerName,
)

QUOTES_OF_ARTICLE = 10
_MENTIONS_OF_ARTICLE = 8
_WORDS_OF_QUOTE = 15
_WORDS_OF_ARTICLE = 60
_SYLLABLES = "bel dor fen gar hal kes lin mor nev pol quin ras sel tar ven wick yar zel bran cor".split()
_OUTLETS = [
    f"{place} {kind}"
    for place in ("Ellery", "Aldby", "Morholm", "Venstad")
    for kind in ("Post", "Echo", "Sun")
]
_STATUSES = ("said",) * 17 + ("denied", "unsaid", "possible")
_KINDS = ("direct", "direct", "mixed", "indirect", "indirect")
_FIRST_YEAR, _YEARS = 2014, 10


class _Drawn:
    """Things drawn with a frequency that falls with their rank (Zipf)."""

    def __init__(self, rng: random.Random, count: int, prefix: str = "") -> None:
        self._rng = rng
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(count)))
        self._things = [prefix + _word(number) for number in range(count)]

    def draw(self, count: int) -> list[str]:
        return self._rng.choices(self._things, cum_weights=self._weights, k=count)


def _word(number: int) -> str:
    """Return the word of a number; two numbers have two words."""
    base = len(_SYLLABLES)
    word = _SYLLABLES[number % base]
    while number := number // base:
        word += _SYLLABLES[number % base]
    return word


def generated(quotes: int, seed: int = 1) -> Iterator[ArticleRows]:
    """Yield articles with so many quotes together, in the order of their days.

    Args:
        quotes: A multiple of ``QUOTES_OF_ARTICLE``.
        seed: The same seed gives the same articles.
    """
    rng = random.Random(seed)
    words, people, names = _Drawn(rng, 40_000), _Drawn(rng, 30_000, "Ana "), _Drawn(rng, 50_000)
    articles = quotes // QUOTES_OF_ARTICLE
    for number in range(articles):
        day = number * 365 * _YEARS // articles
        year, rest = divmod(day, 365)
        date = f"{_FIRST_YEAR + year}-{rest // 31 + 1:02}-{rest % 31 % 28 + 1:02}"
        yield _article(rng, number, date, (words, people, names))


def _article(rng: random.Random, number: int, date: str, drawn: tuple[_Drawn, _Drawn, _Drawn]) -> ArticleRows:
    words, people, names = drawn
    text = " ".join(words.draw(_WORDS_OF_ARTICLE))
    speakers = [SpeakerName(name.title(), "person") for name in people.draw(4)]
    if number % 5 == 0:
        speakers[0] = SpeakerName("a senior official", "anonymous")
    said = [rng.choice(speakers) for _ in range(QUOTES_OF_ARTICLE)]
    article = ArticleRow(
        content=f"{number:032x}",
        model="made up",
        file=f"{number // 1000}.jsonl",
        article=str(number),
        outlet=rng.choice(_OUTLETS),
        date=date,
        url=None,
        headline=" ".join(words.draw(7)).capitalize(),
        deck=None,
        section=None,
        byline=None,
        dateline=None,
        words=_WORDS_OF_ARTICLE,
        sentences=10,
        text=text,
        warnings="[]",
        meta="{}",
    )
    return ArticleRows(
        article,
        tuple(_quote(rng, at, who, " ".join(words.draw(_WORDS_OF_QUOTE))) for at, who in enumerate(said, 1)),
        tuple(_source(who, said.count(who)) for who in dict.fromkeys(said)),
        tuple(_mention(name.title()) for name in dict.fromkeys(names.draw(_MENTIONS_OF_ARTICLE))),
    )


def _quote(rng: random.Random, number: int, speaker: SpeakerName, text: str) -> QuoteRow:
    shown = int(rng.random() < 0.8)  # noqa: PLR2004 - as in news
    return QuoteRow(
        speaker=speaker,
        number=number,
        kind=rng.choice(_KINDS),
        text=text,
        spans=json.dumps([[number * 100, number * 100 + len(text)]]),
        cue="said",
        cue_spans="[[1, 5]]",
        mention=speaker.name,
        mention_start=6,
        mention_end=6 + len(speaker.name),
        description=None,
        description_start=None,
        description_end=None,
        status=rng.choice(_STATUSES),
        act="speech",
        within=None,
        confidence=round(rng.uniform(0.5, 1.0) if shown else rng.uniform(0.0, 0.5), 4),
        paragraph=number,
        shown=shown,
        text_resolved=None,
        words=_WORDS_OF_QUOTE,
    )


def _source(speaker: SpeakerName, quotes: int) -> SourceRow:
    named = int(speaker.source_type == "person")
    share = quotes / QUOTES_OF_ARTICLE
    return SourceRow(
        speaker, named, None, None, None, None, quotes, quotes, 0, 0, quotes * _WORDS_OF_QUOTE, share, 1
    )


def _mention(name: str) -> MentionRow:
    return MentionRow(EntityName(name, "PER"), 2, "[]", "[[1, 5], [9, 12]]", None, None, None, 0.5)
