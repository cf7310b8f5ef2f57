"""Keywords: names, collocations and nouns, in the spelling of the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.keywords.find import find_keywords
from newscli.english.grammar import FUNCTION_WORDS
from newscli.english.newswriting import NEWS_WORDS, is_content_word
from newscli.model import Article, Block, Keyword, Role, Span
from tests.support.articles import article_of, words_of

STRIKE = """
Tram drivers in Lindmere began a hunger strike on Monday after the city refused to pay for their uniforms. \
Mara Velling, who leads the drivers, said the hunger strike would last until the mayor came to the depot.

Velling has driven trams for thirty years. The troops of the garrison brought water to the depot. "The \
troops are our neighbours," Velling said. Other drivers also joined the hunger strike on Tuesday.
"""


def keywords_of(text: str, headline: str = "", limit: int = 10) -> tuple[Article, tuple[Keyword, ...]]:
    """Return an article of paragraphs with its keywords."""
    parts = [headline, *text.strip().split("\n\n")] if headline else text.strip().split("\n\n")
    text = ""
    blocks: list[Block] = []
    for part in parts:
        role: Role = "headline" if headline and not blocks else "body"
        blocks.append(Block(role, Span(len(text), len(text) + len(part))))
        text += part + "\n\n"
    article = Article(text, "-", tuple(blocks), text)
    return article, find_keywords(article, words_of(article), limit)


def terms(text: str, headline: str = "", limit: int = 10) -> list[str]:
    return [keyword.term for keyword in keywords_of(text, headline, limit)[1]]


def test_names_collocations_and_nouns_come_best_first() -> None:
    found = terms(STRIKE)
    assert set(found[:4]) == {"Mara Velling", "hunger strike", "drivers", "Lindmere"}
    assert "troops" in found
    assert "depot" in found


def test_scores_fall_from_one() -> None:
    scores = [keyword.score for keyword in keywords_of(STRIKE)[1]]
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0.0


def test_forms_of_a_word_are_one_term_in_the_most_frequent_spelling() -> None:
    found = terms(
        "The ferry is late. Two ferries collided. Without ferries, the ferries said, Osk is an island."
    )
    assert "ferries" in found
    assert "ferry" not in found


def test_a_full_name_may_open_a_sentence() -> None:
    assert "Mara Velling" in terms("Mara Velling spoke on Monday.")
    assert "Velling" in terms("Boats of Mara sank. The boats were old. Boats Velling had built sank too.")


def test_a_surname_is_counted_for_the_full_name() -> None:
    article, found = keywords_of(STRIKE)
    velling = next(keyword for keyword in found if keyword.term == "Mara Velling")
    assert [span.of(article.text) for span in velling.mentions] == ["Mara Velling", "Velling", "Velling"]


def test_a_collocation_swallows_its_words() -> None:
    found = terms(STRIKE)
    assert "hunger strike" in found
    assert not {"hunger", "strike"} & set(found)


def test_initials_are_counted_for_the_name() -> None:
    article, found = keywords_of(
        "The minister praised the Osk Harbour Board on Monday. The OHB runs the ferries of the region."
    )
    board = next(keyword for keyword in found if keyword.term == "Osk Harbour Board")
    assert [span.of(article.text) for span in board.mentions] == ["Osk Harbour Board", "OHB"]


def test_a_place_gathers_its_adjective_and_its_other_names() -> None:
    article, found = keywords_of(
        "Ships from China docked on Monday. A Chinese captain waved. Later the US sent a pilot, and the "
        "United States sent a cook. A second pilot from the US slept."
    )
    mentions = {word.term: [span.of(article.text) for span in word.mentions] for word in found}
    assert mentions["China"] == ["China", "Chinese"]
    assert mentions["US"] == ["US", "United States", "US"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A ship of the Bank of Osk sank.", "Bank of Osk"),
        ("She flew to New York with Prime Minister Bo Ahl.", "New York"),
        ("She flew to New York with Prime Minister Bo Ahl.", "Bo Ahl"),
        ("It was the Vienna-based Institute of Tides.", "Institute of Tides"),
        ("It was a Vienna-style Institute of Tides.", "Institute of Tides"),
        ("The cook praised Jean de Osk.", "Jean de Osk"),
        ("Rebels met Secretary of State Bo Ahl.", "Bo Ahl"),
        ("Rebels met Secretary General Bo Ahl.", "Bo Ahl"),
    ],
)
def test_a_name_is_whole_and_without_its_title(text: str, name: str) -> None:
    assert name in terms(text)


@pytest.mark.parametrize(
    "word", ["said", "Monday", "Tuesday", "years", "thirty", "began", "refused", "other", "The", "our"]
)
def test_what_any_news_says_is_no_keyword(word: str) -> None:
    assert word.lower() not in {term.lower() for term in terms(STRIKE, limit=99)}


def test_figures_are_no_keywords() -> None:
    found = terms("In 2031, 400 of 900 sheep were sold for US$500. In 2032, 400 sheep were left.", limit=99)
    assert found == ["sheep"]


def test_verbs_and_adjectives_are_no_keywords() -> None:
    found = terms(
        "They sank the boats quickly. They sank the wooden boats again. He sank her boats on the lake.",
        limit=99,
    )
    assert found == ["boats", "lake"]


def test_a_sentences_capital_makes_no_name() -> None:
    assert "boats" in terms("Boats burned. The boats sank. Boats were never seen again.")


def test_words_of_the_headline_rise() -> None:
    text = "The tram and the bus met at the crossing. The bus stopped. The tram stopped."
    assert terms(text, "Bus hits kerb")[0] == "bus"
    assert terms(text, "Tram hits kerb")[0] == "tram"


def test_early_terms_rank_above_late_ones() -> None:
    filler = "It rained and then it rained again and again. " * 20
    found = terms(f"Fire took the lighthouse. {filler} Fire took the windmill.")
    assert found.index("lighthouse") < found.index("windmill")


def test_the_limit_takes_the_best() -> None:
    assert terms(STRIKE, limit=3) == terms(STRIKE)[:3]
    assert terms(STRIKE, limit=0) == []


def test_no_words_no_keywords() -> None:
    assert terms("* * *") == []


def test_the_news_words_keep_clear_of_the_function_words() -> None:
    assert not FUNCTION_WORDS & NEWS_WORDS
    assert all(word == word.lower() for word in FUNCTION_WORDS | NEWS_WORDS)


@pytest.mark.parametrize("word", ["ferry", "US", "WHO", "Osk", "élan"])
def test_content_words(word: str) -> None:
    assert is_content_word(word)


@pytest.mark.parametrize("word", ["us", "Who", "the", "n't", "n’t", "’s", "2031", "—", "12th"])
def test_words_without_content(word: str) -> None:
    assert not is_content_word(word)


@given(st.text(max_size=200))
def test_any_text_gives_terms_that_stand_where_they_say(text: str) -> None:
    article = article_of(text)
    for keyword in find_keywords(article, words_of(article)):
        assert keyword.mentions == tuple(sorted(keyword.mentions))
        assert keyword.term in [" ".join(span.of(text).split()) for span in keyword.mentions]


def test_a_name_and_the_same_with_more_are_not_both_keywords() -> None:
    text = "Zoe sang in Osk. Zoe Anderson, a singer, won. Judges praised Zoe, and Zoe smiled."
    assert [term for term in terms(text) if "Zoe" in term] == ["Zoe"]


def test_copy_in_capitals_has_no_names_made_of_verbs() -> None:
    found = terms(
        "FLOODS HIT THREE FARMS NEAR OSK ON SUNDAY AFTER THE RIVER BROKE ITS BANKS. MAYOR BO AHL CLOSED "
        "THE HARBOUR.\n\nTHE HARBOUR WAS FLOODED BY THE RIVER. THE RIVER FELL IN FEBRUARY.",
        limit=99,
    )
    assert {"RIVER", "HARBOUR"} <= set(found)
    assert not {"FEBRUARY", "SUNDAY"} & set(found)
    assert not [term for term in found if {"BROKE", "CLOSED"} & set(term.split())]


def test_months_and_weekdays_are_no_keywords_in_copy_without_capitals() -> None:
    found = terms("the ferry sank in february. on monday divers raised the ferry. they march on.", limit=99)
    assert "ferry" in found
    assert not {"february", "monday"} & set(found)
