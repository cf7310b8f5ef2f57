"""The questions that a researcher asks of an archive, each as a listing.

A question runs one query. Its records come as they are read, and the archive must be open meanwhile;
``limit`` is the most of them, 0 for all.
"""

from newscli.archive.questions.names import entities
from newscli.archive.questions.people import audits, comparison, sources, speakers
from newscli.archive.questions.statements import found_articles, found_quotes, quotes
from newscli.archive.questions.timeline import PERIODS, timeline

__all__ = [
    "PERIODS",
    "audits",
    "comparison",
    "entities",
    "found_articles",
    "found_quotes",
    "quotes",
    "sources",
    "speakers",
    "timeline",
]
