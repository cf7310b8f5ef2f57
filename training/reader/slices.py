"""Where the reader is weak: recall of attributions, and F1 of names, by kind of text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

from newscli.analysis.segment import segment
from newscli.engines.reader.annotations import Annotations
from newscli.model import Sentence
from newscli.text.load import parse
from training.reader.evaluate import Scorers
from training.reader.quotes import corpus_quotes

_BANDS: Final = (10, 20, 30, 40)
# A content counts as found if it shares half of its words with one that was; bench/score_quotes.py says so.
_ALIKE: Final = 0.5
_TITLE_WORDS: Final = 4  # a sentence of fewer may be a name


def _band(words: int) -> str:
    """Name the band that a length falls in."""
    lowest = 1
    for limit in _BANDS:
        if words <= limit:
            return f"{lowest}-{limit}"
        lowest = limit + 1
    return f"{lowest}+"


def _slices(
    publisher: str, sentences: Sequence[Sentence], start: int, kind: str
) -> Iterator[tuple[str, str]]:
    """Yield the slices that a gold content belongs to, as (dimension, value)."""
    yield "publisher", publisher
    yield "kind", kind
    sentence = next((s for s in sentences if s.span.start <= start < s.span.end), None)
    if sentence is not None:
        yield "part", "headline" if sentence.role == "headline" else "body"
        yield "sentence words", _band(len(sentence.tokens))


def attribution_recall(
    records: Sequence[dict[str, Any]], annotations: Sequence[Annotations], scorers: Scorers
) -> dict[tuple[str, str], tuple[int, float, float]]:
    """Count which gold contents are found.

    Returns:
        For each dimension and value the number of gold contents, and the percentages of these that are found
        with at least half of the words in common (soft) and exactly (strict).
    """
    quotes = scorers.quotes
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for record, each in zip(records, annotations, strict=True):
        text = record["text"]
        contents = [a["content"] for a in record["attributions"]]
        gold = [quotes.tokens_in(text, content) for content in contents]
        found = [quotes.tokens_in(text, quote["content"]) for quote in corpus_quotes(each)]
        regions = quotes.quoted_regions(text)
        sentences = segment(parse(text))
        best = {i: jaccard for i, _, jaccard in quotes.pair_up(gold, found)}
        for i, (content, tokens) in enumerate(zip(contents, gold, strict=True)):
            if not tokens:
                continue
            kind = quotes.kind_of(tokens, regions)
            for key in _slices(record["publisher"], sentences, min(content)[0], kind):
                counts[key][0] += 1
                counts[key][1] += best.get(i, 0.0) >= _ALIKE
                counts[key][2] += best.get(i, 0.0) == 1.0
    return {
        key: (total, 100 * soft / total, 100 * strict / total)
        for key, (total, soft, strict) in sorted(counts.items())
    }


def _case_of(tokens: Sequence[str]) -> str:
    """Name how a sentence uses capitals."""
    words = [token for token in tokens if token.isalpha() and len(token) > 1]
    if not words:
        return "no words"
    if all(word.isupper() for word in words):
        return "capitals"
    titled = sum(word[0].isupper() for word in words)
    if not titled:
        return "lower case"
    return "title case" if len(words) >= _TITLE_WORDS and titled >= 0.7 * len(words) else "mixed"


def names_by_case(
    records: Sequence[dict[str, Any]], predictions: Sequence[dict[str, Any]], scorers: Scorers
) -> dict[str, tuple[int, float]]:
    """Score the names of sentences that use capitals in one way.

    Returns:
        For each way the number of gold names and F1 over all labels, in percent.
    """
    cases = [[_case_of(sentence["tokens"]) for sentence in record["sentences"]] for record in records]
    figures: dict[str, tuple[int, float]] = {}
    for case in sorted({case for each in cases for case in each}):
        gold, found = (
            [
                {
                    "id": record["id"],
                    "sentences": [s for s, c in zip(record["sentences"], each, strict=True) if c == case],
                }
                for record, each in zip(side, cases, strict=True)
            ]
            for side in (records, predictions)
        )
        row = scorers.entities.score(gold, found)["all"]
        figures[case] = (row["gold"], row["F1"])
    return figures
