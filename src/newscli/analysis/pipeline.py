"""From an article to its analysis: the stages, and what each of them needs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from newscli.errors import UsageError
from newscli.model import (
    Analysis,
    Article,
    Entity,
    Keyword,
    Mention,
    Quote,
    Sentence,
    Source,
    SummarySentence,
)

if TYPE_CHECKING:
    from newscli.analysis.names.titles import TitleReader
    from newscli.analysis.words import SentenceWords
    from newscli.engines.reader.annotations import Annotations
    from newscli.text.quotation_marks import Quotation

Part = Literal["summary", "quotes", "entities", "keywords", "sources"]
PARTS: Final[tuple[Part, ...]] = ("summary", "quotes", "entities", "keywords", "sources")
# What a comparison of several articles rests on.
COMPARED: Final[tuple[Part, ...]] = ("quotes", "entities", "sources")


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may choose about an analysis.

    Attributes:
        sentences: The most sentences that a summary may have.
        words: The most white-space words that a summary may have; it replaces ``sentences``.
        ratio: The most words that it may have, as a share of the story's; it replaces ``sentences`` too.
        method: How the summary is chosen, a key of ``summary.METHODS``. The default one asks the reader,
            which takes most of the time, and ``fast`` does without it. Both read English, and give way
            to ``lead`` if an article does not look like it.
        everywhere: Count names in section line, byline and credits too.
        resolved: Find the full names behind a summary's short ones even if that alone needs the reader.
        threads: How many threads the reader may use for one article.
    """

    sentences: int = 3
    words: int | None = None
    ratio: float | None = None
    method: str = "news"
    everywhere: bool = False
    resolved: bool = False
    threads: int = 1


@dataclass(slots=True)
class _State:
    """What the stages have found so far; what has no default is there once its stage has run."""

    article: Article
    options: Options
    sentences: tuple[Sentence, ...] = ()
    words: tuple[SentenceWords, ...] = ()
    titles: TitleReader = field(init=False)
    quotations: tuple[Quotation, ...] = ()
    annotations: Annotations = field(init=False)
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    summary: tuple[SummarySentence, ...] = ()
    summary_method: str = ""
    keywords: tuple[Keyword, ...] = ()
    sources: tuple[Source, ...] = ()
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the analysis.

    Attributes:
        name: What it finds.
        needs: The stages that run before it.
        run: Reads the state and adds to it; opens and prints nothing.
    """

    name: str
    needs: tuple[str, ...]
    run: Callable[[_State], None]


# Each stage imports its wing when it runs, so that a view never loads the rules of another.
def _segment(state: _State) -> None:
    from newscli.analysis.segment import segment

    state.sentences = segment(state.article)


def _words(state: _State) -> None:
    from newscli.analysis.words import cut_words

    state.words = cut_words(state.article.prose, state.sentences)


def _titles(state: _State) -> None:
    from newscli.analysis.names.titles import TitleReader

    state.titles = TitleReader(state.words)


def _quotations(state: _State) -> None:
    from newscli.text.quotation_marks import pair_marks

    state.quotations, warnings = pair_marks(state.article.prose, state.article.blocks)
    state.warnings.extend(warnings)


def _annotations(state: _State) -> None:
    from newscli.engines.reader.model import annotate

    prose, threads = state.article.prose, state.options.threads
    outermost = [(q.span, q.inner) for q in state.quotations if q.depth == 0]
    state.annotations = annotate(prose, state.sentences, outermost, threads=threads)


def _mentions(state: _State) -> None:
    from newscli.analysis.entities import find_mentions

    names, everywhere = state.annotations.names, state.options.everywhere
    state.mentions = find_mentions(state.article, state.words, names, state.titles, everywhere=everywhere)


def _entities(state: _State) -> None:
    from newscli.analysis.entities import describe, merge

    names = state.annotations.names
    entities = merge(state.article, state.sentences, state.mentions, state.titles, names)
    state.entities = describe(state.words, entities)


def _quotes(state: _State) -> None:
    from newscli.analysis.quotes import find_quotes

    state.quotes = find_quotes(
        state.article, state.words, state.quotations, state.annotations, state.mentions
    )


def _speakers(state: _State) -> None:
    from newscli.analysis.speakers import resolve

    state.quotes = resolve(
        state.article, state.words, state.quotes, state.entities, state.titles, state.annotations
    )


def _summary(state: _State) -> None:
    from newscli.analysis.summary import summarise

    options = state.options
    reads_english = options.method in ("news", "fast")
    state.summary_method = "lead" if reads_english and not state.article.english else options.method
    state.summary = summarise(
        state.article,
        state.words,
        limit=options.sentences,
        words=options.words,
        ratio=options.ratio,
        method=state.summary_method,
        quotations=[quotation.span for quotation in state.quotations if quotation.depth == 0],
        worths=state.annotations.worths if _reads(state.article, options) else (),
    )
    if not state.summary and state.sentences and (options.words, options.ratio) != (None, None):
        state.warnings.append("no sentence of the story is short enough for the summary that was asked for")


def _introductions(state: _State) -> None:
    from newscli.analysis.entities import introduce

    state.summary = introduce(state.article, state.summary, state.entities)


def _keywords(state: _State) -> None:
    from newscli.analysis.keywords import find_keywords

    state.keywords = find_keywords(state.article, state.words, state.entities)


def _sources(state: _State) -> None:
    from newscli.analysis.sources import find_sources

    state.sources = find_sources(state.article, state.quotes)


# In the order in which they run.
STAGES: Final = (
    Stage("segment", (), _segment),
    Stage("words", ("segment",), _words),
    Stage("titles", ("words",), _titles),
    Stage("quotations", (), _quotations),
    Stage("annotations", ("segment", "quotations"), _annotations),
    Stage("mentions", ("words", "titles", "annotations"), _mentions),
    Stage("entities", ("segment", "words", "titles", "annotations", "mentions"), _entities),
    Stage("quotes", ("words", "quotations", "annotations", "mentions"), _quotes),
    Stage("speakers", ("words", "titles", "annotations", "entities", "quotes"), _speakers),
    Stage("summary", ("words", "quotations"), _summary),
    Stage("introductions", ("entities", "summary"), _introductions),
    Stage("keywords", ("words", "entities"), _keywords),
    Stage("sources", ("quotes", "speakers"), _sources),
)
# The stages that give each part; the others give what these need.
_STAGES_OF: Final[Mapping[Part, tuple[str, ...]]] = {
    "summary": ("summary",),
    "quotes": ("quotes", "speakers"),
    "entities": ("entities",),
    "keywords": ("keywords",),
    "sources": ("sources",),
}


def _checked(want: Collection[Part]) -> set[str]:
    """Return the stages that give the wanted parts.

    Raises:
        UsageError: If one of them is no part, or if they are given as one string.
    """
    hint = f"parts: {', '.join(PARTS)}; for example: want={{{PARTS[1]!r}}}"
    if isinstance(want, str):
        raise UsageError(f"want is a string, {want!r}, not a collection of parts", hint)
    for part in want:
        if part not in PARTS:
            raise UsageError(f"there is no part {part!r}", hint)
    return {stage for part in want for stage in _STAGES_OF[part]}


def _reads(article: Article, options: Options) -> bool:
    """Return whether the summary rests on what the reader says: not if so many words bound it."""
    by_sentences = options.words is None and options.ratio is None
    return article.english and options.method == "news" and by_sentences


def _with_needs(stages: set[str]) -> set[str]:
    """Return some stages and all that they need."""
    wanted = set(stages)
    for stage in reversed(STAGES):
        if stage.name in wanted:
            wanted.update(stage.needs)
    return wanted


def analyse(article: Article, want: Collection[Part] = PARTS, options: Options | None = None) -> Analysis:
    """Analyse an article, running only the stages that the wanted parts need.

    Args:
        article: From ``text.load``.
        want: The parts to find; the others stay empty, unless a wanted part needs them.
        options: What the user chose; None for the defaults.

    Returns:
        The analysis. The same article and options give the same analysis. Linear in the text's length.

    Raises:
        UsageError: If ``want`` holds no part, or the options name no method of summary.
        ModelError: If a file of model parameters is missing or altered.
    """
    state = _State(article, options or Options())
    stages = _checked(want)
    if "summary" in stages and _reads(article, state.options):
        stages.add("annotations")
    if "summary" in stages and (state.options.resolved or stages & {"annotations", "entities", "speakers"}):
        # Names cost little where the reader has read anyway.
        stages.add("introductions")
    wanted = _with_needs(stages)
    for stage in STAGES:
        if stage.name in wanted:
            stage.run(state)
    return Analysis(
        article,
        sentences=state.sentences,
        quotes=state.quotes,
        entities=state.entities,
        summary=state.summary,
        summary_method=state.summary_method,
        keywords=state.keywords,
        sources=state.sources,
        warnings=(*article.warnings, *state.warnings),
    )
