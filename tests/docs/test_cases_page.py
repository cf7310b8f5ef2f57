"""The page of the cases lists each reason of a check that newscli fails once, with the number of checks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

from tests.test_cases import CASES, load

PAGE = Path(__file__).resolve().parents[1] / "cases" / "README.md"
HEADING = re.compile(r"^### (?P<cause>.+): (?P<checks>\d+)$")
REASON = re.compile(r"^- (?P<checks>\d+): (?P<reason>.+) \((?P<cases>`[^()]+`)\)$")


def road_map() -> list[str]:
    _, _, listed = PAGE.read_text(encoding="utf-8").partition("## What newscli does not reach yet\n")
    return [line for line in listed.splitlines() if line.startswith(("### ", "- "))]


def in_cases() -> dict[str, tuple[int, list[str]]]:
    """Return for each reason the number of its checks and the cases that give it."""
    checks: Counter[str] = Counter()
    cases: defaultdict[str, list[str]] = defaultdict(list)
    for path in CASES:
        for reason, names in load(path)["not_yet"].items():
            checks[reason] += len(names)
            cases[reason].append(path.stem)
    return {reason: (number, cases[reason]) for reason, number in checks.items()}


def test_the_page_lists_each_reason_once_with_its_checks_and_cases() -> None:
    lines = [match.groupdict() for line in road_map() if (match := REASON.match(line))]
    listed = {
        line["reason"]: (int(line["checks"]), line["cases"].replace("`", "").split(", ")) for line in lines
    }
    assert listed == in_cases()
    assert len(lines) == len(listed), "a reason stands under two causes"


def test_the_number_of_a_cause_is_the_sum_of_its_reasons() -> None:
    causes: dict[str, int] = {}
    sums: Counter[str] = Counter()
    cause = ""
    for line in road_map():
        heading, reason = HEADING.match(line), REASON.match(line)
        assert heading or reason, f"neither a cause nor a reason: {line}"
        if heading:
            cause = heading["cause"]
            causes[cause] = int(heading["checks"])
        elif reason:
            sums[cause] += int(reason["checks"])
    assert causes == sums
