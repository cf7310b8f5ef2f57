"""Tables for people at a terminal: the one renderer that is Rich.

Untrusted text enters Rich as the ``Text`` that ``cells.safe_text`` makes and never as ``str``, for Rich reads
markup and emoji codes in strings. Colour underlines what words and marks say; it says nothing of its own.
"""

from newscli.render.table.page import write

__all__ = ["write"]
