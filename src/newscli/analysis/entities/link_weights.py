"""The weights of what speaks for two names being one.

Fitted and printed in this form by ``training/fit_links.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "acronym": -0.25,
    "always": 1.67,
    "beginning": 0.54,
    "behind": 1.65,
    "behind of": -0.23,
    "count": 0.01,
    "count of the longer": -0.28,
    "distance": -0.50,
    "equal": 1.03,
    "first": -0.26,
    "generic": -0.21,
    "given name": -0.20,
    "initials": 0.20,
    "inner": 0.13,
    "last": 0.80,
    "letters": 0.94,
    "other label": -0.47,
    "place": 0.43,
    "place in another": -0.77,
    "plural": -1.37,
    "rest": -0.14,
    "rest ends generic": 0.02,
    "rest has of": -0.01,
    "rest is a kind": -0.67,
    "rest is generic": 0.44,
    "rest is of a people": 0.29,
    "rivals": -0.74,
    "same sentence": -0.72,
    "says": 0.86,
    "several words": -0.42,
    "sound": -0.04,
    "the": 0.09,
    "titled": 0.29,
    "turns": 0.21,
}
