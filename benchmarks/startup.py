"""Measure what a command costs before and while it reads one article, against ``import nltk``.

    python -m benchmarks.startup [--runs N] [--article FILE] [--against COMMIT]

Prints the CPU seconds of whole processes on one thread, the median of the runs, as a ratio to those of
``python -c "import nltk"``, which is run in turn with each command so that both meet the same load. Exits
with 1 if a ratio is over its bound. With ``--against`` the newscli of a commit runs in turn with that of the
working tree, and the last column is the ratio of the two.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from statistics import median

from benchmarks.worktrees import ROOT, checked_out, environment

ARTICLE = Path(__file__).parents[1] / "samples" / "agency-dispatch.txt"
NEWSCLI = (sys.executable, "-m", "newscli")
BASELINE = (sys.executable, "-c", "import nltk")

# What is typed, the environment variables that the shell adds, and the most that it may cost.
COMPLETION = {"_NEWSCLI_COMPLETE": "complete_bash", "COMP_WORDS": "newscli quo", "COMP_CWORD": "1"}
MEASURED: tuple[tuple[str, tuple[str, ...], dict[str, str], float], ...] = (
    ("newscli --version", ("--version",), {}, 0.15),
    ("newscli --help", ("--help",), {}, 0.5),
    ("a usage error", ("quotse",), {}, 0.5),
    ("TAB completion", (), COMPLETION, 0.5),
    ("newscli summary FILE", ("summary", "FILE"), {}, 2.4),
    ("newscli summary --method fast", ("summary", "FILE", "--method", "fast"), {}, 1.6),
    ("newscli quotes FILE", ("quotes", "FILE"), {}, 2.4),
    ("newscli entities FILE", ("entities", "FILE"), {}, 2.4),
    ("newscli report FILE", ("report", "FILE"), {}, 2.4),
)


def cpu_seconds(tree: Path, command: Sequence[str], variables: dict[str, str]) -> float:
    """Run a process with a tree's newscli, its output thrown away, and return its user and system time."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**environment(tree), **variables},
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


def medians(
    command: Sequence[str], variables: dict[str, str], runs: int, other: Path | None
) -> tuple[float, float, float]:
    """Return the median of a command's seconds, of the baseline's, and of the command's in another tree."""
    cpu_seconds(ROOT, command, variables)  # compiles what the tree has not run yet
    if other is not None:
        cpu_seconds(other, command, variables)
    own, base, before = [], [], [0.0]
    for _ in range(runs):
        own.append(cpu_seconds(ROOT, command, variables))
        base.append(cpu_seconds(ROOT, BASELINE, {}))
        if other is not None:
            before.append(cpu_seconds(other, command, variables))
    return median(own), median(base), median(before[1:] or before)


def main() -> int:
    """Measure every command and print a line for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="runs of each command (default: 7)")
    parser.add_argument("--article", default=str(ARTICLE), help="the article to read")
    parser.add_argument("--against", metavar="COMMIT", help="run this commit in turn with the working tree")
    options = parser.parse_args()
    words = len(Path(options.article).read_text(encoding="utf-8").split())
    print(f"{options.runs} runs each, an article of {words} words; N is python -c 'import nltk'")
    print(f"{'':<24}{'seconds':>8}{'N':>8}{'ratio':>8}{'bound':>8}{options.against or '':>12.10}")
    over = False
    with checked_out(options.against) if options.against else nullcontext() as other:
        for name, args, variables, bound in MEASURED:
            command = [*NEWSCLI, *(options.article if arg == "FILE" else arg for arg in args)]
            own, base, before = medians(command, variables, options.runs, other)
            over = over or own / base > bound
            print(f"{name:<24}{own:>8.3f}{base:>8.3f}{own / base:>8.2f}{bound:>8.2f}", end="")
            print(f"{own / before:>12.3f}" if other else "")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
