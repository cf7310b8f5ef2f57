"""Whom an article relies on, and how much; the face of the wing."""

from newscli.analysis.sources.find import find_sources
from newscli.analysis.sources.merge import merge_sources, unify

__all__ = ["find_sources", "merge_sources", "unify"]
