"""A command at work: load, analyse, filter, render, and collect what failed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TextIO

from newscli.analysis.filters import keep_top
from newscli.analysis.pipeline import PARTS, Options
from newscli.cli.context import Environment, decide_color, decide_width
from newscli.cli.jobs import Failure, Task, perform_all
from newscli.cli.messages import Messages, report_failure
from newscli.cli.options import Shared
from newscli.cli.output import open_target
from newscli.cli.signals import Stopped, heed, held, postpone, released
from newscli.cli.streams import emit, is_terminal
from newscli.errors import ExitCode, ModelError, UsageError
from newscli.model import Analysis
from newscli.render import FORMAT_OF_SUFFIX, Format, Looks, View, render
from newscli.text.decode import find_encoding

# If warnings are part of the output, standard error need not repeat them.
_CARRY_WARNINGS: Final[tuple[Format, ...]] = ("table", "json", "markdown")


def run(
    view: View,
    shared: Shared,
    *,
    options: Options | None = None,
    looks: Looks | None = None,
    select: Callable[[Analysis], Analysis] | None = None,
    limit: int = 0,
    gather: Callable[[Iterator[Analysis], Format], Iterator[Analysis]] | None = None,
    check: Callable[[Analysis], Sequence[str]] | None = None,
    missing: Callable[[], str] | None = None,
) -> ExitCode:
    """Show one view of every input; what fails on the way is reported on standard error.

    Args:
        view: What to show; it decides which parts of the analysis are made.
        shared: The options that all commands have.
        options: How to analyse.
        looks: What the command's own options say of them.
        select: Filters each analysis.
        limit: The most entities to show of each article, 0 for all.
        gather: Makes of the analyses what the format shows: those of several articles as one.
        check: What is wrong with an article by the user's own measure, as plain phrases; with
            ``--exit-status`` one of them is reason enough to exit with 1.
        missing: Why nothing was found, for a note; asked only then.

    Raises:
        UsageError: If the options contradict each other; no input has been read then.
        ModelError: If a model file is broken.
        OutputError: If the output cannot be written.
    """
    _check(shared)
    environment = Environment.of_process()
    with open_target(shared.output, shared.files, environment.stdout) as target:
        out = target.stream
        format, decided = _decide_looks(looks or Looks(), shared, environment, out)
        work = _Work(view, format, shared, options or Options(), select, limit, check)
        with held(), closing(work.analyses(out)) as analyses:
            shown = gather(analyses, format) if gather else analyses
            whole = emit(lambda stream: render(view, format, shown, decided, stream), out)
        if not whole:
            target.dropped = True
            return ExitCode.OK
        # Both now, because the output is well-formed; and here, because no file is put in place yet.
        heed()
        if work.broken_model:
            raise work.broken_model
        if target.file and not work.any_read:
            target.dropped = True
            report_failure(f"no input could be read, so {target.file} is left as it was")
    if missing and not work.found and not shared.quiet and (why := missing()):
        report_failure(why)
    if work.code is ExitCode.OK and shared.exit_status and (work.complained or not work.found):
        return ExitCode.NOTHING_FOUND
    return work.code


def _check(shared: Shared) -> None:
    """Find what is wrong with the options before any input is read."""
    if shared.files.count("-") > 1:
        raise UsageError("standard input can be read only once", "write - at most once")
    if shared.encoding is not None:
        find_encoding(shared.encoding)


def _decide_looks(
    looks: Looks, shared: Shared, environment: Environment, out: TextIO | None
) -> tuple[Format, Looks]:
    """Decide the format and the looks by what the output goes to."""
    on_terminal = is_terminal(out)
    by_name = FORMAT_OF_SUFFIX.get(Path(shared.output or "").suffix.lower())
    automatic: Format = by_name or ("table" if on_terminal else "plain")
    looks = replace(
        looks,
        width=decide_width(shared.width, environment.variables, out),
        color=decide_color(shared.color, environment.variables, on_terminal=on_terminal),
        csv_safe=shared.csv_safe,
        header=not shared.no_header,
        bom=shared.bom,
        terminal=on_terminal,
        several=len(shared.files) > 1,
    )
    return automatic if shared.format == "auto" else shared.format, looks


@dataclass(slots=True)
class _Work:
    """The inputs of one run on their way to the renderer, and what was met on the way."""

    view: View
    format: Format
    shared: Shared
    options: Options
    select: Callable[[Analysis], Analysis] | None
    limit: int
    check: Callable[[Analysis], Sequence[str]] | None
    code: ExitCode = ExitCode.OK
    found: bool = False
    complained: bool = False
    any_read: bool = False
    broken_model: ModelError | None = None

    def analyses(self, out: TextIO | None) -> Generator[Analysis, None, None]:
        """Yield what is to be shown of each input that can be read, in order; flush after each."""
        shared = self.shared
        want = PARTS if self.view == "report" else (self.view,)
        tasks = [Task(file, shared.encoding, want, self.options) for file in shared.files]
        messages = Messages(len(tasks), quiet=shared.quiet)
        with closing(messages), closing(perform_all(tasks, shared.jobs)) as outcomes:
            for number, task in enumerate(tasks, 1):
                try:
                    with released():
                        heed()
                        messages.progress(number, task.file)
                        outcome = next(outcomes)
                except Stopped as stop:
                    postpone(stop)  # until the renderer has ended what it has begun
                    return
                if isinstance(outcome, Failure):
                    if outcome.code is ExitCode.MODEL:
                        self.broken_model = ModelError(outcome.message, outcome.hint)
                        return
                    self.code = max(self.code, outcome.code)
                    trace = outcome.trace if shared.debug else ""
                    messages.failure(task.file, outcome.message, outcome.hint, trace)
                    continue
                if is_terminal(out):
                    messages.close()
                selected = self.select(outcome) if self.select else outcome
                shown = keep_top(selected, self.limit)
                self.any_read = True
                self.found = self.found or self._holds_something(shown)
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
        for complaint in self.check(shown) if self.check else ():
            self.complained = True
            messages.warning(file, complaint)
        if self.format not in _CARRY_WARNINGS and (self.view, self.format) != ("report", "ndjson"):
            for warning in shown.warnings:
                messages.warning(file, warning)
        hidden = len(selected.entities) - len(shown.entities)
        if hidden:
            messages.note(file, f"{hidden} more not shown (--limit 0 shows all)")
