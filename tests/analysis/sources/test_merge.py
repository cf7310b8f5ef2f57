"""Sources over several articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscli.analysis.sources import merge_sources, unify
from newscli.model import Analysis, Article, Quote, Source, SourceType, Span


def article(*names: str, kind: SourceType = "person", file: str = "a.txt") -> Analysis:
    """Return the reading of an article in which each of these says "words"; the first is described."""
    text = "words the mayor"
    told = Span(6, 15)
    quotes = tuple(
        Quote(n, "direct", (Span(0, 5),), (), None, name, "speech", 0.9, source_type=kind)
        for n, name in enumerate(names, 1)
    )
    sources = tuple(
        Source(name, True, kind, None if n else told, "she", 1, 0, 0, 10, 1 / len(names), n + 1)
        for n, name in enumerate(names)
    )
    return Analysis(Article(text, file, (), text), quotes=quotes, sources=sources)


def names_of(*analyses: Analysis) -> list[list[str]]:
    return [[source.name for source in analysis.sources] for analysis in unify(analyses)]


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (["Ana Orel", "Orel"], ["Ana Orel", "Ana Orel"]),
        (["Orel", "Ana Orel"], ["Ana Orel", "Ana Orel"]),
        (["Ana Orel", "Tom Orel", "Orel"], ["Ana Orel", "Tom Orel", "Orel"]),
        (["Ana Orel", "Ana"], ["Ana Orel", "Ana"]),
        (["Dan J. Hale", "Dan Hale", "Dan Hale"], ["Dan Hale"] * 3),
        (["Dan J. Hale", "Dan Hale"], ["Dan J. Hale"] * 2),
        (["Dan J. Hale", "Dan P. Hale", "Dan Hale"], ["Dan J. Hale", "Dan P. Hale", "Dan Hale"]),
        (["José Pérez", "Jose Perez"], ["José Pérez", "José Pérez"]),
        (["Ana Orel", "Anna Orel"], ["Ana Orel", "Anna Orel"]),
    ],
)
def test_people_are_one_by_their_full_names(names: list[str], one: list[str]) -> None:
    assert names_of(*map(article, names)) == [[name] for name in one]


def test_a_man_and_a_town_of_one_name_stay_two() -> None:
    assert names_of(article("Ana Lincoln"), article("Lincoln", kind="organisation")) == [
        ["Ana Lincoln"],
        ["Lincoln"],
    ]


def test_quotes_have_the_names_of_their_sources() -> None:
    _, second = unify([article("Ana Orel"), article("Orel")])
    assert [quote.speaker for quote in second.quotes] == ["Ana Orel"]


def test_an_unknown_speaker_stays_unknown() -> None:
    text = "words"
    said = Analysis(
        Article(text, "a.txt", (), text),
        quotes=(Quote(1, "direct", (Span(0, 5),), (), None, None, "speech", 1),),
    )
    assert unify([said]) == (said,)


def test_the_sources_of_several_articles_are_counted_together() -> None:
    merged = merge_sources([article("Ana Orel", "Hale"), article("Orel", file="b.txt")], "c.txt")
    orel, hale = merged.sources
    assert (orel.name, orel.quotes, orel.words, orel.articles) == ("Ana Orel", 2, 20, 2)
    assert (hale.name, hale.quotes, hale.words, hale.articles) == ("Hale", 1, 10, 1)
    assert (orel.share, hale.share) == pytest.approx((2 / 3, 1 / 3))
    assert (merged.article.file, merged.articles) == ("c.txt", 2)
    assert orel.description is not None
    assert orel.description.of(merged.article.text) == "the mayor"
    assert hale.description is None


def test_capitals_are_not_preferred() -> None:
    assert names_of(article("ANA OREL"), article("Ana Orel")) == [["Ana Orel"], ["Ana Orel"]]


def test_the_warnings_of_each_article_are_kept() -> None:
    odd = replace(article("Ana Orel", file="b.txt"), warnings=("is odd",))
    assert merge_sources([article("Ana Orel"), odd]).warnings == ("b.txt: is odd",)


def test_one_article_is_its_own_sum() -> None:
    alone = article("Ana Orel")
    assert merge_sources([alone]) is alone


def test_counting_in_two_steps_gives_the_same() -> None:
    parts = [article("Ana Orel", "Hale"), article("Hale"), article("Ana Orel")]
    at_once = merge_sources(parts)
    in_steps = merge_sources([merge_sources(parts[:2]), parts[2]])
    counted = [
        sorted((s.name, s.words, s.articles) for s in merged.sources) for merged in (at_once, in_steps)
    ]
    assert counted[0] == counted[1] == [("Ana Orel", 20, 2), ("Hale", 20, 2)]
    assert at_once.articles == in_steps.articles == 3
