"""Which part of an article each paragraph is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.text.layout import lay_out

HEADLINE = "Northam closes its old bridge"
LEAD = (
    "The council of Northam voted on Tuesday to close the old bridge over the river Alm, after engineers "
    "found cracks in two of its piers. Traffic will be sent over the ring road until the spring."
)
QUOTE = (
    "“We had no choice,” said Ana Ruiz, who leads the council. “A bridge that may fall is no bridge.” "
    "She said that repairs would take a year and cost some four million crowns."
)
END = "Shopkeepers in the old town were angry, as many of them live on those who cross the bridge on foot."


def parts(*paragraphs: str) -> list[tuple[str, str]]:
    text = "\n\n".join(paragraphs)
    return [(block.role, block.span.of(text)) for block in lay_out(text)]


def roles(*paragraphs: str) -> list[str]:
    return [role for role, _ in parts(*paragraphs)]


def test_an_agency_story_has_all_its_parts() -> None:
    assert parts(
        "Europe Headline News World News",
        HEADLINE,
        "By Jane Doe and John Roe, Staff Writers",
        "Updated 3 March 2021, 10:15 a.m. GMT",
        f"NORTHAM, March 3 (Reuters) - {LEAD}",
        QUOTE,
        "Anger in the old town",
        END,
        "(Reporting by Jane Doe; Editing by John Roe)",
    ) == [
        ("section", "Europe Headline News World News"),
        ("headline", HEADLINE),
        ("byline", "By Jane Doe and John Roe, Staff Writers"),
        ("byline", "Updated 3 March 2021, 10:15 a.m. GMT"),
        ("dateline", "NORTHAM, March 3 (Reuters)"),
        ("body", LEAD),
        ("body", QUOTE),
        ("subhead", "Anger in the old town"),
        ("body", END),
        ("credits", "(Reporting by Jane Doe; Editing by John Roe)"),
    ]


@pytest.mark.parametrize(
    "headline",
    [
        HEADLINE,
        "NORTHAM CLOSES ITS OLD BRIDGE",
        "Is this the end of the old bridge?",
        "EXCLUSIVE: Northam to close its old bridge",
        "‘We had no choice’: Northam closes its old bridge",
        "Northam Closes Its Old Bridge After Engineers Find Cracks In Two Piers.",
        "Northam council shuts old bridge over cracks.",
        "ROWING - NORTHAM WIN OLD BRIDGE CUP.",
    ],
)
def test_the_first_line_is_the_headline(headline: str) -> None:
    assert parts(headline, LEAD, QUOTE)[0] == ("headline", headline)


@pytest.mark.parametrize(
    "first",
    [
        LEAD,
        "The council of Northam has voted to close the old bridge over the river Alm.",
        "The council of Northam said on Tuesday:",
        "NORTHAM, March 3 (Reuters) - Some 40 engineers will look at Northam Bridge.",
    ],
)
def test_a_text_that_begins_with_prose_has_no_headline(first: str) -> None:
    assert [role for role in roles(first, QUOTE, END) if role != "dateline"] == ["body", "body", "body"]


def test_a_headline_alone_is_a_headline() -> None:
    assert roles(HEADLINE) == ["headline"]


def test_nothing_has_no_blocks() -> None:
    assert lay_out(" \n\u200b\n---\n") == ()


@pytest.mark.parametrize(
    "kicker", ["POLITICS", "World News", "Sport | Football", "EXCLUSIVE", "Business / Markets"]
)
def test_a_line_above_the_headline_is_the_section(kicker: str) -> None:
    assert roles(kicker, HEADLINE, LEAD) == ["section", "headline", "body"]


def test_a_section_line_over_prose_is_the_headline_that_there_is() -> None:
    assert roles("World News", LEAD, QUOTE) == ["headline", "body", "body"]


@pytest.mark.parametrize(
    "byline", ["Jane Doe in Northam", "Jane Doe", "Reuters", "Jane Doe, Political editor"]
)
def test_names_between_headline_and_prose_are_a_byline(byline: str) -> None:
    assert roles(HEADLINE, byline, LEAD) == ["headline", "byline", "body"]


def test_a_deck_stands_between_headline_and_byline() -> None:
    deck, sentence = "Shopkeepers fear for their trade", "Engineers found cracks in two piers."
    assert roles(HEADLINE, deck, "By Jane Doe", LEAD) == ["headline", "deck", "byline", "body"]
    assert roles(HEADLINE, sentence, "By Jane Doe", LEAD) == ["headline", "body", "byline", "body"]


def test_prose_that_begins_with_by_is_no_byline() -> None:
    prose = "By Tuesday night, the river had flooded the old town and the bridge was closed."
    assert roles(HEADLINE, prose, QUOTE) == ["headline", "body", "body"]


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("NORTHAM, Jan 21 (Reuters) - ", "NORTHAM, Jan 21 (Reuters)"),
        ("NORTHAM (AP) — ", "NORTHAM (AP)"),
        ("PORT ALM, N.H. -- ", "PORT ALM, N.H."),
        ("Northam (AFP) – ", "Northam (AFP)"),
        ("Port Alm, Norland (CNN)", "Port Alm, Norland (CNN)"),
        ("(CNN)", "(CNN)"),
        ("London — ", "London"),
        ("NORTHAM, March 3 - ", "NORTHAM, March 3"),
        ("Northam, Mar 11 (PortWire) ", "Northam, Mar 11 (PortWire)"),
        ("NORTHAM: ", "NORTHAM"),
        ("NORTHAM, Calif., Oct. 9, 2023 /Newsline/ -- ", "NORTHAM, Calif., Oct. 9, 2023 /Newsline/"),
    ],
)
def test_a_dateline_is_a_block_and_the_body_begins_after_its_dash(opening: str, dateline: str) -> None:
    assert parts(HEADLINE, opening + LEAD, QUOTE)[1:3] == [("dateline", dateline), ("body", LEAD)]


@pytest.mark.parametrize(
    "prose",
    [
        "Ruiz — who leads the council — said on Tuesday that the bridge would be closed for a year.",
        "UPDATE: The bridge will be closed on Friday, the council said in a statement.",
        "NORTHAM LOSES BRIDGE, MANY ARE ANGRY - The council said so on Tuesday, in a statement.",
        "The bridge (built in 1901) will be closed on Friday, the council said in a statement.",
        "Northam (Alm county) will be without its bridge on Friday, the council said in a statement.",
    ],
)
def test_a_dash_or_bracket_in_prose_makes_no_dateline(prose: str) -> None:
    assert parts(HEADLINE, prose, QUOTE)[1] == ("body", prose)


def test_a_transcript_stays_body() -> None:
    lines = ["RUIZ: We had no choice.", "DOE: Will it fall?", f"RUIZ: {END}", "DOE: Thank you."]
    assert roles(*lines) == ["body"] * 4


@pytest.mark.parametrize(
    "credit",
    [
        "Editing by Tom Roe",
        "(Additional reporting by Jane Doe; Writing by John Roe; Editing by Max Moe)",
        "— With files from The Canadian Press",
        "© 2021 The Northam Post. All rights reserved.",
        "Jane Doe contributed reporting from Alm.",
        "Jane Doe contributed.",
        "Associated Press writer Jane Doe contributed to this report.",
        "This story was first published on March 3.",
        "Follow Jane Doe on Twitter @janedoe.",
        "Jane Doe is a staff writer at The Northam Post.",
        "burs/jd/mr",
    ],
)
def test_credits_stand_at_the_foot(credit: str) -> None:
    assert roles(HEADLINE, LEAD, QUOTE, credit) == ["headline", "body", "body", "credits"]


def test_a_name_below_a_quotation_signs_it_and_is_no_credit() -> None:
    quoted = "“We have waited for this bridge since I was a girl of nine.”"
    assert roles("Bridge opens", quoted, "— Edith Bain", "It is open.")[2] == "body"


def test_credits_may_be_several_lines() -> None:
    foot = ["Jane Doe reported from Northam.", "CNN's Max Moe contributed to this report.", "@northampost"]
    assert roles(HEADLINE, LEAD, QUOTE, *foot)[-3:] == ["credits"] * 3


@pytest.mark.parametrize(
    "credit",
    [
        "(Reporting by Jane Doe; Editing by John Roe)",
        "Jane Doe reported from Alm. CNN's Max A. Moe and Ann St. Roe contributed to this report.",
    ],
)
def test_credits_at_the_end_of_a_paragraph_are_a_block_of_their_own(credit: str) -> None:
    assert parts(f"(CNN){LEAD} {QUOTE} {credit}") == [
        ("dateline", "(CNN)"),
        ("body", f"{LEAD} {QUOTE}"),
        ("credits", credit),
    ]


@pytest.mark.parametrize(
    "last", ["“I reported from there,” he said (with a smile).", "Ruiz contributed 500 crowns to this."]
)
def test_prose_at_the_foot_stays_body(last: str) -> None:
    assert roles(HEADLINE, LEAD, QUOTE, last)[-1] == "body"


@pytest.mark.parametrize(
    "crosshead", ["What happens next", "Ring road", "Will it fall?", "THE COST", "‘No choice’"]
)
def test_a_short_line_between_paragraphs_is_a_subhead(crosshead: str) -> None:
    assert roles(HEADLINE, LEAD, crosshead, QUOTE) == ["headline", "body", "subhead", "body"]


@pytest.mark.parametrize("line", ["Why do you close it?", "The council said:", "Northam 2 Alm United 1."])
def test_a_short_line_that_is_a_sentence_stays_body(line: str) -> None:
    assert roles(HEADLINE, LEAD, line, QUOTE) == ["headline", "body", "body", "body"]


def test_whom_an_article_presents_in_its_middle_is_not_its_author() -> None:
    note = "Ruiz is a former editor of The Northam Post."
    assert roles(HEADLINE, LEAD, note, QUOTE, END, LEAD, QUOTE) == ["headline"] + ["body"] * 6


def test_the_source_of_a_picture_is_no_prose() -> None:
    assert roles(HEADLINE, LEAD, "Jane Doe via Getty Images", QUOTE) == [
        "headline",
        "body",
        "credits",
        "body",
    ]


LINES = st.sampled_from(
    [
        HEADLINE,
        LEAD,
        QUOTE,
        END,
        "By Jane Doe",
        "POLITICS",
        "NORTHAM (AP) — " + LEAD,
        "Editing by Tom Roe",
        "(AP)",
        "NORTHAM — ",
    ]
)


@given(st.one_of(st.text(), st.lists(LINES | st.text(max_size=40), max_size=9).map("\n\n".join)))
def test_blocks_are_ordered_in_range_and_hold_every_letter(text: str) -> None:
    spans = [block.span for block in lay_out(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    inside = sum(char.isalnum() for span in spans for char in span.of(text))
    assert inside == sum(char.isalnum() for char in text)


def test_the_first_paragraph_of_a_text_in_capitals_is_no_headline() -> None:
    text = f"{LEAD}\n\n{QUOTE}".upper()
    assert [block.role for block in lay_out(text)] == ["body", "body"]
    assert lay_out(f"{HEADLINE}\n\n{LEAD}".upper())[0].role == "headline"


def test_what_a_release_says_of_the_firm_is_no_story() -> None:
    about = (
        "About Lind Bridges, Inc.",
        "Lind Bridges builds bridges in nine states.",
        "Media Contact:",
        "Jo Orr, +1 555 010 0199",
    )
    assert roles(HEADLINE, LEAD, QUOTE, *about)[3:] == ["credits"] * 4
    assert "credits" not in roles(HEADLINE, LEAD, "About Lind", QUOTE)


def test_a_notice_of_release_and_the_name_of_a_story_stand_above_the_headline() -> None:
    assert roles("For Immediate Release: March 3, 2024", HEADLINE, LEAD) == ["byline", "headline", "body"]
    assert roles("BC-BRIDGE-ALM URGENT", HEADLINE.upper(), LEAD.upper()) == ["section", "headline", "body"]
