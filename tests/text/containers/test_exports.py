"""Exports of news databases: each document with title, day, outlet and byline, and no field in its text."""

from __future__ import annotations

import io

from newscli.model import Article
from newscli.text.load import parse, read_all

NEXIS_UNI = """User Name: Ida Holm
Date and Time: Tuesday, 11 May 2021 10:04:00 AM
Job Number: 1

Pier is saved by a vote of one
The Port Ellery Post
May 4, 2021 Tuesday
Copyright 2021 Post Group All Rights Reserved
Section: NEWS; Pg. 3
Length: 41 words
Byline: Tom Bask, Chief Reporter
Body

The pier at Port Ellery will stay, the council said on Monday.

"It was close," said Ana Orel, the mayor.
Correction: she meant every word, she wrote later.
Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: PIERS (90%); VOTES (75%)
Load-Date: May 4, 2021
End of Document

Ferry late again
The Port Ellery Post
May 5, 2021 Wednesday
Length: 12 words
Body

The ferry was late, its owner said.
Load-Date: May 5, 2021
End of Document
"""

NEXIS_WITHOUT_MARGINS = """1 of 2 DOCUMENTS

The Corran Times

June 1, 2018 Friday

Bees close the school

BYLINE: BY IDA HOLM
and TOM BASK

SECTION: LOCAL; Pg. 2

LENGTH: 30 words

HIGHLIGHT: A swarm in the gym.

DATELINE: CORRAN

Bees closed the school for a day.

NOTE: the head wrote. "They were calm," said Ana Orel, the head.

LOAD-DATE: June 1, 2018

GRAPHIC: Photo, the gym; Photo, the
bees

Copyright 2018 Corran Times

2 of 2 DOCUMENTS

The Corran Times

June 2, 2018 Saturday

Bees leave

LENGTH: 9 words

The bees have left, the head said.

LOAD-DATE: June 2, 2018
"""

FACTIVA_DISPLAY = """News
Silo fire put out
By Ida Holm
52 words
3 February 2021
12:14
Prairie Dispatch
PRDIS
A3
English
(c) 2021 Prairie Dispatch. All rights reserved.

The fire in the silo at Fort Sable is out, the fire chief said.

"We were lucky," said Ana Orel, the chief.

Document PRDIS00020210203eh2300012

Silo to be rebuilt
20 words
4 February 2021
Prairie Dispatch
PRDIS
English
(c) 2021 Prairie Dispatch. All rights reserved.

The silo will be rebuilt, its owner said.

Document PRDIS00020210204eh2300013
"""

FACTIVA_CODES = """HD
Mill to open
on Sundays
BY
By Ida Holm
CR Agency
WC
40 words
PD
1 March 2020
SN
Prairie Dispatch
LA
English

LP

The mill will open on Sundays, its owner said.
TD

RE was the name on the door. "It means rebuilt," said Ana Orel.
IT staff will run the mill.

NS
gcat : Political/General News
AN
Document PRDIS00020200301eg3100001

HD
Mill shuts
WC
8 words
SN
Prairie Dispatch

LP
The mill has shut, its owner said.

AN
Document PRDIS00020200302eg3200001
"""

PROQUEST = """Report Information from ProQuest
11 May 2021

____________________________________________________________

Pier is saved

Author: Holm, Ida; Bask, Tom, Jr

ProQuest document link

Abstract: The pier will stay.

Links: https://link.example/1

Full text: The pier will stay, the council said.

"It was close," said Ana Orel. Title: that is what she calls the job.

Caption: The pier in May.

Title: Pier is saved

Publication title: Port Ellery Post; Port Ellery

Publication date: May 4, 2021

Section: News

Document URL: https://search.example/docview/1

Copyright: Copyright Post Group May 4, 2021

ProQuest document ID: 1001

____________________________________________________________

Ferry late

Full text: Not available.

ProQuest document ID: 1002
"""


def found(text: str) -> list[Article]:
    articles = list(read_all(io.BytesIO(text.encode())))
    assert all(isinstance(article, Article) for article in articles), articles
    return [article for article in articles if isinstance(article, Article)]


def said(article: Article) -> dict[str, object]:
    headline, byline = article.first("headline"), article.first("byline")
    return {
        "title": headline and headline.of(article.text),
        "byline": byline and byline.of(article.text),
        **{name: value for name in ("date", "outlet", "url") if (value := getattr(article, name))},
    }


def body(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.spans("body")]


def test_nexis_uni_has_the_text_between_body_and_classification() -> None:
    pier, ferry = found(NEXIS_UNI)
    assert said(pier) == {
        "title": "Pier is saved by a vote of one",
        "byline": "Tom Bask, Chief Reporter",
        "date": "2021-05-04",
        "outlet": "The Port Ellery Post",
    }
    assert [line for span in body(pier) for line in span.split("\n")] == [
        "The pier at Port Ellery will stay, the council said on Monday.",
        '"It was close," said Ana Orel, the mayor.',
    ]
    assert pier.meta["subject"] == "PIERS (90%); VOTES (75%)"
    assert said(ferry)["title"] == "Ferry late again"
    assert body(ferry) == ["The ferry was late, its owner said."]


def test_nexis_is_read_without_its_margins_and_with_fields_of_several_lines() -> None:
    bees, leave = found(NEXIS_WITHOUT_MARGINS)
    assert said(bees) == {
        "title": "Bees close the school",
        "byline": "IDA HOLM and TOM BASK",
        "date": "2018-06-01",
        "outlet": "The Corran Times",
    }
    assert body(bees) == [
        "Bees closed the school for a day.",
        'NOTE: the head wrote. "They were calm," said Ana Orel, the head.',
    ]
    assert (bees.meta["highlight"], bees.meta["graphic"]) == (
        "A swarm in the gym.",
        "Photo, the gym; Photo, the bees",
    )
    assert said(leave)["title"] == "Bees leave"
    assert body(leave) == ["The bees have left, the head said."]


def test_nexis_is_read_without_fields_over_the_text() -> None:
    centred = "\n".join(
        line.rjust(45) if line else "" for line in ("1 of 2 DOCUMENTS", "", "The Post", "", "May 4, 2021")
    )
    plain = "2 of 2 DOCUMENTS\n\nThe Post\n\nMay 5, 2021"
    for head in (centred, plain):
        (article,) = found(f"{head}\n\nFerry sails\n\nIt sailed.\n\nAll waved.\n\nLOAD-DATE: May 6, 2021\n")
        assert said(article)["title"] == "Ferry sails"
        assert said(article)["outlet"] == "The Post"
        assert body(article) == ["It sailed.", "All waved."]


def test_factiva_is_read_with_codes_and_without() -> None:
    fire, rebuilt = found(FACTIVA_DISPLAY)
    assert said(fire) == {
        "title": "Silo fire put out",
        "byline": "Ida Holm",
        "date": "2021-02-03",
        "outlet": "Prairie Dispatch",
    }
    assert len(body(fire)) == 2
    assert (fire.article, rebuilt.article) == ("PRDIS00020210203eh2300012", "PRDIS00020210204eh2300013")
    assert said(rebuilt)["title"] == "Silo to be rebuilt"
    mill, shut = found(FACTIVA_CODES)
    assert said(mill) == {
        "title": "Mill to open on Sundays",
        "byline": "Ida Holm",
        "date": "2020-03-01",
        "outlet": "Prairie Dispatch",
    }
    assert body(mill) == [
        "The mill will open on Sundays, its owner said.",
        'RE was the name on the door. "It means rebuilt," said Ana Orel.',
        "IT staff will run the mill.",
    ]
    assert body(shut) == ["The mill has shut, its owner said."]


def test_proquest_is_read_without_its_count_and_a_field_in_the_text_stays() -> None:
    articles = list(read_all(io.BytesIO(PROQUEST.encode())))
    pier, ferry = articles
    assert isinstance(pier, Article)
    assert said(pier) == {
        "title": "Pier is saved",
        "byline": "Ida Holm and Tom Bask, Jr",
        "date": "2021-05-04",
        "outlet": "Port Ellery Post; Port Ellery",
        "url": "https://search.example/docview/1",
    }
    assert body(pier)[:2] == [
        "The pier will stay, the council said.",
        '"It was close," said Ana Orel. Title: that is what she calls the job.',
    ]
    assert "document 2: has no full text" in str(ferry)


def test_news_that_only_looks_a_little_like_an_export_is_an_article() -> None:
    for text in (
        "LENGTH: 3 words\n\nThe length was given, she said.",
        "Document 1 of 2\n\nThe papers were read in court, he said.",
        "HD\n\nThe televisions were stolen, police said.",
    ):
        (article,) = found(text)
        assert article.text == parse(text).text
