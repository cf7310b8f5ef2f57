from __future__ import annotations

import pytest

from newscli.analysis.entities.merge import merge
from newscli.analysis.segment import segment
from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.genders import likely_genders, shown_genders
from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.pronouns import Antecedents
from newscli.model import Label, Mention, Span
from tests.support.articles import article_of, titles_of, words_of

NAMES: dict[str, Label] = {
    "Ana Reyes": "PER",
    "Peter Hale": "PER",
    "Ivor Dale": "PER",
    "Ibex": "ORG",
    "Norway": "LOC",
}


def antecedent(text: str, pronoun: str) -> str | None:
    """Return whom the last occurrence of the pronoun stands for."""
    article = article_of(text)
    sentences, words, titles = segment(article), words_of(article), titles_of(article)
    mentions = tuple(
        Mention(Span(at, at + len(name)), label)
        for at in range(len(text))
        for name, label in NAMES.items()
        if text.startswith(name, at)
    )
    entities = merge(article, sentences, mentions, titles)
    named = name_at(entities)
    descriptions = Descriptions(words, named, titles)
    told = likely_genders(entities, shown_genders(entities, titles, descriptions))
    found = Antecedents(words, named, descriptions, told, ())
    entity = found.of(pronoun, text.rindex(f" {pronoun} ") + 1)
    return entity.name if entity else None


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Mr Peter Hale met Mrs Ana Reyes. Then she left.", "she", "Ana Reyes"),
        ("Mr Peter Hale met Mrs Ana Reyes. Then he left.", "he", "Peter Hale"),
        ("Mr Peter Hale spoke of Mr Ivor Dale. Then he left.", "he", "Peter Hale"),
        ("Mr Peter Hale won." + " He rested." * 8 + " Now he sleeps.", "he", "Peter Hale"),
        ("Ibex fell. Now it rises.", "it", "Ibex"),
        ("Norway and its neighbours met. Now they fish.", "they", "Norway"),
        ("Norway met its neighbours. Now they fish.", "they", None),
        ("Mrs Ana Reyes left. Now he sleeps.", "he", None),
        ("Nobody came. Now he sleeps.", "he", None),
        # A description keeps its person in focus.
        (
            "Judge Ivor Dale met Mr Peter Hale. Mr Peter Hale spoke. The judge slept. Then he left.",
            "he",
            "Ivor Dale",
        ),
        # What a pronoun told of a name before holds for it later.
        ("Ivor Dale left after her speech. Peter Hale stayed. Then she slept.", "she", "Ivor Dale"),
    ],
)
def test_a_pronoun(text: str, pronoun: str, expected: str | None) -> None:
    assert antecedent(text, pronoun) == expected


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Ibex fell. Now it rises.", "it", "Ibex"),
        ("Norway and its neighbours met. Now they fish.", "they", "Norway"),
        ("Norway met its neighbours. Now they fish.", "they", None),
        ("Ibex fell. Prices rose. Now it rises.", "it", None),
        ("Peter Hale left Ibex. Now it rains.", "it", None),
    ],
)
def test_a_thing_is_meant_only_by_the_next_sentence_and_as_its_subject(
    text: str, pronoun: str, expected: str | None
) -> None:
    assert antecedent(text, pronoun) == expected


def test_who_was_named_long_ago_is_out_of_focus() -> None:
    text = "Mr Peter Hale left." + " It rained there." * 8 + " Now he sleeps."
    assert antecedent(text, "he") is None
