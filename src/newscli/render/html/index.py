"""The index of a page or a folder of several articles."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final, NamedTuple

from newscli.model import Article, Audit
from newscli.render.html.story import Story
from newscli.render.wording import percent


class Entry(NamedTuple):
    """An article in an index.

    Attributes:
        link: Where its report is.
        title: Its headline, or its file.
        file: Where it comes from.
        facts: Outlet, date and size in a few words each.
        sources: How many it has.
        named: How many of them have a name.
        anonymous: The share of quoted words whose source is withheld.
        speakers: Who has most words, at most three.
        warnings: How many it has.
    """

    link: str
    title: str
    file: str
    facts: tuple[str, ...]
    sources: int
    named: int
    anonymous: str
    speakers: tuple[str, ...]
    warnings: int


_SPEAKERS: Final = 3
_SLUG_CHARS: Final = 60
_NO_SLUG: Final = re.compile("[^a-z0-9]+")


def page_name(number: int, article: Article) -> str:
    """Return the name of an article's page in a folder: by its number, and by its file for people."""
    named = str(article.article) if article.article is not None else PurePath(article.file).stem
    slug = _NO_SLUG.sub("-", named.casefold())[:_SLUG_CHARS].strip("-")
    return f"{number:04}-{slug}.html" if slug else f"{number:04}.html"


def entry(story: Story, link: str) -> Entry:
    """Return the line of an article in an index."""
    audit = Audit(story.analysis.sources)
    speakers = tuple(voice.name for voice in story.voices if voice.source)
    return Entry(
        link,
        story.title,
        story.file,
        story.facts,
        len(audit.sources),
        audit.named,
        percent(audit.anonymous),
        speakers[:_SPEAKERS],
        len(story.warnings),
    )
