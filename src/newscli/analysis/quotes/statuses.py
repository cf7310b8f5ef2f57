"""What became of a content by the words of its whole cue, where these are certain.

The reader tells the status of a content. It learnt few cues of what is still to be said, and takes "was due
to say" for "said": a list that shows it so puts words into a mouth.
"""

from __future__ import annotations

import re
from typing import Final

from newscli.english.doubts import REJECTED, WRONGLY
from newscli.model import Status

_TO_COME: Final = re.compile(
    r"(?<!\bthe )(?<!\ba )\b(?:will|shall|may|might|should)\b(?! not\b)"
    r"|(?:\b(?:is|are|was|were|be|been)|['’](?:s|re|m)) (?:\w+ )?"
    r"(?:about|due|expected|going|likely|poised|scheduled|set) to\b",
    re.IGNORECASE,
)
_NOT_SO: Final = re.compile(
    rf"\b(?:hardly|scarcely)\b|\bmisquoted\b|\b(?:{'|'.join(sorted(WRONGLY))}) (?:quoted|cited|reported)\b",
    re.IGNORECASE,
)

_OF_OTHERS: Final = re.compile(
    rf".*\b((?:{'|'.join(sorted(REJECTED))})\s+(?:by|from))", re.IGNORECASE | re.DOTALL
)


def told_by_others(cue: str, behind: str) -> int:
    """Return where in a cue the words begin by which others told what it rejects; 0 if there are none.

    "Roe rejected | claims by" Ash: Ash claimed it, and denied nothing.

    Args:
        cue: The words of a cue.
        behind: What stands between it and its source.
    """
    found = _OF_OTHERS.fullmatch(f"{cue}{behind}".rstrip())
    return found.start(1) if found and found.start(1) < len(cue) else 0


def status_of(cue: str, told: Status) -> Status:
    """Return the status of a content.

    Args:
        cue: The words of the whole cue, with a space between its pieces.
        told: The status that the reader tells.

    Returns:
        If the reader says ``said``: ``possible`` if the cue has it still to come, ``unsaid`` if it was hardly
        said or who is named was misquoted. Else what the reader says.
    """
    words = " ".join(cue.split())
    if told != "said":
        return told
    return "unsaid" if _NOT_SO.search(words) else "possible" if _TO_COME.search(words) else "said"
