"""Sources that name somebody: in themselves, in apposition, behind a rank, or as whose spokesman it is."""

from __future__ import annotations

import re
from typing import Final

from newscli.analysis.names.described import is_person
from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.named_spans import NamedSpans
from newscli.analysis.speakers.noun_phrases import head, head_noun, is_beneath, named_by, spoken_for
from newscli.analysis.speakers.spellings import Spellings
from newscli.english.clauses import BE_FORMS
from newscli.english.grammar import ARTICLES, FUNCTION_WORDS, TAIL_OPENERS
from newscli.english.nouns import BODIES, DOCUMENTS, SPOKESPEOPLE
from newscli.english.places import ADJECTIVES
from newscli.english.titles import HONORIFICS, OFFICE_MODIFIERS, TITLES
from newscli.english.words import word_set
from newscli.model import Entity, Label, Span

# "Rear Adm. (ret.) Ann Roe".
_RETIRED: Final = re.compile(r"\s?\([Rr]et(?:ired|d)?\.?\)\s?")
_ENDS_PHRASE: Final = re.compile(r"\s*(?:[.,;:!?)—–]|$)")
# Between a name and its "who": "Ann Roe, head of the harbour board, who".
_OF_WHERE: Final = re.compile(r"(?:,(?: [\w'’-]{1,20}){1,8})? (?:at|for|from|of|with) [^,.;:!?()]{1,60},? ?")
# These bounds were set by hand. Halving or doubling one changes at most two of the 2,483 speakers in the
# samples and PolNeAR's development articles.

# From a name to its "who": "Ann Roe, the chief of police here, who said".
MAX_DESCRIPTION_WORDS: Final = 12
MAX_PHRASE_CHARS: Final = 200
# From a description to its name: "his daughter, the novelist and critic Ann Roe".
MAX_APPOSED_WORDS: Final = 5
MAX_APPOSED_CHARS: Final = 60


# What a relative pronoun follows: "the Saudi government, which", "by a make-up artist who".
_UNNAMED: Final = {
    "which": re.compile(r"\b(?P<words>(?:[Tt]he|[Aa]n?) (?:[\w-]{1,24} ){0,3}(?P<noun>[a-z]{1,24})),? $"),
    "who": re.compile(
        r"(?<!, )\b(?P<before>[\w’']{1,24}) "
        r"(?P<words>(?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ss]ome|[\w-]{1,24}['’]s) "
        r"(?:[\w-]{1,24} ){0,3}(?P<noun>[a-z-]{1,24})),? $"
    ),
}
# "A study by Ord professor | Ann Roe".
_MADE_BY: Final = re.compile(
    r"(?:[\w’'-]{1,24} ){1,4}?(?P<noun>[a-z]{1,24}) (?:by|from) (?P<which>(?:[\w’'.-]{1,24} ){0,5})"
)
_SINGULAR: Final = {"ies": "y", "men": "man", "s": ""}
_PLURAL: Final = re.compile(r"(?:ies|men|s)$")
# "She is a lawyer who", "one of the lawyers who": these may be somebody else, who may have a name.
_CALLED: Final = BE_FORMS | word_set("as became become becomes like named of remained remains")


class NamedSources:
    """Finds whom a source names."""

    def __init__(
        self, prose: str, named: NamedSpans, spellings: Spellings, descriptions: Descriptions
    ) -> None:
        self._prose, self._named = prose, named
        self._spellings, self._descriptions = spellings, descriptions

    def of(self, mention: Span, text: str) -> Entity | None:
        """Return whom a source names, None for nobody.

        Args:
            mention: The source.
            text: Its words, with single spaces.
        """
        entity = self._named_in(mention, text)
        return None if entity is not None and _is_of_party(entity, text) else entity

    def _named_in(self, mention: Span, text: str) -> Entity | None:
        """Return whom a source names, in itself or in apposition, or whose spokesman it is."""
        retired = _RETIRED.match(self._prose, mention.end)
        if retired is not None and all(map(_is_of_rank, text.lower().split())):
            behind = self._named.within(Span(retired.end(), retired.end() + 1))
            return behind[0][1] if behind else None
        named = named_by(self._prose, mention, self._named)
        if named is None and not self._named.within(mention):
            named = self._spellings.of(text)
        named = named or self._apposed(mention) or self._maker(mention) or self._spokesperson(text)
        return named or spoken_for(self._prose, mention, self._named)

    def _maker(self, mention: Span) -> Entity | None:
        """Return the person who made a document: "a report by the economist Ann Roe"."""
        names = self._named.within(mention)
        if not names or names[-1][1].label != "PER" or names[-1][0].end != mention.end:
            return None
        made = _MADE_BY.fullmatch(self._prose, mention.start, names[-1][0].start)
        if made is None or made["noun"] not in DOCUMENTS:
            return None
        is_maker = (FUNCTION_WORDS - ARTICLES).isdisjoint(made["which"].lower().split())
        return names[-1][1] if is_maker else None

    def _spokesperson(self, text: str) -> Entity | None:
        """Return who has a name and is "the Ferry Board spokeswoman", as the article says of one alone."""
        if head_noun(text).lower() not in SPOKESPEOPLE:
            return None
        called = [one for one in self._descriptions.of(head(text)) if one.label == "PER"]
        return called[0] if len(called) == 1 else None

    def _apposed(self, mention: Span) -> Entity | None:
        """Return the person whose name follows a description: "said the head of the board, Dr Ann Roe."."""
        if is_beneath(mention.of(self._prose)):
            return None
        near = Span(mention.end, mention.end + MAX_APPOSED_CHARS)
        name = next((pair for pair in self._named.within(near) if pair[0].start > mention.end), None)
        if name is None or name[1].label != "PER" or not _ENDS_PHRASE.match(self._prose, name[0].end):
            return None
        between = self._prose[mention.end : name[0].start]
        words = [word.rstrip(".") for word in between[1:].lower().split()]
        if between[:1] != "," or "," in between[1:] or len(words) > MAX_APPOSED_WORDS:
            return None
        described = words[:1] in (["the"], ["a"], ["an"]) and TAIL_OPENERS.isdisjoint(words)
        return name[1] if described or HONORIFICS.issuperset(words) else None

    def unnamed_before(self, mention: Span, word: str) -> str | None:
        """Return the words for one without a name whom a relative pronoun follows, None for no such one.

        Args:
            mention: The pronoun.
            word: It in lower case: "which" follows a body ("the Saudi government, which denied it"), "who"
                people ("sued by a make-up artist who claimed it").
        """
        start = max(0, mention.start - MAX_PHRASE_CHARS)
        match = _UNNAMED[word].search(self._prose, start, mention.start) if word in _UNNAMED else None
        if match is None:
            return None
        noun = match["noun"]
        if word == "which":
            return match["words"] if noun in BODIES else None
        one = _PLURAL.sub(lambda found: _SINGULAR[found[0]], noun)
        are_people = is_person(one) or one in BODIES
        is_whole = match["before"].lower() not in _CALLED
        is_whole = is_whole and FUNCTION_WORDS.isdisjoint(match["words"].lower().split()[1:])
        return match["words"] if are_people and is_whole else None

    def before(self, mention: Span, other: Label) -> Entity | None:
        """Return the name that a relative pronoun follows, unless it is of a label that it never means.

        In "Ann Roe of the harbour board, who" it is Roe, and the board where no person is named before it.
        """
        before = self._named.within(Span(max(0, mention.start - MAX_PHRASE_CHARS), mention.start))
        found: Entity | None = None
        for span, entity in reversed(before):
            between = self._prose[span.end : mention.start]
            described = between.lstrip().startswith(",") and len(between.split()) <= MAX_DESCRIPTION_WORDS
            if entity.label == "PER" != other and _OF_WHERE.fullmatch(between):
                return found if found and found.label == "PER" else entity
            if not found and entity.label != other and (described or not between.strip(" ,\n")):
                found = entity
        return found


def _is_of_rank(word: str) -> bool:
    return word.rstrip(".") in TITLES | OFFICE_MODIFIERS


def _is_of_party(named: Entity, text: str) -> bool:
    """Return whether a source is one of those whom an adjective names: "the Republican"."""
    return (
        named.label == "MISC" and named.name in ADJECTIVES and text.split(maxsplit=1)[0].lower() in ARTICLES
    )
