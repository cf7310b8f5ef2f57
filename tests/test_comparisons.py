"""Events that two outlets tell, compared by a reader (``tests/comparisons``) and by newscli."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from benchmarks.comparisons import Score, analyses, events, score, strangers
from newscli.analysis.together import compare
from newscli.model import Analysis

EVENTS = events()


@cache
def told(event: Path) -> list[Analysis]:
    return analyses(event)


def test_of_the_statements_that_a_reader_pairs_most_are_paired_and_few_others() -> None:
    total = sum((score(event, told(event)) for event in EVENTS), Score())
    assert total.paired >= 0.85 * total.wanted, total
    assert total.false <= total.pairs / 20, total
    assert total.differing >= total.numbers / 2, total
    assert not total.wrong, total


def test_articles_of_different_events_share_nothing() -> None:
    _, shared, numbers = strangers([told(event) for event in EVENTS[::3]])
    assert (shared, numbers) == (0, 0)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_every_statement_is_in_one_group_and_what_differs_is_its_own(event: Path) -> None:
    compared = compare(*told(event))
    places = [(one.article, one.quote.id) for group in compared.statements for one in group.tellings]
    assert len(places) == len(set(places))
    for group in compared.statements:
        for one in group.tellings:
            assert all(any(span.holds(mark) for span in one.quote.spans) for mark in one.differs)
            assert list(one.differs) == sorted(one.differs)
    assert compare(*told(event)) == compared


@pytest.mark.parametrize("event", EVENTS[:4], ids=lambda event: event.name)
def test_an_article_beside_itself_has_nothing_alone(event: Path) -> None:
    article, _ = told(event)
    compared = compare(article, article)
    assert (compared.alone(0), compared.alone(1)) == ((), ())
    assert not any(one.differs for group in compared.shared for one in group.tellings)
    assert not compared.numbers
    assert all(len(group.articles) == 2 for group in compared.cited)
    assert all(len(group.articles) == 2 for group in compared.named)
