"""Full names behind the short ones of a summary."""

from __future__ import annotations

import pytest

from newscli.analysis.entities import describe, introduce, merge
from newscli.analysis.words import cut_words
from newscli.model import SummarySentence
from newscli.render.wording import in_full
from tests.analysis.entities.test_merge import article_with_names


def in_summary(marked: str, *chosen: int) -> list[str]:
    """Return the chosen sentences of an article with marked names, as a screen shows them."""
    article, sentences, mentions, titles = article_with_names(marked)
    entities = describe(cut_words(article.prose, sentences), merge(article, sentences, mentions, titles, ()))
    summary = [SummarySentence(n, sentences[n].span, 1.0) for n in chosen]
    return [in_full(article, sentence) for sentence in introduce(article, summary, entities)]


STORY = """
The dredging will cost 4m crowns.
[Alan Roe|PER], the mayor of Port Ellery, opened the meeting.
Mr [Roe|PER] said that the harbour was silting up.
[Roe|PER]'s council votes in May.
"""


def test_the_first_short_name_is_followed_by_the_full_one_and_who_that_is() -> None:
    assert in_summary(STORY, 0, 2, 3)[1:] == [
        "Mr Roe [Alan Roe, the mayor of Port Ellery] said that the harbour was silting up.",
        "Roe's council votes in May.",
    ]


def test_a_possessive_stays_one() -> None:
    assert in_summary(STORY, 3) == ["Roe's [Alan Roe's, the mayor of Port Ellery] council votes in May."]


def test_nobody_is_introduced_who_has_been() -> None:
    assert in_summary(STORY, 1, 2) == [
        "Alan Roe, the mayor of Port Ellery, opened the meeting.",
        "Mr Roe said that the harbour was silting up.",
    ]


def test_a_description_that_the_summary_tells_is_not_told_again() -> None:
    told = "[Ines Hald|PER], the harbour master, came late.\nThe harbour master is new, [Hald|PER] said."
    assert in_summary(told, 1) == ["The harbour master is new, Hald [Ines Hald] said."]


def test_an_acronym_is_spelt_out() -> None:
    story = "The [Northern Ferry Company|ORG] ([NFC|ORG]) sold two ships.\n[NFC|ORG] shares rose."
    assert in_summary(story, 1) == ["NFC [Northern Ferry Company] shares rose."]


@pytest.mark.parametrize("name", ["Alan Roe", "Alan Roe Junior"])
def test_a_full_name_says_enough(name: str) -> None:
    assert in_summary(f"The meeting opened late.\n[{name}|PER] spoke first.", 1) == [f"{name} spoke first."]
