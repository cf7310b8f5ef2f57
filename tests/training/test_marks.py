"""Whether what was marked for newscli stands where the marks say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newscli.model import STATUSES
from training.marks import invented_articles, marked_articles

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
ROLES = ("source", "cue", "content")


def articles(kind: str) -> Iterator[dict[str, Any]]:
    if kind == "invented":
        return invented_articles()
    if not DATA.exists():
        pytest.skip("the texts stand in ../shared")
    return marked_articles(DATA, kind)


@pytest.mark.parametrize("kind", ["invented", "train", "held"])
def test_marks_are_words_of_their_article(kind: str) -> None:
    seen = set()
    for article in articles(kind):
        text, marks = article["text"], article["attributions"]
        assert article["id"] not in seen
        seen.add(article["id"])
        numbers = [one["id"] for one in marks]
        assert len(set(numbers)) == len(numbers)
        for one in marks:
            assert one["content"], article["id"]
            for start, end in (span for role in ROLES for span in one[role]):
                assert 0 <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip(), (article["id"], text[start:end])
            assert one["status"] in STATUSES
            assert one["act"] in {"speech", "stance"}
            assert one["within"] is None or one["within"] in numbers
            assert one["speaker"] is None or " ".join(one["speaker"].split()) in " ".join(text.split())
        assert all(0 <= start < end <= len(text) for start, end in article["best"])
    assert seen


def test_an_invented_article_s_names_are_marked_wherever_they_stand() -> None:
    for article in invented_articles():
        for entity in article["entities"]:
            assert entity["type"] in {"PER", "ORG", "LOC", "MISC"}
            assert {article["text"][start:end] for start, end in entity["mentions"]} == set(entity["names"])
        names = {entity["name"] for entity in article["entities"]}
        assert {one["speaker"] for one in article["attributions"]} - {None} <= names


def test_what_is_held_back_teaches_nothing() -> None:
    keys = [{(one["set"], one["id"]) for one in articles(part)} for part in ("train", "held")]
    assert keys[0].isdisjoint(keys[1])
