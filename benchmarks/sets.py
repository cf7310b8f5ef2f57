"""The data sets of ``../shared/data``, as benchmarks and trainings read them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def read_set(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
