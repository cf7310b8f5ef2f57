"""Entities: the names of an article, and which of them mean the same person, organisation or place."""

from newscli.analysis.entities.describe import describe
from newscli.analysis.entities.introduce import introduce
from newscli.analysis.entities.mentions import find_mentions
from newscli.analysis.entities.merge import merge

__all__ = ["describe", "find_mentions", "introduce", "merge"]
