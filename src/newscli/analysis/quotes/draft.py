"""A quote in the making: what is known of its content, cue and source."""

from __future__ import annotations

from dataclasses import dataclass

from newscli.analysis.quotes.confidence import Evidence
from newscli.model import Act, Kind, Span


@dataclass(slots=True)
class QuoteDraft:
    """A quote in the making: what is known of its content, cue and source.

    Attributes:
        spans: The content, in text order.
        cue: The cue's span, None where a quotation stands without one.
        mention: The source's span, None where none was found.
        act: Speech or stance.
        evidence: What tells of it.
        sureness: How sure the reader is of its content and source, 0 to 1; 0 where it sees no content in it.
        block: Index of the block where it ends.
        open: Whether its last quotation was left open by its paragraph.
        bounded: Whether it is a sentence with its source beside it, so that no longer content holds it.
        kind: Its kind where something else than quotation marks tells it.
    """

    spans: list[Span]
    cue: Span | None
    mention: Span | None
    act: Act
    evidence: Evidence
    sureness: float
    block: int
    open: bool = False
    bounded: bool = False
    kind: Kind | None = None

    @property
    def beside(self) -> bool:
        """Whether its source stands right beside its content (“…,” she said; “…” — Ann Roe; ROE: …)."""
        return self.evidence in {"beside", "turn"}
