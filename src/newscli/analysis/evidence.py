"""Why a word is capitalised: the evidence that an article gives for names at the start of a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from newscli.analysis.labels import SPEECH_VERBS, is_head
from newscli.analysis.places import ADJECTIVES, PEOPLES, PLACES
from newscli.analysis.stopwords import FUNCTION_WORDS
from newscli.analysis.titles import GIVEN_NAMES, HONORIFICS, OFFICE_MODIFIERS, OFFICES
from newscli.analysis.wordlist import word_set
from newscli.model import Article, Sentence

_NEVER_NAMES: Final = word_set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February July September October
    November December Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept
    Oct Nov Dec GMT BST EST EDT PST PDT CET UTC AM PM TV DVD CD PhD OK Christmas Easter Ramadan QC KC SC
    OBE CBE MBE DNA IQ GDP HIV AIDS PDF HTML URL USB GPS
    """
)
# Months that are names too: they go on with a name ("Theresa May") but begin none.
_MONTHS: Final = frozenset(["March", "April", "May", "June", "August"])
# Words that open sentences of news and look like no name, though the article may have them once only.
_STARTERS: Final = word_set(
    """
    according additional additionally alongside analysts anyone asked authorities based because believe
    born both called calls children citizens city clearly come comments concerns considered country
    court critics currently days dear democracy despite did doctors drivers early earlier east
    economists eight eighteen eleven emergency employees established even eventually evidence experts
    families family farmers fans few fifteen fifty figures finally find firefighters first five
    following food forces former forty four fourteen fourth friends full fuel further general give given
    global go gold good government governments great groups half head health help herein high hospitals
    hours house human hundreds images in-depth initially inside investigators investors issues its
    joined keep key know known last lastly late later law lawyers leaders leading left let like living
    local long look looking made make many market markets media members men military millions money
    months more mostly mother mr natural nearly neighbours new news next nine no nobody north note
    nothing nurses observers officers official officials oil old one ones opponents opposition other our
    parents part parts passengers people photo photos place please point police political politicians
    polls power prices previously prior private prosecutors protesters public question questions read
    recent recently record reporters reports rescuers research researchers residents results right
    rights rules sales say school schools scientists second security see senior seven seventeen several
    shares shortly similarly simply six sixteen sixty small social soldiers some sometimes sources south
    speaking special spokesman standing state states still stocks story students such sure survivors
    take talks taking teachers teams ten thank thanks things third thirty thousands three time times
    today together tomorrow tonight trade traders troops true twelve twenty two under unfortunately
    unions unlike until using usually victims video villagers voters want war water weather well west
    whether white witnesses women work workers world year years yes yesterday young youth zero fifth
    sixth final image source photograph update correction related share advertisement meanwhile
    separately elsewhere president minister secretary
    """
)
_VERBS: Final = SPEECH_VERBS | word_set(
    """
    is was are were has had have will would could can may might should did does do beat won lost took
    made gave went came led began became scored played plans wants hopes faces remains holds 's ’s
    """
)
# Acronyms that are function words in lower case.
_PRONOUN_LIKE: Final = frozenset(["US", "WHO"])
_OPENING: Final = frozenset('"“‘«(["\'`–—-:•·*') | {"``", "''"}
_ENDINGS: Final = ("ing", "ed", "ly", "tion", "ment", "ness", "ity", "ous", "ive", "est", "ible", "able")
_HYPHENATED: Final = re.compile(r"[^\W_]+-[^\W_]{4,}|[^\W_]+-(?:led|run|era|old|pro|non)")


def is_capitalised(word: str) -> bool:
    """Tell whether a token begins like a name: not a day, a month, "I" or "Moscow-based"."""
    if not word or not (word[0].isupper() or _has_small_prefix(word)):
        return False
    if word == "I" or word.rstrip(".") in _NEVER_NAMES or word[:2] in ("I'", "I’"):
        return False
    tail = word.partition("-")[2]
    return not (tail and tail[0].islower() and _HYPHENATED.fullmatch(word) and _is_compound(word))


def _has_small_prefix(word: str) -> bool:
    """Tell whether a name begins in lower case: "al-Assad", "iPhone", "eBay"."""
    prefix, _, tail = word.partition("-")
    if prefix in ("al", "el", "ul", "an", "as", "ash") and tail[:1].isupper():
        return True
    return len(word) > 3 and word[0] in "ei" and word[1].isupper()


def _is_compound(word: str) -> bool:
    """Tell "Moscow-based" and "Anglo-dutch" from "Ki-moon": the tail of a name is short."""
    head, _, tail = word.partition("-")
    return (
        head in PLACES
        or head in ADJECTIVES
        or tail.endswith(("ed", "ing", "style", "wide", "led", "run", "era"))
    )


class Evidence:
    """What the words of one article tell about its capitals."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        """Read all sentences; those of the body in running text give the evidence."""
        self._display: set[int] = set()
        self._lower: Counter[str] = Counter()
        self._inside: Counter[str] = Counter()
        self._alone: Counter[str] = Counter()
        self._given: set[str] = set()
        for sentence in sentences:
            words = [token.of(article.prose) for token in sentence.tokens]
            if _looks_displayed(words, sentence.role in ("headline", "subhead", "section")):
                self._display.add(sentence.index)
                continue
            for at, word in enumerate(words):
                if word[0].islower():
                    self._lower[word] += 1
                elif word[0].isupper() and _opens(words, at):
                    if _may_be_given_name(words, at):
                        self._given.add(word)
                elif word[0].isupper():
                    self._inside[word] += 1
                    self._alone[word] += _stands_alone(words, at)

    def is_display(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is in capitals or title case, so that its capitals tell nothing."""
        return sentence.index in self._display

    def stands_alone(self, word: str) -> bool:
        """Tell whether a word is somewhere a whole name, as a surname is after the full name."""
        return self._alone[word] > 0

    def is_common(self, word: str) -> bool:
        """Tell whether a word is more often written in lower case than not."""
        return self._lower[word.lower()] > self._inside[word]

    def may_begin(self, words: Sequence[str], at: int) -> bool:
        """Tell whether a capitalised token may begin a name; at the start of a sentence few may."""
        word, lowered = words[at], words[at].lower().rstrip(".")
        if word in _MONTHS:
            return False
        if not _opens(words, at):
            return lowered not in FUNCTION_WORDS or word in _PRONOUN_LIKE
        if lowered in FUNCTION_WORDS:
            return word in _PRONOUN_LIKE
        if len(word) > 1 and word.replace(".", "").isupper():
            return True
        following = words[at + 1] if at + 1 < len(words) else ""
        if following == ":":
            return self._inside[word] > self._lower[lowered] or word in PLACES
        if word in PLACES or word in PEOPLES or lowered in HONORIFICS:
            return True
        before_name = is_capitalised(following) and following.lower() not in FUNCTION_WORDS
        if before_name and (
            lowered in GIVEN_NAMES or lowered in OFFICES or lowered in OFFICE_MODIFIERS or word in ADJECTIVES
        ):
            return True
        if self._inside[word] > self._lower[lowered] or (word in self._given and not self._lower[lowered]):
            return True
        if self._lower[lowered] or lowered.partition("-")[0] in _STARTERS or lowered in OFFICES:
            return before_name and is_head(following)
        if before_name:
            return not lowered.endswith(_ENDINGS[:3])
        plural = (
            lowered.endswith(("s", "men")) and not lowered.endswith("ss") and following not in ("'s", "’s")
        )
        return following in _VERBS and not plural and not lowered.endswith(_ENDINGS)


def _opens(words: Sequence[str], at: int) -> bool:
    """Tell whether a token begins a sentence or a quotation, where every word has a capital."""
    return at == 0 or words[at - 1] in _OPENING or words[at - 1] in ".!?…"


def _may_be_given_name(words: Sequence[str], at: int) -> bool:
    """Tell whether a word that opens a sentence begins a name of two words ("Colin Harker, 58, …")."""
    word, following = words[at].lower(), words[at + 1] if at + 1 < len(words) else ""
    is_known = word in FUNCTION_WORDS or word in _STARTERS or word in OFFICES or word in OFFICE_MODIFIERS
    return not is_known and words[at] not in ADJECTIVES and is_capitalised(following)


def _stands_alone(words: Sequence[str], at: int) -> bool:
    """Tell whether no neighbour of a capitalised word has a capital."""
    after = words[at + 1] if at + 1 < len(words) else ""
    return not words[at - 1][0].isupper() and not after[:1].isupper()


def _looks_displayed(words: Sequence[str], is_heading: bool) -> bool:
    """Tell whether a line is in capitals, or a heading in title case."""
    plain = [word for word in words if word.isalpha()]
    long = [word for word in plain if len(word) > 3]
    if len(plain) > 1 and sum(word.isupper() for word in plain) * 10 >= len(plain) * 8 and len(long) > 0:
        return True
    small = sum(word[0].islower() for word in long)
    return is_heading and len(long) > 2 and small * 4 <= len(long)
