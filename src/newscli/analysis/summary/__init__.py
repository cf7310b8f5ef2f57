"""Summary: the sentences that carry the story."""

from newscli.analysis.summary.summarise import METHODS, summarise

__all__ = ["METHODS", "summarise"]
