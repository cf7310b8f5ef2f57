"""Feeds, WARC and Word: what other programs make of articles."""

from __future__ import annotations

import io
import shutil
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from newscli.errors import InputError
from newscli.model import Article
from newscli.text.load import read, read_all
from tests.support.containers import Told, as_warc
from tests.support.processes import PATIENCE

TEXT = "“We are glad,” said Ana Orel."
TOLD = [
    Told("Ferry sails again", f"The ferry to Port Ellery sailed on Monday after a long winter.\n\n{TEXT}"),
    Told(
        "Pier is saved at last",
        "The pier at Port Ellery will stay, the council said on Monday.\n\nIt was close.",
    ),
]

FEED = """<?xml version="1.0" encoding="iso-8859-1"?>
<!-- made by hand -->
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Port Ellery Post</title><description>All the news</description>
<item><title>Caf&#233; &amp;amp; bar opens</title><link>https://post.example/1</link><category>food</category>
<category>towns</category><dc:creator>Ida Holm</dc:creator><pubDate>Tue, 04 May 2021 08:00:00 GMT</pubDate>
<media:description>A photo.</media:description>
<description>&lt;p&gt;The café opens &amp;amp; shuts.&lt;/p&gt;
&lt;figure&gt;&lt;figcaption&gt;x&lt;/figcaption&gt;&lt;/figure&gt;
&lt;p&gt;It is new.&lt;br/&gt;Very.&lt;/p&gt;</description></item>
<item><title>Only a title</title></item>
<item><title>Broken & bare&nbsp;bread</title><guid>g3</guid><author>a@post.example (Tom Bask)</author>
<description>Plain words, 3 &lt; 4, said Ana Orel.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>
<entry><id>urn:1</id><title type="html">It&amp;#8217;s open</title><published>2021-05-04T08:00:00Z</published>
<link rel="self" href="https://no.example"/><link href="https://post.example/1"/>
<author><name>Ida Holm</name></author>
<summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>The <b>pier</b> is open.</p><p>All day.</p></div></content>
</entry></feed>"""


def test_an_rss_feed_is_read_item_by_item() -> None:
    first, second, third = read_all(io.BytesIO(FEED.encode("latin-1")))
    assert isinstance(first, Article)
    assert first.text == "Café & bar opens\n\nIda Holm\n\nThe café opens & shuts.\n\nIt is new.\n\nVery."
    assert first.article == "https://post.example/1"
    assert (first.date, first.url, first.outlet) == (
        "2021-05-04",
        "https://post.example/1",
        "Port Ellery Post",
    )
    assert first.meta == {"category": ["food", "towns"]}
    assert isinstance(second, InputError)
    assert second.message == "item 2: has no text, only a title: 'Only a title'"
    assert isinstance(third, Article)
    assert third.article == "g3"
    assert third.text == ("Broken & bare bread\n\nTom Bask\n\nPlain words, 3 < 4, said Ana Orel.")


def test_an_atom_feed_with_xhtml_is_read() -> None:
    (article,) = read_all(io.BytesIO(ATOM.encode()))
    assert isinstance(article, Article)
    assert article.text == "It’s open\n\nIda Holm\n\nThe pier is open.\n\nAll day."
    assert article.url == "https://post.example/1"


def test_the_pages_of_a_warc_are_read_and_named_by_their_address() -> None:
    found = list(read_all(io.BytesIO(as_warc(TOLD))))
    assert [article.article for article in found if isinstance(article, Article)] == [
        "https://post.example/1",
        "https://post.example/2",
    ]
    assert isinstance(found[0], Article)
    assert TEXT in found[0].text
    assert found[0].url == "https://post.example/1"


@pytest.mark.skipif(not shutil.which("wget"), reason="needs wget")
def test_a_warc_of_wget_is_read(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    paragraphs = "".join(f"<p>{each}</p>" for each in TOLD[0].text.split("\n\n"))
    (site / "a.html").write_text(
        "<!doctype html><meta charset=utf-8><title>x</title>"
        f"<article><h1>{TOLD[0].title}</h1>{paragraphs}</article>",
        encoding="utf-8",
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/a.html"
    subprocess.run(
        ["wget", "-q", "--no-proxy", "--warc-file", "pages", "-O", "page", address, f"{address}.missing"],
        cwd=tmp_path,
        check=False,
        timeout=PATIENCE,
    )
    server.shutdown()
    server.server_close()
    (article,) = read_all(tmp_path / "pages.warc.gz")
    assert isinstance(article, Article)
    assert (article.article, TEXT in article.text) == (address, True)


def test_a_word_document_is_read_without_what_was_struck_out(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.add_heading("Ferry sails", 0)
    paragraph = document.add_paragraph()
    paragraph.add_run("“We are ")
    paragraph.add_run("glad").bold = True
    paragraph.add_run(",” said Ana\tOrel.")
    struck = f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText> No.</w:delText></w:r></w:del>'
    paragraph._p.append(parse_xml(struck))
    document.add_table(1, 2).cell(0, 1).text = "In a cell."
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").text == "Ferry sails\n\n“We are glad,” said Ana Orel.\n\nIn a cell."


def test_an_export_in_a_word_document_is_cut(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    lines = [
        "Ferry sails",
        "The Post",
        "May 4, 2021",
        "Length: 9 words",
        "Body",
        TEXT,
        "Load-Date: May 4, 2021",
    ]
    for line in [*lines, "End of Document", "Pier saved", *lines[1:], "End of Document"]:
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    found = [article for article in read_all(tmp_path / "a.docx") if isinstance(article, Article)]
    assert [article.text for article in found] == [f"Ferry sails\n\n{TEXT}", f"Pier saved\n\n{TEXT}"]
    assert [article.article for article in found] == [1, 2]
