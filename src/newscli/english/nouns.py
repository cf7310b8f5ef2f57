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

BODIES: Final = COMPANIES | word_set(
    """
    academy administration agency alliance association authority bank board body branch bureau
    cabinet campaign centre charity church city club coalition college commission committee
    commune confederation congress consortium cooperative corporation council country county
    court crew department district division embassy executive family federation force foundation
    government group hospital household industry inspectorate institute institution judiciary jury
    league management ministry mission movement municipality museum network opposition organisation
    organization outlet panel parliament party police prosecution region regulator school secretariat
    senate service society staff state station team town treasury tribunal trust union university
    watchdog
    """
)
"""Nouns that mean a body, not one person: the source is then no single one who is named near.

A noun goes in if no one person is ever meant by it.
"""

DOCUMENTS: Final = PAPERS | word_set(
    """
    article bill blog book brief bulletin communique complaint declaration document editorial email
    filing indictment lawsuit legislation memo memorandum note notice petition poll post release report
    resolution ruling statement study survey text tweet verdict
    """
)
"""Nouns that mean something that is read."""

SPOKESPEOPLE: Final = word_set("spokesman spokespeople spokesperson spokeswoman")
"""Who speaks for another: the words of an unnamed one are those of the body that is named beside."""
