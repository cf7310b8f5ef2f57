"""The article in a web page, and the pages that are refused."""

from __future__ import annotations

import logging

import pytest

from newscli.errors import InputError
from newscli.text.html import is_html, read_html

LEAD = "The council of Northam voted on Tuesday to close the bridge over the river Alm, after engineers found"

PAGE = """<!DOCTYPE html>
<html lang="en"><head>
<title>Northam closes its old bridge - The Northam Post</title>
<meta property="og:site_name" content="The Northam Post">
<meta name="author" content="Jane Doe">
<script>document.write("<div><div><div>");</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article>
<h1>Northam closes its old bridge</h1>
<p>NORTHAM (AP) — The council of Northam voted on Tuesday to close the bridge over the river Alm, after
engineers found <em>cracks</em> in two of its piers.</p>
<p>“We had no choice,” said Ana Ruiz, who leads the council. “A bridge may fall.”</p>
<h2>Anger in the old town</h2>
<p>Shopkeepers in the old town were angry, as many of them live on those who cross on foot.<br>
They will meet on Friday, and the council has promised to listen to what they say.</p>
<p>Read more: The bridges of the Alm</p>
<p>(Reporting by Jane Doe; Editing by John Roe)</p>
</article>
<footer><p>Subscribe to our newsletter</p></footer>
</body></html>
"""


def test_a_page_becomes_the_text_of_its_article() -> None:
    page = read_html(PAGE)
    assert [(block.role, block.span.of(page.text)) for block in page.blocks] == [
        ("headline", "Northam closes its old bridge"),
        ("byline", "By Jane Doe"),
        ("dateline", "NORTHAM (AP)"),
        ("body", f"{LEAD} cracks in two of its piers."),
        ("body", "“We had no choice,” said Ana Ruiz, who leads the council. “A bridge may fall.”"),
        ("subhead", "Anger in the old town"),
        ("body", "Shopkeepers in the old town were angry, as many of them live on those who cross on foot."),
        ("body", "They will meet on Friday, and the council has promised to listen to what they say."),
        ("credits", "(Reporting by Jane Doe; Editing by John Roe)"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "\ufeff <html>",
        '<?xml version="1.0"?>\n<!-- saved -->\n<!DOCTYPE HTML PUBLIC "-//W3C//DTD">',
        "<article><p>Rain fell.</p></article>",
        "<div><p>Rain fell.</p><p>It stopped.</p><p>It fell again.</p></div>",
    ],
)
def test_pages_are_known_by_their_content(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell.",
        "<p>",
        "The tag <html> opens a page.",
        "<Laughter> The mayor said so.",
        "# Title\n\n<br>",
        "",
    ],
)
def test_plain_text_and_markdown_are_no_pages(text: str) -> None:
    assert not is_html(text)


def test_a_page_without_an_article_is_refused_with_a_hint() -> None:
    with pytest.raises(InputError, match="without the text of an article") as caught:
        read_html("<html><body></body></html>")
    assert "save the text" in caught.value.hint


def test_text_below_the_depth_that_lxml_reads_is_kept() -> None:
    deep = (
        "<div>" * 1000
        + "<p>The council of Northam voted on Tuesday to close the old bridge.</p>"
        + "</div>" * 1000
    )
    assert "voted on Tuesday" in read_html(f"<html><body>{deep}</body></html>").text


@pytest.mark.parametrize(
    ("page", "refused"),
    [
        ("<html>" + "<!--" * 50_000, True),
        ("<html>" + "<?x" * 50_000, True),
        ("<html>" + "<div>" * 100_000, True),
        ("<html><body>" + "<p>" * 1_000_000, True),
        ("<html>" + " " * 5_000_000, True),
        (PAGE.replace("<p>NORTHAM", "<table><td colspan=9007199254740991>x</td></table><p>NORTHAM"), False),
        (PAGE.replace("choice", "&#" + "9" * 100_000 + ";"), False),
        (PAGE.replace("<html", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html'), False),
        (PAGE.replace("<body>", "<body><script>"), True),
        ("<html>" + "<" * 1_000_000, True),
    ],
)
def test_hostile_pages_end_soon(page: str, refused: bool) -> None:
    if refused:
        with pytest.raises(InputError):
            read_html(page)
    else:
        assert "Shopkeepers" in read_html(page).text


def test_nothing_is_logged_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError):
        read_html("<html></html>")
    assert logging.getLogger("trafilatura").handlers
    assert capfd.readouterr() == ("", "")
