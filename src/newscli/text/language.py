"""Whether a text looks like English, the one language that newscli reads, and else which it is."""

from __future__ import annotations

import re
from typing import Final

from newscli.english.grammar import ENGLISH_AMONG_OTHERS, UNMISTAKABLY_ENGLISH
from newscli.english.other_languages import SMALL_WORDS
from newscli.limits import MAX_JUDGED_CHARS

_WORD: Final = re.compile(r"[^\W\d_]+")
# Below this number of small words a text is another language only if its words show which.
_MIN_WORDS: Final = 40
_MIN_WORDS_TO_NAME: Final = 10
# Of the words of 2,372 English news articles, 20 to 50 % were these; of Dutch, French or Spanish prose, which
# share some of them, up to 11 % are.
_MIN_ENGLISH: Final = 0.14
# Of the words of a language, its small words are a third or more; names and lists have fewer. Set by hand.
_MIN_OTHER: Final = 0.15
_MIN_OTHER_COUNT: Final = 3
# The scripts that are no Latin, by a range of their letters, with the languages that news is mostly in.
_SCRIPTS: Final = (
    ("Japanese", re.compile("[\u3040-\u30ff]")),
    ("Korean", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("Chinese", re.compile("[\u4e00-\u9fff]")),
    ("Ukrainian", re.compile("[ЄєІіЇїҐґ]")),
    ("Russian", re.compile("[\u0400-\u04ff]")),
    ("Persian or Urdu", re.compile("[پچژگیےٹڈ]")),
    ("Arabic", re.compile("[\u0600-\u06ff]")),
    ("Greek", re.compile("[\u0370-\u03ff]")),
    ("Hebrew", re.compile("[\u0590-\u05ff]")),
    ("Hindi", re.compile("[\u0900-\u097f]")),
    ("Bengali", re.compile("[\u0980-\u09ff]")),
    ("Thai", re.compile("[\u0e00-\u0e7f]")),
)
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
# Of the letters of a text in a script, at least one in so many is of the language that the range stands for.
_LETTERS_FOR_A_SIGN: Final = 40
NOT_ENGLISH: Final = "does not look like English; newscli reads English, so expect little of the results"
_OTHER: Final = (
    "looks like {language}, not like English; newscli reads English, so expect little of the results"
)


def foreign_language(text: str) -> str | None:
    """Return the warning that a text is in another language; None if it is English or too short to tell.

    Linear in the start of the text that is judged.
    """
    text = text[:MAX_JUDGED_CHARS]
    script = _script(text)
    if script:
        return _OTHER.format(language=script)
    words = _WORD.findall(text)
    # Names and the entries of tables are capitalised in most languages, and so show nothing.
    small = [word for word in words if not word[0].isupper()]
    if len(small) < _MIN_WORDS_TO_NAME:
        small = [word.lower() for word in words] if text.isupper() else small
    if len(words) < _MIN_WORDS_TO_NAME or not small:
        return None
    # English writes "I" with a capital; a small one is the "and" of other languages.
    english = sum(word in UNMISTAKABLY_ENGLISH and word != "i" for word in small)
    if english >= _MIN_ENGLISH * len(small):
        return None
    counts = {
        language: sum(word in known and word not in ENGLISH_AMONG_OTHERS for word in small)
        for language, known in SMALL_WORDS.items()
    }
    language = max(counts, key=lambda one: counts[one])
    if counts[language] >= max(_MIN_OTHER * len(small), _MIN_OTHER_COUNT, english + 1):
        return _OTHER.format(language=language)
    return NOT_ENGLISH if len(small) >= _MIN_WORDS else None


def _script(text: str) -> str:
    """Return the language of a text that is mostly in no Latin letters; empty for all others."""
    latin = len(_LATIN.findall(text))
    letters = sum(map(len, _WORD.findall(text)))
    if letters < _MIN_WORDS_TO_NAME or latin * 2 > letters:
        return ""
    for language, letter in _SCRIPTS:
        if len(letter.findall(text)) * _LETTERS_FOR_A_SIGN >= letters:
            return language
    return ""
