"""A question to an archive at work: open it, ask, and write the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Final

from newscli.archive.database import reading
from newscli.archive.filters import Filters, near_speakers
from newscli.cli.context import Environment
from newscli.cli.looks import decide_looks
from newscli.cli.messages import Messages, report_failure
from newscli.cli.options import Shared
from newscli.cli.output import open_target
from newscli.cli.streams import emit
from newscli.errors import ExitCode, UsageError
from newscli.render import Format, Looks
from newscli.render.columns import Record
from newscli.render.listing import PAGES, Listing, render_listing
from newscli.signals import Stopped, heed, held, postpone, released

# What people read at once; the other formats are for scripts.
_FOR_PEOPLE: Final[tuple[Format, ...]] = ("table", "markdown", "html")
_PAGE: Final = 30

Question = Callable[..., Listing]


def filters(
    speakers: Sequence[str] | None,
    outlets: Sequence[str] | None,
    since: str | None,
    until: str | None,
    topic: str | None,
    chosen: Sequence[Sequence[str] | None] = (None, None, None),
    min_confidence: float | None = None,
    *,
    everything: bool = False,
) -> Filters:
    """Return the options of a command as filters; ``chosen`` are kinds, acts and statuses."""
    kinds, acts, statuses = (one or () for one in chosen)
    return Filters(
        speakers or (), kinds, acts, statuses, everything, min_confidence, outlets or (), since, until, topic
    )


def ask(path: str, shared: Shared, question: Question, limit: int | None, chosen: Filters) -> ExitCode:
    """Ask an archive a question, and write the answer.

    Args:
        path: The archive.
        shared: How to write.
        question: Takes a connection and a limit.
        limit: The most records, 0 for all; None for as many as the format is fit for.
        chosen: What the question asks for.

    Raises:
        InputError: If there is no such archive.
        UsageError: If there is no such outlet, or a query for words is none.
        OutputError: If the answer cannot be written.
    """
    environment = Environment.of_process()
    stdout = environment.stdout
    with (
        held(),
        reading(path) as connection,
        open_target(shared.output, [path], stdout) as target,
    ):
        format, looks = decide_looks(Looks(), shared, environment, target.stream)
        most = (_PAGE if format in _FOR_PEOPLE else 0) if limit is None else limit
        with released():
            heed()
            listing = question(connection, limit=most + 1 if most else 0)
        if format == "html" and listing.name not in PAGES:
            pages = " and ".join(f"archive {page}" for page in PAGES)
            raise UsageError(f"archive {listing.name} has no page to look at", f"{pages} --format html has")
        records = _Records(listing, most)
        shown = replace(listing, records=iter(records))
        if not emit(lambda out: render_listing(shown, format, looks, out), target.stream):
            target.drop()
            return ExitCode.OK
        heed()
        records.tell(path, chosen, partial(near_speakers, connection), quiet=shared.quiet)
    return ExitCode.NOTHING_FOUND if shared.exit_status and not records.count else ExitCode.OK


@dataclass(slots=True)
class _Records:
    """The records of a listing on their way to the renderer.

    Attributes:
        most: How many are shown, 0 for all.
        count: How many have been.
        more: Whether there are others.
    """

    listing: Listing
    most: int
    count: int = 0
    more: bool = False

    def __iter__(self) -> Iterator[Record]:
        """Yield the records; a signal ends them, so that the renderer ends what it has begun."""
        records = iter(self.listing.records)
        for record in islice(records, self.most or None):
            try:
                with released():
                    heed()
            except Stopped as stop:
                postpone(stop)
                return
            self.count += 1
            yield record
        self.more = next(records, None) is not None

    def tell(
        self, path: str, chosen: Filters, near_to: Callable[[str], Sequence[str]], *, quiet: bool
    ) -> None:
        """Say on standard error what the answer does not show, and who is near if nobody is found."""
        if self.more:
            Messages(1, quiet=quiet).note(path, "there are more (--limit 0 shows all)")
        if not self.count and chosen.speakers and not quiet:
            near = [name for asked in chosen.speakers for name in near_to(asked)]
            asked = " or ".join(map(repr, chosen.speakers))
            told = f"; did you mean {', '.join(dict.fromkeys(near))}?" if near else ""
            report_failure(f"nothing by {asked} passes the filters{told}")
