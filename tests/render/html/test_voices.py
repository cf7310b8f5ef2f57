"""Who speaks on a page, in which order, and under which letter and colour."""

from __future__ import annotations

from dataclasses import replace

from newscli.model import Analysis, Article, Block, Quote, Source, Span
from newscli.render.html.voices import COLOURS, STRIP_WIDTH, voices
from tests.support.port_ellery import reading, retold


def crowd(size: int) -> Analysis:
    """Return an article in which so many people say a word each."""
    text = "yes " * size
    quotes = tuple(
        Quote(at + 1, "direct", (Span(4 * at, 4 * at + 3),), (), None, f"n{at}", "speech", 0.9, paragraph=1)
        for at in range(size)
    )
    return Analysis(Article(text, "x", (Block("body", Span(0, len(text))),), text), quotes=quotes)


def test_first_stands_who_has_most_words_and_last_who_has_no_name() -> None:
    first, second, nobody = voices(reading(), "")
    assert (first.letter, first.name, first.description) == ("A", "Mara Voss", "the mayor")
    assert (second.letter, second.name, second.share) == ("B", "Tomas Hale", "35%")
    assert (nobody.letter, nobody.name, nobody.source) == ("?", "No speaker named", None)
    assert [voice.quotes for voice in (first, second, nobody)] == [(0, 5), (1, 2), (3, 4)]
    sources = tuple(replace(source, words=60 - source.words) for source in reading().sources)
    assert next(iter(voices(replace(reading(), sources=sources), ""))).name == "Tomas Hale"


def test_no_two_of_twenty_four_speakers_look_alike_and_letters_go_on_behind_z() -> None:
    found = voices(crowd(60), "a1-")
    assert len({voice.style for voice in found[: 3 * COLOURS]}) == 3 * COLOURS
    assert [found[at].letter for at in (0, 25, 26, 27, 51, 52)] == ["A", "Z", "AA", "AB", "AZ", "BA"]
    assert len({voice.letter for voice in found}) == 60
    assert found[59].id == "a1-v60"


def test_the_strip_shows_where_each_statement_stands() -> None:
    analysis = crowd(10)
    found = voices(
        replace(analysis, article=replace(analysis.article, blocks=(Block("body", Span(0, 40)),))), ""
    )
    assert [voice.strip for voice in found] == [((at * STRIP_WIDTH / 10, 75.0, at),) for at in range(10)]


def test_namesakes_have_a_voice_and_figures_each() -> None:
    analysis = crowd(2)
    quotes = tuple(
        replace(quote, speaker="Ana Orel", entity=at, paragraph=at + 1)
        for at, quote in enumerate(analysis.quotes)
    )
    sources = tuple(
        Source("Ana Orel", True, "person", None, None, 1, 0, 0, words, words / 30, paragraph)
        for words, paragraph in ((20, 2), (10, 1))
    )
    first, second = voices(replace(analysis, quotes=quotes, sources=sources), "")
    assert (first.quotes, first.source) == ((1,), sources[0])
    assert (second.quotes, second.source) == ((0,), sources[1])


def test_who_has_no_figures_is_there_too() -> None:
    assert [(voice.name, voice.source) for voice in voices(retold(), "")] == [
        ("Tomas Hale", None),
        ("Mara Voss", None),
    ]
