"""Whom pronouns and descriptions mean, as the reader learns it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from newscli.engines.reader.linking import asks_for_name
from newscli.engines.reader.wordpieces import WordPieces
from training.reader.coreference import ENTITIES, MEASURED, PRONOUNS, coreference_documents
from training.reader.documents import Pointer

CUTTER = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "hale", "orr"])
TEXT = "Tom Hale met Ana Orr. He said that the mayor would go. Orr left."


def at(part: str) -> list[int]:
    return [TEXT.index(part), TEXT.index(part) + len(part)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    hale = {"type": "PER", "named_mentions": [at("Tom Hale")]}
    orr = {"type": "PER", "named_mentions": [at("Ana Orr")]}
    sets: dict[str, list[dict[str, Any]]] = {name: [] for name in MEASURED}
    sets[ENTITIES] = [
        {
            "id": f"GUM_{genre}_one",
            "text": TEXT,
            "entities": [
                {**hale, "pronoun_mentions": [at("He")], "nominal_mentions": []},
                {**orr, "pronoun_mentions": [], "nominal_mentions": [at("the mayor")]},
                {
                    "type": "MISC",
                    "named_mentions": [at("left")],
                    "pronoun_mentions": [at("met")],
                    "nominal_mentions": [],
                },
            ],
        }
        for genre in ("news", "fiction")
    ]
    candidates = [{"span": at("Tom Hale"), "is": True}, {"span": at("Ana Orr"), "is": False}]
    sets[PRONOUNS] = [{"id": "one", "text": TEXT, "pronoun": at("He"), "candidates": candidates}]
    for name, records in sets.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        with gzip.open(tmp_path / name, "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(record) + "\n" for record in records)
    return tmp_path


def test_pronouns_and_descriptions_point_to_all_names_of_whom_they_mean(data: Path) -> None:
    again = TEXT.rindex("Orr")
    spans = [at("Tom Hale"), at("Ana Orr"), [again, again + len("Orr")]]
    names = [(start, end, "PER") for start, end in spans]
    silver = dict.fromkeys(("GUM_news_one", "GUM_fiction_one", "one"), names)
    gum, gap = coreference_documents(data, CUTTER, silver)
    source = asks_for_name(None)
    assert gum.pointers == [Pointer(6, source, (0,)), Pointer(9, source, (3, 14))]
    assert gap.pointers == [Pointer(6, source, (0,))]


def test_what_newscli_has_not_read_and_what_measures_teaches_nothing(data: Path) -> None:
    assert list(coreference_documents(data, CUTTER, {})) == []
