"""News articles made up from a seed: their lengths, names and quotations are natural, their events nonsense.

Made here rather than taken from a corpus, so that whoever runs a benchmark has the same ones.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator

# Half of all articles are longer, some four in a hundred twice as long and as many less than half as long.
MEDIAN_WORDS = 390
_SPREAD = 0.4
_GOES_ON = 0.4  # how often a speaker says a second sentence

_GIVEN = (
    "Ana Bram Carla Dorian Edda Fenn Greta Hollis Ilse Joran Katya Lorne Mirela Nils Odile Piers Rosa Stellan"
)
_SYLLABLES = "bel dor fen gar hal kes lin mor nev pol quin ras sel tar ven wick yar zel bran cor"
_ENDINGS = "by den er ford haven holm ley mere ov sen stad ton ward"
_BODIES = (
    "Council|Harbour Authority|Water Board|University|Chamber of Commerce|Rail Union|Museum Trust|Energy"
)
_ROLES = "mayor|spokesman|chief engineer|opposition leader|head teacher|union secretary|director|historian"
_TOPICS = (
    "flood wall|bus depot|ferry line|market hall|solar farm|reading room|fish quota|school roof|tram bridge"
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_CLAIMS = (
    "the {topic} would be finished before the winter|the cost had doubled within a year|"
    "nobody had been asked about the {topic}|the work on the {topic} was sound|"
    "a vote would be held in {place}|the figures in the report were out of date|"
    "the {body} had known of the fault for months|families in {place} would be paid in full"
)
_SENTENCES = (
    "We have waited long enough for the {topic}|This is the best news that {place} has had in years|"
    "I do not think that anyone expected such a crowd|They promised us a {topic} and sent us a leaflet|"
    "You cannot build a {topic} on hope alone|It was a mistake, and we have learned from it|"
    "My door is open to everybody in {place}|The {body} will publish every page of it"
)
_FACTS = (
    "The {topic} was first proposed {number} years ago, when {place} had half as many people as today.|"
    "Some {number} people came to the meeting at the {body} on {day}, many of them from {place}.|"
    "Under the plan, {number} jobs would move to {place} by the end of next year.|"
    "A report that the {body} published on {day} put the cost at ${number} million.|"
    "The road between {place} and {place} was closed for {number} hours on {day}.|"
    "Last year the {body} rejected a smaller {topic}, which {place} had asked for."
)
_LEADS = (
    "{place} will get its {topic} after all, the {body} decided on {day} after a debate of {number} hours.|"
    "A dispute about the {topic} in {place} went to court on {day}, {number} weeks after work had stopped.|"
    "The {body} withdrew its plan for a {topic} on {day}, as {number} people protested in {place}."
)
_HEADLINES = "{place} argues over its {topic}|{body} changes course on {topic}|A {topic} divides {place}"


def make(seed: int, words: int | None = None) -> str:
    """Make the article of a seed: headline, dateline and paragraphs.

    Args:
        seed: The same seed gives the same article.
        words: About how many words it has; by default a number drawn like the lengths of news.
    """
    rng = random.Random(seed)
    length = words or round(rng.lognormvariate(math.log(MEDIAN_WORDS), _SPREAD))
    story = _Story(rng)
    paragraphs = [story.say(_HEADLINES), f"{story.places[0].upper()} - {story.say(_LEADS)}"]
    count = sum(len(paragraph.split()) for paragraph in paragraphs)
    for paragraph in story.paragraphs():
        if count >= length:
            break
        paragraphs.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(paragraphs) + "\n"


class _Story:
    """Who and what an article is about, and sentences about them."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.places = [self._name() for _ in range(3)]
        self._bodies = [f"{self._name()} {self._choose(_BODIES)}" for _ in range(2)]
        self._people = [
            (f"{rng.choice(_GIVEN.split())} {self._name()}", self._choose(_ROLES)) for _ in range(5)
        ]
        self._topic = self._choose(_TOPICS)
        self._named: set[str] = set()

    def say(self, sentences: str) -> str:
        """Choose one of some sentences and fill it in."""
        sentence = self._choose(sentences)
        while "{place}" in sentence:
            sentence = sentence.replace("{place}", self._rng.choice(self.places), 1)
        return sentence.format(
            topic=self._topic,
            body=self._rng.choice(self._bodies),
            day=self._rng.choice(_DAYS.split()),
            number=self._rng.randrange(3, 900),
        )

    def paragraphs(self) -> Iterator[str]:
        """Yield paragraphs without end."""
        kinds: tuple[Callable[[], str], ...] = (self._background, self._direct, self._indirect, self._mixed)
        while True:
            yield self._rng.choice(kinds)()

    def _choose(self, words: str) -> str:
        return self._rng.choice(words.split("|"))

    def _name(self) -> str:
        syllables = self._rng.choices(_SYLLABLES.split(), k=self._rng.randrange(1, 3))
        return ("".join(syllables) + self._rng.choice(_ENDINGS.split())).capitalize()

    def _speaker(self) -> str:
        """Name somebody: in full with the office at first, by surname later."""
        name, role = self._rng.choice(self._people)
        if name in self._named:
            return name.split()[1]
        self._named.add(name)
        return f"{name}, {role} of the {self._rng.choice(self._bodies)},"

    def _background(self) -> str:
        return " ".join(self.say(_FACTS) for _ in range(self._rng.randrange(1, 4)))

    def _direct(self) -> str:
        verb = self._choose("said|said|told reporters|added")
        more = f" “{self.say(_SENTENCES)}.”" if self._rng.random() < _GOES_ON else ""
        return f"“{self.say(_SENTENCES)},” {self._speaker().rstrip(',')} {verb}.{more}"

    def _indirect(self) -> str:
        verb = self._choose("said|argued|denied|warned")
        return f"{self._speaker()} {verb} that {self.say(_CLAIMS)}. {self.say(_FACTS)}"

    def _mixed(self) -> str:
        fault = self._choose("a scandal|too little, too late|a gift to the town|hard to believe")
        return f"{self._speaker()} called the {self._topic} “{fault}” and said {self.say(_CLAIMS)}."
