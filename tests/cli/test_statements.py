"""Which quotes are shown: statements, unless more or less is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.processes import run

ARTICLE = "“We are glad,” said Ana Orel. “Who is not?” she asked, and thought: ‘Not I.’"
GLAD, ASKED, THOUGHT = "“We are glad,”", "“Who is not?”", "‘Not I.’"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ((), [GLAD, ASKED]),
        (("--all",), [GLAD, ASKED, THOUGHT]),
        (("--act", "thought"), [THOUGHT]),
        (("--act", "thought", "--act", "speech"), [GLAD, ASKED, THOUGHT]),
        (("--status", "asked"), [ASKED]),
        (("--status", "said"), [GLAD]),
        (("--status", "said", "--all"), [GLAD, THOUGHT]),
        (("--status", "asked", "--status", "denied"), [ASKED]),
    ],
)
@pytest.mark.parametrize("format", ["plain", "ndjson"])
def test_statements_are_shown_unless_more_or_less_is_asked_for(
    options: tuple[str, ...], shown: list[str], format: str, article: Path
) -> None:
    lines = run("quotes", article, "-f", format, *options).out.splitlines()
    found = [json.loads(line)["text"] if format == "ndjson" else line.split("\t")[-1] for line in lines]
    assert found == shown


def test_a_report_shows_statements_or_all() -> None:
    def quotes(*options: str) -> list[str]:
        done = run("report", "-", "-f", "ndjson", *options, stdin=ARTICLE.encode())
        return [quote["text"] for quote in json.loads(done.out)["quotes"]]

    assert quotes() == [GLAD, ASKED]
    assert quotes("--all") == [GLAD, ASKED, THOUGHT]


def test_a_thought_that_is_not_shown_counts_as_nothing_found(tmp_path: Path) -> None:
    (tmp_path / "thought.txt").write_text("‘Not I,’ thought Ana Orel.", encoding="utf-8")
    assert run("quotes", tmp_path / "thought.txt", "--exit-status").code == 1
    assert run("quotes", tmp_path / "thought.txt", "--exit-status", "--all").code == 0
