"""Whether a text looks like English, the one language that newscli reads."""

from __future__ import annotations

import re
from typing import Final

from newscli.english.grammar import UNMISTAKABLY_ENGLISH
from newscli.limits import MAX_JUDGED_CHARS

_WORD: Final = re.compile(r"[^\W\d_]+")
# A text of fewer words may be a headline, a table or a list of names, in which the language does not show.
_MIN_WORDS: Final = 40
# Of the words of 2,372 English news articles, 20 to 50 % were these; of Dutch, French or Spanish prose, which
# share some of them, up to 11 % are.
_MIN_ENGLISH: Final = 0.14
NOT_ENGLISH: Final = "does not look like English; newscli reads English, so expect little of the results"


def is_english(text: str) -> bool:
    """Return whether a text has the function words of English, or too few words to decide."""
    # Names and the entries of tables are capitalised in most languages, and so show nothing.
    words = [word for word in _WORD.findall(text[:MAX_JUDGED_CHARS]) if not word[0].isupper()]
    if len(words) < _MIN_WORDS:
        return True
    return sum(word in UNMISTAKABLY_ENGLISH for word in words) >= _MIN_ENGLISH * len(words)
