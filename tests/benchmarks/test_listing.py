from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from benchmarks.listing import kept, shown_from, with_threshold
from newscli.model import SHOWN_FROM, Quote, Span


def record(**more: object) -> dict[str, Any]:
    said: dict[str, Any] = {
        "spans": [[0, 9]],
        "kind": "indirect",
        "act": "speech",
        "speaker": "Ana Orel",
        "paragraph": 1,
        "mention": None,
        "confidence": 0.5,
    }
    return {**said, **more}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"act": "thought"},
        {"speaker": None},
        {"confidence": 0.49},
        {"paragraph": None},
        {"paragraph": None, "kind": "mixed"},
        {"paragraph": None, "mention": {"text": "Orel", "start": 0, "end": 4}},
    ],
)
def test_a_record_is_listed_as_its_quote_is_shown(more: dict[str, Any]) -> None:
    one = record(**more)
    mention = Span(0, 4) if one["mention"] else None
    quote = Quote(
        1,
        one["kind"],
        (Span(0, 9),),
        (),
        mention,
        one["speaker"],
        one["act"],
        one["confidence"],
        paragraph=one["paragraph"],
    )
    assert shown_from(one, SHOWN_FROM) == quote.shown


def test_a_higher_threshold_shows_less() -> None:
    readings = [{"quotes": [record(confidence=0.4), record(confidence=0.6)]}]
    shown = [[q["shown"] for q in with_threshold(readings, t)[0]["quotes"]] for t in (0.3, 0.5, 0.7)]
    assert shown == [[True, True], [False, True], [False, False]]


def test_a_judged_line_is_listed_if_half_of_its_words_are() -> None:
    def tokens(_: str, spans: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
        return {(n, n + 1) for start, end in spans for n in range(start, end)}

    lines = [
        {"article": "a", "spans": [[0, 9]], "verdict": "right"},
        {"article": "a", "spans": [[0, 30]], "verdict": "none"},
        {"article": "a", "spans": [[40, 50]], "verdict": "turned"},
    ]
    readings = {"a": {"quotes": [record(), record(spans=[[40, 50]], confidence=0.2)]}}
    found = kept(lines, {"a": "x" * 60}, readings, tokens, 0.5)
    assert dict(found) == {"right": 1, "none": 0, "turned": 0}
