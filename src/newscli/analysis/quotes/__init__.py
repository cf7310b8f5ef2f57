"""Quotes: who said what, as the text says it; ``speakers`` resolves who that is."""

from newscli.analysis.quotes.find import find_quotes

__all__ = ["find_quotes"]
