"""Common nouns: of people, of papers, of companies."""

from __future__ import annotations

from typing import Final

from newscli.english.words import word_set

PEOPLE: Final = word_set(
    """
    accountant aide analyst assistant attendant chef client consultant cop expert friend guard
    neighbour nurse official parent participant patient pilot resident scientist source student
    victim witness
    """
)
"""Nouns that mean one person and do not end like "teacher", "actor", "artist", "musician".

Nouns that news describes its sources with. No office: these are ``titles.OFFICES``.
"""

PAPERS: Final = word_set("chapter flyer letter newsletter newspaper order paper poster")
"""Nouns that end like a person's and mean something that is read."""

COMPANIES: Final = word_set("company firm")
"""What an article calls a company that it has named before."""
