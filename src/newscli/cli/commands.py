"""The commands: what each is called, takes and does."""

from __future__ import annotations

from functools import partial
from typing import Annotated, cast

import typer

from newscli import __version__
from newscli.cli import options as opt
from newscli.cli.archive_group import ARCHIVE_HELP, ArchiveGroup
from newscli.cli.help import Command, Group
from newscli.cli.options import Shared
from newscli.cli.view import view
from newscli.errors import ExitCode


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newscli {__version__}")
        raise typer.Exit


def newscli(
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", help="Show the version and exit.", is_eager=True, callback=_show_version
        ),
    ] = False,
) -> None:
    """Read a news article and show what it says.

    It works offline, on English text, Markdown and HTML, and every figure can be traced to the article.

    Examples:
      newscli report article.txt
      newscli quotes article.txt --speaker lavrov
      curl -s URL | newscli summary

    Exit codes:
      0 done   1 nothing found, with --exit-status   2 usage   3 some inputs failed
      4 a model file is broken   5 output could not be written   70 a bug   130 Ctrl-C
    """


@view
def report(shared: Shared, *, everything: opt.Everything = False) -> ExitCode:
    """Show what an article says, on one screen.

    Its summary, who said what, whom and what it names, and the terms that set it apart. As html it is a page
    to look at; a folder takes a page for each article, and an index.

    Examples:
      newscli report article.txt
      newscli report article.txt -o report.html
      newscli report *.txt --format html -o pages/
      newscli report *.txt --format json --jobs auto --output archive.json
    """
    from newscli.analysis.filters import filter_quotes
    from newscli.cli.run import run

    return run("report", shared, select=partial(filter_quotes, everything=everything))


@view
def summary(
    shared: Shared,
    *,
    sentences: opt.Sentences = 3,
    words: opt.Words = None,
    ratio: opt.Ratio = None,
    method: opt.Method = "news",
    scores: opt.Scores = False,
    resolved: opt.Resolved = False,
) -> ExitCode:
    """Show the sentences that carry the story.

    They are the article's own, in its order, one a line. The method news has the reader's judgement
    of each sentence; fast does without, sooner and less well. On a terminal, and with --resolved, a
    short name is followed by the full one, if that stands in a sentence left out.

    Examples:
      newscli summary article.txt
      curl -s URL | newscli summary --words 60
      newscli summary article.txt --method lexrank --ratio 0.2 --scores
    """
    from newscli.analysis.pipeline import Options
    from newscli.cli.run import run
    from newscli.render import Looks

    options = Options(sentences=sentences, words=words, ratio=ratio, method=method, resolved=resolved)
    return run("summary", shared, options=options, looks=Looks(scores=scores, resolved=resolved))


@view
def quotes(
    shared: Shared,
    *,
    speaker: opt.Speaker = None,
    kind: opt.KindChoice = None,
    act: opt.ActChoice = None,
    status: opt.StatusChoice = None,
    everything: opt.Everything = False,
    min_confidence: opt.MinConfidence = None,
    by: opt.By = None,
    raw: opt.Raw = False,
    limit: opt.Limit = 0,
) -> ExitCode:
    """Show who said what: speaker, cue and words, with the number of the paragraph.

    Only statements that can be trusted: by a speaker, in words, and rather right than wrong.
    Direct quotes stand in quotation marks, indirect ones do not, mixed ones do in part.

    Examples:
      newscli quotes article.txt
      newscli quotes article.txt --speaker lavrov --kind direct
      newscli quotes *.txt --format ndjson | jq -r 'select(.speaker=="Sergey Lavrov").text'
      newscli quotes articles.jsonl --text-field body --format csv -o quotes.csv
    """
    from newscli.analysis.filters import filter_quotes
    from newscli.cli.listings import NamesHeard, refuse_to_resume, under_speakers
    from newscli.cli.run import run
    from newscli.render import Looks

    if by == "speaker":
        refuse_to_resume(shared, "--by speaker")
    select = partial(
        filter_quotes,
        speakers=speaker or (),
        kinds=kind or (),
        acts=act or (),
        statuses=status or (),
        everything=everything,
        min_confidence=min_confidence,
    )
    return run(
        "quotes",
        shared,
        select=select,
        limit=limit,
        looks=Looks(by_speaker=by == "speaker", raw=raw),
        gather=under_speakers if by == "speaker" else None,
        heard=NamesHeard(speaker or ()),
    )


@view
def sources(
    shared: Shared,
    *,
    by: opt.SourcesBy = None,
    max_anonymous: opt.MaxAnonymous = None,
    min_sources: opt.MinSources = None,
    limit: opt.Limit = 0,
) -> ExitCode:
    """Show whom an article relies on: who is quoted, how much, and what kind of source it is.

    Of several articles the sources are counted together: people by their full names.

    Examples:
      newscli sources article.txt
      newscli sources *.txt --format csv > sources.csv
      newscli sources draft.txt --min-sources 2 --max-anonymous 0.5 --exit-status
    """
    from newscli.cli.listings import complaints, merged, refuse_in_json, refuse_to_resume
    from newscli.cli.run import run
    from newscli.render import Looks

    if by is not None and by != "article":
        refuse_to_resume(shared, f"--by {by}")
        refuse_in_json(shared, by)
    return run(
        "sources",
        shared,
        looks=Looks(most=limit),
        gather=partial(merged, by=by, limit=limit),
        check=partial(complaints, max_anonymous=max_anonymous, min_sources=min_sources),
    )


@view
def compare(shared: Shared) -> ExitCode:
    """Show one event as several articles tell it: what they share, what one tells alone, what differs.

    Statements of the same speaker are set side by side, with the words marked that the other lacks; then
    numbers that differ for the same thing, and the sources and names of each.

    Examples:
      newscli compare a.txt b.txt
      newscli compare *.txt --format csv > event.csv
      newscli compare a.txt b.html -o comparison.html
    """
    from newscli.cli.listings import compared, refuse_to_resume
    from newscli.cli.run import run

    refuse_to_resume(shared, "compare")
    return run("compare", shared, gather=compared)


@view
def entities(
    shared: Shared,
    *,
    label: opt.LabelChoice = None,
    min_count: opt.MinCount = 1,
    limit: opt.Limit = 0,
    scores: opt.Salience = False,
    everything: opt.OtherNames = False,
    mentions: opt.Mentions = False,
    everywhere: opt.Everywhere = False,
) -> ExitCode:
    """Show the people, organisations and places, counted.

    "Mr Blinken" and "Antony Blinken" are one entity with two mentions; pronouns do not count. The first are
    those that the article is most about.

    Examples:
      newscli entities article.txt
      newscli entities article.txt --label PER --min-count 2 --format csv > people.csv
    """
    from newscli.analysis.filters import filter_entities
    from newscli.analysis.pipeline import Options
    from newscli.cli.run import run
    from newscli.render import Looks

    return run(
        "entities",
        shared,
        options=Options(everywhere=everywhere),
        select=partial(filter_entities, labels=label or (), min_count=min_count),
        limit=limit,
        looks=Looks(scores=scores, mentions=mentions, other_names=everything or "MISC" in (label or ())),
    )


@view
def keywords(shared: Shared, *, limit: opt.Limit = 0) -> ExitCode:
    """Show the terms that set an article apart.

    Examples:
      newscli keywords article.txt
      newscli keywords *.txt --format csv > terms.csv
    """
    from newscli.cli.run import run

    return run("keywords", shared, limit=limit)


def info(
    format: opt.InfoFormat = "plain",
    json: opt.Json = False,
    output: opt.Output = None,
    debug: opt.Debug = False,  # noqa: ARG001 - it is read from the words of the command line
) -> None:
    """Show versions and model files.

    Each model file with its hash, its licence, and what was measured on it. Please add this to a bug report.

    Examples:
      newscli info
      newscli info --format json
    """
    from newscli.cli.info import show

    raise typer.Exit(show("json" if json else format, output))


def build() -> Group:
    """Return the program with all its commands."""
    app = typer.Typer(
        cls=Group,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(newscli)
    for command in (report, summary, quotes, sources, entities, keywords, compare, info):
        app.command(cls=Command)(command)
    program = cast("Group", typer.main.get_command(app))
    program.add_command(ArchiveGroup(name="archive", help=ARCHIVE_HELP, rich_markup_mode=None))
    return program
