"""Uses of the library that only have to type-check, as a user with mypy --strict writes them.

Nothing here is run: mypy reads it with the rest of the tree.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import newscli


def quoted(path: Path) -> list[tuple[str | None, str]]:
    """Read the quotes of a file: who said what."""
    article = newscli.read(path)
    analysis = newscli.analyse(article, want={"quotes"})
    return [
        (quote.speaker, " ".join(span.of(article.text) for span in quote.spans)) for quote in analysis.quotes
    ]


def denied(path: Path) -> list[tuple[str | None, str, int | None]]:
    """List who denies something, in which words, and in which other quote that is told."""
    article = newscli.read(path)
    return [
        (quote.speaker, " … ".join(piece.of(article.text) for piece in quote.cue), quote.within)
        for quote in newscli.analyse(article, want={"quotes"}).quotes
        if quote.shown and quote.status == "denied"
    ]


def quoted_people(text: str) -> set[str]:
    """Name the people among the speakers, by their entity and not by their name."""
    analysis = newscli.analyse(newscli.parse(text), {"quotes"})
    speakers = [analysis.entities[quote.entity] for quote in analysis.quotes if quote.entity is not None]
    return {entity.name for entity in speakers if entity.label == "PER"}


def names(page: bytes, label: newscli.Label) -> dict[str, int]:
    """Count the names of one label in a page that was downloaded."""
    analysis = newscli.analyse(newscli.read(BytesIO(page), name="page.html"), want=["entities"])
    return {entity.name: entity.count for entity in analysis.entities if entity.label == label}


def found(path: str, part: newscli.Part) -> bool:
    """Say whether an article has a part; a file that is no article has none."""
    try:
        analysis = newscli.analyse(newscli.read(path, encoding="windows-1252"), (part,))
    except newscli.InputError as error:
        print(error.message, error.hint, int(error.code))
        return False
    return bool(getattr(analysis, part))


def short(article: newscli.Article) -> list[str]:
    """Return the sentences of a summary of sixty words, and the terms of the article."""
    options = newscli.Options(words=60, method="lead")
    analysis: newscli.Analysis = newscli.analyse(article, ("summary", "keywords"), options)
    sentences = [sentence.span.of(article.text) for sentence in analysis.summary]
    return sentences + [keyword.term for keyword in analysis.keywords]
