"""The weights of the learnt methods of summary, written by ``training/fit_summary.py``.

For each feature its weight in an article of middle length, and how that moves with length.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FAST_BY_SENTENCES: Final[Mapping[str, tuple[float, float]]] = {
    "central": (11.73, -1.54),
    "recommended": (7.98, 0.0),
    "early": (5.28, 5.66),
    "early_on": (6.73, 3.56),
    "length": (1.06, -0.87),
    "overlong": (-11.68, 0.0),
    "headline": (3.53, 0.0),
    "capitals": (10.01, 0.0),
    "figures": (0.84, 0.0),
    "quotation": (-4.37, 0.0),
    "half_quoted": (-2.82, 0.0),
    "addressing": (-2.67, 0.0),
    "unended": (-0.66, 0.0),
}

BY_SENTENCES: Final[Mapping[str, tuple[float, float]]] = {
    "central": (3.32, 2.53),
    "recommended": (-0.21, 0.0),
    "first": (-0.62, 0.0),
    "early": (1.9, -0.57),
    "early_on": (4.28, 2.3),
    "length": (0.28, -0.41),
    "overlong": (-1.33, 0.0),
    "headline": (-0.13, 0.0),
    "capitals": (1.57, 0.0),
    "figures": (0.42, 0.0),
    "quotation": (-0.79, 0.0),
    "half_quoted": (-0.82, 0.0),
    "addressing": (-0.17, 0.0),
    "unended": (-1.32, 0.0),
    "leaning": (0.27, 0.0),
}

BY_WORDS: Final[Mapping[str, tuple[float, float]]] = {
    "central": (12.97, -5.48),
    "recommended": (19.5, 0.0),
    "early": (3.83, 6.67),
    "early_on": (5.4, 6.05),
    "length": (3.79, -0.88),
    "overlong": (-3.16, 0.0),
    "headline": (1.56, 0.0),
    "capitals": (5.81, 0.0),
    "figures": (1.01, 0.0),
    "quotation": (-1.03, 0.0),
    "half_quoted": (0.14, 0.0),
    "addressing": (-0.73, 0.0),
    "unended": (0.96, 0.0),
}
