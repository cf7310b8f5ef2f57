"""Clusters as they are compared with one another: their words and labels, and what stands around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newscli.analysis.entities.clusters import Cluster, Named, majority, rules
from newscli.analysis.names.titles import TitleReader, gender
from newscli.english.cues import SAYING
from newscli.english.titles import Gender
from newscli.model import LABELS, Label, Sentence, Span
from newscli.spans import SpanIndex

# Of a name so many mentions are looked at: that keeps a list of fifty thousand names linear.
MOST_MENTIONS: Final = 20
_UNTOLD: Final = (1 / len(LABELS),) * len(LABELS)


@dataclass(frozen=True, slots=True)
class Party:
    """A cluster as it is compared with others.

    Attributes:
        words: Of its fullest name.
        name: The same as it is spelled.
        label: What most of its mentions are taken for.
        chances: The mean of what the reader thinks of each of ``LABELS``.
        sentences: The numbers of the sentences that name it, in text order.
        count: Of its mentions.
        shares: Of its mentions those with a title before them, "the" before, a verb of saying beside.
        turns: Whether all of them stand before a colon.
        gender: A person's, if titles show it; "Vander" of "Vander Sloot" is no given name.
        rules: Whether it is somebody who goes by the given name alone: "Prince Otto".
    """

    words: tuple[str, ...]
    name: str
    label: Label
    chances: tuple[float, ...]
    sentences: tuple[int, ...]
    count: int
    shares: tuple[float, float, float]
    turns: bool
    gender: Gender | None
    rules: bool = False


class Surroundings:
    """What stands around the mentions of an article."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        titles: TitleReader,
        chances: Mapping[Span, tuple[float, ...]],
    ) -> None:
        """Prepare for an article.

        Args:
            sentences: All of it.
            titles: The words beside names.
            chances: What the reader thinks of each mention that it marked.
        """
        self._sentences = SpanIndex(sentence.span for sentence in sentences)
        self._titles = titles
        self._chances = chances

    def party(self, cluster: Cluster) -> Party:
        """Return a cluster as it is compared with others."""
        members = cluster.members[:MOST_MENTIONS]
        fullest = max(members, key=lambda one: one.fullness)
        known = [self._chances.get(one.mention.span, _UNTOLD) for one in members]
        numbers = [self._sentences.before(one.mention.span.start) or 0 for one in members]
        around = [self._around(one) for one in members]
        titled, after_the, says, turns = (sum(each) / len(members) for each in zip(*around, strict=True))
        return Party(
            fullest.words,
            fullest.name,
            majority(one.label for one in cluster.members),
            tuple(sum(each) / len(known) for each in zip(*known, strict=True)),
            tuple(dict.fromkeys(numbers)),
            len(cluster.members),
            (titled, after_the, says),
            turns == 1,
            gender("", (title for one in members for title in one.titles)),
            any(map(rules, members)),
        )

    def _around(self, one: Named) -> tuple[bool, bool, bool, bool]:
        """Return whether beside a mention stand a title, "the", a verb of saying, a colon."""
        before, behind = self._titles.beside(one.mention.span)
        return bool(one.titles), before == "the", behind in SAYING or before in SAYING, behind == ":"
