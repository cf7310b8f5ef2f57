"""How much an article is about a name."""

from __future__ import annotations

from newscli.analysis.entities.salience import Salience
from newscli.analysis.segment import segment
from newscli.model import Article, Block, Span
from tests.support.articles import article_of

TEXT = "Moss wins\nMoss beat Hart. It rained. Oak slept. It rained on. Hart left. Moss sang. Fir slept."


def salience(name: str, *, adjective: bool = False) -> float:
    head = TEXT.index("\n")
    blocks = (Block("headline", Span(0, head)), Block("body", Span(head + 1, len(TEXT))))
    article = Article(TEXT, "story.txt", blocks, TEXT)
    starts = [i for i in range(len(TEXT)) if TEXT.startswith(name, i)]
    return Salience(article, segment(article), most=3).of(
        [Span(i, i + len(name)) for i in starts], adjective=adjective
    )


def test_headline_count_and_place_raise_it() -> None:
    assert 1 >= salience("Moss") > salience("Hart") > salience("Oak") > salience("Fir") > 0


def test_an_article_without_body_can_be_measured() -> None:
    article = Article("Moss", "story.txt", (Block("headline", Span(0, 4)),), "Moss")
    assert 0 < Salience(article, segment(article), most=1).of([Span(0, 4)]) <= 1


def test_an_adjective_is_seldom_what_an_article_is_about() -> None:
    assert 0 < salience("Hart", adjective=True) < salience("Hart")


def test_one_mention_in_the_first_sentence_counts_for_more_than_one_later() -> None:
    text = "Oak slept. It rained. It rained on. It rained all night. Fir slept."
    article = article_of(text)
    measure = Salience(article, segment(article), most=1)
    assert measure.of([Span(0, 3)]) > measure.of([Span(text.index("Fir"), text.index("Fir") + 3)])
