from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from io import StringIO

import pytest

from newscli.model import Analysis
from newscli.render import FORMATS, VIEWS, Format, Style, View, render
from tests.support.port_ellery import nothing_found, reading


def written(view: View, format: Format, *analyses: Analysis, style: Style | None = None) -> tuple[int, str]:
    out = StringIO(newline="")
    return render(view, format, iter(analyses), style or Style(), out), out.getvalue()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("view", VIEWS)
def test_returns_the_number_of_records(view: View, format: Format) -> None:
    records = {"report": 21, "summary": 3, "quotes": 6, "entities": 7, "keywords": 4}
    assert written(view, format, reading())[0] == records[view]
    assert written(view, format, reading(), nothing_found(), reading())[0] == 2 * records[view]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("view", VIEWS)
def test_counts_nothing_where_nothing_is_found(view: View, format: Format) -> None:
    assert written(view, format, nothing_found())[0] == 0
    assert written(view, format)[0] == 0


@pytest.mark.parametrize("format", FORMATS)
def test_writes_each_article_before_it_asks_for_the_next(format: Format) -> None:
    out = StringIO(newline="")
    seen: list[str] = []

    def analyses() -> Iterator[Analysis]:
        yield reading("one.txt")
        seen.append(out.getvalue())
        yield reading("two.txt")

    render("quotes", format, analyses(), Style(several=True), out)
    assert "Nobody asked us" in seen[0]
    assert out.getvalue().startswith(seen[0])


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("view", VIEWS)
def test_ends_every_output_with_a_line_end(view: View, format: Format) -> None:
    assert written(view, format, reading())[1].endswith("\n")


def test_passes_on_that_a_pipe_is_closed() -> None:
    class ClosedPipe(StringIO):
        def write(self, text: str, /) -> int:
            raise BrokenPipeError

    for format in FORMATS:
        with pytest.raises(BrokenPipeError):
            render("report", format, [reading()], Style(), ClosedPipe())


def test_imports_rich_for_tables_alone() -> None:
    others = [format for format in FORMATS if format != "table"]
    program = (
        "import io, sys; from newscli.render import Style, render\n"
        f"for format in {others}: render('report', format, [], Style(), io.StringIO())\n"
        "print('rich' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
