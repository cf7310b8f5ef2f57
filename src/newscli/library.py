"""What a Python program gets: analyses whose records have their words, and records for data frames."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, TypeVar

from newscli import model
from newscli.analysis.pipeline import PARTS, Options, Part
from newscli.analysis.pipeline import analyse as analyse_article
from newscli.errors import NewscliError, UsageError
from newscli.model import Article
from newscli.text.load import parse, read

if TYPE_CHECKING:
    from newscli.render import View
    from newscli.render.records import Records

Text = str | Article
Source = str | Article | os.PathLike[str]
Own = TypeVar("Own")

# Of the words in a short form.
_WORDS_SHOWN: Final = 60


@dataclass(frozen=True, slots=True, repr=False)
class Sentence(model.Sentence):
    """A sentence with its words.

    Attributes:
        text: The words, as the article has them.
    """

    text: str = ""

    def __repr__(self) -> str:
        return f"<Sentence {self.index}, {self.role}: {_short(self.text)}>"


@dataclass(frozen=True, slots=True, repr=False)
class SummarySentence(model.SummarySentence):
    """A sentence of the summary with its words.

    Attributes:
        text: The words, as the article has them.
    """

    text: str = ""

    def __repr__(self) -> str:
        return f"<SummarySentence {self.index}: {_short(self.text)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Quote(model.Quote):
    """A quote with its words.

    Attributes:
        text: The words, as the records of the command line have them: with "…" where the article tells
            something else between two pieces.
    """

    text: str = ""

    def __repr__(self) -> str:
        return f"<Quote {self.id}, {self.kind}, {self.speaker}: {_short(self.text)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Entity(model.Entity):
    """An entity with the words of its mentions.

    Attributes:
        texts: Each mention as the article has it, in the order of ``mentions``.
    """

    texts: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Entity {self.name}, {self.label}, {self.count}×>"


@dataclass(frozen=True, slots=True, repr=False)
class Analysis(model.Analysis):
    """An article and what was read in it; a part that was not asked for is empty.

    The records have their words beside their spans.
    """

    sentences: tuple[Sentence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    summary: tuple[SummarySentence, ...] = ()

    def __repr__(self) -> str:
        counts = [("sentences of summary", len(self.summary))]
        counts += [(part, len(getattr(self, part))) for part in PARTS if part != "summary"]
        found = (f"{count} {name}" for name, count in counts if count)
        return f"<Analysis of {self.article.file!r}: {', '.join(found) or 'nothing found'}>"

    def to_dict(self, *, everything: bool = False) -> dict[str, object]:
        """Return the article's record as ``newscli report --format json`` has it: values that JSON can hold.

        Args:
            everything: Whether quotes that no list shows by default are in it, as with ``--all``.
        """
        from newscli.render.json import article

        return article("report", _shown(self, everything=everything))

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the article, with the statements marked that lists show."""
        from newscli.render.html import notebook_cell

        return notebook_cell(_shown(self, everything=False))


def analyse(article: Text, want: Collection[Part] = PARTS, options: Options | None = None) -> Analysis:
    """Analyse an article, or a string that holds one, running only what the wanted parts need.

    Args:
        article: From ``read`` or ``parse``, or a string that is parsed.
        want: The parts to find; the others stay empty, unless a wanted part needs them.
        options: What the user chose; None for the defaults.

    Returns:
        The analysis. The same article and options give the same analysis. Linear in the text's length.

    Raises:
        InputError: If the string is empty, or HTML without an article.
        UsageError: If the article is neither, ``want`` holds no part, or the options name no method.
        ModelError: If a file of model parameters is missing or altered.
    """
    check_options(options)
    check_parts(want)
    found = analyse_article(article if isinstance(article, Article) else parse(article), want, options)
    return with_words(found)


def analyse_many(
    texts: Iterable[Source],
    *,
    jobs: int = 1,
    want: Collection[Part] = PARTS,
    options: Options | None = None,
) -> Iterator[Analysis | NewscliError]:
    """Analyse many articles, one by one, in their order.

    Args:
        texts: Strings that are parsed, articles, or paths (``pathlib.Path``) that are read. They are taken as
            they are needed, few ahead of the one that is yielded.
        jobs: How many processes to use, 0 for one on each core.
        want: The parts to find, as for ``analyse``.
        options: What the user chose; None for the defaults.

    Returns:
        An iterator over the analyses; in place of one that failed stands the error that says why.

    Raises:
        UsageError: At once, if the arguments make no sense.
    """
    from newscli.many import check, in_order

    check(texts, jobs, want, options)
    return in_order(texts, jobs, want, options)


def to_records(
    analyses: model.Analysis | Iterable[model.Analysis | NewscliError],
    view: View = "quotes",
    *,
    everything: bool = False,
) -> Records:
    """Return the records of one list, over all articles, as rows of plain values.

    They go into ``pandas.DataFrame``, ``polars.DataFrame`` or DuckDB as they are. The columns are those of
    CSV; what is missing is None.

    Args:
        analyses: One analysis or several; errors among them, which ``analyse_many`` yields, are left out.
        view: ``quotes``, ``entities``, ``summary``, ``keywords``, ``sources``, or ``report`` for one table of
            all but the sources.
        everything: Whether quotes that no list shows by default are in it, as with ``--all``.

    Raises:
        UsageError: If there is no such list, or what is given is no analysis.
    """
    from newscli.render.records import VIEWS, records

    if view not in VIEWS:
        raise UsageError(f"there is no list {view!r}", f"lists: {', '.join(VIEWS)}")
    several = analyses if isinstance(analyses, Iterable) else [analyses]
    return records(view, [_shown(one, everything=everything) for one in _without_errors(several)])


def _without_errors(analyses: Iterable[object]) -> Iterator[model.Analysis]:
    for one in analyses:
        if isinstance(one, model.Analysis):
            yield one
        elif not isinstance(one, NewscliError):
            raise UsageError(f"{_short(repr(one))} is no analysis", "give what newscli.analyse returns")


def check_options(options: object) -> None:
    """Refuse what are no options.

    Raises:
        UsageError: If they are something else.
    """
    if options is not None and not isinstance(options, Options):
        raise UsageError(
            f"options are {type(options).__name__}, not Options", "for example: newscli.Options(sentences=1)"
        )


def check_parts(want: object) -> None:
    """Refuse what is no collection of parts of an analysis.

    Raises:
        UsageError: If it is something else, or one of them is no part.
    """
    hint = f"parts: {', '.join(PARTS)}; for example: want={{{PARTS[1]!r}}}"
    if isinstance(want, str) or not isinstance(want, Collection):
        kind = "a string" if isinstance(want, str) else type(want).__name__
        raise UsageError(f"want is {kind}, {want!r}, not a collection of parts", hint)
    for part in want:
        if part not in PARTS:
            raise UsageError(f"there is no part {part!r}", hint)


def perform(source: Source, want: Collection[Part], options: Options) -> Analysis:
    """Read what is a path, parse what is a string, and analyse it."""
    return analyse(read(source) if isinstance(source, os.PathLike) else source, want, options)


def with_words(analysis: model.Analysis) -> Analysis:
    """Return an analysis whose records have their words."""
    from newscli.render.wording import quoted

    article = analysis.article
    text = article.text
    return _as(
        Analysis,
        analysis,
        sentences=tuple(_as(Sentence, s, text=s.span.of(text)) for s in analysis.sentences),
        quotes=tuple(_as(Quote, q, text=quoted(article, q)) for q in analysis.quotes),
        entities=tuple(
            _as(Entity, e, texts=tuple(span.of(text) for span in e.mentions)) for e in analysis.entities
        ),
        summary=tuple(_as(SummarySentence, s, text=s.span.of(text)) for s in analysis.summary),
    )


def _as(kind: type[Own], record: Any, **words: object) -> Own:  # noqa: ANN401 - any record of the model
    """Return a record of the model as one of its own class here."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return kind(**{**values, **words})


def _shown(analysis: model.Analysis, *, everything: bool) -> model.Analysis:
    from newscli.analysis.filters import filter_quotes

    return filter_quotes(analysis, everything=everything)


def _short(words: str) -> str:
    words = " ".join(words[: 2 * _WORDS_SHOWN].split())
    return words if len(words) <= _WORDS_SHOWN else words[: _WORDS_SHOWN - 1] + "…"
