"""What a container says about an article, handed over: headline and byline as blocks, the rest as fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newscli.model import Article, Block, Role, Span
from newscli.text.containers.pieces import Given, Piece
from newscli.text.dates import day_of
from newscli.text.mend import as_read, without_unseen

_BETWEEN = "\n\n"


def with_head(text: str, given: Given) -> tuple[str, tuple[Role, ...]]:
    """Put headline and byline over a text, in place of those that it begins with.

    Returns:
        The whole text, and the roles of its first paragraphs.
    """
    body = text.lstrip("\r\n \t\ufeff")
    roles: tuple[tuple[Role, str], ...] = (("headline", given.title), ("byline", given.byline))
    head = [(role, " ".join(words.split())) for role, words in roles if words]
    for _, words in head:
        body = _without_first_line(body, words)
    whole = _BETWEEN.join([*(words for _, words in head), body])
    return (whole, tuple(role for role, _ in head)) if head else (text, ())


def _without_first_line(text: str, words: str) -> str:
    """Take a line that says the same off the start of a text, unless nothing is left then."""
    line, end, rest = text.partition("\n")
    same = _folded(line).removeprefix("by") == _folded(words).removeprefix("by")
    return rest.lstrip("\r\n \t") if end and same and rest.strip() else text


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def settled(article: Article, roles: Sequence[Role]) -> tuple[Block, ...]:
    """Return the blocks of an article that begins with paragraphs of these roles.

    One in which nothing is to be seen (a zero-width space, a control) is none. No other block is a headline
    then, if one of these is.
    """
    head: list[Block] = []
    at = 0
    for role in roles:
        end = article.text.find(_BETWEEN, at)
        end = len(article.text) if end < 0 else end  # what was mended may have run on
        if article.prose[at:end].strip():
            head.append(Block(role, Span(at, end)))
        at = end + len(_BETWEEN)
    below = (block for block in article.blocks if block.span.start >= at)
    titled = any(block.role == "headline" for block in head)
    return (
        *head,
        *(
            replace(block, role="subhead") if titled and block.role == "headline" else block
            for block in below
        ),
    )


def headed(article: Article, given: Given) -> Article:
    """Put the headline over a page that shows none."""
    title = " ".join(without_unseen(given.title).split())
    if not as_read(title).strip() or article.first("headline"):
        return article
    head = title + _BETWEEN
    headline = Block("headline", Span(0, len(head) - len(_BETWEEN)))
    blocks = (
        replace(block, span=Span(block.span.start + len(head), block.span.end + len(head)))
        for block in article.blocks
    )
    return replace(
        article, text=head + article.text, prose=as_read(head) + article.prose, blocks=(headline, *blocks)
    )


def described(article: Article, piece: Piece) -> Article:
    """Hand over what the container says beside the words; it knows better than the words do.

    A date that is no day goes into ``meta`` as it is.
    """
    given = piece.given
    day = day_of(given.date) if given.date else None
    said = {"date": given.date} if given.date and day is None else {}
    blocks = (
        tuple(replace(block, role="body") for block in article.blocks) if given.spoken else article.blocks
    )
    return replace(
        article,
        blocks=blocks,
        article=piece.id,
        date=day or article.date,
        url=given.url or article.url,
        outlet=given.outlet or article.outlet,
        voices=given.voices,
        meta={**said, **piece.meta},
    )
