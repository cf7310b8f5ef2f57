"""The names of an article: as the reader annotates them, cut to the name alone, agreed with one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newscli.analysis.entities.also_called import with_other_names
from newscli.analysis.entities.bounds import names_in
from newscli.analysis.entities.firms import with_firms
from newscli.analysis.entities.hyphens import apart, with_pairs_parted
from newscli.analysis.entities.labels import Sighting, agree
from newscli.analysis.entities.last_first import with_last_first
from newscli.analysis.entities.left_out import with_left_out
from newscli.analysis.entities.offices import without_offices
from newscli.analysis.entities.openers import without_openers
from newscli.analysis.entities.repeats import with_repeats
from newscli.analysis.entities.results import with_results
from newscli.analysis.entities.spelled_out import with_spelled_out
from newscli.analysis.names.forms import fold_letters
from newscli.analysis.names.titles import TitleReader
from newscli.analysis.words import SentenceWords
from newscli.engines.reader.annotations import NameAnnotation
from newscli.english.newspaper import FIELD_LABELS
from newscli.limits import MAX_TOKEN_CHARS
from newscli.model import FURNITURE, Article, Mention, Span
from newscli.spans import SpanIndex

# What makes a sum of money of letters before it: "US$5m".
_CURRENCIES: Final = frozenset("$£¥€")
_MAX_FORM: Final = 400  # characters between the fields of an invitation to the press
_ERAS: Final = frozenset({"AD", "BC", "BCE", "CE"})


def find_mentions(
    article: Article,
    words: Sequence[SentenceWords],
    names: Sequence[NameAnnotation],
    titles: TitleReader,
    *,
    everywhere: bool = False,
) -> tuple[Mention, ...]:
    """Take the names that the reader marked, and those that it missed although the article repeats them.

    Args:
        article: The article.
        words: All its sentences.
        names: As the reader annotates them, in text order, without overlaps.
        titles: The titles before names.
        everywhere: Return the names in section line, byline and credits too, which are about who made the
            article, not about its subject.

    Returns:
        In text order, without overlaps; a person's title ("Mr") and a possessive ending are outside the
        span. A name that runs over the end of a sentence ("By Ann Roe", then "LISBON") is two, as are
        "Boston-based Acme" and, if the article has "Roe" alone too, "Roe and Moss". The labels are those
        on which all mentions agree; see `agree`. Linear in the text's length.
    """
    known = {fold_letters(name.span.of(article.prose)) for name in names}
    found: list[Sighting] = []
    at = 0
    for sentence_words in words:
        sentence = sentence_words.sentence
        while at < len(names) and names[at].span.end <= sentence.span.start:
            at += 1
        here = at
        while here < len(names) and names[here].span.start < sentence.span.end:
            for one in names_in(sentence_words, names[here], known):
                while found and found[-1].span.end > one.span.start:  # "Duchess" of "Duchess of Aldmoor"
                    found.pop()
                found.append(one)
            here += 1
    found = with_results(article.prose, with_last_first(article.prose, found))
    found = without_offices(article.prose, words, without_openers(article.prose, words, found))
    found = with_firms(article.prose, with_left_out(article.prose, words, found))
    found = with_repeats(words, with_spelled_out(words, found))
    found = [one for one in found if not any(says(article.prose, one.span) for says in _NO_NAMES)]
    found = with_other_names(article.prose, found)
    parted = [part for one in found for part in apart(article.prose, one)]
    mentions = agree(article, list(with_pairs_parted(article.prose, parted)), titles)
    if everywhere:
        return mentions
    furniture = SpanIndex(block.span for block in article.blocks if block.role in FURNITURE)
    return tuple(mention for mention in mentions if furniture.at(mention.span.start) is None)


def _is_field(prose: str, name: Span) -> bool:
    """Return whether a name is the label of a field: "Att: 31,204", "LEAD: ...", "WHO:" beside "WHAT:"."""
    label = name.of(prose).lower()
    if prose[name.end : name.end + 1] != ":" or label not in FIELD_LABELS:
        return False
    around = prose[max(0, name.start - _MAX_FORM) : name.end + _MAX_FORM]
    return label != "who" or "WHAT:" in around or "WHEN:" in around


def _is_era(prose: str, name: Span) -> bool:
    """Return whether a name only says from where a year is counted: "3000 BC", not "Vancouver, BC"."""
    text = name.of(prose).replace(".", "")
    if text not in _ERAS:
        return False
    if prose[max(0, name.start - 2) : name.start].rstrip()[-1:].isdigit():
        return True
    return text == "AD" and prose[name.end : name.end + 2].lstrip()[:1].isdigit()


def _in_address(prose: str, name: Span) -> bool:
    """Return whether a name is a handle, a hashtag, a part of a mail or web address or of a sum of money."""
    start, end = name.start, name.end
    if prose[max(0, start - 1)] in "@#" or prose[start] in "@#" or prose[end : end + 1] in _CURRENCIES:
        return True
    while start > 0 and not prose[start - 1].isspace() and name.start - start < MAX_TOKEN_CHARS:
        start -= 1
    while end < len(prose) and not prose[end].isspace() and end - name.end < MAX_TOKEN_CHARS:
        end += 1
    run = prose[start:end]
    return "://" in run or "www." in run or ("@" in run[1:-1] and "." in run.partition("@")[2])


_NO_NAMES: Final = (_in_address, _is_era, _is_field)
