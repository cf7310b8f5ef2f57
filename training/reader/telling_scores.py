"""Scores of the reader alone on the statement sets: what score_statements.py asks of all of newscli.

Who a source is, the reader does not tell; here a source is right where score_quotes.py finds it so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any, Final

Record = Mapping[str, Any]
Quote = dict[str, Any]

_TURNS: Final = frozenset({"unsaid", "denied", "possible"})
# The share of words in common from which on a quote is that statement.
_PAIRED: Final = 0.5


def _count(quotes: ModuleType, record: Record, found: Sequence[Quote], n: Counter[str]) -> None:
    """Count one article's statements, of gold and found."""
    text, gold = record["text"], record["attributions"]
    wanted = [quotes.tokens_in(text, one["content"]) for one in gold]
    told = [quotes.tokens_in(text, quote["content"]) for quote in found]
    everything = frozenset().union(*wanted)
    n["gold"] += len(wanted)
    n["found"] += len(told)
    n["spurious"] += sum(not tokens & everything for tokens in told)
    n["nested"] += sum(one["within"] is not None for one in gold)
    for i, j, jaccard in quotes.pair_up(wanted, told):
        if jaccard >= _PAIRED:
            _count_pair(quotes, text, gold[i], found[j], n)


def _count_pair(quotes: ModuleType, text: str, one: Record, quote: Quote, n: Counter[str]) -> None:
    """Count a statement and the quote that was found for it."""
    n["pairs"] += 1
    n["who"] += quotes.same_source(text, one["source"], quote["source"])
    n["nested found"] += one["within"] is not None
    cue, own = (
        [match.group().lower() for span in sorted(spans) for match in quotes.WORD.finditer(text, *span)]
        for spans in (quote["cue"], one["cue"])
    )
    n["cues"] += bool(own)
    n["cue"] += bool(own) and cue == own
    n["act"] += quote["act"] == one["act"].replace("stance", "thought")
    n[f"are {one['status']}"] += 1
    n[f"are {one['status']} and so read"] += quote["status"] == one["status"]
    if one["status"] in _TURNS:
        n["turnable"] += 1
        n["turned"] += quote["status"] == "said" and not set(own) <= set(cue)


def telling_scores(
    quotes: ModuleType, records: Sequence[Record], found: Sequence[Sequence[Quote]]
) -> Iterator[tuple[str, float]]:
    """Yield measures in percent.

    Args:
        quotes: The scorer's module.
        records: Of a statement set.
        found: For each of these its quotes; see ``quotes.listed_quotes``.
    """
    n: Counter[str] = Counter()
    for record, each in zip(records, found, strict=True):
        _count(quotes, record, each, n)

    def share(part: str, whole: str) -> float:
        return 100 * n[part] / max(1, n[whole])

    for name, hit in (("found", "pairs"), ("who", "who")):
        yield f"{name} F1", 200 * n[hit] / max(1, n["gold"] + n["found"])
    yield "cue whole", share("cue", "cues")
    yield "act", share("act", "pairs")
    yield "nested found", share("nested found", "nested")
    yield "spurious", share("spurious", "found")
    yield "turned", share("turned", "turnable")
    for status in ("said", "unsaid", "denied", "asked", "possible"):
        yield f"{status} right, of {n[f'are {status}']}", share(f"are {status} and so read", f"are {status}")
