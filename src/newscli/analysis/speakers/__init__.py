"""Speakers: who the sources of quotes are, by name, alias, description and pronoun."""

from newscli.analysis.speakers.referents import with_referents
from newscli.analysis.speakers.resolve import resolve

__all__ = ["resolve", "with_referents"]
