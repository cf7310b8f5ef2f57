"""RSS and Atom to articles, item by item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import TYPE_CHECKING, Any, Final, cast

from newscli.errors import InputError, MissingExtraError
from newscli.limits import MAX_ROW_BYTES
from newscli.text.containers.fragments import is_fragment, paragraphs_of
from newscli.text.containers.input_bytes import InputBytes, WholeBlocks
from newscli.text.containers.pieces import Given, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

# The fields of an item, without their name spaces: the longest of the first is the article.
_WORDS: Final = ("encoded", "content", "description", "summary", "subtitle")
_ID: Final = ("guid", "id")
_DATE: Final = ("pubDate", "published", "date", "updated", "issued")
_BYLINE: Final = ("creator", "author")
_KNOWN: Final = frozenset((*_WORDS, *_ID, *_DATE, *_BYLINE, "title", "link"))
_REFERENCE: Final = re.compile(rb"&(?:(#?[A-Za-z0-9]{1,31};))?")
_REFERENCE_BYTES: Final = 34
_ALLOWED: Final = (
    (0x9, 0xA, 0xD),
    range(0x20, 0xD800),
    range(0xE000, 0xFFFE),
    range(0x10000, 0x110000),
)
_XML_NAMES: Final = frozenset("amp; apos; gt; lt; quot;".split())
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_MEDIA: Final = "http://search.yahoo.com/mrss/"


def pieces(source: InputBytes) -> Iterator[Piece | InputError]:
    """Yield the article of each item that has words.

    Raises:
        InputError: If the file is no XML, or has no items.
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingExtraError("is a feed, which needs an extra", 'pip install "newscli[html]"') from error
    stream = _Mended(WholeBlocks(source.stream()))
    events = etree.iterparse(
        cast("Any", stream),
        events=("end",),
        recover=True,  # feeds are often broken somewhere
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    number = 0
    outlet = ""
    try:
        for _, element in events:
            name = _name(element)
            if name == "title" and not outlet and _name(element.getparent()) in {"channel", "feed"}:
                outlet = _line(element)
            if name not in {"item", "entry"}:
                continue
            number += 1
            stream.since = 0
            yield _piece(element, number, outlet)
            _forget(element)
    except etree.XMLSyntaxError as error:
        raise InputError(f"is a broken feed: {error.msg}", "download it again, or read its pages") from None
    if not number:
        raise InputError("is a feed without items", "save the pages that it leads to, and name those")


class _Mended:
    """A stream whose "&" are references, given up if an item never ends.

    Feeds have "AT&T" and "&nbsp;", which are no XML; in HTML that is written out they mean the same as what
    they become.

    Attributes:
        since: The bytes that were read since the last item ended.
    """

    def __init__(self, stream: WholeBlocks) -> None:
        self._stream = stream
        self.since = 0
        self._held = b""

    def read(self, size: int) -> bytes:
        """Return up to so many bytes."""
        chunk = self._held + self._stream.read(max(1, size - len(self._held)))
        at = chunk.rfind(b"&", len(chunk) - _REFERENCE_BYTES)
        whole = at < 0 or b";" in chunk[at:] or chunk == self._held
        chunk, self._held = (chunk, b"") if whole else (chunk[:at], chunk[at:])
        if not chunk and self._held:
            return self.read(size)
        self.since += len(chunk)
        if self.since > MAX_ROW_BYTES:
            raise InputError(
                f"has an item of more than {MAX_ROW_BYTES // 1024**2} MB", "save its page, and name that"
            )
        return _REFERENCE.sub(_as_xml, chunk)


def _as_xml(match: re.Match[bytes]) -> bytes:
    """Return a reference as XML knows it, and a bare "&" as one; U+FFFD for what is no character of XML."""
    name = (match[1] or b"").decode("ascii")
    if name.startswith("#"):
        return match[0] if _is_character(name) else b"&#65533;"
    if name in _XML_NAMES:
        return match[0]
    characters = html5.get(name)
    if characters is None:
        return b"&amp;" + match[0][1:]
    return "".join(f"&#{ord(character)};" for character in characters).encode("ascii")


def _is_character(name: str) -> bool:
    """Return whether a reference by number, "#38;" or "#x26;", is of a character that XML allows."""
    digits = name[1:-1]
    try:
        number = int(digits[1:], 16) if digits.startswith("x") else int(digits)
    except ValueError:
        return False
    # https://www.w3.org/TR/xml/#charsets
    return any(number in allowed for allowed in _ALLOWED)


def _forget(element: _Element) -> None:
    """Free an element and all before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _piece(item: _Element, number: int, outlet: str) -> Piece | InputError:
    """Return the article of an item, or what is wrong with it."""
    fields: dict[str, list[_Element]] = {}
    for child in item:
        if isinstance(child.tag, str) and not child.tag.startswith(f"{{{_MEDIA}}}"):
            fields.setdefault(_name(child), []).append(child)
    try:
        texts = [_words(child) for name in _WORDS for child in fields.get(name, ())]
    except InputError as error:
        return InputError(f"item {number}: {error.message}", error.hint)
    text = max(texts, key=len, default="")
    title = _first(fields, ("title",))
    if not text.strip():
        return InputError(
            f"item {number}: has no text, only a title: {title[:60]!r}"
            if title
            else f"item {number}: is empty",
            "save the page that it leads to, and name that",
        )
    link = _link(fields)
    given = Given(
        title,
        " and ".join(dict.fromkeys(_author(child) for name in _BYLINE for child in fields.get(name, ()))),
        _first(fields, _DATE),
        link,
        _source(fields) or outlet,
    )
    meta: dict[str, object] = {}
    for name, children in fields.items():
        if name not in _KNOWN and (said := [line for child in children if (line := _line(child))]):
            meta[name] = said if len(said) > 1 else said[0]
    return Piece(text, _first(fields, _ID) or link or number, given, meta)


def _words(element: _Element) -> str:
    """Return the words of an element that holds text, HTML in it as text, or XHTML."""
    if any(isinstance(child.tag, str) and child.tag.startswith(f"{{{_XHTML}}}") for child in element):
        from lxml import etree

        markup = etree.tostring(element, encoding="unicode", with_tail=False)
        return paragraphs_of(markup)
    text = _text(element)
    return paragraphs_of(text) if is_fragment(text) else text


def _text(element: _Element) -> str:
    """Return the text of an element and of those in it; "*" stands for elements alone, not for comments."""
    return "".join(str(part) for part in element.itertext("*"))


def _line(element: _Element) -> str:
    """Return the words of an element as one line."""
    text = _text(element)
    return " ".join((paragraphs_of(text) if is_fragment(text) else text).split())


def _first(fields: dict[str, list[_Element]], names: tuple[str, ...]) -> str:
    """Return the first words that one of the fields holds."""
    return next((line for name in names for child in fields.get(name, ()) if (line := _line(child))), "")


def _link(fields: dict[str, list[_Element]]) -> str:
    """Return where an item was published: Atom says it in an attribute, RSS in words."""
    for child in fields.get("link", ()):
        href = child.get("href")
        if href and child.get("rel", "alternate") == "alternate":
            return str(href).strip()
        if not href and (line := _line(child)):
            return line
    return ""


def _author(element: _Element) -> str:
    """Return the name of an author: Atom has it in an element, RSS behind an address, in brackets."""
    for child in element:
        if _name(child) == "name":
            return _line(child)
    line = _line(element)
    address, bracket, name = line.partition("(")
    return name.rstrip(") ") if bracket and "@" in address else line


def _source(fields: dict[str, list[_Element]]) -> str:
    """Return the outlet that an item of a collecting feed came from."""
    for child in fields.get("source", ()):
        titles = [_line(inner) for inner in child if _name(inner) == "title"]
        return titles[0] if titles else _line(child)
    return ""


def _name(element: _Element | None) -> str:
    """Return the name of an element without its name space."""
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
