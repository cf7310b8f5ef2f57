"""A signal at any moment of a batch, in every format: what has been written is a number of whole articles.

A batch is some files, or one file that holds as many articles, of every kind.
"""

from __future__ import annotations

import io
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from newscli.model import Article
from newscli.render import Format, Looks, render
from newscli.text.load import read_all
from tests.support import struck
from tests.support.containers import COLLECTIONS, Told
from tests.support.formats import TEXT_FORMATS
from tests.support.processes import STORY, finish, start
from tests.support.stand_in import analyse

PROGRAM = (sys.executable, str(Path(struck.__file__)))
KINDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
ARTICLES = 4
# Four articles make some 1,500 to 2,000 calls, half of them before the first is read.
MOST_CALLS = 2_000
TRIALS = [pytest.param(format, seed, id=f"{format}-{seed}") for format in TEXT_FORMATS for seed in range(2)]
MANY = [
    pytest.param(format, seed, id=f"{format}-{seed}") for format in TEXT_FORMATS for seed in range(100, 130)
]


@dataclass(frozen=True)
class Batch:
    """Four articles, and the output of the first of them, of the first two and so on."""

    files: list[Path]

    def outputs(self, format: Format) -> list[str]:
        found = [article for file in self.files for article in read_all(file)]
        analyses = [analyse(article) for article in found if isinstance(article, Article)]
        assert len(analyses) == len(found) == ARTICLES
        written = []
        alone = len(self.files) == 1
        looks = Looks(several=not alone, numbered=alone and format == "plain")
        for count in range(len(analyses) + 1):
            out = io.StringIO(newline="")
            render("quotes", format, analyses[:count], looks, out)
            written.append(out.getvalue())
        return written


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    folder = tmp_path_factory.mktemp("batch")
    files = [folder / f"{number}.txt" for number in range(ARTICLES)]
    for number, file in enumerate(files):
        file.write_text(STORY * (number + 1), encoding="utf-8")
    return Batch(files)


def check(format: Format, seed: int, batch: Batch, folder: Path) -> None:
    chance = Random(f"{format} {seed}")
    kind, moment, jobs = chance.choice(KINDS), chance.randrange(1, MOST_CALLS), chance.choice("12")
    output = folder / "out" if chance.random() < 0.3 else None
    words = ("quotes", "-q", *batch.files, "--format", format, "--jobs", jobs, "--output", output or "-")
    done = finish(start(kind.name, str(moment), *words, program=PROGRAM))
    trial = f"{kind.name} at call {moment}, {jobs} jobs, {output}"
    ended_by = 130 if kind is signal.SIGINT else -kind
    assert done.code in {0, ended_by}, trial
    assert done.err == "", trial
    if output:
        assert [path.name for path in folder.iterdir()] == (["out"] if output.exists() else []), trial
        assert not output.exists() or output.read_text(encoding="utf-8") == batch.outputs(format)[-1], trial
    else:
        assert done.out in {"", *batch.outputs(format)}, trial
        assert done.code != 0 or done.out == batch.outputs(format)[-1], trial


@pytest.mark.parametrize(("format", "seed"), TRIALS)
def test_a_signal_leaves_whole_articles(format: Format, seed: int, batch: Batch, tmp_path: Path) -> None:
    check(format, seed, batch, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize(("format", "seed"), MANY)
def test_a_signal_leaves_whole_articles_in_many_trials(
    format: Format, seed: int, batch: Batch, tmp_path: Path
) -> None:
    check(format, seed, batch, tmp_path)


# Of each kind one in the format of its turn; the rows of a table may be packed.
HOLDING = [
    pytest.param(name, TEXT_FORMATS[number % len(TEXT_FORMATS)], seed, id=f"{name}-{seed}", marks=marks)
    for number, name in enumerate(COLLECTIONS)
    for seed, marks in (
        (0, () if number % 4 == 0 else pytest.mark.long),
        *((n, pytest.mark.long) for n in range(1, 6)),
    )
]


@pytest.mark.parametrize(("name", "format", "seed"), HOLDING)
def test_a_signal_leaves_whole_articles_of_a_file_that_holds_several(
    name: str, format: Format, seed: int, tmp_path: Path
) -> None:
    told = [Told(f"Ferry {number} returns to Port Ellery", STORY) for number in "abcd"]
    (tmp_path / "in").mkdir()
    (tmp_path / "work").mkdir()
    file = tmp_path / "in" / name
    file.write_bytes(COLLECTIONS[name](told))
    check(format, seed, Batch([file]), tmp_path / "work")
