"""The index of a page or a folder of several articles."""

from __future__ import annotations

from dataclasses import dataclass

from newscli.model import Audit
from newscli.render.html.story import Story
from newscli.render.wording import percent


@dataclass(frozen=True, slots=True)
class Entry:
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


_SPEAKERS = 3


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
