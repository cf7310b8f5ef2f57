"""Merging the mentions of one person, organisation or place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.entities.merge import merge
from newscli.analysis.names.titles import TitleReader, gender
from newscli.analysis.segment import segment
from newscli.analysis.speakers.named_spans import name_at
from newscli.model import LABELS, Article, Block, Entity, Mention, Sentence, Span
from tests.support.articles import titles_of
from tests.support.marked import read_marked

RAIN = "It rained.\n" * 8
Read = tuple[Article, tuple[Sentence, ...], tuple[Mention, ...], TitleReader]


def article_with_names(marked: str) -> Read:
    """Read an article whose names are marked, one paragraph a line; one without a full stop is a headline."""
    text, names, _ = read_marked(marked)
    lines = [Span(line.start(), line.end()) for line in re.finditer(r"[^\n]+", text)]
    blocks = tuple(Block("headline" if text[span.end - 1] != "." else "body", span) for span in lines)
    article = Article(text, "story.txt", blocks, text)
    return article, segment(article), names, titles_of(article)


def merged(marked: str) -> list[Entity]:
    """Return the entities in the order in which they are first named."""
    return sorted(merge(*article_with_names(marked)), key=lambda entity: entity.mentions[0])


def counts(marked: str) -> dict[str, int]:
    return {entity.name: entity.count for entity in merged(marked)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The [Halden Foods|ORG] sold it.\nThe [Halden|ORG] shares rose.", {"Halden Foods": 2}),
        (f"The [EMC|ORG] sold it.\n{RAIN}The [EMC Music|ORG] shares rose.", {"EMC": 1, "EMC Music": 1}),
        ("The [Halden|ORG] sold it.\nThe [Halden Group|ORG] shares rose.", {"Halden Group": 2}),
        (
            f"The [EMC|ORG] sold it.\n{RAIN}The [EMC Music|ORG] rose.\n{RAIN}The [EMC|ORG] met.",
            {"EMC": 2, "EMC Music": 1},
        ),
    ],
)
def test_a_body_goes_by_its_first_word_once_it_is_introduced(text: str, expected: dict[str, int]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("first", "again", "label"),
    [
        ("Ana Flores", "Flores", "PER"),
        ("Ana Flores", "Ana", "PER"),
        ("Ana María Flores", "A. Flores", "PER"),
        ("Ana M. Flores", "Ana Flores", "PER"),
        ("J.K. Holm", "J. K. Holm", "PER"),
        ("J.K. Holm", "JK Holm", "PER"),
        ("Jean-Luc Holm", "J.-L. Holm", "PER"),
        ("José Núñez", "Nunez", "PER"),
        ("William Hart", "Bill Hart", "PER"),
        ("Owen Hart Jr.", "Owen Hart", "PER"),
        ("Rana al-Masri", "Masri", "PER"),
        ("Piet van der Berg", "Van der Berg", "PER"),
        ("Khalid bin Nasser", "Bin Nasser", "PER"),
        ("Piet De Winter", "DeWinter", "PER"),
        ("Robert Hart", "Bobby", "PER"),
        ("Duchess of Aldmoor", "Duchess", "PER"),
        ("Han Ki-jung", "Han Ki Jung", "PER"),
        ("Han Ki-jung", "Han", "PER"),
        ("Magnus IV", "Magnus", "PER"),
        ("Brightwater Inc", "Brightwater", "ORG"),
        ("Brightwater Holdings plc", "Brightwater", "ORG"),
        ("Harrow & Sons Ltd.", "Harrow and Sons", "ORG"),
        ("Ministry of Fisheries", "Fisheries Ministry", "ORG"),
        ("Fennick University", "Fennick", "ORG"),
        ("Fennick Rovers", "Rovers", "ORG"),
        ("Fennick Rovers", "Fennick", "ORG"),
        ("Oslo Rovers", "Oslo", "ORG"),
        ("University of Oslo", "Oslo University", "ORG"),
        ("Labour Party", "Labour", "ORG"),
        ("U.S. Coast Patrol", "Coast Patrol", "ORG"),
        ("Chilean Senate", "Senate", "ORG"),
        ("Bank of Fennick", "Bank", "ORG"),
        ("Fennick Harbour Authority", "FHA", "ORG"),
        ("Society for the Study of Fog", "SSF", "ORG"),
        ("Saint Osyth's Hospital", "St. Osyth's Hospital", "ORG"),
        ("Norvik A/S", "Norvik", "ORG"),
        ("Port-Ellery", "Port Ellery", "LOC"),
        ("Harrow Islands", "Harrows", "LOC"),
        ("Canary Islands", "Canaries", "LOC"),
        ("Mount Brannoch", "Brannoch", "LOC"),
        ("Republic of Chile", "Chile", "LOC"),
        ("Hurricane Odette", "Odette", "MISC"),
    ],
)
def test_a_shorter_form_is_the_same_name(first: str, again: str, label: str) -> None:
    assert counts(f"Then [{first}|{label}] left. Later [{again}|{label}] came back.") == {first: 2}


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Ana Flores", "Ida Flores", "PER"),
        ("A. Flores", "B. Flores", "PER"),
        ("Owen Hart", "Hart Owen", "PER"),
        ("United Fishers Union", "United Kingdom", "ORG"),
        ("Fennick Bank", "Harrow Bank", "ORG"),
        ("Mexico City", "Mexico", "LOC"),
        ("North Korea", "South Korea", "LOC"),
        ("Niger", "Nigeria", "LOC"),
        ("Thomas Robert", "Bobby", "PER"),
        ("Lake Geneva", "Geneva", "LOC"),
        ("Treaty of Fennick", "Fennick", "MISC"),
        ("Finnish Canadians", "Canadians", "MISC"),
    ],
)
def test_different_names_stay_apart(one: str, other: str, label: str) -> None:
    found = merged(f"Then [{one}|{label}] left. Later [{other}|{label}] came back.")
    assert [entity.name for entity in found] == [one, other]


@pytest.mark.parametrize("again", ["US", "U.S.", "America", "USA", "United States of America"])
def test_a_country_has_several_names(again: str) -> None:
    found = merged(f"The [United States|LOC] agreed. Then the [{again}|LOC] paid.")
    assert [entity.count for entity in found] == [2]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("United Kingdom", "Britain"),
        ("Ivory Coast", "Côte d'Ivoire"),
        ("China", "People's Republic of China"),
        ("Saint Petersburg", "St Petersburg"),
        ("Kyiv", "Kiev"),
    ],
)
def test_a_place_has_several_names(first: str, again: str) -> None:
    found = merged(f"They left [{first}|LOC]. Then [{again}|LOC] slept.")
    assert [entity.count for entity in found] == [2]


def test_the_name_is_the_fullest_that_the_article_gives() -> None:
    (country,) = merged("The [US|LOC] agreed. The [US|LOC] paid.")
    assert (country.name, country.aliases) == ("US", ())
    (person,) = merged("[Flores|PER] won. Mayor [Ana Flores|PER] smiled. [Flores|PER] left. [Ana|PER] too.")
    assert (person.name, person.aliases) == ("Ana Flores", ("Flores", "Ana"))


def test_an_epithet_makes_no_fuller_name() -> None:
    (person,) = merged("Then [Mary Moss|PER] won. They cheered [Lucky Mary Moss|PER] all day.")
    assert (person.name, person.aliases) == ("Mary Moss", ("Lucky Mary Moss",))


def test_the_and_possessives_and_titles_are_no_part_of_a_name() -> None:
    text = "[The Brightwater Group's|ORG] boss. [Brightwater Group|ORG] paid [Vice President Ana Flores|PER]."
    assert counts(text) == {"Brightwater Group": 2, "Ana Flores": 1}


def test_capitals_are_no_alias() -> None:
    (place,) = merged("[PORT ELLERY|LOC]\nThe quay of [Port Ellery|LOC] is shut.")
    assert (place.name, place.aliases, place.count) == ("Port Ellery", (), 2)


def test_a_full_stop_makes_no_alias() -> None:
    (company,) = merged(
        "They sued [Brim Inc|ORG] over it. The boss of [Brim Inc.|ORG] left. [Brim Inc|ORG] paid."
    )
    assert (company.name, company.aliases, company.count) == ("Brim Inc", (), 3)


def test_white_space_inside_a_name_makes_no_other_name() -> None:
    assert counts("Then [Ana\u00a0Flores|PER] left. [Ana Flores|PER] slept.") == {"Ana Flores": 2}


def test_a_name_before_its_full_form_is_the_same() -> None:
    assert counts("[Flores|PER] wins again\nMayor [Ana Flores|PER] kept her seat.") == {"Ana Flores": 2}


def test_an_ambiguous_surname_goes_to_the_one_named_last() -> None:
    text = (
        "Then [Ana Flores|PER] met [Ida Flores|PER]. [Flores|PER] left. "
        "[Ana Flores|PER] sat. [Flores|PER] sang."
    )
    assert counts(text) == {"Ana Flores": 3, "Ida Flores": 2}


def test_who_was_called_by_the_surname_again_and_again_keeps_it() -> None:
    text = (
        "[Scott Kell|PER] left. [Kell|PER] flew. [Kell|PER] wrote. He is the twin of [Mark Kell|PER]. "
        "[Kell|PER] sang."
    )
    assert counts(text) == {"Scott Kell": 4, "Mark Kell": 1}


def test_who_goes_by_the_surname_keeps_it_when_a_relative_was_named_in_passing() -> None:
    text = (
        "[Colm Hart|PER] sold the farm. [Hart|PER] spent it all. His brother, [Niall Hart|PER], told the "
        "judge. Then [Lucy Moss|PER] spoke. [Hart|PER] wept."
    )
    assert counts(text) == {"Colm Hart": 3, "Niall Hart": 1, "Lucy Moss": 1}


def test_titles_tell_two_people_of_one_surname_apart() -> None:
    text = "Then [John Lee|PER] met [Mary Lee|PER]. Mr [Lee|PER] left. Mrs. [Lee|PER] stayed."
    assert counts(text) == {"John Lee": 2, "Mary Lee": 2}


def test_a_title_prefers_who_is_known_to_bear_it() -> None:
    text = "Then [Mary Lee|PER] met [Quill Lee|PER]. Mrs [Lee|PER] left."
    assert counts(text) == {"Mary Lee": 2, "Quill Lee": 1}


def test_a_title_makes_a_person_of_her_own() -> None:
    found = merged("Then Mr [Sorrel|PER] rose. Mrs [Sorrel|PER] sat. Mr [Sorrel|PER] left.")
    assert [(entity.name, entity.count) for entity in found] == [("Sorrel", 2), ("Sorrel", 1)]


def test_a_couple_is_one_mention_of_the_one_named_last() -> None:
    text = "Then [John Lee|PER] met [Mary Lee|PER]. Mr and Mrs [Lee|PER] left."
    assert counts(text) == {"John Lee": 1, "Mary Lee": 2}


def test_an_acronym_is_introduced_in_brackets() -> None:
    text = "The [Joint Office for Tidal Research|ORG] ([JOTR|ORG]) met. [JOTR|ORG] paid. [JTR|ORG] did not."
    assert counts(text) == {"Joint Office for Tidal Research": 3, "JTR": 1}
    text = "The [Tidal Exchange|ORG] (the “[TIDEX|ORG]”) met. [TIDEX|ORG] paid."
    assert counts(text) == {"Tidal Exchange": 3}
    text = "The [Civic Accord Party|ORG] ([PAC|ORG]) met. The [Water Office|ORG] ([Wofi|ORG]) paid [PAC|ORG]."
    assert counts(text) == {"Civic Accord Party": 3, "Water Office": 2}
    text = "The [TIDEX|ORG] ([Tidal Exchange|ORG]) met. [TIDEX|ORG] paid."
    assert counts(text) == {"Tidal Exchange": 3}


def test_an_acronym_may_be_written_as_it_is_pronounced() -> None:
    text = "The [Ord Environment Protection Agency|ORG] met. [Oepa|ORG] paid. [Oper|ORG] did not."
    assert counts(text) == {"Ord Environment Protection Agency": 2, "Oper": 1}
    assert counts("The [Ord Bus Board|ORG] met. [Obb|ORG] paid.") == {"Ord Bus Board": 1, "Obb": 1}


def test_a_body_has_its_name_in_its_own_language_in_brackets() -> None:
    text = "The [Ord Chamber of Building|ORG] ([Cordac|ORG]) met. [Cordac|ORG] paid."
    assert counts(text) == {"Ord Chamber of Building": 3}


def test_brackets_that_spell_nothing_introduce_nothing() -> None:
    assert counts("Then [Port Ellery|LOC] ([UKN|ORG]) slept.") == {"Port Ellery": 1, "UKN": 1}
    # Whom the article knows already, and the credit of an agency.
    text = "[Vantel|ORG] slept. The [Ord Chamber of Building|ORG] ([Vantel|ORG]) met."
    assert counts(text) == {"Ord Chamber of Building": 1, "Vantel": 2}
    text = "It met the [Ord Chamber of Building|ORG] ([Vantel|ORG])."
    assert counts(text) == {"Ord Chamber of Building": 1, "Vantel": 1}


@pytest.mark.parametrize(
    "between",
    [
        ", more commonly known as ",
        " – popularly known as ",
        ", better known as “",
        ", who is known to fans as ",
        ", nicknamed ",
        " (a.k.a. ",
    ],
)
def test_what_somebody_is_also_known_as_is_one_name(between: str) -> None:
    assert counts(f"Then [Anders Roe|PER]{between}[Wicko|PER] slept. [Wicko|PER] left.") == {"Anders Roe": 3}


def test_who_is_known_as_a_friend_of_another_is_nobody_else() -> None:
    text = "Then [Anders Roe|PER], known as a friend of [Tom Ash|PER], slept."
    assert counts(text) == {"Anders Roe": 1, "Tom Ash": 1}


def test_two_who_are_also_called_something_are_called_so_in_their_order() -> None:
    text = "Then [Ann Roe|PER] and [Tom Hale|PER], known as [Bibi|PER] and [Duke|PER], left. [Bibi|PER] sang."
    assert counts(text) == {"Ann Roe": 3, "Tom Hale": 2}


def test_a_river_is_what_it_is_also_known_as_but_no_town_is_what_lies_beside_it() -> None:
    text = "Along the [Ordmere|LOC] (also known as the [Nu|LOC]) it rains."
    assert counts(text) == {"Ordmere": 2}
    text = "To the east of [Aldby|LOC], known as the [Ordmere|LOC], it rains."
    assert counts(text) == {"Aldby": 1, "Ordmere": 1}


def test_a_department_goes_by_its_matter_of_several_words() -> None:
    text = "The [Department of Homeland Safety|ORG] closed. [Homeland Safety|ORG] said so."
    assert counts(text) == {"Department of Homeland Safety": 2}
    text = "The [Department of Veterans Affairs|ORG] closed. The [VA|ORG] said so."
    assert counts(text) == {"Department of Veterans Affairs": 2}
    text = "The [Department of Tourism|ORG] closed. [Tourism Board|ORG] said so."
    assert counts(text) == {"Department of Tourism": 1, "Tourism Board": 1}


def test_a_body_is_what_it_is_now_known_as() -> None:
    text = "Then [Halden Foods|ORG], which is now known as [Corvo|ORG], closed. [Corvo|ORG] said so."
    assert counts(text) == {"Halden Foods": 3}


def test_the_north_is_a_country_if_both_halves_are_named() -> None:
    text = "Between [North Korea|LOC] and [South Korea|LOC] it is quiet. The [North|ORG] waits."
    assert counts(text) == {"North Korea": 2, "South Korea": 1}
    text = "In [North Korea|LOC] it is quiet. The [North|LOC] waits."
    assert counts(text) == {"North Korea": 1, "North": 1}


def test_a_rank_behind_a_name_is_the_same_peer() -> None:
    text = "Then [Otto|PER], [Duke of Ord|PER], left. The [Duke of Ord|PER] slept."
    assert counts(text) == {"Otto": 3}
    text = "Then [Otto Roe|PER], 2nd [Earl of Ord|PER], left. The [Earl of Ord|PER] slept."
    assert counts(text) == {"Otto Roe": 3}
    text = "They met [Ann Roe|PER], the [Duke of Ord|PER] and [Ida Foss|PER]."
    assert counts(text) == {"Ann Roe": 1, "Duke of Ord": 1, "Ida Foss": 1}


def test_who_goes_by_a_given_name_alone_is_nobody_with_a_surname() -> None:
    text = "Prince [Otto|PER] left. [Otto|PER] was late. The mayor [Otto Roe|PER] spoke."
    assert counts(text) == {"Otto": 2, "Otto Roe": 1}
    text = "The mayor [Otto Roe|PER] spoke. Prince [Otto|PER] left."
    assert counts(text) == {"Otto": 1, "Otto Roe": 1}
    text = "Pope [Otto|PER] left. Pope [Otto IV|PER] was late."
    assert counts(text) == {"Otto IV": 2}


def test_number_ten_is_downing_street() -> None:
    text = "Then [Downing Street|ORG] waited. A [No 10|ORG] source spoke."
    assert counts(text) == {"Downing Street": 2}


def test_the_tories_are_the_conservatives_where_both_are_named() -> None:
    assert counts("The [Tories|ORG] won. The [Conservatives|ORG] cheered.") == {"Conservatives": 2}
    assert counts("The [Tories|ORG] won.") == {"Tories": 1}


def test_a_name_is_no_address_if_it_also_stands_alone() -> None:
    text = "The [Tidewatch.org|ORG] list. [Tidewatch|ORG] met."
    assert counts(text) == {"Tidewatch": 2}


def test_russian_is_no_mention_of_russia() -> None:
    assert counts("[Russia|LOC] agreed. The [Russian|MISC] envoy left.") == {"Russia": 1, "Russian": 1}


def test_a_place_is_no_short_form_of_an_organisation() -> None:
    text = "[Fennick University|ORG] lies in [Fennick|LOC]. [Oslo Rovers|ORG] won in [Oslo|LOC]."
    assert counts(text) == {"Fennick University": 1, "Fennick": 1, "Oslo Rovers": 1, "Oslo": 1}


@pytest.mark.parametrize(
    ("whole", "part"),
    [("Bank of England", "England"), ("University of Oslo", "Oslo"), ("New York Times", "New York")],
)
def test_a_place_inside_a_name_does_not_count(whole: str, part: str) -> None:
    assert counts(f"The [{whole}|ORG] paid. All of [{part}|LOC] slept.") == {whole: 1, part: 1}


def test_the_label_of_a_name_is_that_of_most_of_its_forms() -> None:
    text = (
        "The [Brim Harbour Trust|ORG] ([BHT|MISC]) rose. The [BHT|MISC] paid. "
        "The [Brim Harbour Trust|ORG] won. The [Brim Harbour Trust|ORG] sang."
    )
    (entity,) = merged(text)
    assert (entity.label, entity.count) == ("ORG", 5)


def test_a_city_and_the_team_that_is_named_after_it_are_two() -> None:
    found = merged("In [Fennick|LOC] it rained. [Fennick|ORG] lost. [Fennick|ORG] sang in [Fennick|LOC].")
    assert [(entity.name, entity.label, entity.count) for entity in found] == [
        ("Fennick", "LOC", 2),
        ("Fennick", "ORG", 2),
    ]


def test_a_place_keeps_its_name_beside_a_person() -> None:
    text = "Then [Ana Paris|PER] left. She lives in [Paris|LOC]. Ms [Paris|PER] slept. [Paris|LOC] did not."
    assert counts(text) == {"Ana Paris": 2, "Paris": 2}


def test_the_most_salient_comes_first() -> None:
    story = "[Flores|PER] wins\nMayor [Ana Flores|PER] beat [Ida Moss|PER]. [Flores|PER] thanked [Oslo|LOC]."
    found = merge(*article_with_names(story))
    assert found[0].name == "Ana Flores"
    assert [entity.salience for entity in found] == sorted((e.salience for e in found), reverse=True)


def test_an_article_without_names_has_no_entities() -> None:
    assert merge(*article_with_names("It rained all day.")) == ()


def test_many_namesakes_are_many_people() -> None:
    text = " ".join(f"Then [N{i} Moss|PER] met [Moss|PER] again." for i in range(300))
    assert set(counts(text).values()) == {2}


def test_names_are_found_by_place() -> None:
    text = "The envoy [Ana Flores|PER] of [Chile|LOC] spoke. [Flores|PER] left."
    article, sentences, mentions, titles = article_with_names(text)
    named = name_at(merge(article, sentences, mentions, titles))
    assert [entity.name for _, entity in named.within(Span(0, article.text.index(" spoke")))] == [
        "Ana Flores",
        "Chile",
    ]
    assert [entity.name for _, entity in named.within(mentions[2].span)] == ["Ana Flores"]
    assert named.within(Span(0, 5)) == ()


def test_gender_is_told_by_titles_first_then_by_the_given_name() -> None:
    assert gender("Mary Lee") == "f"
    assert gender("Mary Lee", ["mr"]) == "m"
    assert gender("Lee", ["mr", "mrs"]) is None
    assert gender("Quill Lee") is None
    assert gender("José Lee") == gender("Jose\u0301 Lee") == "m"


NAMES = st.sampled_from(
    [
        "Ana Flores",
        "Flores",
        "Ana",
        "A. Flores",
        "Ida Flores",
        "US",
        "United States",
        "FHA",
        "Fennick Harbour Authority",
    ]
)


@given(st.lists(st.tuples(st.sampled_from(["Mr ", "Mrs ", "the ", ""]), NAMES, st.sampled_from(LABELS))))
def test_every_mention_is_in_one_entity(parts: list[tuple[str, str, str]]) -> None:
    marked = "".join(f"Then {before}[{name}|{label}] left. " for before, name, label in parts)
    article, sentences, mentions, titles = article_with_names(marked)
    entities = merge(article, sentences, mentions, titles)
    assert sorted(span for entity in entities for span in entity.mentions) == [m.span for m in mentions]
    for entity in entities:
        assert entity.mentions == tuple(sorted(entity.mentions))
        assert 0 <= entity.salience <= 1
        assert entity.name not in entity.aliases


def test_a_surname_that_stands_first_is_that_of_who_was_named_last() -> None:
    assert counts("[Kim Dae-ki|PER] spoke. [Kim|PER] left. [Kim Ki-hyun|PER] spoke. [Kim|PER] left.") == {
        "Kim Dae-ki": 2,
        "Kim Ki-hyun": 2,
    }


def test_a_name_has_the_apostrophe_that_most_mentions_have() -> None:
    assert counts("[James O’Hara|PER] spoke. [O'Hara|PER] left. [O'Hara|PER] came back.") == {
        "James O'Hara": 3
    }
    assert counts("[James O’Hara|PER] spoke.") == {"James O’Hara": 1}


@pytest.mark.parametrize(
    "story",
    [
        # Kin leave the surname to the one of the story.
        "[Mehmut Tursun|PER] died. It was told by [Aygul Tursun|PER], his daughter. [Tursun|PER] wrote.",
        "[Mehmut Tursun|PER] died. So said his daughter, [Aygul Tursun|PER]. [Tursun|PER] wrote.",
        # So does who was called by the given name alone.
        "[Mehmut Tursun|PER] saw [Aygul|PER]. [Tursun|PER] wrote. [Aygul Tursun|PER] left.",
    ],
)
def test_a_bare_surname_is_that_of_the_one_whom_the_story_is_about(story: str) -> None:
    assert counts(story)["Mehmut Tursun"] == 2


def test_a_state_is_one_with_its_short_form() -> None:
    assert counts("In [Pearl, Miss.|LOC] and in [Miss.|LOC] it rained. [Mississippi|LOC] dried.") == {
        "Pearl, Miss.": 1,
        "Mississippi": 2,
    }
