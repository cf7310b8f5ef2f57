from __future__ import annotations

import pytest

from newscli.analysis.entities.bounds import names_in
from newscli.analysis.entities.labels import BODY, PLACE
from newscli.engines.reader.annotations import NameAnnotation
from newscli.model import LABELS, Label, Span
from tests.support.articles import article_of, words_of


def names(text: str, marked: str, label: Label, *known: str) -> list[str]:
    """Return the names that a mark on some words of a sentence holds."""
    told = article_of(text)
    start = told.text.index(marked)
    chances = tuple(0.91 if one == label else 0.03 for one in LABELS)
    mark = NameAnnotation(Span(start, start + len(marked)), label, 0.9, chances)
    return [one.span.of(told.text) for words in words_of(told) for one in names_in(words, mark, set(known))]


@pytest.mark.parametrize(
    ("text", "marked", "label", "expected"),
    [
        ("They met REP. OSGOOD PENN there.", "REP. OSGOOD PENN", "ORG", "OSGOOD PENN"),
        ("It was Det Con Lee Marsh again.", "Det Con Lee Marsh", "PER", "Lee Marsh"),
        ("Taoiseach Aoife Ryan has insisted.", "Taoiseach Aoife Ryan", "PER", "Aoife Ryan"),
        ("It said Ann Roe, M.D., was ill.", "Ann Roe, M.D.", "PER", "Ann Roe"),
        ("Days after the Harlan Gap dam broke.", "Harlan Gap dam", "LOC", "Harlan Gap"),
        ("Near the Henley air base station now.", "Henley air base station", "LOC", "Henley"),
        ("They crossed the Gaza strip at night.", "Gaza strip", "LOC", "Gaza strip"),
        ("Then House Majority Leader Ida Foss rose.", "House Majority", "ORG", "House"),
        ("There is Ned [Penn], who waits.", "Ned [Penn", "PER", "Ned"),
        ("The Duchess of Aldmoor opened it.", "Aldmoor", "LOC", "Duchess of Aldmoor"),
        ("The brothers wed in Trinidad and Tobago.", "Trinidad and Tobago", "LOC", "Trinidad and Tobago"),
        ("They read Petites défaites at night.", "Petites défaites", "ORG", "Petites défaites"),
        ("It left the Municipality of Ord alone.", "Ord", "LOC", "Municipality of Ord"),
        ("Nobody left when Hurricane Ellen came.", "Ellen", "PER", "Hurricane Ellen"),
        ("In the storm Ellen slept.", "Ellen", "PER", "Ellen"),
        ("They sent for Master Lund, a tutor.", "Master Lund", "PER", "Lund"),
        ("They sold it to American MTV last year.", "American MTV", "ORG", "MTV"),
        ("They sold it to Scottish FA clubs.", "Scottish FA", "ORG", "Scottish FA"),
        ("The Republican Congress met.", "Republican Congress", "ORG", "Congress"),
        ("A Gallup Poll found so.", "Gallup Poll", "ORG", "Gallup"),
        ("The Labour MSP Ann Roe left.", "Labour", "ORG", "Labour"),
        ("The Commons home affairs committee met.", "Commons", "ORG", "Commons home affairs committee"),
        ("The Senate Ponds subcommittee met.", "Senate Ponds", "ORG", "Senate Ponds subcommittee"),
        (
            "It told the Lords science, women's health and ponds committee so.",
            "Lords",
            "ORG",
            "Lords science, women's health and ponds committee",
        ),
        ("The Senate committee met.", "Senate", "ORG", "Senate"),
        ("The Senate then told the ponds committee so.", "Senate", "ORG", "Senate"),
        ("The Aldby ponds committee met.", "Aldby", "LOC", "Aldby"),
        ("House Speaker Ann Roe left.", "House", "ORG", "House"),
        ("Left-armer Ann Roe bowled.", "Left-armer Ann Roe", "PER", "Ann Roe"),
        ("Hyun-soo Kim bowled.", "Hyun-soo Kim", "PER", "Hyun-soo Kim"),
        ("Ord County Coroner Ann Roe said so.", "Ord County Coroner", "ORG", "Ord County"),
        ("The Ord County Coroner said so.", "Ord County Coroner", "ORG", "Ord County Coroner"),
        (
            "He pressed the Secretary of State for Housing, Canals and Ponds Ralph Denby again.",
            "State for Housing, Canals and Ponds Ralph Denby",
            "ORG",
            "Ralph Denby",
        ),
    ],
)
def test_what_is_no_part_of_a_name_is_cut(text: str, marked: str, label: Label, expected: str) -> None:
    assert names(text, marked, label) == [expected]


@pytest.mark.parametrize(
    ("text", "marked", "label"),
    [
        ("He left. (CROSSTALK) Stay.", "CROSSTALK", "ORG"),
        ("(BEGIN VIDEO CLIP)", "VIDEO CLIP", "ORG"),
        ("Thank you, Senator, for coming.", "Senator", "PER"),
        ("Senator, thank you for coming.", "Senator", "PER"),
        ("Ann Roe, M.D., was ill.", "M.D.", "LOC"),
        ("Lumen (NYSE: LMN), a maker of lamps, grew.", "NYSE", "ORG"),
        ("Lumen (NYSE: LMN), a maker of lamps, grew.", "LMN", "ORG"),
        ("Rear Adm. (ret.) Ann Roe was ill.", "Adm.", "PER"),
        ("The case opens on Oct. 5 at ten.", "Oct.", "LOC"),
        ("He fell in love with King salmon and trout.", "King salmon", "PER"),
        ("Ann Roe of its school of public health said so.", "school of public health", "ORG"),
        ("Then Ann Roe, Assistant V.P. for ponds, rose.", "V.P.", "ORG"),
        ("Then Ann Roe, Assistant V.P. for ponds, rose.", "Assistant V.P.", "PER"),
        ("She is Vice President and Dean for Ponds.", "Dean", "PER"),
        ("“Howdy!” Ann Roe said.", "Howdy", "PER"),
        ("And then J- she left for Ord.", "J-", "PER"),
        ("They watch it on TV at night.", "TV", "ORG"),
        ("A QC advised the PM.", "QC", "ORG"),
        ("A super PAC paid for it.", "PAC", "ORG"),
        ("The Minister for Women and Ferries left.", "Ferries", "ORG"),
        ("Halden, Inc. closed.", "Inc.", "ORG"),
        ("It says that the Company closed.", "Company", "ORG"),
        ("It sails again in May.", "May", "LOC"),
        ("They lost the November election.", "November", "PER"),
        ("Shadow Home Secretary Ann Roe left.", "Home", "ORG"),
        ("The latest labor department report fell.", "labor department", "ORG"),
        ("They asked the Senator about it.", "Senator", "PER"),
        ("Suspects in Ord. [26] The liaison went on.", "The", "PER"),
        ("Ann Roe said that eczema hurts.", "eczema", "PER"),
    ],
)
def test_a_mark_that_holds_no_name_is_left_out(text: str, marked: str, label: Label) -> None:
    assert names(text, marked, label) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The CROSSTALK festival opened.", "CROSSTALK"),
        ("The Senate met.", "Senate"),
        ("The PAC met.", "PAC"),
        ("He met April Dawson.", "April Dawson"),
        ("It was NASA (see above).", "NASA"),
    ],
)
def test_what_only_looks_like_it_stays(text: str, marked: str) -> None:
    assert names(text, marked, "ORG") == [marked]


def test_a_body_of_two_places_is_one_though_one_of_them_is_named_alone() -> None:
    text = "The Presbytery of Ord and Lorn met."
    assert names(text, "Presbytery of Ord and Lorn", "ORG", "lorn") == ["Presbytery of Ord and Lorn"]


def test_two_people_in_one_mark_are_two() -> None:
    assert names("A picture by Bob n Renee hangs there.", "Bob n Renee", "PER") == ["Bob", "Renee"]
    assert names("A picture by Bob and Renee hangs there.", "Bob and Renee", "PER") == ["Bob", "Renee"]
    assert names("They met Roe, Hale at noon.", "Roe, Hale", "PER") == ["Roe", "Hale"]
    assert names("They met Tom Roe, Jr. at noon.", "Tom Roe, Jr.", "PER") == ["Tom Roe, Jr."]
    assert names("The firm of Bob and Renee closed.", "Bob and Renee", "ORG") == ["Bob and Renee"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Sandra Oh smiled. Dean left.", "Dean"),
        ("when oh played", "oh"),
        ("Then Oh left.", "Oh"),
        ("He wrote on bell hooks.", "bell hooks"),
    ],
)
def test_a_person_of_a_common_word_stays(text: str, marked: str) -> None:
    assert names(text, marked, "PER") == [marked]


def test_the_county_of_a_coroner_is_a_place() -> None:
    told = article_of("Ord County Coroner Ann Roe said so.")
    mark = NameAnnotation(Span(0, len("Ord County Coroner")), "ORG", 0.9, (0.03, 0.91, 0.03, 0.03))
    (found,) = (one for words in words_of(told) for one in names_in(words, mark, set()))
    assert found.chances == PLACE


def test_what_an_office_is_for_is_no_name() -> None:
    assert names("Undersecretary of Labor Priya Nair left.", "Labor", "ORG") == []
    assert names("The Department of Labor closed.", "Labor", "ORG") == ["Labor"]


def test_a_committee_is_a_body_whatever_the_reader_took_its_chamber_for() -> None:
    told = article_of("The House ponds committee met.")
    mark = NameAnnotation(Span(4, 9), "LOC", 0.9, (0.03, 0.03, 0.91, 0.03))
    (one,) = [one for words in words_of(told) for one in names_in(words, mark, set())]
    assert (one.span.of(told.text), one.chances) == ("House ponds committee", BODY)
