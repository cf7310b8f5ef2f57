"""What all tests share: a short article, and how many examples Hypothesis tries.

It tries 200, but 1,000 where the variable ``CI`` is set and 20,000 with ``--hypothesis-profile=nightly``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.processes import STORY

# A plain run and one in CI try the same examples each time, so that a failure is of the change that brought
# it; the long one looks for new ones. No test has a deadline: the machine that runs it may be busy.
settings.register_profile("default", max_examples=200, deadline=None, derandomize=True)
settings.register_profile("ci", settings.get_profile("default"), max_examples=1_000)
settings.register_profile("nightly", max_examples=20_000, deadline=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Return a file with a short article."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path
