"""The same text gives the same quotes, whatever container it came in."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newscli.analysis.pipeline import analyse
from newscli.errors import InputError
from newscli.model import Article
from newscli.text.load import parse, read_all
from tests.support.containers import COLLECTIONS, SINGLE, Told

SENTENCES = (
    "The ferry to Port Ellery sailed again on Monday, said its owner, Tom Bask.",
    "“We are glad,” said Ana Orel, who runs the harbour; “it was a long winter.”",
    'A "second boat", he added, would be bought in May, or – as he put it – "as soon as there is money".',
    "Nobody asked the island's 300 people; all but one, a teacher, had signed.",
    "The boat cost £2m & a half; 5 < 6, it's known, and one in 'ten' has no boat.",
    "Ms Orel denied that the pier, built in 1911, had ever been closed.",
)
TITLES = ("Ferry returns to Port Ellery", "Island gets its boat back, says owner", "Pier ‘never closed’")

paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True).map(" ".join)
articles = st.builds(
    Told, st.sampled_from(TITLES), st.lists(paragraphs, min_size=2, max_size=4, unique=True).map("\n\n".join)
)


def read_from(data: bytes, name: str) -> list[Article]:
    stream = io.BytesIO(data)
    found = list(read_all(stream, name=name))
    assert not [error.message for error in found if isinstance(error, InputError)]
    return [article for article in found if isinstance(article, Article)]


def words_of(article: Article, *, byline: bool = False) -> list[tuple[str, str]]:
    """Return the roles and words of an article's blocks, those of a byline only on request."""
    return [
        (block.role, " ".join(block.span.of(article.text).split()))
        for block in article.blocks
        if byline or block.role != "byline"
    ]


@pytest.mark.parametrize("name", COLLECTIONS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(articles, min_size=2, max_size=3))
def test_each_article_of_a_collection_is_laid_out_as_its_text_alone(name: str, told: list[Told]) -> None:
    held(COLLECTIONS[name], name, told)


@pytest.mark.parametrize("name", SINGLE)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(articles, min_size=1, max_size=1))
def test_the_article_of_a_mail_or_document_is_laid_out_as_its_text_alone(name: str, told: list[Told]) -> None:
    held(SINGLE[name], name, told)


def held(make: Callable[[Sequence[Told]], bytes], name: str, told: list[Told]) -> None:
    found = read_from(make(told), name)
    assert [words_of(article) for article in found] == [
        words_of(parse(f"{each.title}\n\n{each.text}")) for each in told
    ]
    ids = [article.article for article in found]
    assert len(set(ids)) == len(told) if name in COLLECTIONS else ids == [None]


def test_the_same_text_gives_the_same_quotes_from_every_container() -> None:
    told = [
        Told(TITLES[0], "\n\n".join(SENTENCES[:2])),
        Told("Pier stays open", "\n\n".join(SENTENCES[3:])),
    ]
    expected = [said_in(parse(f"{each.title}\n\n{each.text}")) for each in told]
    assert all(expected)
    for name, make in {**COLLECTIONS, **SINGLE}.items():
        found = [said_in(article) for article in read_from(make(told), name)]
        assert found == expected[: len(found)], name


def said_in(article: Article) -> list[tuple[str | None, str, list[str]]]:
    analysis = analyse(article, {"quotes"})
    return [
        (quote.speaker, quote.kind, [span.of(article.text) for span in quote.spans])
        for quote in analysis.quotes
    ]
