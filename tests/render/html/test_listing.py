"""The page of an archive's answer: its figures in a table, and drawn to scale."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from xml.etree.ElementTree import Element

import html5lib
import pytest

from newscli.render import Looks
from newscli.render.columns import Record
from newscli.render.html.listing import HEIGHT, WIDTH
from newscli.render.listing import Heading, Listing, render_listing

SVG = "{http://www.w3.org/2000/svg}"


def timeline(*counts: tuple[str, int]) -> Listing:
    columns = (Heading("period", "Month"), Heading("quotes", "Statements", "number"))
    records: list[Record] = [{"period": period, "quotes": count} for period, count in counts]
    return Listing("timeline", "Timeline", columns, ("period", "quotes"), records, "Nothing said.", "quotes")


def page(listing: Listing) -> str:
    out = StringIO(newline="")
    render_listing(listing, "html", Looks(), out)
    return out.getvalue()


def parsed(markup: str) -> Element:
    """Return a page as a browser reads it; what is no HTML fails."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(markup)
    return tree


def bars(tree: Element) -> list[tuple[float, float]]:
    """Return where each bar of a chart begins, and how high it is."""
    found = [one for one in tree.iter() if str(one.tag).endswith("rect") and one.get("x")]
    return [(float(str(one.get("x"))), float(str(one.get("height")))) for one in found]


def cells(tree: Element) -> list[list[str]]:
    (body,) = tree.iter("tbody")
    return [["".join(cell.itertext()).strip() for cell in row] for row in body.iter("tr")]


def test_a_chart_is_to_scale_and_has_its_figures_below() -> None:
    tree = parsed(page(timeline(("2023-01", 50), ("2023-02", 100), ("2023-03", 0))))
    assert [height for _, height in bars(tree)] == [HEIGHT / 2, HEIGHT, 0]
    assert cells(tree) == [["2023-01", "50"], ["2023-02", "100"], ["2023-03", "0"]]


@pytest.mark.parametrize(
    ("periods", "places"),
    [
        (("2023-11", "2023-12", "2024-02"), (0, 1, 3)),
        (("2021", "2024"), (0, 3)),
        (("2023-02-27", "2023-03-01"), (0, 2)),
        (("0001-01-01", "9999-12-31"), (0, 1)),  # too far apart
        (("2023-02-31", "2023-03-01"), (0, 1)),  # no day
        (("x", "y"), (0, 1)),
    ],
)
def test_each_period_stands_in_its_place_in_time(periods: Sequence[str], places: Sequence[int]) -> None:
    found = [x for x, _ in bars(parsed(page(timeline(*((period, 1) for period in periods)))))]
    step = WIDTH / (places[-1] + 1)
    assert found == pytest.approx([place * step for place in places], abs=0.01)


def test_other_answers_have_a_bar_in_each_row() -> None:
    columns = (Heading("speaker", "Source"), Heading("share", "Share", "share"))
    records: list[Record] = [{"speaker": "Ana Orel", "share": 0.5}, {"speaker": "Tom Bask", "share": 0.25}]
    listing = Listing("sources", "Sources", columns, ("speaker", "share"), records, "None.", "share")
    tree = parsed(page(listing))
    assert [row[:2] for row in cells(tree)] == [["Ana Orel", "50%"], ["Tom Bask", "25%"]]
    widths = [one.get("width") for one in tree.iter() if str(one.tag).endswith("rect")]
    assert widths == ["100.0", "50.0"]


def test_an_empty_answer_says_so() -> None:
    markup = page(timeline())
    assert "Nothing said." in markup
    assert "<rect" not in markup


def test_a_page_runs_and_loads_nothing_of_what_it_shows() -> None:
    words = '<script>alert("x")</script><img src=//x onerror=x>\u202e\x1b[31m'
    columns = (Heading("speaker", words), Heading("share", "Share", "share"))
    listing = Listing(
        "sources", words, columns, ("speaker", "share"), [{"speaker": words, "share": 1.0}], "", "share"
    )
    markup = page(listing)
    tree = parsed(markup)
    assert len(list(tree.iter("script"))) == 1  # the page's own
    assert not list(tree.iter("img"))
    assert "\x1b" not in markup
    assert "\u202e" not in markup
