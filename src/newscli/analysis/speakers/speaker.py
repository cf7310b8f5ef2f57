"""Who says a quote, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newscli.analysis.speakers.candidates import Candidate
from newscli.analysis.speakers.confidence import Form
from newscli.model import Entity


class Speaker(NamedTuple):
    """Who says a quote.

    Attributes:
        name: The name or the description; None if nobody is known.
        entity: The entity that it is, if it is one.
        form: What the source is in the text.
        sureness: Its chance among the candidates, 0 to 1.
        among: The candidates; empty if a rule is certain.
    """

    name: str | None
    entity: Entity | None = None
    form: Form = "first"
    sureness: float = 1.0
    among: Sequence[Candidate] = ()
