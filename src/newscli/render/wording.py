"""What people read: titles, notes, counts, and the words of an article without its markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from newscli.english.grammar import FUNCTION_WORDS
from newscli.english.punctuation import CLOSING_MARKS, OPENING_MARKS
from newscli.model import (
    LABELS,
    Act,
    Analysis,
    Article,
    Audit,
    Entity,
    Label,
    Quote,
    Referent,
    Span,
    Status,
    SummarySentence,
)
from newscli.render import View
from newscli.render.sanitize import fold_space

# The views that a report is made of, in its order.
PARTS: Final[tuple[View, ...]] = ("summary", "quotes", "entities", "keywords")
TITLES: Final[Mapping[View, str]] = {
    "summary": "Summary",
    "quotes": "Quotes",
    "sources": "Sources",
    "entities": "Names",
    "keywords": "Keywords",
    "compare": "Comparison",
}

NOTHING: Final[Mapping[View, str]] = {
    "summary": "Nothing to summarise.",
    "quotes": "No quotes found.",
    "sources": "No sources found.",
    "entities": "No names found.",
    "keywords": "No keywords found.",
    "compare": "Nothing to compare.",
}

_NEXT_WORD: Final = re.compile(r"\s+(\w+)")
_POSSESSIVE: Final = re.compile(r"['’]s\b")
UNKNOWN: Final = "—"
# Between pieces of a cue that stand apart, and between those of a quote where the article tells other things.
APART: Final = " … "
NO_SPEAKER: Final = "No speaker named"
_STATUSES: Final[Mapping[Status, str]] = {
    "said": "",
    "unsaid": "not said",
    "denied": "denied",
    "asked": "asked",
    "possible": "possible",
}
_ACTS: Final[Mapping[Act, str]] = {"speech": "", "thought": "thought"}
GROUPS: Final[dict[Label, str]] = {
    "PER": "People",
    "ORG": "Organisations",
    "LOC": "Places",
    "MISC": "Other names",
}


def quoted(article: Article, quote: Quote) -> str:
    """Return the words of a quote as the article has them; see ``_pieced``."""
    return _pieced(article, quote, lambda span: span.of(article.text))


def readable_quote(article: Article, quote: Quote, *, raw: bool = False) -> str:
    """Return the words of a quote without the article's markup; see ``_pieced``.

    Pronouns that say nothing beside the speaker's name are names in square brackets, unless they are wanted
    ``raw``.
    """
    referents = [one for one in quote.referents if one.name != quote.speaker and not raw]
    return _pieced(article, quote, lambda span: _with_names(article, span, referents))


def resolved(article: Article, quote: Quote) -> str | None:
    """Return the words of a quote with names for its pronouns, the speaker's too; None if none is sure."""
    if not quote.referents:
        return None
    return _pieced(article, quote, lambda span: _with_names(article, span, quote.referents))


def in_full(article: Article, sentence: SummarySentence) -> str:
    """Return a summary's sentence with the full names behind short ones that it does not explain."""
    found, start = "", sentence.span.start
    for referent in sentence.referents:
        name, possessive = readable(article, Span(start, referent.span.end)), ""
        if behind := _POSSESSIVE.match(article.prose, referent.span.end):
            name, possessive = name + behind[0], "'s"
        told = referent.description and fold_space(readable(article, referent.description))
        found += f"{name} [{referent.name}{possessive}{f', {told}' if told else ''}]"
        start = behind.end() if behind else referent.span.end
    return found + readable(article, Span(start, sentence.span.end))


def _with_names(article: Article, span: Span, referents: Sequence[Referent]) -> str:
    """Return readable words with "[Mara Voss]" for "she", and "[Mara Voss's]" for "her" before a noun."""
    found, start = "", span.start  # on one line: where a file wraps its lines says nothing
    for referent in referents:
        if span.holds(referent.span):
            possessive = "'s" if _is_possessive(article, referent.span) else ""
            found += f"{readable(article, Span(start, referent.span.start))}[{referent.name}{possessive}]"
            start = referent.span.end
    return fold_space(found + readable(article, Span(start, span.end)))


def _is_possessive(article: Article, pronoun: Span) -> bool:
    """Return whether a pronoun says whose: "his", and "her" before a word that may be a noun."""
    word = pronoun.of(article.prose).lower()
    behind = _NEXT_WORD.match(article.prose, pronoun.end)
    return word in {"his", "hers"} or (
        word == "her" and behind is not None and behind[1].lower() not in FUNCTION_WORDS
    )


def _pieced(article: Article, quote: Quote, words: Callable[[Span], str]) -> str:
    """Return the words of a quote, with "…" where the article tells something else between two pieces.

    Each paragraph of a long quotation is a line of its own, without the mark that opens it again.
    """
    found = words(quote.spans[0])
    for before, after in pairwise(quote.spans):
        between = article.prose[before.end : after.start]
        piece = words(after)
        if any(char.isalnum() for char in between):
            found += APART + piece
        elif "\n" in between:
            goes_on = piece[:1] in OPENING_MARKS and found[-1:] not in CLOSING_MARKS
            found += "\n" + (piece[1:] if goes_on else piece)
        else:
            found += " " + piece
    return found


def readable(article: Article, span: Span) -> str:
    """Return the words of a span without control characters."""
    if article.prose is article.text:
        return span.of(article.text)
    pairs = zip(span.of(article.text), span.of(article.prose), strict=True)
    return "".join(char for char, prose in pairs if prose != " " or char.isspace())


def body_words(article: Article) -> int:
    """Return the number of words in the body, as white space parts them and ``wc -w`` counts."""
    return sum(len(span.of(article.prose).split()) for span in article.spans("body"))


def by_speaker(analysis: Analysis) -> list[Quote]:
    """Return the quotes grouped by speaker: in order of first appearance, unknown speakers last."""
    groups: dict[str | None, list[Quote]] = {}
    for quote in analysis.quotes:
        groups.setdefault(quote.speaker, []).append(quote)
    unknown = groups.pop(None, [])
    return [quote for group in (*groups.values(), unknown) for quote in group]


def surest(quotes: Sequence[Quote], limit: int) -> list[Quote]:
    """Return the quotes of highest confidence, in text order."""
    return sorted(sorted(quotes, key=lambda quote: -quote.confidence)[:limit], key=lambda quote: quote.id)


def quoted_again(analyses: Iterable[Analysis]) -> list[str]:
    """Return the speakers who have more than one quote, in order of first appearance."""
    quotes = Counter(quote.speaker for analysis in analyses for quote in analysis.quotes)
    return [speaker for speaker, number in quotes.items() if speaker and number > 1]


def size_of_quotes(quotes: Iterable[tuple[Article, Quote]]) -> str:
    """Return the number of quotes and of the words in them, as white space parts them."""
    sizes = [sum(len(span.of(article.prose).split()) for span in quote.spans) for article, quote in quotes]
    count, words = len(sizes), sum(sizes)
    return f"{count} quote{'s' * (count != 1)} · {words} word{'s' * (words != 1)}"


def speaker_or_source(article: Article, quote: Quote) -> str:
    """Return the speaker; if the article names none, its own words for the source in parentheses."""
    if quote.speaker or not quote.mention:
        return quote.speaker or UNKNOWN
    return f"({readable(article, quote.mention)})"


def quote_notes(quote: Quote) -> list[str]:
    """Return what the words of a quote and its cue may not show: that it was not said, or only thought."""
    return [note for note in (_ACTS[quote.act], _STATUSES[quote.status]) if note]


def place_of(paragraph: int | None) -> str:
    """Return where a quote begins: ``¶3``, or ``head`` for a headline."""
    return "head" if paragraph is None else f"¶{paragraph}"


def audit_line(audit: Audit) -> str:
    """Return sources in one line: how many, and the share of words of the largest and of the anonymous."""
    if not audit.sources:
        return NOTHING["sources"]
    count = len(audit.sources)
    figures = [
        f"{count} source{'s' * (count != 1)}, {audit.named} named",
        f"largest {percent(audit.largest)}",
        f"anonymous {percent(audit.anonymous)}",
    ]
    return " · ".join([*figures, *(["one-source story"] if count == 1 else [])])


def percent(share: float) -> str:
    """Return a share from 0 to 1 in whole percent; what is not nothing or all never reads 0 or 100."""
    whole = round(share * 100)
    least, most = int(share > 0), 100 - int(share < 1)
    return f"{min(max(whole, least), most)}%"


def unsure_left_out(quotes: int) -> str:
    """Return what a table says of quotes that are too unsure for it."""
    are = "quotes are" if quotes != 1 else "quote is"
    return f"{quotes} unsure {are} left out; --format plain or json shows all that was asked for."


def name_groups(entities: Sequence[Entity]) -> list[tuple[str, list[Entity]]]:
    """Return the entities of each label under its title, in the order given; empty groups are left out."""
    groups = ((GROUPS[label], [e for e in entities if e.label == label]) for label in LABELS)
    return [(title, group) for title, group in groups if group]


# What a table of entities ends with: why they stand in this order, and what it leaves out.
ORDER: Final = "First stand those that the article is most about."


def left_out(others: int) -> str:
    """Return how many other names a table does not show, and how to see them."""
    return f"{others} other name{'s' * (others != 1)}: --all" if others else ""


def further_aliases(entity: Entity) -> list[str]:
    """Return the aliases that are more than the name in other letters, "PORT ELLERY" for one."""
    return [alias for alias in entity.aliases if alias.casefold() != entity.name.casefold()]


def origin(article: Article) -> str:
    """Return where an article comes from: its file, and which of the file's articles it is."""
    return article.file if article.article is None else f"{article.file} · {article.article}"
