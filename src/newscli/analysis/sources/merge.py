"""Sources over several articles: which speakers are one, and the sum of what they say.

Names of people are compared as news style uses them: a person is named in full at the first mention of each
article. Whoever an article names by surname alone is the one of that surname whom the others name in full,
and stays apart if there are two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from newscli.analysis.names.forms import fold_letters
from newscli.model import Analysis, Article, Block, Source, SourceType, Span

# The same words name somebody else if they are of another type: "Washington" the man and the government.
_Name = tuple[str, SourceType | None]
_BETWEEN: Final = "\n"


def unify(analyses: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """Give the quotes and sources of several articles one name for each speaker.

    Args:
        analyses: In order; left as they are.

    Returns:
        The same analyses in that order. A speaker has the name that most of them use, of equal ones the
        first; a surname alone becomes the full name if the articles know one person of it. Middle initials do
        not distinguish, unless they differ.
    """
    used: dict[_Name, int] = {}
    for analysis in analyses:
        sources = {(source.name, source.source_type) for source in analysis.sources}
        speakers = {(quote.speaker, quote.source_type) for quote in analysis.quotes if quote.speaker}
        for name in sorted(sources | speakers, key=str):
            used[name] = used.get(name, 0) + 1
    names = _canonical(used)
    return tuple(
        replace(
            analysis,
            quotes=tuple(
                replace(quote, speaker=names.get((quote.speaker, quote.source_type), quote.speaker))
                if quote.speaker
                else quote
                for quote in analysis.quotes
            ),
            sources=tuple(
                replace(source, name=names[source.name, source.source_type]) for source in analysis.sources
            ),
        )
        for analysis in analyses
    )


def _canonical(used: Mapping[_Name, int]) -> dict[_Name, str]:
    """Return the one name for each name, by how many articles use each."""
    alike: defaultdict[tuple[tuple[str, ...], SourceType | None], list[_Name]] = defaultdict(list)
    for name, kind in used:
        alike[_words(name, kind), kind].append((name, kind))
    groups = [part for group in alike.values() for part in _by_initials(group)]
    found = {
        name: max(group, key=lambda one: (not one[0].isupper(), used[one]))[0]
        for group in groups
        for name in group
    }
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    for (name, kind), full in found.items():
        if kind == "person" and " " in name:
            surnames[_words(name, kind)[-1]].add(full)
    for name, kind in used:
        bearers = surnames.get(fold_letters(name), set())
        if kind == "person" and " " not in name and len(bearers) == 1:
            found[name, kind] = next(iter(bearers))
    return found


def _words(name: str, kind: SourceType | None) -> tuple[str, ...]:
    """Return the words by which a name is compared: those of a person without middle initials."""
    words = fold_letters(name).split()
    inside = words[1:-1] if kind == "person" else words[:0]
    dropped = {word for word in inside if len(word.rstrip(".")) == 1}
    return tuple(word for word in words if word not in dropped)


def _by_initials(group: Sequence[_Name]) -> Iterable[Sequence[_Name]]:
    """Yield the names that are one: all, unless their middle initials differ."""
    initials = {name: fold_letters(name[0]) for name in group}
    if len({letters for letters in initials.values() if "." in letters}) <= 1:
        return [group]
    return [
        [name for name in group if initials[name] == letters] for letters in sorted(set(initials.values()))
    ]


def merge_sources(analyses: Sequence[Analysis], file: str = "") -> Analysis:
    """Count the sources of several articles together.

    Args:
        analyses: With sources; at least one.
        file: What the result is called.

    Returns:
        An analysis of all of them with ``sources``, those of most words first, their descriptions as its
        text, and the warnings of each article behind its file. ``first_paragraph`` is that of the first
        article in which a source speaks. The analysis itself if it is the only one.
    """
    if len(analyses) == 1:
        return analyses[0]
    alike: defaultdict[tuple[str, SourceType | None], list[Source]] = defaultdict(list)
    described: dict[tuple[str, SourceType | None], str] = {}
    for analysis in unify(analyses):
        for source in analysis.sources:
            key = fold_letters(source.name), source.source_type
            alike[key].append(source)
            if source.description is not None:
                described.setdefault(key, source.description.of(analysis.article.prose))
    total = sum(source.words for group in alike.values() for source in group)
    text, spans = _joined(described)
    found = [_sum(group, total, spans.get(key)) for key, group in alike.items()]
    article = Article(text, file, (Block("body", Span(0, len(text))),) if text else (), text)
    ordered = tuple(sorted(found, key=lambda source: -source.words))
    warnings = tuple(
        f"{analysis.article.file}: {warning}" for analysis in analyses for warning in analysis.warnings
    )
    count = sum(analysis.articles for analysis in analyses)
    return Analysis(article, sources=ordered, warnings=warnings, articles=count)


def _joined(
    described: Mapping[tuple[str, SourceType | None], str],
) -> tuple[str, dict[tuple[str, SourceType | None], Span]]:
    """Return all descriptions as one text, and where each stands in it."""
    spans, start = {}, 0
    for key, words in described.items():
        spans[key] = Span(start, start + len(words))
        start += len(words) + len(_BETWEEN)
    return _BETWEEN.join(described.values()), spans


def _sum(group: Sequence[Source], total: int, description: Span | None) -> Source:
    words = sum(source.words for source in group)
    return replace(
        group[0],
        description=description,
        named=any(source.named for source in group),
        pronoun=next((source.pronoun for source in group if source.pronoun), None),
        direct=sum(source.direct for source in group),
        mixed=sum(source.mixed for source in group),
        indirect=sum(source.indirect for source in group),
        words=words,
        share=words / total if total else 0.0,
        articles=sum(source.articles for source in group),
    )
