"""The page of the cases lists each reason of a check that newscli fails once, with the number of checks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

from tests.test_cases import CASES, load

PAGE = Path(__file__).resolve().parents[1] / "cases" / "README.md"
CAUSE = re.compile(r"^### (?P<cause>.+): \d+$")
REASON = re.compile(r"^- (?P<checks>\d+): ")


def road_map() -> list[str]:
    _, _, listed = PAGE.read_text(encoding="utf-8").partition("## What newscli does not reach yet\n")
    return [line for line in listed.splitlines() if line.startswith(("### ", "- "))]


def lines_of_the_cases() -> Counter[str]:
    """Return the line that the page has for each reason: its checks, and the cases that give it."""
    checks: Counter[str] = Counter()
    cases: defaultdict[str, list[str]] = defaultdict(list)
    for path in CASES:
        for reason, names in load(path)["not_yet"].items():
            checks[reason] += len(names)
            cases[reason].append(f"`{path.stem}`")
    return Counter(f"- {checks[reason]}: {reason} ({', '.join(cases[reason])})" for reason in checks)


def headings_with_their_sums(lines: list[str]) -> list[str]:
    """Return the headings that the causes must have for the reasons below them."""
    sums: dict[str, int] = {}
    cause = ""
    for line in lines:
        if heading := CAUSE.match(line):
            cause = heading["cause"]
            sums[cause] = 0
        elif reason := REASON.match(line):
            sums[cause] += int(reason["checks"])
    return [f"### {cause}: {checks}" for cause, checks in sums.items()]


def test_the_page_lists_each_reason_of_the_cases_once_and_no_other() -> None:
    listed, wanted = Counter(line for line in road_map() if line.startswith("- ")), lines_of_the_cases()
    assert list(wanted - listed) == [], "put these lines under their causes"
    assert list(listed - wanted) == [], "strike these lines off: the cases no longer say so"


def test_the_number_of_a_cause_is_the_sum_of_its_reasons() -> None:
    lines = road_map()
    assert [line for line in lines if line.startswith("### ")] == headings_with_their_sums(lines)
