from __future__ import annotations

import subprocess
import sys
from collections.abc import Collection
from dataclasses import replace

import pytest

from newscli.analysis import pipeline
from newscli.analysis.pipeline import PARTS, STAGES, Options, Part, analyse
from newscli.errors import UsageError
from newscli.text.load import parse

STORY = """Ferry plan divides the island

By Ivor Dale

ST. ANNE, March 3 (Meridian) - Ana Reyes said on Friday that the ferry was safe.

“Nobody should worry,” Ms Reyes told the council in St. Anne.
"""


def test_everything_by_default() -> None:
    found = analyse(parse(STORY))
    assert found.summary
    assert found.quotes
    assert found.entities
    assert found.keywords
    assert found.sources
    assert found.summary_method == "news"


@pytest.mark.parametrize("part", PARTS)
def test_only_what_was_asked_for_runs(part: Part, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    def noting(stage: pipeline.Stage) -> pipeline.Stage:
        def run(state: pipeline._State) -> None:
            ran.append(stage.name)
            stage.run(state)

        return pipeline.Stage(stage.name, stage.needs, run)

    monkeypatch.setattr(pipeline, "STAGES", tuple(noting(stage) for stage in STAGES))
    found = analyse(parse(STORY), {part})
    assert getattr(found, part)
    names = ["segment", "words", "titles", "quotations", "annotations", "mentions", "entities"]
    needed = {
        "summary": [*names, "summary", "introductions"],
        "keywords": [
            "segment",
            "words",
            "titles",
            "quotations",
            "annotations",
            "mentions",
            "entities",
            "keywords",
        ],
        "entities": names,
        "quotes": [*names, "quotes", "speakers"],
        "sources": [*names, "quotes", "speakers", "sources"],
    }
    assert ran == needed[part]


@pytest.mark.parametrize("options", [Options(method="fast"), Options(words=30), Options(ratio=0.9)])
def test_the_reader_reads_for_a_summary_only_where_that_pays(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: pipeline._State) -> None:
        raise AssertionError("the reader ran")

    stages = tuple(replace(stage, run=refuse) if stage.name == "annotations" else stage for stage in STAGES)
    monkeypatch.setattr(pipeline, "STAGES", stages)
    assert analyse(parse(STORY), {"summary"}, options).summary


@pytest.mark.parametrize(("resolved", "named"), [(True, True), (False, False)])
def test_a_fast_summary_has_full_names_only_if_they_are_wanted(resolved: bool, named: bool) -> None:
    story = (
        "Mr Orr said on Monday that the ships would stop for good.\n\n"
        "Daniel Orr, the owner of the Aldby ferry, blamed the price of fuel.\n"
    )
    (found,) = analyse(
        parse(story), {"summary"}, Options(sentences=1, method="lead", resolved=resolved)
    ).summary
    assert [one.name for one in found.referents] == (["Daniel Orr"] if named else [])


@pytest.mark.parametrize("want", ["quotes", {"quote"}, ["quotes", "titles"]])
def test_a_misspelt_part_is_refused_with_the_parts_that_exist(want: Collection[Part]) -> None:
    with pytest.raises(UsageError) as refused:
        analyse(parse(STORY), want)
    assert "summary, quotes, entities, keywords" in refused.value.hint


def test_a_fast_summary_never_loads_the_rules_for_quotes_or_names() -> None:
    code = f"""
import sys
from newscli.text.load import parse
from newscli.analysis.pipeline import Options, analyse
analyse(parse({STORY!r}), {{"summary"}}, Options(method="fast"))
rules = ("newscli.analysis.quot", "newscli.analysis.entities")
print([name for name in sys.modules if name.startswith(rules)])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_same_article_gives_the_same_analysis() -> None:
    assert analyse(parse(STORY)) == analyse(parse(STORY))


def test_stages_come_after_what_they_need() -> None:
    seen: set[str] = set()
    for stage in STAGES:
        assert set(stage.needs) <= seen
        seen.add(stage.name)
