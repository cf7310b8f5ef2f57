"""The templates of the pages, what a page may load and run, and the gate for what it says."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from newscli.render.sanitize import fold_space, safe

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER: Final = Path(__file__).with_name("templates")
STYLE: Final = "page.css"
SCRIPT: Final = "page.js"
# Whatever else the page may hold, a browser runs and applies nothing but what has these hashes.
_POLICY: Final = (
    "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
# The gate for terminals ends lines at these; in HTML they are characters like others.
_ENDS_OF_LINES: Final = re.compile("[\r\u2028\u2029]")
# What no reference stands for and no prose holds: a null, the second half of the controls, halves of pairs.
_NOWHERE: Final = re.compile("[\0\x80-\x84\x86-\x9f\ud800-\udfff]")
# Of that half a prose holds this one end of a line, and a browser takes it as it is.
NEXT_LINE: Final = "\x85"
_ODD: Final = re.compile("[\0-\x08\x0b-\x1f\x7f]")
REPLACEMENT: Final = "\ufffd"
# Jinja yields some characters at a time.
_BUFFERED: Final = 64


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the environment of all pages: whatever is put into a template is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["policy"] = _policy(made)
    return made


def _policy(made: Environment) -> str:
    """Return the content security policy that allows our script and our style, by their hashes."""
    script, style = (
        b64encode(sha256(made.get_template(name).render().encode("utf-8")).digest()).decode("ascii")
        for name in (SCRIPT, STYLE)
    )
    return _POLICY.format(script=script, style=style)


def fill(template: str, out: TextIO, **values: object) -> None:
    """Write a template with these values to a stream.

    What a terminal would obey or hide becomes a character reference, which is the same data to a browser.
    """
    stream = environment().get_template(template).stream(**values)
    stream.enable_buffering(_BUFFERED)
    out.writelines(map(_gate, stream))


def words(text: str) -> str:
    """Return words of the article for a list or a label: on one line, what hides in them made visible."""
    return safe(fold_space(text))


def _gate(markup: str) -> str:
    if markup.isascii() and not _ODD.search(markup):
        return markup
    markup = _ENDS_OF_LINES.sub(lambda match: _reference(match[0]), markup)
    markup = _NOWHERE.sub(REPLACEMENT, markup)
    return NEXT_LINE.join(
        safe(part, single_line=False, isolates=False, escape=_reference) for part in markup.split(NEXT_LINE)
    )


def _reference(character: str) -> str:
    return f"&#x{ord(character):x};"
