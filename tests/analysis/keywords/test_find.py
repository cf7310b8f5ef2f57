"""Keywords: names, collocations and nouns, in the spelling of the article."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.keywords.find import find_keywords
from newscli.english.grammar import FUNCTION_WORDS
from newscli.english.newswriting import NEWS_WORDS, is_content_word
from newscli.model import Article, Block, Entity, Keyword, Label, Role, Span
from tests.support.articles import article_of, laid_out, words_of

STRIKE = """
Tram drivers in Lindmere began a hunger strike on Monday after the city refused to pay for their uniforms. \
Mara Velling, who leads the drivers, said the hunger strike would last until the mayor came to the depot.

Velling has driven trams for thirty years. The troops of the garrison brought water to the depot. "The \
troops are our neighbours," Velling said. Other drivers also joined the hunger strike on Tuesday.
"""


# The names of an article by the fullest: its label and the other forms of the name.
Names = Mapping[str, tuple[Label, tuple[str, ...]]]

STRIKE_NAMES: Names = {"Mara Velling": ("PER", ("Velling",)), "Lindmere": ("LOC", ())}


def entities_of(text: str, names: Names) -> list[Entity]:
    """Return entities that are named wherever one of their names stands."""
    found = []
    for name, (label, aliases) in names.items():
        forms = sorted((name, *aliases), key=len, reverse=True)
        mentions = re.finditer(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", text)
        found.append(Entity(name, label, tuple(Span(*one.span()) for one in mentions), aliases, 0.5))
    return found


def keywords_of(
    text: str, headline: str = "", limit: int = 10, names: Names = STRIKE_NAMES
) -> tuple[Article, tuple[Keyword, ...]]:
    """Return an article of paragraphs with its keywords."""
    parts = [headline, *text.strip().split("\n\n")] if headline else text.strip().split("\n\n")
    text = ""
    blocks: list[Block] = []
    for part in parts:
        role: Role = "headline" if headline and not blocks else "body"
        blocks.append(Block(role, Span(len(text), len(text) + len(part))))
        text += part + "\n\n"
    article = Article(text, "-", tuple(blocks), text)
    entities = [entity for entity in entities_of(text, names) if entity.mentions]
    return article, find_keywords(article, words_of(article), entities, limit)


def terms(text: str, headline: str = "", limit: int = 10, names: Names = STRIKE_NAMES) -> list[str]:
    return [keyword.term for keyword in keywords_of(text, headline, limit, names)[1]]


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


def test_a_surname_is_counted_for_the_full_name() -> None:
    article, found = keywords_of(STRIKE)
    velling = next(keyword for keyword in found if keyword.term == "Mara Velling")
    assert [span.of(article.text) for span in velling.mentions] == ["Mara Velling", "Velling", "Velling"]


def test_a_collocation_swallows_its_words() -> None:
    found = terms(STRIKE)
    assert "hunger strike" in found
    assert not {"hunger", "strike"} & set(found)


def test_a_keyword_that_is_an_entity_has_its_name() -> None:
    names: Names = {"Osk Harbour Board": ("ORG", ("OHB",)), "Osk": ("LOC", ())}
    found = terms("The OHB runs the ferries. The Osk Harbour Board is in Osk. The OHB is old.", names=names)
    assert found[0] == "Osk Harbour Board"
    assert "OHB" not in found


def test_a_place_gathers_its_adjective() -> None:
    article, found = keywords_of(
        "Ships from China docked on Monday. A Chinese captain waved.",
        names={"China": ("LOC", ()), "Chinese": ("MISC", ())},
    )
    mentions = {word.term: [span.of(article.text) for span in word.mentions] for word in found}
    assert mentions["China"] == ["China", "Chinese"]
    assert "Chinese" not in mentions


def test_two_entities_are_two_whatever_their_names_share() -> None:
    names: Names = {"Osk": ("LOC", ()), "Osk Ferries": ("ORG", ())}
    assert {"Osk", "Osk Ferries"} <= set(terms("Osk Ferries left Osk. Osk slept.", names=names))


def test_a_town_and_its_team_are_one_keyword() -> None:
    article = article_of("Osk won. They sailed home to Osk.")
    team = Entity("Osk", "ORG", (Span(0, 3),), (), 0.5)
    town = Entity("Osk", "LOC", (Span(29, 32),), (), 0.5)
    found = find_keywords(article, words_of(article), [team, town])
    assert [keyword.term for keyword in found] == ["Osk"]


def test_no_term_is_made_of_a_part_of_a_name_and_what_stands_beside_it() -> None:
    names: Names = {"Osk": ("LOC", ()), "Bo Ahl": ("PER", ("Ahl",))}
    found = terms(
        "Crews defeat Osk. Osk goalkeeper Bo Ahl wept. Crews defeat Osk again, and goalkeeper Ahl wept.",
        names=names,
        limit=99,
    )
    assert {"Osk", "Bo Ahl"} <= set(found)
    assert not [term for term in found if term not in names and {"Osk", "Ahl", "Bo"} & set(term.split())]


def test_a_name_outside_headlines_and_body_is_no_keyword() -> None:
    article = laid_out(("byline", "By Bo Ahl"), ("body", "They saw the ferry."))
    byline = Entity("Bo Ahl", "PER", (Span(3, 9),), (), 0.5)
    found = find_keywords(article, words_of(article), [byline])
    assert [keyword.term for keyword in found] == ["ferry"]


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


def test_names_of_the_headline_rise() -> None:
    names: Names = {"Osk": ("LOC", ()), "Arl": ("LOC", ())}
    text = "The ferry sails from Osk to Arl. Osk is a port. Arl is a port."
    assert terms(text, "Fire in Osk", names=names)[0] == "Osk"
    assert terms(text, "Fire in Arl", names=names)[0] == "Arl"


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
    for keyword in find_keywords(article, words_of(article), ()):
        assert keyword.mentions == tuple(sorted(keyword.mentions))
        assert keyword.term in [" ".join(span.of(text).split()) for span in keyword.mentions]


def test_copy_in_capitals_has_no_names_made_of_verbs() -> None:
    found = terms(
        "FLOODS HIT THREE FARMS NEAR OSK ON SUNDAY AFTER THE RIVER BROKE ITS BANKS. MAYOR BO AHL CLOSED "
        "THE HARBOUR.\n\nTHE HARBOUR WAS FLOODED BY THE RIVER. THE RIVER FELL IN FEBRUARY.",
        limit=99,
    )
    assert {"RIVER", "HARBOUR"} <= {term.upper() for term in found}
    assert not {"FEBRUARY", "SUNDAY"} & {term.upper() for term in found}
    assert not [term for term in found if {"BROKE", "CLOSED"} & set(term.upper().split())]


def test_months_and_weekdays_are_no_keywords_in_copy_without_capitals() -> None:
    found = terms("the ferry sank in february. on monday divers raised the ferry. they march on.", limit=99)
    assert "ferry" in found
    assert not {"february", "monday"} & set(found)
