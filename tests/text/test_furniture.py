"""The lines round the prose, each by its own look."""

from __future__ import annotations

import pytest

from newscli.text import furniture


@pytest.mark.parametrize("line", ["World News", "UK Politics", "Europe > Norland", "Science & Environment"])
def test_a_line_of_section_names_is_a_section(line: str) -> None:
    assert furniture.is_section(line)


@pytest.mark.parametrize(
    "line", ["Business leaders warn of cuts", "Northam", "World News.", "•", "News " * 9]
)
def test_a_headline_or_sentence_is_no_section(line: str) -> None:
    assert not furniture.is_section(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "BY JANE DOE AND JOHN ROE",
        "By: Jane Doe, Staff Writer",
        "Story by Jane van Doe",
        "By Jane Doe in Northam and John Roe in Alm for The Northam Post",
        "Byline: Jane Doe",
        "Friday, July 21, 2017",
        "21 Jan 2022, 12:04 GMT",
        "2021-03-03",
        "Last updated on Tuesday",
        "4 min read",
        "jane.doe@northampost.example",
    ],
)
def test_authors_and_dates_are_bylines(line: str) -> None:
    assert furniture.is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the river had risen",
        "By and large, it rained",
        "On Friday 200 people came",
        "In 2021",
        "May 5 win",
    ],
)
def test_prose_is_no_byline(line: str) -> None:
    assert not furniture.is_byline(line)


@pytest.mark.parametrize(
    ("line", "is_one"), [("6:01 p.m.", True), ("18.30", True), ("18.30 people came", False)]
)
def test_a_time_stands_alone(line: str, is_one: bool) -> None:
    assert furniture.is_time(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Photo: Jane Doe", True),
        ("Jane Doe/AP", True),
        ("Jane Doe via Getty Images.", True),
        ("Reuters", True),
        ("See the photo of the road map", False),
        ("He sold the picture to Reuters", False),
    ],
)
def test_a_picture_is_credited_on_a_line_of_its_own(line: str, is_one: bool) -> None:
    assert furniture.is_photo_credit(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Read more: The bridges of the Alm", True),
        ("Sign up for our newsletter", True),
        ("Read the letter in full, she told the council.", False),
        ("Share prices fell.", False),
    ],
)
def test_promotion_sends_the_reader_elsewhere(line: str, is_one: bool) -> None:
    assert furniture.is_promotion(line) is is_one


@pytest.mark.parametrize(
    "line",
    [
        "Image: The old bridge",
        "Image caption, The old bridge in winter",
        "Pictured: the mayor of Northam",
        "Read more: Why bridges fall",
        "RELATED: Old bridges of Norland",
        "Sign up for our weekly newsletter about bridges.",
        "Get the best of Northam in your inbox.",
        "Bridge closed until spring pic.twitter.com/abc123",
        "— Town of Northam (@northam) March 3, 2021",
        "A post shared by Northam (@northam)",
    ],
)
def test_captions_links_newsletters_and_embeds_stand_beside_the_story(line: str) -> None:
    assert furniture.is_beside_story(line)


@pytest.mark.parametrize(
    "line",
    [
        "Like the mayor, Ms Ruiz blamed the storm.",
        "Follow the money, the mayor told reporters.",
        "Sign language will be taught in Northam's schools.",
        "Read by thousands, the newsletter of the council told of cracks.",
        "More: the council wants two million crowns." * 9,
        "Related species live in the river.",
        "Image is everything, the mayor said.",
    ],
)
def test_prose_with_words_of_captions_and_links_is_part_of_the_story(line: str) -> None:
    assert not furniture.is_beside_story(line)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Research by Ana Ruiz and Jane Doe", True),
        ("Additional reporting by Ana Ruiz in Northam; editing by Jane Doe", True),
        ("Research by the town of Northam shows that its bridges are older than they look.", False),
        ("- \n*", False),
    ],
)
def test_a_credit_goes_on_with_names(text: str, is_one: bool) -> None:
    assert furniture.is_credit(text) == is_one


@pytest.mark.parametrize(
    "line",
    [
        "Get the Northam Post's daily edition.",
        "READERS: Send us your pictures.",
        "Related coverage",
        "Advertisement",
        "Correction: An earlier headline gave the wrong day.",
        "NOTE TO EDITORS: Mr Orr will give interviews.",
        "An earlier version of this article named the wrong bridge.",
        "The views expressed here are those of the author.",
        "Follow @northam on Mastodon",
    ],
)
def test_what_a_paper_says_to_its_readers_is_no_story(line: str) -> None:
    assert furniture.is_beside_story(line)


@pytest.mark.parametrize(
    "line",
    [
        "Get the ferry, the council said, or walk.",
        "Readers of the Post wrote 400 letters.",
        "Corrections officers found the bridge shut.",
        "Other bridges are older.",
        "Follow the ferry at night, she said.",
    ],
)
def test_prose_that_begins_like_it_is_story(line: str) -> None:
    assert not furniture.is_beside_story(line)


@pytest.mark.parametrize(
    "line", ["northampost.example.com", "https://x.example/a/b?c", "Source: BVINEWS.COM"]
)
def test_an_address_alone_is_no_prose(line: str) -> None:
    assert furniture.is_bare_address(line)
    assert not furniture.is_bare_address(f"{line} said so.")


def test_who_is_presented_is_named() -> None:
    assert furniture.presented("Ann Roe is the Founder of a firm that builds bridges.") == "Ann Roe"
    assert furniture.presented("Ann Roe, of Aldby, is a freelance writer.") == "Ann Roe"
    assert furniture.presented("Ann Roe is late again.") == ""
