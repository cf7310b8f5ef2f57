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

ENDING = """
import atexit, sys
from threading import Thread
from time import sleep
from newscli.__main__ import run
class Kept:
    def __del__(self):
        print("taken apart", file=sys.stderr)
kept = Kept()
atexit.register(print, "ended", file=sys.stderr)
def work():
    sleep(0.3)
    print("worked", file=sys.stderr)
if sys.argv.pop() == "thread":
    Thread(target=work).start()
run()
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


def ended(*words: str) -> tuple[int, str, list[str]]:
    """Return a process's exit code, standard output and the lines of its standard error."""
    done = subprocess.run([sys.executable, "-c", ENDING, *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr.splitlines()


def test_a_process_ends_at_once_but_runs_what_is_registered_for_its_end() -> None:
    code, output, messages = ended("summary", str(SAMPLE), "alone")
    assert (code, messages) == (0, ["ended"])
    assert output.endswith("\n")


def test_a_process_ends_with_the_exit_code_of_its_command() -> None:
    code, _, messages = ended("summary", "no-such-file.txt", "alone")
    assert code == 3
    assert messages[-1] == "ended"


def test_a_process_whose_thread_still_works_waits_for_it() -> None:
    code, _, messages = ended("--version", "thread")
    assert code == 0
    assert "worked" in messages
