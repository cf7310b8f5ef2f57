"""Every command on the page about archives runs, on articles as the page has them, and answers something."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.made_up_articles import make
from newscli.archive.database import reading
from newscli.archive.schema import TABLES, VIEWS
from tests.support.processes import NEWSCLI, PATIENCE, environment

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")
# What SQLite's own shell does, which not every machine has.
SQLITE = (
    "import sqlite3, sys; [print(*row, sep='|') for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2])]"
)
TOPICS = ("tram bridge", "school roof", "ferry line", "bus depot", "market hall")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def write_articles(folder: Path) -> None:
    """Write articles about the topics of the page, of two outlets and two years, and a row that is none."""
    folder.mkdir()
    seeds = [seed for topic in TOPICS for seed in range(60) if topic in make(seed, 40)[:120]][:16]
    for year in (2023, 2024):
        rows: list[dict[str, Any]] = [
            {
                "id": f"{year}-{seed}",
                "text": make(seed + (year - 2023) * 100, 200) if year > 2023 else make(seed, 200),
                "date": f"{year}-{number % 12 + 1:02}-11",
                "outlet": ("Ellery Post", "Coast Herald")[number % 2],
            }
            for number, seed in enumerate(seeds[:8] if year > 2023 else seeds)
        ]
        if year > 2023:
            rows.append({"id": "odd", "text": " "})
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{year}.jsonl").write_text(lines, encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the commands of the page have run, each with its exit code and output."""
    folder = tmp_path_factory.mktemp("page")
    write_articles(folder / "articles")
    return folder


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    prelude = (
        f'newscli() {{ {" ".join(NEWSCLI)} "$@"; }}; sqlite3() {{ {sys.executable} -c "{SQLITE}" "$@"; }}; '
    )
    return subprocess.run(
        ["bash", "-c", prelude + command],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_every_command_of_the_page_answers(folder: Path) -> None:
    commands = [line for block in blocks("sh") for line in block.splitlines()]
    assert len(commands) > 12
    for command in commands:
        done = shell(command, folder)
        built = command.startswith("newscli archive build")
        assert done.returncode == (3 if built else 0), (command, done.stderr)
        assert done.stdout or built or ">" in command or " -o " in command, command
    for block in blocks("python"):
        script = folder / "plot.py"
        script.write_text(block, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, script.name],
            cwd=folder,
            env={**environment(), "MPLBACKEND": "agg"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "Ellery Post" in done.stdout
        assert (folder / "months.png").stat().st_size > 1000
    assert (folder / "build.log").read_text(encoding="utf-8").count("\tfailed\t") == 1


def test_datasette_is_told_of_tables_and_columns_that_exist(folder: Path) -> None:
    import yaml

    if not (folder / "news.db").exists():
        shell("newscli archive build news.db articles/2024.jsonl --datasette", folder)
    told = yaml.safe_load((folder / "metadata.yaml").read_text(encoding="utf-8"))
    assert set(told["databases"]) == {"news"}
    tables = told["databases"]["news"]["tables"]
    with reading(str(folder / "news.db")) as connection:
        for table in ("article", "quote"):  # it knows by this that a table can be searched
            pattern = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'
            found = connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE ?", (pattern,))
            assert found.fetchone() == (f"{table}_fts",)
        for table, facts in tables.items():
            assert table in {*TABLES, *VIEWS}
            columns = {name for name, *_ in connection.execute(f"SELECT * FROM {table} LIMIT 0").description}
            named = [facts[key] for key in ("label_column", "sort_desc") if key in facts]
            assert {*facts.get("facets", ()), *named} <= columns, table


def test_the_page_names_every_table_and_view() -> None:
    for name in (*TABLES, *VIEWS):
        assert f"`{name}`" in PAGE
