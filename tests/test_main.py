"""The program as a process: what it starts besides the reading."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "samples" / "sports.txt"
COUNTING = """
import os, sys
from newscli.__main__ import main
code = main()
print(len(os.listdir("/proc/self/task")), os.environ.get("OPENBLAS_NUM_THREADS"), file=sys.stderr)
sys.exit(code)
"""


def threads_and_setting(variables: dict[str, str]) -> list[str]:
    """Return how many threads a reading process ends with, and how many OpenBLAS may start."""
    environment = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", COUNTING, "quotes", str(SAMPLE)],
        env=environment | variables,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout
    return done.stderr.split()


@pytest.mark.skipif(sys.platform != "linux", reason="counts the threads that /proc lists")
@pytest.mark.skipif(os.cpu_count() == 1, reason="OpenBLAS starts no second thread on one core")
def test_openblas_starts_no_second_thread_unless_the_user_asks_for_one() -> None:
    (threads, setting), (more, kept) = (
        threads_and_setting({}),
        threads_and_setting({"OPENBLAS_NUM_THREADS": "2"}),
    )
    assert (setting, kept) == ("1", "2")
    assert int(threads) == int(more) - 1
