"""Speakers: who the sources of quotes are, by name, alias, description and pronoun."""

from newscli.analysis.speakers.resolve import resolve

__all__ = ["resolve"]
