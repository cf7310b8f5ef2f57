from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from io import StringIO

import pytest

from newscli.model import Analysis
from newscli.render import Format, Looks, View, render
from tests.support.formats import TEXT_FORMATS
from tests.support.port_ellery import VIEWS, nothing_found, reading


def written(view: View, format: Format, *analyses: Analysis, looks: Looks | None = None) -> str:
    out = StringIO(newline="")
    render(view, format, iter(analyses), looks or Looks(), out)
    return out.getvalue()


@pytest.mark.parametrize("format", TEXT_FORMATS)
@pytest.mark.parametrize("view", VIEWS)
def test_an_article_is_written_alike_alone_and_among_others(view: View, format: Format) -> None:
    alone = written(view, format, reading()).removesuffix("\n")
    body = alone.removeprefix(written(view, format).removesuffix("\n]}\n")).removesuffix("\n]}")
    assert written(view, format, reading(), nothing_found(), reading()).count(body) == 2


@pytest.mark.parametrize("format", TEXT_FORMATS)
def test_writes_each_article_before_it_asks_for_the_next(format: Format) -> None:
    out = StringIO(newline="")
    seen: list[str] = []

    def analyses() -> Iterator[Analysis]:
        yield reading("one.txt")
        seen.append(out.getvalue())
        yield reading("two.txt")

    render("quotes", format, analyses(), Looks(several=True), out)
    assert "late piece of common sense" in seen[0]
    assert out.getvalue().startswith(seen[0])


@pytest.mark.parametrize("format", TEXT_FORMATS)
@pytest.mark.parametrize("view", VIEWS)
def test_ends_every_output_with_a_line_end(view: View, format: Format) -> None:
    assert written(view, format, reading()).endswith("\n")


def test_passes_on_that_a_pipe_is_closed() -> None:
    class ClosedPipe(StringIO):
        def write(self, text: str, /) -> int:
            raise BrokenPipeError

    for format in TEXT_FORMATS:
        with pytest.raises(BrokenPipeError):
            render("report", format, [reading()], Looks(), ClosedPipe())


def test_imports_rich_for_tables_alone() -> None:
    others = [format for format in TEXT_FORMATS if format != "table"]
    program = (
        "import io, sys; from newscli.render import Looks, render\n"
        f"for format in {others}: render('report', format, [], Looks(), io.StringIO())\n"
        "print('rich' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
