"""A command at work: load, analyse, filter, render, and collect what failed."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Final, TextIO

from newscli.analysis.filters import keep_top
from newscli.analysis.pipeline import PARTS, Options
from newscli.cli.context import Environment, decide_color, decide_width
from newscli.cli.inputs import Articles, all_files
from newscli.cli.jobs import Failure, perform_all
from newscli.cli.messages import Messages
from newscli.cli.options import Shared
from newscli.cli.output import open_target
from newscli.cli.signals import heed, held
from newscli.cli.streams import emit, is_terminal
from newscli.errors import ExitCode, ModelError
from newscli.model import Analysis
from newscli.render import Format, Looks, View, render
from newscli.text.decode import find_encoding

# If warnings are part of the output, standard error need not repeat them.
_CARRY_WARNINGS: Final[tuple[Format, ...]] = ("table", "json", "markdown")
# These have no header, so an article is named in a column only if a file may hold several.
_NAMES_ARTICLES: Final[tuple[Format, ...]] = ("plain",)


def run(
    view: View,
    shared: Shared,
    *,
    options: Options | None = None,
    looks: Looks | None = None,
    select: Callable[[Analysis], Analysis] | None = None,
    limit: int = 0,
) -> ExitCode:
    """Show one view of every input; what fails on the way is reported on standard error.

    Args:
        view: What to show; it decides which parts of the analysis are made.
        shared: The options that all commands have.
        options: How to analyse.
        looks: What the command's own options say of them.
        select: Filters each analysis.
        limit: The most entities to show of each article, 0 for all.

    Raises:
        UsageError: If the options contradict each other; no input has been read then.
        ModelError: If a model file is broken.
        OutputError: If the output cannot be written.
    """
    if shared.encoding is not None:
        find_encoding(shared.encoding)  # before any input is read
    environment = Environment.of_process()
    messages = Messages(1, quiet=shared.quiet)
    files = all_files(shared, messages)
    messages.total = len(files)
    want = PARTS if view == "report" else (view,)
    with open_target(shared.output, files, environment.stdout) as out:
        format, decided = _decide_looks(looks or Looks(), shared, environment, out)
        articles = Articles(files, shared, want, options or Options(), messages)
        numbered = format in _NAMES_ARTICLES and articles.numbered
        decided = replace(decided, several=len(files) > 1, numbered=numbered)
        work = _Work(view, format, shared, articles, messages, select, limit)
        with closing(work.analyses(out)) as analyses:
            whole = emit(lambda stream: render(view, format, analyses, decided, stream), out)
        if not whole:
            return ExitCode.OK
        if work.broken_model:
            # Reported now, because the output is well-formed; and here, because no file is put in place yet.
            raise work.broken_model
    if work.code is ExitCode.OK and shared.exit_status and not work.found:
        return ExitCode.NOTHING_FOUND
    return work.code


def _decide_looks(
    looks: Looks, shared: Shared, environment: Environment, out: TextIO | None
) -> tuple[Format, Looks]:
    """Decide the format and the looks by what the output goes to."""
    on_terminal = is_terminal(out)
    automatic: Format = "table" if on_terminal else "plain"
    looks = replace(
        looks,
        width=decide_width(shared.width, environment.variables, out),
        color=decide_color(shared.color, environment.variables, on_terminal=on_terminal),
        csv_safe=shared.csv_safe,
    )
    return automatic if shared.format == "auto" else shared.format, looks


@dataclass(slots=True)
class _Work:
    """The inputs of one run on their way to the renderer, and what was met on the way."""

    view: View
    format: Format
    shared: Shared
    articles: Articles
    messages: Messages
    select: Callable[[Analysis], Analysis] | None
    limit: int
    code: ExitCode = ExitCode.OK
    found: bool = False
    broken_model: ModelError | None = None

    def analyses(self, out: TextIO | None) -> Generator[Analysis, None, None]:
        """Yield what is to be shown of each input that can be read, in order; flush after each."""
        shared, messages, tasks = self.shared, self.messages, self.articles.tasks()
        with (
            closing(messages),
            closing(tasks),
            closing(perform_all(tasks, shared.jobs, self.articles.cut)) as outcomes,
        ):
            while True:
                heed()
                task, outcome = next(outcomes, (None, None))
                if task is None or outcome is None:
                    return
                if isinstance(outcome, Failure):
                    if outcome.code is ExitCode.MODEL:
                        self.broken_model = ModelError(outcome.message, outcome.hint)
                        return
                    self.code = max(self.code, outcome.code)
                    trace = outcome.trace if shared.debug else ""
                    hint = outcome.hint.replace("COMMAND", self.view)
                    messages.failure(task.file, outcome.message, hint, trace)
                    continue
                if is_terminal(out):
                    messages.close()
                selected = self.select(outcome) if self.select else outcome
                shown = keep_top(selected, self.limit)
                self.found = self.found or self._holds_something(shown)
                with held():  # while the caller writes it
                    yield shown
                    if out is not None:
                        out.flush()
                self._comment(messages, selected, shown)

    def _holds_something(self, shown: Analysis) -> bool:
        if self.view == "report":
            return bool(shown.quotes or shown.entities)
        return bool(getattr(shown, self.view))

    def _comment(self, messages: Messages, selected: Analysis, shown: Analysis) -> None:
        """Say on standard error what the output does not show."""
        file = shown.article.file
        if self.format not in _CARRY_WARNINGS and (self.view, self.format) != ("report", "ndjson"):
            for warning in shown.warnings:
                messages.warning(file, warning)
        hidden = len(selected.entities) - len(shown.entities)
        if hidden:
            messages.note(file, f"{hidden} more not shown (--limit 0 shows all)")
