"""What all tests share: a short article, and how many examples Hypothesis tries.

It tries 40, with ``--hypothesis-profile=thorough`` 400 and with ``nightly`` 20,000.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.processes import STORY

# Each run tries the same examples, so that a failure is of the change that brought it; the nightly one looks
# for new ones. No test has a deadline: the machine that runs it may be busy.
settings.register_profile("default", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=400)
settings.register_profile("nightly", max_examples=20_000, deadline=None, print_blob=True)
settings.load_profile("default")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Return a file with a short article."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path
