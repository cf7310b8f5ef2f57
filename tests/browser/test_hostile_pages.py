"""Whatever an article says, its page runs nothing of it, asks for nothing, and says it to the character."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser

from newscli.model import Analysis
from newscli.render import Looks, render
from tests.support.browser import watched
from tests.support.payloads import NAMED, random_strings
from tests.support.port_ellery import saying

# Each leaves a trace in the window, or asks for a file, if a browser obeys it.
OBEYED = (
    "<script>window.owned = 1</script>",
    "</style><script>window.owned = 1</script>",
    "</article></main><script>window.owned = 1</script>",
    '"><img src=x onerror="window.owned = 1">',
    "' onmouseover='window.owned = 1' x='",
    "<svg onload=window.owned=1><style>@import 'http://news.example/x.css'</style>",
    '<iframe srcdoc="<script>parent.owned = 1</script>"></iframe>',
    '<base href="http://news.example/"><link rel=stylesheet href=x.css>',
    '<meta http-equiv="refresh" content="0;url=http://news.example/">',
    '<a id="card"></a><form name="body"><input name="querySelector"></form>',
    "{{ 7 * 7 }}{% for x in range(9) %}{{ x }}{% endfor %}{# gone #}",
    "--><script>window.owned = 1</script><!--",
    "<!--<script>",
    "<![CDATA[x]]>&lt;b&gt;&#60;i&#62;&amp;amp;",
    "javascript:window.owned=1",
    "\n\n<pre>\n x </pre>\n",
)


def page(analyses: list[Analysis], path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        render("report", "html", iter(analyses), Looks(), out)
    return path


def test_a_payload_is_words(browser: Browser, tmp_path: Path) -> None:
    payloads = [*OBEYED, *NAMED.values(), *random_strings(60)]
    analyses = [saying(words) for words in payloads]
    analyses = [replace(one, article=replace(one.article, url=one.article.text)) for one in analyses]
    with watched(browser) as seen:
        shown = seen.go(page(analyses, tmp_path / "page.html"))
        texts = shown.locator("article").evaluate_all("all => all.map(one => one.textContent)")
        for words, text in zip(payloads, texts, strict=True):
            # What HTML cannot hold; a prose holds none of it.
            assert text == re.sub("[\0\x80-\x84\x86-\x9f\ud800-\udfff]", "\ufffd", words), repr(words)
        for link in shown.locator("a.q[id]").all()[:40]:
            link.dispatch_event("click")
        assert shown.evaluate("window.owned") is None
        assert not seen.wrongs


def test_no_link_but_to_the_web_leaves_the_page(browser: Browser, tmp_path: Path) -> None:
    urls = [
        "javascript:window.owned=1",
        "data:text/html,x",
        " https://a.example",
        "https://a.example/?a&b='\"",
    ]
    analyses = [saying("Ana") for _ in urls]
    analyses = [
        replace(one, article=replace(one.article, url=url)) for one, url in zip(analyses, urls, strict=True)
    ]
    with watched(browser) as seen:
        shown = seen.go(page(analyses, tmp_path / "page.html"))
        links = shown.locator("a:not([href^='#'])").evaluate_all("all => all.map(one => one.href)")
        assert links == ["https://a.example/?a&b=%27%22"]


def test_a_browser_runs_no_other_script_and_applies_no_other_style(browser: Browser, tmp_path: Path) -> None:
    path = page([saying("Ana")], tmp_path / "page.html")
    markup = path.read_text(encoding="utf-8")
    more = "<script>window.owned = 1</script><style>h1 { display: none }</style><img src='http://a.example/x.png'>"
    path.write_text(markup.replace("<main>", f"<main>{more}"), encoding="utf-8")
    with watched(browser) as seen:
        shown = seen.go(path)
        assert shown.evaluate("window.owned") is None
        assert shown.locator("h1").is_visible()
        refused = [wrong for wrong in seen.wrongs if "Content Security Policy" in wrong]
        assert len(refused) == 3, seen.wrongs
