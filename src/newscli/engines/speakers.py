"""What speaks for each candidate for a speaker: a small fitted network over named features.

A candidate's score is the sum of its weighted features and of some hidden units, each of which answers to
several features together: that a name stands near speaks for it, but not where a quotation lies between.
The weights were fitted by ``training/fit_speakers.py``, for each form of a source its own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newscli.engines.store import read_model

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

MODEL: Final = "speakers.json"


class Scorer(NamedTuple):
    """The weights for one form of a source.

    Attributes:
        features: The names of the features, sorted; others are not seen.
        alone: What each adds by itself, ``[features]``.
        hidden: What each adds to each hidden unit, ``[features, units]``.
        bias: What a unit has without any, ``[units]``.
        together: What each unit adds, where it is above 0, ``[units]``.
    """

    features: tuple[str, ...]
    alone: Floats
    hidden: Floats
    bias: Floats
    together: Floats

    def scores(self, rows: Floats) -> Floats:
        """Return what speaks for candidates, ``[candidates]``, by their features as rows."""
        units: Floats = (rows @ self.hidden + self.bias).clip(min=0)
        scores: Floats = rows @ self.alone + units @ self.together
        return scores


def as_rows(names: Sequence[str], candidates: Sequence[Mapping[str, float]]) -> Floats:
    """Return the features of candidates that have one of the names, ``[candidates, names]``."""
    import numpy as np

    column = {name: number for number, name in enumerate(names)}
    rows = np.zeros((len(candidates), len(column)), dtype=np.float32)
    for row, features in zip(rows, candidates, strict=True):
        for name, value in features.items():
            if (number := column.get(name)) is not None:
                row[number] = value
    return rows


@cache
def _scorers() -> Mapping[str, Scorer]:
    """Return the shipped weights by the form of the source."""
    import numpy as np

    return {
        form: Scorer(
            tuple(one["features"]),
            *(np.array(one[name], dtype=np.float32) for name in Scorer._fields[1:]),
        )
        for form, one in json.loads(read_model(MODEL)).items()
    }


def weigh(form: str, candidates: Sequence[Mapping[str, float]]) -> list[float]:
    """Return what speaks for each candidate of a source.

    Args:
        form: Of the source: "pronoun", "first", "description" or "none".
        candidates: The features of each by name; those that are 0 may be missing.

    Raises:
        ModelError: If the file of weights is missing or altered.
    """
    scorer = _scorers()[form]
    return [float(score) for score in scorer.scores(as_rows(scorer.features, candidates))]
