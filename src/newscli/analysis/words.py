"""A sentence's tokens as the rules read them: cut and lower-cased once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newscli.model import Span


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """A sentence's tokens with what the rules ask of them.

    Attributes:
        spans: The tokens' offsets into the article.
        lower: The tokens in lower case.
        quoted: For each token, whether it stands inside an outermost quotation, its marks included.
        name_ends: Start of the name mention that ends with the token, by token index.
        capital: For each token, whether it begins with a capital.
    """

    spans: Sequence[Span]
    lower: Sequence[str]
    quoted: Sequence[bool]
    capital: Sequence[bool]
    name_ends: dict[int, int]

    def span(self, first: int, last: int) -> Span:
        """Return the span from one token to another, both included."""
        return Span(self.spans[first].start, self.spans[last].end)
