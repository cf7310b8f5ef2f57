"""The examples of the library's page give what the page shows."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import newscli

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "library.md"
EXAMPLES = re.compile(r"^```pycon\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_every_example_of_the_page_gives_what_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = PAGE.read_text(encoding="utf-8")
    parser, names = doctest.DocTestParser(), dict[str, object]()
    failures: list[str] = []
    for block in EXAMPLES.finditer(text):
        line = text.count("\n", 0, block.start(1))
        examples = parser.get_doctest(block[1], names, PAGE.name, str(PAGE), line)
        doctest.DocTestRunner(verbose=False).run(examples, out=failures.append, clear_globs=False)
        names |= examples.globs
    assert names["analysis"], "no example was run"
    assert not failures, "".join(failures)


def test_the_page_names_every_error_that_is_public() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in newscli.__all__ if name.endswith("Error") and f"`{name}`" not in text] == []
