"""Pages as papers make them: what belongs to the article, and what stands beside it."""

from __future__ import annotations

import json

import pytest
from lxml.html import document_fromstring

from newscli.text.html import read_html
from newscli.text.html.article import Page
from newscli.text.html.metadata import read_metadata

PARAGRAPHS = [
    "The council of Northam voted on Tuesday to close the bridge over the river Alm for two years.",
    "“We had no choice,” said Ana Ruiz, who leads the council. “A bridge may fall, and people with it.”",
    "Shopkeepers in the old town were angry, as many of them live on those who cross it on foot.",
    "Engineers had found cracks in two of its piers in March, and wider ones in the first week of May.",
    "A ferry will carry those who have no car, the council said, and it will cost them nothing at all.",
    "The bridge was built in 1891 by Otto Lind, whose firm also built the two lighthouses of the bay.",
]
PROSE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HEADLINE = "Northam closes its old bridge"


def page(
    body: str = PROSE,
    *,
    head: str = "",
    above: str = "",
    below: str = "",
    beside: str = "",
    title: str = HEADLINE,
) -> Page:
    return read_html(
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f'<main><h1>{HEADLINE}</h1>{above}<div class="story">{body}</div>{below}</main>{beside}</body></html>'
    )


def linked_data(**told: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **told})}</script>'


def parts(read: Page, role: str) -> list[str]:
    return [block.span.of(read.text) for block in read.blocks if block.role == role]


def test_an_article_in_two_parts_is_read_whole() -> None:
    halves = "".join(
        f'<article class="part">{"".join(f"<p>{p}</p>" for p in PARAGRAPHS[at : at + 3])}</article>'
        for at in (0, 3)
    )
    read = page(halves)
    assert parts(read, "body") == PARAGRAPHS
    assert read.warnings == ()


def test_the_next_story_that_a_page_loads_is_another_one() -> None:
    other = (
        "<p>The mayor of Aldby opened a bath on Monday, and swam in it for an hour, the paper said.</p>" * 2
    )
    stories = (
        f'<article class="s">{PROSE}</article><article class="s"><h1>A bath in Aldby</h1>{other}</article>'
    )
    assert parts(page(stories), "body") == PARAGRAPHS


@pytest.mark.parametrize(
    "beside",
    [
        '<aside><h3>Related stories</h3><ul><li><a href="/a">Aldby bridge to open</a></ul></aside>',
        '<div class="newsletter"><p>The Northam Post’s stories are sent to you each day.</p></div>',
        "<p>Get the Northam Post’s daily edition.</p>",
        "<p>READERS: Send us your pictures of the bridge.</p>",
        '<p><a href="/b">Ana Ruiz: “I would close it again”</a></p>',
        '<figure><img src="b.jpg"><figcaption>The bridge on Monday. Bo Ek/Post</figcaption></figure>',
        '<div class="author-bio"><p>Jane Doe has written about bridges since she left school.</p></div>',
        "<p>Follow the Northam Post on Twitter</p>",
        "<p>NORTHAMPOST.EXAMPLE.COM</p>",
        '<ul class="tags"><li><a href="/t">Bridges</a></li><li><a href="/n">Northam</a></li></ul>',
        '<aside class="pull-quote"><p>“A bridge may fall, and people with it.”</p></aside>',
        '<div id="comments"><p>I have crossed it every day, and it never fell on me, you know.</p></div>',
        "<h2>Related</h2>",
    ],
)
def test_what_stands_beside_the_story_is_left_out(beside: str) -> None:
    in_the_middle = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:3]) + beside
    assert parts(page(in_the_middle + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[3:])), "body") == PARAGRAPHS
    assert parts(page(PROSE + beside), "body") == PARAGRAPHS
    assert parts(page(PROSE, below=beside), "body") == PARAGRAPHS


def test_a_note_about_an_author_whom_the_story_does_not_name_is_left_out() -> None:
    note = "<p>Jane Doe is a professor of engineering at Aldby, and writes about bridges that may fall.</p>"
    assert parts(page(PROSE + note), "body") == PARAGRAPHS
    named = "<p>Ana Ruiz is a professor of engineering at Aldby, and has led the council since May.</p>"
    assert len(parts(page(PROSE + named), "body")) == len(PARAGRAPHS) + 1


def test_much_that_is_left_out_is_told_with_figures() -> None:
    gallery = "".join(
        f"<p>Picture {n}: the bridge as it was seen from the bank of the river in May.</p>" for n in range(2)
    )
    read = page(f'{PROSE}<div class="gallery">{gallery}</div>')
    assert parts(read, "body") == PARAGRAPHS
    (warning,) = read.warnings
    assert warning.startswith("32 of the ")
    assert "Picture 0: the bridge" in warning


def test_a_page_that_keeps_the_rest_for_subscribers_says_so() -> None:
    read = page(PROSE, below="<p>Subscribe now to read the full story.</p>")
    assert "for subscribers" in read.warnings[0]


def test_an_article_that_only_the_data_of_a_page_hold_is_read() -> None:
    text = "\n\n".join(PARAGRAPHS)
    read = read_html(
        f"<html><head>{linked_data(headline=HEADLINE, articleBody=text)}</head><body>Loading</body></html>"
    )
    assert (parts(read, "headline"), parts(read, "body")) == ([HEADLINE], PARAGRAPHS)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<meta property="og:title" content="CMS Pro: home">', "CMS Pro: home"),
        (
            '<meta property="og:title" content="You won’t believe it: bridge">',
            f"{HEADLINE} | The Northam Post",
        ),
        (linked_data(headline=f"{HEADLINE} - Northam Post"), "Home"),
    ],
)
def test_the_headline_is_what_the_page_shows(head: str, title: str) -> None:
    assert parts(page(head=head, title=title), "headline") == [HEADLINE]


def test_a_section_before_the_headline_is_no_part_of_it() -> None:
    read = read_html(
        f'<html><head><meta property="og:title" content="{HEADLINE}"></head><body><article>'
        f"<h1><span>Local News | </span>{HEADLINE}</h1>{PROSE}</article></body></html>"
    )
    assert parts(read, "headline") == [HEADLINE]


def test_a_heading_of_the_site_is_no_headline() -> None:
    read = read_html(
        f'<html><head><meta property="og:title" content="{HEADLINE}"></head><body><h1>Log in to read</h1>'
        f'<div class="title">{HEADLINE}</div><div>{PROSE}</div></body></html>'
    )
    assert parts(read, "headline") == [HEADLINE]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ('<p class="byline">By Nora Quill</p>', "By Nora Quill"),
        ('<p class="byline">Nora Quill Transport editor</p>', "By Nora Quill"),
        ('<p class="byline">By NORA QUILL and Al Orr | May 3, 2024 7:57 AM</p>', "By Nora Quill and Al Orr"),
        ('<div class="author"><a href="/n" rel="author">Nora Quill</a></div>', "By Nora Quill"),
        ("<p>By Nora Quill, May 3, 2024 2:30 pm</p>", "By Nora Quill"),
    ],
)
def test_authors_are_the_names_in_the_byline(line: str, byline: str) -> None:
    head = linked_data(headline=HEADLINE, author={"name": "Uploader One"})
    assert parts(page(head=head, above=line), "byline") == [byline]


@pytest.mark.parametrize(
    "author", ["Staff", "Northam Post Staff", "admin", "The Northam Post", "uploader7", ""]
)
def test_who_is_no_person_is_no_author(author: str) -> None:
    site = '<meta property="og:site_name" content="The Northam Post">'
    assert parts(page(head=site + linked_data(headline=HEADLINE, author={"name": author})), "byline") == []


def test_day_address_and_outlet_are_read() -> None:
    head = (
        '<meta property="og:site_name" content="The Northam Post">'
        '<link rel="canonical" href="https://northampost.example/2024/bridge">'
        + linked_data(headline=HEADLINE, datePublished="2024-05-03T07:57:00Z", dateModified="2024-05-09")
    )
    read = page(head=head)
    assert (read.date, read.url, read.outlet) == (
        "2024-05-03",
        "https://northampost.example/2024/bridge",
        "The Northam Post",
    )


@pytest.mark.parametrize(
    "above",
    [
        '<h2>Shopkeepers fear for their trade</h2><p class="byline">By Nora Quill</p>',
        '<p class="standfirst">Shopkeepers fear for their trade</p>',
        '<div class="sub-title"><p>Shopkeepers fear for their trade</p></div>',
    ],
)
def test_the_line_below_the_headline_is_a_deck(above: str) -> None:
    read = page(above=above)
    assert parts(read, "deck") == ["Shopkeepers fear for their trade"]
    assert parts(read, "body") == PARAGRAPHS


def test_a_live_blog_keeps_its_times_headings_and_posts() -> None:
    entries = "".join(
        f"<div class='post'><time>14.{n}0</time><h2>Entry number {n} of the day</h2><p>{p}</p></div>"
        for n, p in enumerate(PARAGRAPHS)
    )
    post = '<blockquote class="tweet"><p>The ferry is free.</p>— Northam (@northam) May 3, 2024</blockquote>'
    read = page(f"<ul><li>The bridge is shut from Tuesday</li></ul>{entries}{post}")
    assert parts(read, "body") == [
        *("The bridge is shut from Tuesday", *PARAGRAPHS),
        *("“The ferry is free.”", "— Northam"),
    ]
    assert parts(read, "subhead") == [f"Entry number {n} of the day" for n in range(6)]
    assert parts(read, "credits") == [*(f"14.{n}0" for n in range(6)), "(@northam) May 3, 2024"]


def test_soft_hyphens_of_a_page_split_no_word() -> None:
    assert "Shopkeepers" in page(PROSE.replace("Shopkeepers", "Shop\u00adkeep&shy;ers")).text


def test_a_capital_that_grows_in_lower_case_moves_nothing() -> None:
    def extracted(letter: str) -> str:
        script = f"<div><script>var {letter.lower()} = 7;</script></div><p>{letter}mamo was there.</p>"
        return page(PROSE + script * 300).text

    assert extracted("İ").replace("İ", "I") == extracted("I")


def test_half_a_surrogate_pair_in_json_ld_comes_out_as_the_mark_of_what_is_lost() -> None:
    told = linked_data(
        headline="\ud899 Bridge", author="Bo \udc00Ek", articleBody="\ud800\n".join(PARAGRAPHS)
    )
    for body in ("<p>Read on in our app.</p>", PROSE):
        read = page(body, head=told)
        assert read.text.encode()  # halves would not encode
    assert read_metadata(document_fromstring(f"<html>{told}</html>")).titles[0] == "\ufffd Bridge"
