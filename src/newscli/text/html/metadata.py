"""What a page says of itself: title, authors, day, address, outlet, and a line below the headline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from newscli.limits import MAX_JSON_LD_CHARS, MAX_METADATA_CHARS
from newscli.text.dates import day_of
from newscli.text.decode import without_half_pairs

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES: Final = re.compile(r"(?:Article|Posting|Report|Review|WebPage)$")
_STORY_TYPES: Final = re.compile(r"(?:Article|Posting|Report|Review)$")
_HALF_PAIR: Final = re.compile(r"\\u[Dd][89A-Fa-f]")
_MAX_DEPTH: Final = 6
_MAX_OBJECTS: Final = 500
_HOST: Final = re.compile(r"https?://(?:www\.|m\.|amp\.)?([\w.-]{1,200})")
_INITIALS: Final = 1
_TITLES: Final = ("og:title", "twitter:title", "sailthru.title", "parsely-title", "dc.title", "title")
_AUTHORS: Final = (
    "author",
    "article:author",
    "article:author_name",
    "og:article:author",
    "byl",
    "sailthru.author",
    "parsely-author",
    "dc.creator",
    "cxenseparse:author",
)
_DAYS: Final = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publication_date",
    "pubdate",
    "pdate",
    "dc.date.issued",
    "dc.date",
    "date",
)
_OUTLETS: Final = ("og:site_name", "application-name", "publisher")
_DESCRIPTIONS: Final = ("description", "og:description", "twitter:description")
_COMPACT_DAY: Final = re.compile(r"(\d{4})(\d\d)(\d\d)$")
_DAY_IN_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)/(\d{1,2}|[a-z]{3})/(\d{1,2})/")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself, best first; nothing of it is checked.

    Attributes:
        titles: Of the article, some with the name of the site.
        authors: Names, or what stands in their place.
        day: Of publication, ``YYYY-MM-DD``; None if it is not told.
        url: The page's address.
        outlet: The site's name.
        descriptions: One or two sentences about the article; a deck is often one of them.
        body: The text of the article, if the page's data hold it.
    """

    titles: tuple[str, ...]
    authors: tuple[str, ...]
    day: str | None
    url: str | None
    outlet: str | None
    descriptions: tuple[str, ...]
    body: str


def read_metadata(tree: HtmlElement) -> Metadata:
    """Read the metadata of a page, and take out its JSON-LD, which others search with slow patterns."""
    meta = _meta(tree)
    data = [thing for thing in _linked_data(tree) if _ARTICLE_TYPES.search(_type(thing))]
    data.sort(key=lambda thing: not _STORY_TYPES.search(_type(thing)))
    url = _address(tree, meta)
    titles = [*_texts(data, "headline"), *_named(meta, _TITLES), *_title(tree)]
    story = [thing for thing in data if _STORY_TYPES.search(_type(thing))]
    authors = [*(name for thing in story for name in _people(thing.get("author"))), *_named(meta, _AUTHORS)]
    days = [*_texts(data, "datePublished"), *_named(meta, _DAYS)]
    outlets = [
        *(name for thing in story for name in _people(thing.get("publisher"))),
        *_named(meta, _OUTLETS),
    ]
    bodies = [thing.get("articleBody") for thing in story]
    return Metadata(
        tuple(titles),
        tuple(authors),
        next((day for text in days if (day := _day(text))), None) or _day_of_address(url),
        url,
        _outlet(outlets, titles, url),
        (*_named(meta, _DESCRIPTIONS), *_texts(data, "description", "alternativeHeadline")),
        max((body for body in bodies if isinstance(body, str)), key=len, default=""),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Return the first content of each meta element by its name, in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for key in map(element.get, ("property", "name", "itemprop")):
            if key and content:
                found.setdefault(str(key).lower(), content)
    return found


def _named(meta: Mapping[str, str], keys: tuple[str, ...]) -> Iterator[str]:
    return (meta[key][: 2 * MAX_METADATA_CHARS] for key in keys if key in meta)


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD; what is broken or huge is passed over."""
    objects = 0
    for script in [*tree.iter("script")]:
        if "ld+json" not in str(script.get("type") or ""):
            continue
        text = str(script.text or "")
        script.text = ""
        if len(text) > MAX_JSON_LD_CHARS:
            continue
        try:
            waiting = [(_json(text), 0)]
        except (ValueError, RecursionError):
            continue
        while waiting and objects < _MAX_OBJECTS:
            thing, depth = waiting.pop(0)
            if isinstance(thing, dict):
                objects += 1
                yield thing
                inside = [thing.get("@graph"), thing.get("mainEntity"), thing.get("mainEntityOfPage")]
            else:
                inside = thing if isinstance(thing, list) else []
            if depth < _MAX_DEPTH:
                waiting += ((one, depth + 1) for one in inside[:_MAX_OBJECTS])


def _json(text: str) -> object:
    """Return what JSON holds; sites leave line breaks in its strings, which it forbids."""
    value: object = json.loads(text, strict=False)
    if _HALF_PAIR.search(text):
        value = json.loads(without_half_pairs(json.dumps(value, ensure_ascii=False)))
    return value


def _type(thing: Mapping[str, Any]) -> str:
    kind = thing.get("@type")
    if isinstance(kind, list):
        return next((one for one in kind if isinstance(one, str) and _STORY_TYPES.search(one)), "")
    return kind if isinstance(kind, str) else ""


def _texts(data: list[dict[str, Any]], *keys: str) -> Iterator[str]:
    for thing in data:
        for key in keys:
            value = thing.get(key)
            if isinstance(value, str) and value.strip():
                yield " ".join(value.split())[: 2 * MAX_METADATA_CHARS]


def _people(value: object) -> Iterator[str]:
    """Yield the names in what JSON-LD gives as an author or a publisher."""
    for one in value[:20] if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        for text in name[:20] if isinstance(name, list) else [name]:
            if isinstance(text, str) and text.strip():
                yield " ".join(text.split())[:MAX_METADATA_CHARS]


def _title(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("title"):
        if text := " ".join(str(element.text or "").split()):
            yield text[: 2 * MAX_METADATA_CHARS]
            return


def _address(tree: HtmlElement, meta: Mapping[str, str]) -> str | None:
    links = [
        link.get("href") for link in tree.iter("link") if str(link.get("rel") or "").lower() == "canonical"
    ]
    # The canonical address of a story that was taken over may be that of another paper.
    found = (str(url).strip() for url in (meta.get("og:url"), *links, meta.get("twitter:url")) if url)
    return next((url for url in found if url.startswith(("http://", "https://"))), None)


def _outlet(names: list[str], titles: list[str], url: str | None) -> str | None:
    """Return the name of a site: as it is given, as the last part of the page's title, or its host."""
    host = _host(url or "")
    last = [re.split(r"\s[|–—-]\s|\s*\|\s*", title)[-1].strip() for title in titles]
    named = [name for name in last if _letters(name) and _letters(name) in _letters(host)]
    given = [name for name in names if "//" not in name and len(name) > _INITIALS and not name.isdigit()]
    alone = [name for name in given if _letters(name) != _letters(host)]
    return next(iter((*alone, *named, *given)), None) or host or None


def _host(url: str) -> str:
    """Return the host of an address, without what stands for the web or a telephone."""
    match = _HOST.match(url)
    return match[1].lower() if match else ""


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _day(text: str) -> str | None:
    compact = _COMPACT_DAY.match(text)
    return day_of("-".join(compact.groups()) if compact else text)


def _day_of_address(url: str | None) -> str | None:
    match = _DAY_IN_ADDRESS.search(url or "")
    if not match:
        return None
    year, month, day = match.groups()
    return day_of(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}")
