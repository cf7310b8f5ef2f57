from __future__ import annotations

from newscli.model import Span
from tests.support.articles import article_of, words_of


def test_each_word_stands_at_the_span_of_its_token() -> None:
    article = article_of("The MAYOR said: “No.”", "It's late.")
    first, second = words_of(article)
    assert first.texts == ("The", "MAYOR", "said", ":", "“", "No", ".", "”")
    assert first.lower == ("the", "mayor", "said", ":", "“", "no", ".", "”")
    assert tuple(span.of(article.text) for span in second.spans) == second.texts == ("It", "'s", "late", ".")
    assert first.span(0, 1) == Span(0, 9)
    assert second.index.behind(second.spans[2].start) == 2


def test_words_are_cut_from_the_prose_in_which_markup_is_blanked() -> None:
    from newscli.text.load import parse

    article = parse("# Ferry\n\nThe **old** ferry sank.")
    assert words_of(article)[-1].texts == ("The", "old", "ferry", "sank", ".")
