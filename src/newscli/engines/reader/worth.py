"""What a sentence is worth to a summary, by what the reader says of its first word.

The encoder has read the whole window when it scores a word, and at the first word of a sentence it knows how
the sentence goes on from the ones before: whether it brings the news, its background, a further voice. The
weights were fitted to the sentences that people chose by ``training/fit_summary.py``; the network itself has
learned nothing of summaries.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final

from newscli.engines.store import read_model

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

MODEL: Final = "worth.json"


@cache
def _weights() -> Floats:
    """Return the shipped weights, ``[OUTPUTS]``."""
    import numpy as np

    by_output: Floats = np.array(json.loads(read_model(MODEL)), dtype=np.float32)
    return by_output


def weigh(openings: Floats) -> tuple[float, ...]:
    """Return what each sentence is worth.

    Args:
        openings: ``[sentences, OUTPUTS]``.

    Raises:
        ModelError: If the file of weights is missing or altered.
    """
    return tuple(map(float, openings @ _weights()))
