"""How a content is told: what the article says became of it, and whether anybody uttered it.

The reader scores both at a content's first word and at the first word of its cue; the two are added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from newscli.engines.reader.decoding import Stretch, softmax
from newscli.model import ACTS, STATUSES, Act, Status

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from newscli.engines.reader.annotations import Link

    Floats = npt.NDArray[np.float32]

# "none" are deeds and states, which a corpus marks and a reader does not list.
ScoredAct = Act | Literal["none"]
SCORED_ACTS: Final[tuple[ScoredAct, ...]] = (*ACTS, "none")
# Scores of a word: for both questions, as the first word of an outer content, of an inner one, of a cue.
TOLD_WIDTH: Final = len(STATUSES) + len(SCORED_ACTS)
TOLD_BLOCKS: Final = 3
CUE_BLOCK: Final = 2


class Telling(NamedTuple):
    """How a content is told.

    Attributes:
        statuses: How likely each of ``STATUSES`` is, together 1; not calibrated.
        acts: Likewise each of ``SCORED_ACTS``.
    """

    statuses: tuple[float, ...]
    acts: tuple[float, ...]

    @property
    def status(self) -> Status:
        """The likeliest status."""
        return STATUSES[self.statuses.index(max(self.statuses))]

    @property
    def act(self) -> ScoredAct:
        """The likeliest act."""
        return SCORED_ACTS[self.acts.index(max(self.acts))]


# As most contents are told.
PLAINLY: Final = Telling((1.0, 0.0, 0.0, 0.0, 0.0), (1.0, 0.0, 0.0))


def tellings(
    scores: Floats,
    nones: Floats,
    contents: Sequence[Stretch],
    cues: Sequence[Stretch],
    links: Sequence[Link],
    layer: int,
) -> Iterator[Telling]:
    """Yield for each content how it is told.

    Args:
        scores: ``[words, TOLD_BLOCKS * TOLD_WIDTH]``, unnormalised.
        nones: Likewise those of the opening piece of each word's window, which stand in for a missing cue.
        contents: Of one layer.
        cues: All of them.
        links: One for each content.
        layer: That of the contents.
    """
    own = slice(layer * TOLD_WIDTH, (layer + 1) * TOLD_WIDTH)
    of_cue = slice(CUE_BLOCK * TOLD_WIDTH, (CUE_BLOCK + 1) * TOLD_WIDTH)
    for content, link in zip(contents, links, strict=True):
        cue = nones[content.first] if link.cue is None else scores[cues[link.cue].first]
        total = (scores[content.first, own] + cue[of_cue]).tolist()
        yield Telling(softmax(total[: len(STATUSES)]), softmax(total[len(STATUSES) :]))
