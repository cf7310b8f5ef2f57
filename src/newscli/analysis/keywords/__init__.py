"""Keywords: the terms that set an article apart."""

from newscli.analysis.keywords.find import find_keywords

__all__ = ["find_keywords"]
