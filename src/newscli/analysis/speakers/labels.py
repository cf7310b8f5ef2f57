"""Whom the labels of turns name ("SEN. ANN ROE:", "ROE:", "AR:", "Q:"), and who talks where there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newscli.analysis.names.forms import fold_letters, name_words
from newscli.analysis.speakers.first_person import author, named_by_line
from newscli.analysis.speakers.speaker import Speaker
from newscli.analysis.speakers.spellings import Spellings
from newscli.english.punctuation import CLOSING_MARKS, OPENING_MARKS
from newscli.model import Article, Entity, Quote, Span

_QUESTION: Final = frozenset({"q", "question", "interviewer"})
_ANSWER: Final = frozenset({"a", "answer", "interviewee"})
# Between a label and its words: what is added to it, and its colon.
_BETWEEN: Final = re.compile(
    rf"(?:\s*[,(][^:\n]{{0,60}})?[:.]\*{{0,2}}\s{{1,4}}[{OPENING_MARKS}{CLOSING_MARKS}]?"
)
# Who has an office, where it stands for a label first: "The Chair (Mr. Bob Ash):".
_HOLDER: Final = re.compile(r"\s*\(([^()\n]{2,60})\)")
_INTERVIEW: Final = re.compile(r"\bInterview(?:ed)?(?: by|:)\s")
_GUEST: Final = re.compile(
    r"\b(?:questions (?:for|to)|interview with|conversation with|Q ?& ?A with)\s", re.IGNORECASE
)
MAX_INITIALS: Final = 3


class Labels:
    """The turns of one article, and who has them."""

    def __init__(
        self, article: Article, quotes: Sequence[Quote], entities: Sequence[Entity], spellings: Spellings
    ) -> None:
        self._prose = article.prose
        self._spellings = spellings
        people = [entity for entity in entities if entity.label == "PER"]
        self._initials = [
            ("".join(word[0] for word in name_words(entity.name, "PER")), entity)
            for entity in people
            if " " in entity.name
        ]
        turns = sorted((quote for quote in quotes if self.is_turn(quote)), key=lambda quote: quote.spans)
        self._asks = self._answers = Speaker(None, form="none")
        if turns:
            first = (turns[0].mention or turns[0].spans[0]).start
            self._asks = self._interviewer(article)
            self._answers = self._interviewee(people, first, self._asks)
        self._speakers: dict[int, Speaker] = {}
        self._holders: dict[str, Entity] = {}
        latest: list[Speaker] = [self._asks, self._answers]  # the last two who talked
        for turn in turns:
            speaker = self._labelled(turn.mention) if turn.mention else latest[0]
            if speaker.name != latest[1].name:
                latest = [latest[1], speaker]
            self._speakers[turn.id] = speaker

    def of(self, quote: Quote) -> Speaker | None:
        """Return who has a turn; None if the quote is none."""
        return self._speakers.get(quote.id)

    def has(self, number: int) -> bool:
        """Return whether the quote of this ``id`` is a turn."""
        return number in self._speakers

    def is_turn(self, quote: Quote) -> bool:
        """Return whether a quote is a turn, uttered as a whole and without marks, behind a label or not."""
        if quote.cue or quote.kind != "direct":
            return False
        start = quote.spans[0].start
        if quote.mention is None:
            return self._prose[start] not in OPENING_MARKS + CLOSING_MARKS
        between = Span(quote.mention.end, start)
        return between.start < between.end and _BETWEEN.fullmatch(between.of(self._prose)) is not None

    def _labelled(self, label: Span) -> Speaker:
        """Return whom a label names; its own words if the article does not explain them."""
        text = " ".join(label.of(self._prose).split())
        role = text.lower()
        known = self._asks if role in _QUESTION else self._answers if role in _ANSWER else None
        if known is not None and known.name is not None:
            return known
        holder = _HOLDER.match(self._prose, label.end)
        if holder and (explained := self._spellings.of(holder[1])):
            self._holders[role] = explained
        if role in self._holders:
            return Speaker(self._holders[role].name, self._holders[role], "name")
        letters = fold_letters(text) if 1 < len(text) <= MAX_INITIALS else " "
        same = [entity for initials, entity in self._initials if initials.endswith(letters)]
        entity = same[0] if len(same) == 1 else self._spellings.of(text)
        return Speaker(entity.name if entity else text, entity, "name")

    def _interviewer(self, article: Article) -> Speaker:
        """Return who asks: the one who is said to have led the interview, else the author."""
        match = _INTERVIEW.search(article.prose)
        name = named_by_line(article.prose[match.end() :].partition("\n")[0]) if match else None
        name = name or author(article)
        entity = self._spellings.of(name) if name else None
        return Speaker(entity.name if entity else name, entity, "name" if name else "none")

    def _interviewee(self, people: Sequence[Entity], first: int, asks: Speaker) -> Speaker:
        """Return who answers: whom headline and opening name most often, the one who asks left out."""
        guest = _GUEST.search(self._prose, 0, first)
        name = named_by_line(self._prose[guest.end() : first].partition("\n")[0]) if guest else None
        if name is not None:
            entity = self._spellings.of(name)
            return Speaker(entity.name if entity else name, entity, "name")

        def named(entity: Entity) -> int:
            return sum(mention.end <= first for mention in entity.mentions)

        others = [entity for entity in people if entity is not asks.entity and entity.name != asks.name]
        best = max(others, key=lambda entity: (named(entity), entity.salience), default=None)
        if best is None or not named(best):
            return Speaker(None, form="none")
        return Speaker(best.name, best, "name")
