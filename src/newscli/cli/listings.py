"""Lists over several articles: their speakers and sources as one, and what to say if nobody is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Final

from newscli.cli.options import Shared
from newscli.errors import UsageError
from newscli.limits import MAX_COMPARED
from newscli.model import Analysis, Audit
from newscli.render import Format, View, format_of_name

# What people read; the others are for scripts, which count for themselves.
_FOR_PEOPLE: Final[tuple[Format, ...]] = ("table", "plain", "markdown", "html")

_CALLED: Final[Mapping[View, str]] = {
    "summary": "sentences for a summary",
    "quotes": "quotes",
    "sources": "sources",
    "entities": "names",
    "keywords": "keywords",
    "compare": "statements in common",
}


def under_speakers(analyses: Iterator[Analysis], format: Format) -> Iterator[Analysis]:
    """Yield the analyses with one name for each speaker; the envelope of JSON keeps each article's own."""
    if format == "json":
        yield from analyses
        return
    from newscli.analysis.sources import unify

    yield from unify(list(analyses))


def merged(
    analyses: Iterator[Analysis], format: Format, *, by: str | None, limit: int = 0
) -> Iterator[Analysis]:
    """Yield the sources of each article, of all articles of a file, or of all.

    Args:
        analyses: In order.
        format: It decides if the user has not.
        by: ``article``, ``file`` or ``run``; None for ``run`` in what people read, else ``article``.
        limit: The most sources of each, 0 for all; a table has figures of all above those that it shows.
    """
    from newscli.analysis.filters import keep_top

    for found in _merged(analyses, format, by):
        yield found if format == "table" else keep_top(found, limit, "sources")


def _merged(analyses: Iterator[Analysis], format: Format, by: str | None) -> Iterator[Analysis]:
    from newscli.analysis.sources import merge_sources

    by = by or ("run" if format in _FOR_PEOPLE else "article")
    if by == "article":
        yield from analyses
    elif by == "file":
        for file, group in groupby(analyses, key=lambda analysis: analysis.article.file):
            yield merge_sources(list(group), file)
    elif together := list(analyses):
        yield merge_sources(together)


def compared(analyses: Iterator[Analysis], format: Format) -> Iterator[Analysis]:  # noqa: ARG001
    """Yield the comparison of all articles; nothing if there are fewer than two.

    Raises:
        UsageError: If there are more than can be compared.
    """
    from newscli.analysis.together import compare

    # One more than that is enough to know.
    together = list(islice(analyses, MAX_COMPARED + 1))
    if len(together) > 1:
        yield compare(*together)


def refuse_to_resume(shared: Shared, what: str) -> None:
    """Refuse ``--resume`` for a list that is written only when all articles are read.

    Raises:
        UsageError: If the user asks for it.
    """
    if shared.resume:
        raise UsageError(f"--resume cannot go on with {what}", "it is written when all articles are read")


def refuse_in_json(shared: Shared, by: str) -> None:
    """Refuse ``--by file`` and ``run`` for JSON, whose envelope has each article with its own sources.

    Raises:
        UsageError: If the user asks for it, by the format or by the name of the output.
    """
    format = format_of_name(shared.output) if shared.format == "auto" else shared.format
    if format == "json":
        raise UsageError(f"json has the sources of each article, not --by {by}", "--format ndjson has both")


def nothing_found(view: View, *, hidden: bool) -> tuple[str, ...]:
    """Return a line that says that a run found nothing, and a hint if there is more than it may show."""
    hint = ("--all shows what is thought, unsure or said by nobody, too",) if hidden else ()
    return (f"no {_CALLED[view]} found", *hint)


def complaints(analysis: Analysis, *, max_anonymous: float | None, min_sources: int | None) -> list[str]:
    """Return in what an article falls short of a newsroom's measure, as plain phrases."""
    audit = Audit(analysis.sources)
    found: list[str] = []
    if min_sources is not None and len(audit.sources) < min_sources:
        found.append(f"{len(audit.sources)} of at least {min_sources} sources (--min-sources)")
    if max_anonymous is not None and audit.anonymous > max_anonymous:
        found.append(f"{audit.anonymous:.2f} of the words are anonymous (--max-anonymous {max_anonymous})")
    return found


class NamesHeard:
    """The speakers of all articles of a run, for a user who asks for one that nobody is.

    Args:
        asked: The speakers that the user asks for.
    """

    def __init__(self, asked: Sequence[str]) -> None:
        self._asked = asked
        self._names: set[str] = set()

    def hear(self, analysis: Analysis) -> None:
        """Remember whom an article quotes."""
        if self._asked:
            self._names.update(quote.speaker for quote in analysis.quotes if quote.speaker)

    def suggestion(self) -> str:
        """Return a phrase with the nearest names that there are; empty if no speaker was asked for."""
        from newscli.analysis.filters import is_called, nearest_names

        if not self._asked:
            return ""
        heard = [name for name in sorted(self._names) if is_called(name, self._asked)]
        if heard:
            return f"no quote by {', '.join(heard)} passes the other filters"
        near = list(dict.fromkeys(name for one in self._asked for name in nearest_names(one, self._names)))
        asked = " or ".join(map(repr, self._asked))
        return f"no quote by {asked}" + (f"; did you mean {', '.join(near)}?" if near else "")
