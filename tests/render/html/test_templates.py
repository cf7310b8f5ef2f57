"""The templates escape all that they are given, and the policy allows our script and style alone."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from io import StringIO
from pathlib import Path

import pytest

import newscli.render.html
from newscli.render import Looks
from newscli.render.html.templates import environment, fill, words
from tests.render.html.test_pages import page
from tests.support.payloads import NAMED, dangers
from tests.support.port_ellery import reading, saying

FOLDER = Path(newscli.render.html.__file__).parent
TEMPLATES = sorted((FOLDER / "templates").iterdir())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_nothing_escapes_the_escaping(template: Path) -> None:
    markup = template.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*(?:safe|xmlattr|tojson|urlize)\b|autoescape|Markup", markup)
    # A notebook gets the page in a frame that may do nothing.
    frame = 'sandbox="" srcdoc="{{ page }}" style='
    markup = markup.replace(frame, "") if template.name == "notebook.html" else markup
    assert not re.search(r"\s(?:on\w+|style|srcdoc)\s*=", markup) or template.suffix in {".css", ".js"}
    assert not re.search(
        r"https?:|\bsrc=|@import|url\(|innerHTML|insertAdjacent|document\.write|eval\(", markup
    )


@pytest.mark.parametrize("module", sorted(FOLDER.glob("*.py")), ids=lambda path: path.name)
def test_no_module_declares_anything_safe(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert "markupsafe" not in source
    assert "Markup(" not in source
    assert "autoescape=False" not in source


def test_every_template_escapes() -> None:
    assert environment().autoescape is True
    markup = page(saying("<b>&'\""))
    assert "<b>&'" not in markup
    assert "&lt;b&gt;&amp;&#39;&#34;" in markup


def test_the_policy_names_the_script_and_the_style_of_the_page_and_nothing_else() -> None:
    markup = page(reading())
    policy = unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', markup)[0])
    (script,) = re.findall(r"<script>(.*?)</script>", markup, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", markup, re.DOTALL)

    def hashed(code: str) -> str:
        return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"

    assert policy == (
        f"default-src 'none'; script-src {hashed(script)}; style-src {hashed(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert markup.index("Content-Security-Policy") < markup.index("<style>")


@pytest.mark.parametrize("payload", NAMED.values(), ids=NAMED)
def test_a_terminal_obeys_nothing_on_a_page(payload: str) -> None:
    assert not dangers(page(saying(payload), looks=Looks(terminal=True)), allowed="\n\t")


def test_what_cannot_be_written_as_it_is_becomes_a_reference() -> None:
    out = StringIO()
    fill("name.html", out, named=_Named("a\u202eb\u2028c\rd"))
    assert "a&#x202e;b&#x2028;c&#xd;d" in out.getvalue()


def test_words_of_a_list_stand_on_one_line_and_show_what_hides() -> None:
    assert words(" a\n\tb\u202e ") == "a b\\u202e"


class _Named:
    """An entity of this name."""

    def __init__(self, name: str) -> None:
        self.name, self.kind, self.description, self.also, self.places = name, "", "", "", ()
        self.entity = reading().entities[0]
