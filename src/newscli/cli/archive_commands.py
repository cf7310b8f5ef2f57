"""The commands on archives: what each is called, takes and does."""

from __future__ import annotations

from functools import partial
from typing import Any, Final, cast

import typer

from newscli.cli import archive_options as arch
from newscli.cli import options as opt
from newscli.cli.help import Command, Group
from newscli.cli.options import Shared
from newscli.cli.view import over_archive
from newscli.errors import ExitCode

_READING: Final = (
    *("files", "files_from", "recursive", "text_field", "id_field", "title_field", "date_field"),
    *("encoding", "repair", "jobs", "quiet", "debug"),
)
_WRITING: Final = (
    *("format", "json", "output", "color", "width", "csv_safe", "bom", "no_header"),
    *("quiet", "exit_status", "debug"),
)


@over_archive(*_READING)
def build(
    shared: Shared,
    *,
    db: arch.Database,
    log: arch.Log = None,
    datasette: arch.Datasette = False,
    aliases: arch.Aliases = None,
) -> ExitCode:
    """Read articles into an archive, and only those that it does not have yet.

    An article is known by its content; another version of newscli reads it anew. The run can be stopped at
    any time, and killed: the same command goes on from there. What cannot be read is a row of the table
    failure, and is tried again by the next build.

    Examples:
      newscli archive build news.db articles.jsonl --jobs auto
      newscli archive build news.db 2023/*.html 2024/*.html --log build.log
      find . -name '*.txt' -print0 | newscli archive build news.db --files-from - --datasette
    """
    from newscli.cli.archive_build import build as run

    return run(db, shared, log=log, datasette=datasette, aliases=aliases)


@over_archive(*_READING)
def shard(
    shared: Shared,
    *,
    parts: arch.Parts,
    shard: arch.Shard = None,
    dask: arch.Dask = None,
    shards: arch.Shards = None,
) -> ExitCode:
    """Read a share of a large collection into a file of its own; build joins them.

    The inputs are dealt out to N shards, the same on every machine. Each writes one part, part-I.parquet, and
    what is there is done: whatever starts N processes will do, and may start them again. With --dask a
    cluster reads all shards. Inputs and parts may be in stores that fsspec reads (s3://, gs://).

    Examples:
      newscli archive shard articles.jsonl.gz --output parts --shard 3/40
      seq 40 | parallel newscli archive shard articles.jsonl.gz --output parts --shard {}/40
      newscli archive shard CC-NEWS-*.warc.gz --output parts --dask scheduler.json
      newscli archive build news.db parts/*.parquet
    """
    from newscli.cli.archive_shard import shard as run

    return run(shared, parts, of=shard, dask=dask, count=shards)


@over_archive(*_WRITING)
def speakers(
    shared: Shared,
    *,
    db: arch.Database,
    speaker: opt.Speaker = None,
    kind: opt.KindChoice = None,
    act: opt.ActChoice = None,
    status: opt.StatusChoice = None,
    everything: opt.Everything = False,
    min_confidence: opt.MinConfidence = None,
    outlet: arch.Outlet = None,
    since: arch.Since = None,
    until: arch.Until = None,
    topic: arch.Topic = None,
    limit: arch.Most = None,
) -> ExitCode:
    """Show who is quoted, how often, in how many articles, and since when.

    Examples:
      newscli archive speakers news.db
      newscli archive speakers news.db --outlet "Ellery Post" --since 2023-06 --format csv > speakers.csv
    """
    from newscli.archive import questions
    from newscli.cli.archive_ask import ask, filters

    chosen = filters(
        speaker, outlet, since, until, topic, (kind, act, status), min_confidence, everything=everything
    )
    return ask(db, shared, partial(questions.speakers, filters=chosen), limit, chosen)


@over_archive(*_WRITING)
def quotes(
    shared: Shared,
    *,
    db: arch.Database,
    speaker: opt.Speaker = None,
    kind: opt.KindChoice = None,
    act: opt.ActChoice = None,
    status: opt.StatusChoice = None,
    everything: opt.Everything = False,
    min_confidence: opt.MinConfidence = None,
    outlet: arch.Outlet = None,
    since: arch.Since = None,
    until: arch.Until = None,
    topic: arch.Topic = None,
    limit: arch.Most = None,
) -> ExitCode:
    """Show who said what, by the day.

    Examples:
      newscli archive quotes news.db --speaker lavrov --topic "grain corridor"
      newscli archive quotes news.db --since 2023 --format ndjson -o quotes.ndjson
    """
    from newscli.archive import questions
    from newscli.cli.archive_ask import ask, filters

    chosen = filters(
        speaker, outlet, since, until, topic, (kind, act, status), min_confidence, everything=everything
    )
    return ask(db, shared, partial(questions.quotes, filters=chosen), limit, chosen)


@over_archive(*_WRITING)
def sources(
    shared: Shared,
    *,
    db: arch.Database,
    by: arch.SourcesByPart = None,
    speaker: opt.Speaker = None,
    outlet: arch.Outlet = None,
    since: arch.Since = None,
    until: arch.Until = None,
    topic: arch.Topic = None,
    limit: arch.Most = None,
) -> ExitCode:
    """Show whom the articles rely on, or how each outlet or month handles its sources.

    Examples:
      newscli archive sources news.db --topic "sea wall"
      newscli archive sources news.db --by outlet
    """
    from newscli.archive import questions
    from newscli.cli.archive_ask import ask, filters

    chosen = filters(speaker, outlet, since, until, topic)
    question = partial(questions.audits, by=by) if by else questions.sources
    return ask(db, shared, partial(question, filters=chosen), limit, chosen)


@over_archive(*_WRITING)
def entities(
    shared: Shared,
    *,
    db: arch.Database,
    label: opt.LabelChoice = None,
    min_count: opt.MinCount = 1,
    outlet: arch.Outlet = None,
    since: arch.Since = None,
    until: arch.Until = None,
    topic: arch.Topic = None,
    limit: arch.Most = None,
) -> ExitCode:
    """Show the people, organisations and places, counted over all articles.

    Examples:
      newscli archive entities news.db --label PER --since 2024
      newscli archive entities news.db --outlet "Ellery Post" --min-count 10 --format csv > names.csv
    """
    from newscli.archive import questions
    from newscli.cli.archive_ask import ask, filters

    chosen = filters(None, outlet, since, until, topic)
    question = partial(questions.entities, filters=chosen, labels=label or (), min_count=min_count)
    return ask(db, shared, question, limit, chosen)


@over_archive(*_WRITING)
def search(
    shared: Shared,
    *,
    db: arch.Database,
    query: arch.Query,
    within: arch.Within = "quotes",
    speaker: opt.Speaker = None,
    kind: opt.KindChoice = None,
    act: opt.ActChoice = None,
    status: opt.StatusChoice = None,
    everything: opt.Everything = False,
    min_confidence: opt.MinConfidence = None,
    outlet: arch.Outlet = None,
    since: arch.Since = None,
    until: arch.Until = None,
    limit: arch.MostFound = 30,
) -> ExitCode:
    """Show the quotes, or the articles, that hold some words: those that were read last come first.

    Endings of words do not count: "strike" finds "strikes".

    Examples:
      newscli archive search news.db "sea wall" --outlet "Ellery Post"
      newscli archive search news.db 'harbour AND (strike OR walkout)' --in articles
    """
    from newscli.archive import questions
    from newscli.cli.archive_ask import ask, filters

    chosen = filters(
        speaker, outlet, since, until, None, (kind, act, status), min_confidence, everything=everything
    )
    question = questions.found_quotes if within == "quotes" else questions.found_articles
    return ask(db, shared, partial(question, query=query, filters=chosen), limit, chosen)


@over_archive(*_WRITING)
def timeline(
    shared: Shared,
    *,
    db: arch.Database,
    by: arch.Period = "month",
    speaker: opt.Speaker = None,
    kind: opt.KindChoice = None,
    act: opt.ActChoice = None,
    status: opt.StatusChoice = None,
    everything: opt.Everything = False,
    min_confidence: opt.MinConfidence = None,
    outlet: arch.Outlet = None,
    since: arch.Since = None,
    until: arch.Until = None,
    topic: arch.Topic = None,
) -> ExitCode:
    """Show how many statements there are in each month, and in what share of the articles.

    Examples:
      newscli archive timeline news.db --speaker lavrov
      newscli archive timeline news.db --topic "sea wall" --by day --format csv > wall.csv
    """
    from newscli.archive import questions
    from newscli.cli.archive_ask import ask, filters

    chosen = filters(
        speaker, outlet, since, until, topic, (kind, act, status), min_confidence, everything=everything
    )
    question = partial(questions.timeline, filters=chosen, by=by)
    return ask(db, shared, lambda connection, limit: question(connection), 0, chosen)  # noqa: ARG005


@over_archive(*_WRITING)
def compare(
    shared: Shared,
    *,
    db: arch.Database,
    outlets: arch.Compared,
    speaker: opt.Speaker = None,
    kind: opt.KindChoice = None,
    status: opt.StatusChoice = None,
    since: arch.Since = None,
    until: arch.Until = None,
    topic: arch.Topic = None,
    limit: arch.Most = None,
) -> ExitCode:
    """Show whom each of several outlets quotes, those first whose shares differ most.

    Examples:
      newscli archive compare news.db "Ellery Post" "Coast Herald" --topic "sea wall"
    """
    from newscli.archive import questions
    from newscli.cli.archive_ask import ask, filters

    chosen = filters(speaker, None, since, until, topic, (kind, None, status))
    return ask(db, shared, partial(questions.comparison, filters=chosen, outlets=outlets), limit, chosen)


@over_archive("output", "csv_safe", "bom", "no_header", "quiet", "debug")
def export(
    shared: Shared,
    *,
    db: arch.Database,
    table: arch.Part,
    format: arch.ExportFormat = None,
    outlet: arch.Outlet = None,
    since: arch.Since = None,
    until: arch.Until = None,
    topic: arch.Topic = None,
) -> ExitCode:
    """Write a table or view of an archive for other programs: Parquet, CSV or NDJSON.

    Examples:
      newscli archive export news.db quotes_by_speaker -o quotes.parquet
      newscli archive export news.db speakers_by_month --format csv > months.csv
    """
    from newscli.cli.archive_ask import filters
    from newscli.cli.archive_export import export as run

    return run(db, table, shared, format, filters(None, outlet, since, until, topic))


def commands() -> dict[str, Any]:
    """Return the commands on archives by their names."""
    app = typer.Typer(cls=Group, rich_markup_mode=None)
    for command in (build, shard, speakers, quotes, sources, entities, search, timeline, compare, export):
        app.command(cls=Command)(command)
    return dict(cast("Group", typer.main.get_command(app)).commands)
