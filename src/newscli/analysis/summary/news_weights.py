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
    "central": (3.52, 2.55),
    "recommended": (-0.46, 0.0),
    "first": (-0.64, 0.0),
    "early": (1.81, -0.4),
    "early_on": (4.13, 2.35),
    "length": (0.31, -0.37),
    "overlong": (-1.28, 0.0),
    "headline": (-0.08, 0.0),
    "capitals": (1.55, 0.0),
    "figures": (0.38, 0.0),
    "quotation": (-0.84, 0.0),
    "half_quoted": (-0.86, 0.0),
    "addressing": (-0.18, 0.0),
    "unended": (-1.35, 0.0),
    "leaning": (0.34, 0.0),
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
