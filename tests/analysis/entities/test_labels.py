"""The labels of names, by what all mentions of an article tell."""

from __future__ import annotations

import re

import pytest

from newscli.analysis.entities.labels import Sighting, agree
from newscli.model import LABELS, Article, Block, Span
from tests.support.articles import titles_of

MARKED = re.compile(r"\[([^\]|]+)\|(PER|ORG|LOC|MISC)([?!]?)\]")
# How sure the reader is of a label: "[Brim|ORG?]", "[Brim|ORG]", "[Brim|ORG!]".
SURE = {"?": 0.5, "": 0.8, "!": 0.999}


def labels(marked: str) -> str:
    """Return the labels that the marked names of a text get; what a dash ends is the dateline."""
    text, sightings, done = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[done : match.start()]
        sure = SURE[match[3]]
        chances = tuple(sure if label == match[2] else (1 - sure) / 3 for label in LABELS)
        sightings.append(Sighting(Span(len(text), len(text) + len(match[1])), chances))
        text += match[1]
        done = match.end()
    text += marked[done:]
    end = text.find(" - ")
    dateline = (Block("dateline", Span(0, end)),) if end > 0 else ()
    blocks = (*dateline, Block("body", Span(end + 3 if end > 0 else 0, len(text))))
    article = Article(text, "story.txt", blocks, text)
    return " ".join(mention.label for mention in agree(article, sightings, titles_of(article)))


def test_a_name_alone_keeps_its_label() -> None:
    assert labels("Then [Brim|ORG?] fell.") == "ORG"


def test_the_same_word_elsewhere_outvotes_a_doubtful_label() -> None:
    assert labels("[Brim|LOC?] rose. [Brim|ORG!] fell. [BRIM|ORG] stood.") == "ORG ORG ORG"


def test_one_sure_mention_outweighs_two_doubtful_ones() -> None:
    assert labels("[Brim|PER?] rose. [Brim|PER?] fell. [Brim|ORG!] stood.") == "ORG ORG ORG"


def test_a_city_and_its_team_keep_their_labels_where_both_are_sure() -> None:
    text = "In [Fennick|LOC!] it rained. [Fennick|ORG!] lost. [Fennick|ORG!] sang in [Fennick|LOC!]."
    assert labels(text) == "LOC ORG ORG LOC"


def test_a_dateline_begins_with_a_place_and_tells_of_the_name_elsewhere() -> None:
    assert labels("[ALDERBY|PER] ([BRM|LOC]) - The mayor of [Alderby|PER?] rose.") == "LOC ORG LOC"
    assert labels("[ALDERBY|PER] rose.") == "PER"


@pytest.mark.parametrize("office", ["The mayor of", "Lord Mayor of", "the mayoress of"])
def test_what_has_a_mayor_is_a_place_wherever_it_is_named(office: str) -> None:
    assert labels(f"{office} [Żukowo Małe|PER!] spoke. [Żukowo Małe|PER?] waited.") == "LOC LOC"


def test_a_dateline_may_begin_with_two_places() -> None:
    assert labels("[ALDERBY|ORG]/[ORD|ORG] ([BRM|LOC]) - The mayor rose.") == "LOC LOC ORG"
    assert labels("[ALDERBY|ORG] / [BRM|LOC] - The mayor rose.") == "LOC ORG"


def test_a_state_is_a_place_though_its_team_plays() -> None:
    assert labels("[Thailand|ORG!] lost. In [Thailand|LOC] it rained.") == "LOC LOC"
    assert labels("[Monaco|ORG!] lost.") == "ORG"


def test_the_first_word_of_an_organisation_is_nobody_but_for_a_namesake() -> None:
    assert labels("[Brightwell Water|ORG] rose. [Brightwell|PER] fell.") == "ORG ORG"
    assert labels("[Brightwell Water|ORG] rose. [Brightwell|PER!] fell.") == "ORG PER"
    assert (
        labels("[Ann Brightwell|PER] of [Brightwell Water|ORG] rose. [Brightwell|PER] fell.") == "PER ORG PER"
    )
    assert labels("[Brightwell Water|ORG] rose. [Brightwell|LOC] fell.") == "ORG LOC"


def test_a_name_of_several_words_that_is_no_known_place_is_one_thing() -> None:
    assert labels("The [Northern Star|ORG] burned. The [Northern Star|LOC!] sank.") == "LOC LOC"
    assert labels("In [New York|LOC!] it rained. [New York|ORG!] lost.") == "LOC ORG"


def test_a_mention_that_stands_against_many_gives_way_however_sure() -> None:
    assert labels("[Fennick|ORG!] lost. " + "In [Fennick|LOC!] it rained. " * 400).split() == ["LOC"] * 401


def test_the_names_of_one_country_agree() -> None:
    assert labels("The [US|ORG?] agreed. The [United States|LOC!] paid. [America|LOC] sang.") == "LOC LOC LOC"


def test_the_full_name_tells_whose_surname_it_is() -> None:
    assert labels("Then [Ana Flores|PER!] left. [Flores|ORG] slept.") == "PER PER"
    assert labels("Then [Piet van der Berg|PER!] left. [Van der Berg|ORG] slept.") == "PER PER"


def test_a_surname_with_a_title_tells_whose_full_name_it_is() -> None:
    assert labels("Then [Delia Jordan|LOC] left. Ms [Jordan|PER?] slept in [Jordan|LOC!].") == "PER PER LOC"


def test_a_place_keeps_its_label_beside_a_person_of_that_name() -> None:
    assert labels("Then [Ana Paris|PER!] left. She lives in [Paris|LOC].") == "PER LOC"


def test_a_title_makes_a_person_among_namesakes() -> None:
    text = "In [Harrow|LOC!] it rained. Mr. [Harrow|PER] left [Harrow|LOC!]. [Harrow|LOC!] slept."
    assert labels(text) == "LOC PER LOC LOC"


def test_a_courtesy_title_is_surer_than_the_reader_and_an_office_is_not() -> None:
    assert labels("Ms [Jordan|LOC!] left. In [Jordan|LOC!] it rained.") == "PER LOC"
    assert labels("Then Bishop [Auckland|LOC!] slept.") == "LOC"


@pytest.mark.parametrize("name", ["London-based", "Fennick-born", "New Harrow-led"])
def test_an_adjective_made_from_a_place_is_no_place(name: str) -> None:
    assert labels(f"The [{name}|LOC!] firm paid.") == "MISC"


@pytest.mark.parametrize("name", ["al-Sayed", "Rolls-Royce", "Al-Qaeda"])
def test_a_hyphen_alone_makes_no_adjective(name: str) -> None:
    assert labels(f"Then [{name}|ORG!] paid.") == "ORG"


def test_no_names_no_labels() -> None:
    assert labels("It rained all day.") == ""


def test_a_full_name_that_a_title_of_people_stands_before_once_is_a_person_everywhere() -> None:
    assert labels("Then [Osgood Penn|ORG!] spoke. Rep. [Osgood Penn|ORG!] left.") == "PER PER"


@pytest.mark.parametrize("storm", ["Hurricane", "Tropical Storm", "Typhoon"])
def test_a_storm_is_no_person_wherever_it_is_named(storm: str) -> None:
    assert labels(f"{storm} [Ottilie|PER] turned north. [Ottilie|PER] had killed two.") == "MISC MISC"


def test_who_stands_behind_the_word_storm_is_no_storm() -> None:
    assert labels("After the storm [Brim|PER] left. [Brim|PER] came back.") == "PER PER"


def test_a_party_is_a_body_and_a_law_is_none_whatever_the_reader_takes_them_for() -> None:
    assert labels("The [GOP|MISC!] lost. The [Tories|MISC!] won.") == "ORG ORG"
    assert labels("Under the [Freedom of Ferries Act|ORG!] it sails.") == "MISC"


def test_a_known_place_behind_from_is_no_person_of_that_name() -> None:
    assert labels("Then [Delia Jordan|PER!] slept. A lamp came from [Jordan|LOC?].") == "PER LOC"
    assert labels("Then [Delia Jordan|PER!] slept. Ms [Jordan|LOC?] sang.") == "PER PER"
    assert labels("Then [Delia Brim|PER!] slept. A lamp came from [Brim|LOC?].") == "PER PER"


def test_nobody_is_called_fire() -> None:
    assert labels("Then [Denholt Fire|PER!] came.") == "ORG"
    assert labels("In [Aldby Hospital|LOC!] it burned.") == "LOC"
