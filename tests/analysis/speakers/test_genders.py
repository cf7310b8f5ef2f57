"""The genders of people."""

from __future__ import annotations

from newscli.analysis.entities.merge import merge
from newscli.analysis.segment import segment
from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.genders import likely_genders, shown_genders
from newscli.analysis.speakers.named_spans import name_at
from newscli.english.titles import Gender
from tests.support.articles import article_of, titles_of, words_of
from tests.support.marked import read_marked


def genders(marked: str) -> tuple[dict[str, Gender], dict[str, Gender]]:
    """Return what the article shows, and what is likely, of text with "[name|LABEL]"."""
    text, mentions, _ = read_marked(marked)
    article = article_of(text)
    titles = titles_of(article)
    entities = merge(article, segment(article), mentions, titles)
    shown = shown_genders(entities, titles, Descriptions(words_of(article), name_at(entities), titles))
    return shown, likely_genders(entities, shown)


def test_titles_show_a_gender_and_given_names_make_one_likely() -> None:
    shown, likely = genders(
        "Mr [Quill|PER] met the actress [Rowan Ash|PER]. [Peter Oak|PER] and [Xu Fir|PER] saw [Lyra|LOC]."
    )
    assert shown == {"Quill": "m", "Rowan Ash": "f"}
    assert likely == {"Quill": "m", "Rowan Ash": "f", "Peter Oak": "m"}


def test_what_somebody_is_to_another_shows_a_gender() -> None:
    shown, _ = genders("[Quill|PER] came with his wife, [Rowan Ash|PER], and her brother, [Xu Fir|PER].")
    assert shown == {"Rowan Ash": "f", "Xu Fir": "m"}


def test_a_title_outweighs_the_given_name() -> None:
    assert genders("Mrs [Peter Oak|PER] came.")[1] == {"Peter Oak": "f"}


def test_namesakes_of_different_gender_have_none_by_name() -> None:
    assert genders("Mr [Quill|PER] met Mrs [Quill|PER].") == ({}, {})
