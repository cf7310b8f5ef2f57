"""Punctuation: quotation marks that open and close, dashes, ends of sentences.

Which mark closes which, and where one does neither, is the matter of ``text.quotation_marks``; these are
characters alone, so that every rule knows the same ones: « » are read like “ ”.
"""

from __future__ import annotations

from typing import Final

OPENING_MARKS: Final = "\"'“‘„‟‚‛«‹"
"""The marks that may open a quotation, the straight ones among them."""

CLOSING_MARKS: Final = "\"'”’»›"
"""The marks that may close a quotation, the straight ones among them."""

APOSTROPHES: Final = "'’ʼ′´"
"""What is typed for an apostrophe; the last two where a keyboard has no other at hand."""

OPENING_DOUBLES: Final = '"“„«'
"""Opening marks that are never an apostrophe."""

MARK_TOKENS: Final = frozenset([*OPENING_MARKS, *CLOSING_MARKS, "''", "``"]) - {"'", "’"}
"""Tokens that are quotation marks; a single straight or closing one is a possessive as often."""

DASHES: Final = frozenset({"-", "--", "–", "—", "―"})
"""Tokens that part what stands on either side: hyphen, two hyphens, the dashes."""

CLAUSE_MARKS: Final = DASHES | {",", ";", ":", ".", "?", "!", "…", "...", "(", ")", "[", "]"}
"""Tokens that end a clause or part it from what it holds; a subject runs over none of them."""

SENTENCE_ENDS: Final = ".?!…"
"""What ends a sentence, before its closing marks."""
