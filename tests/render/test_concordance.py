from __future__ import annotations

from newscli.model import Analysis, Article, Block, Entity, Span
from newscli.render.concordance import CONTEXT_CHARS, Places, occurrences
from tests.support.port_ellery import reading, spot


def mentioned(text: str, *spans: Span, blocks: tuple[Block, ...] = ()) -> Analysis:
    return Analysis(Article(text, "a.txt", blocks, text), entities=(Entity("X", "PER", spans, (), 1.0),))


def test_places_are_roles_and_paragraphs() -> None:
    places = Places(reading().article)
    assert places.name(spot("votes").start) == "headline"
    assert places.name(spot("PORT").start) == "dateline"
    assert places.name(spot("The council").start) == "¶ 1"
    assert places.name(spot("Coastal Fund").start) == "¶ 5"
    assert places.name(spot("Editing").start) == "credits"


def test_an_offset_before_all_layout_has_no_place() -> None:
    article = Article("  wall", "a.txt", (Block("body", Span(2, 6)),), "  wall")
    assert Places(article).name(0) == ""
    assert Places(article).bounds(0) == Span(0, 6)


def test_words_around_a_mention_stay_in_its_paragraph() -> None:
    found = {mention.span: mention for mention in occurrences(reading())}
    headline = found[spot("Port Ellery")]
    assert (headline.left, headline.right) == ("", "votes to raise its sea wall")


def test_words_around_a_mention_are_whole_ones() -> None:
    text = "abcdefg " * 20 + "Ana" + " hijklmn" * 20
    (mention,) = occurrences(mentioned(text, Span(160, 163)))
    assert set(mention.left.split()) == {"abcdefg"}
    assert set(mention.right.split()) == {"hijklmn"}
    assert CONTEXT_CHARS - 8 <= len(mention.left) <= CONTEXT_CHARS


def test_a_script_without_spaces_has_words_around_it_too() -> None:
    text = "港" * 200
    (mention,) = occurrences(mentioned(text, Span(100, 102)))
    assert len(mention.left) == len(mention.right) == CONTEXT_CHARS


def test_words_around_a_mention_stand_on_one_line() -> None:
    (mention,) = occurrences(mentioned("the\r\n  wall of\tAna\nand Bo", Span(15, 18)))
    assert (mention.left, mention.right) == ("the wall of", "and Bo")
