"""Nouns that attribute a quotation: “No,” was the reply of Ann Roe; “Never” is Roe's answer."""

from __future__ import annotations

from typing import Final

from newscli.analysis.quotes.draft import Attribution
from newscli.analysis.quotes.running_text import QuotedWords
from newscli.analysis.quotes.subjects import subject_after
from newscli.english.grammar import ARTICLES
from newscli.english.name_parts import POSSESSIVE_S, POSSESSIVES
from newscli.english.nouns import UTTERANCES
from newscli.english.pronouns import POSSESSIVE_PRONOUNS

_IS: Final = frozenset({"is", "was", "came"})
_WHOSE: Final = frozenset({"by", "from", "of"})
# From the verb to the noun: "was the only reply", "is the port director's first answer".
MAX_TO_NOUN: Final = 7


def attribute_by_noun(words: QuotedWords, start: int, stop: int) -> Attribution | None:
    """Find who is said to have answered so, in the words behind a quotation.

    Args:
        words: The sentence.
        start: Token index behind the quotation and its comma; "That was Roe's view" may stand there, too.
        stop: Token index where the search ends, exclusive.

    Returns:
        The possessor of the noun, or who follows its "of"; without a source for "came the reply"; None if no
        such noun stands there.
    """
    verb = start + (words.lower[start : start + 1] == ("that",))
    if verb + 1 >= stop or words.lower[verb] not in _IS:
        return None
    near = range(verb + 1, min(stop, verb + 1 + MAX_TO_NOUN))
    noun = next((at for at in near if words.lower[at] in UTTERANCES), None)
    if noun is None or any(words.quoted[verb:noun]):
        return None
    cue = words.span(start, noun)
    owner = next((at for at in range(verb + 1, noun) if words.lower[at] in POSSESSIVES), None)
    if owner is not None:
        return Attribution(cue, words.span(verb + 1, owner - 1), "beside")
    if words.lower[verb + 1] in POSSESSIVE_PRONOUNS:
        return Attribution(cue, words.spans[verb + 1], "beside")
    if words.lower[verb + 1] not in ARTICLES - POSSESSIVE_S:
        return None
    if noun + 1 < stop and words.lower[noun + 1] in _WHOSE:
        source = subject_after(words, noun + 1, stop)
        return Attribution(cue, words.span(*source), "beside") if source else None
    return Attribution(cue, None, "beside") if words.lower[verb] == "came" else None
