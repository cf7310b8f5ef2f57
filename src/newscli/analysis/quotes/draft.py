"""Quotes in the making: who says a quotation, and what is known of a quote so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newscli.analysis.quotes.confidence import Evidence
from newscli.model import Act, Span, Status


class Attribution(NamedTuple):
    """Who says a quotation, as a rule found it.

    Attributes:
        cue: The cue's span, None if the rule needs no cue.
        mention: The source's span, None if none was found.
        evidence: What shows it.
    """

    cue: Span | None
    mention: Span | None
    evidence: Evidence


class QuoteDraft(NamedTuple):
    """What one finder knows of a quote.

    Attributes:
        spans: The content, in text order; at least one.
        cue: The cue's span, None if a quotation stands without one.
        mention: The source's span, None if none was found.
        act: Speech or thought.
        evidence: What shows that it is a quote, and whose.
        sureness: How sure the reader is of its content and how it is told, 0 to 1; 0 if it sees no content.
        block: Index of the block where it ends.
        status: What became of it, by the article's words.
        inner: Whether the reader sees it inside another content.
        open: Whether its paragraph ends before its last quotation is closed.
        bounded: Whether it is a sentence with its source beside it, so that no longer content holds it.
    """

    spans: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    act: Act
    evidence: Evidence
    sureness: float
    block: int
    status: Status = "said"
    inner: bool = False
    open: bool = False
    bounded: bool = False

    @property
    def beside(self) -> bool:
        """Whether its source stands right beside its content (“…,” she said; “…” — Ann Roe; ROE: …)."""
        return self.evidence in {"beside", "turn"}


def join_pieces(pieces: Sequence[QuoteDraft]) -> QuoteDraft:
    """Return the one quote of its pieces, at least one: what the last one knows, with the spans of all."""
    return pieces[-1]._replace(spans=tuple(span for piece in pieces for span in piece.spans))
