"""Who the speakers of many articles are: which names mean one person or body, and why."""

from newscli.archive.speakers.chosen import Chosen, read_chosen
from newscli.archive.speakers.merge import merge_speakers

__all__ = ["Chosen", "merge_speakers", "read_chosen"]
