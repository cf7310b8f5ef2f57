"""A command at work: load, analyse, filter, render, and collect what failed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final, TextIO

from newscli import __version__
from newscli.analysis.filters import keep_top
from newscli.analysis.pipeline import PARTS, Options
from newscli.cli.context import Environment, decide_color, decide_width
from newscli.cli.jobs import Failure, Task, perform_all
from newscli.cli.listings import NamesHeard
from newscli.cli.messages import Messages, report_failure
from newscli.cli.options import Shared
from newscli.cli.output import Target, open_target
from newscli.cli.part_file import PartFile, Progress
from newscli.cli.signals import Stopped, heed, held, postpone, released
from newscli.cli.streams import emit, is_terminal
from newscli.errors import ExitCode, ModelError, UsageError
from newscli.model import Analysis
from newscli.render import FORMAT_OF_SUFFIX, Format, Looks, View, render
from newscli.text.decode import find_encoding

# If warnings are part of the output, standard error need not repeat them.
_CARRY_WARNINGS: Final[tuple[Format, ...]] = ("table", "json", "markdown")

# What is written of an article in these stands by itself, so that a run can go on behind it.
_LINES: Final[tuple[Format, ...]] = ("ndjson", "csv", "tsv", "plain")


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
    heard: NamesHeard | None = None,
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
        heard: Remembers the speakers of all articles, and says who is near if nothing was found.

    Raises:
        UsageError: If the options contradict each other; no input has been read then.
        ModelError: If a model file is broken.
        OutputError: If the output cannot be written.
    """
    _check(shared)
    environment = Environment.of_process()
    looks, options = looks or Looks(), options or Options()
    run_id = _identify(view, shared, looks, options, select, limit) if shared.resume else ""
    with open_target(shared.output, shared.files, environment.stdout, run_id) as target:
        out = target.stream
        format, decided = _decide_looks(looks, shared, environment, out)
        work = _Work(view, format, shared, options, select, limit, check, heard)
        if shared.resume:
            work.go_on(_part(target, format))
            if work.done:
                decided = replace(decided, header=False, bom=False)
        with held(), closing(work.analyses(out)) as analyses:
            shown = gather(analyses, format) if gather else analyses
            whole = emit(lambda stream: render(view, format, shown, decided, stream), out)
        if not whole:
            target.drop()
            return ExitCode.OK
        # All now, because the output is well-formed; and here, because no file is put in place yet.
        work.tell_if_stopped()
        heed()
        if work.broken_model:
            raise work.broken_model
        if target.file and not work.any_read:
            target.drop()
            report_failure(f"no input could be read, so {target.file} is left as it was")
    if heard and not work.found and not shared.quiet and (why := heard.suggestion()):
        report_failure(why)
    if work.code is ExitCode.OK and shared.exit_status and (work.complained or not work.found):
        return ExitCode.NOTHING_FOUND
    return work.code


def _identify(view: View, shared: Shared, *chosen: object) -> str:
    """Return what makes a run: which inputs, and all that decides what is written of them."""
    others = replace(shared, jobs=1, quiet=False, debug=False, exit_status=False)
    parts = [one.keywords if isinstance(one, partial) else one for one in chosen]
    return sha256(repr((__version__, view, others, parts)).encode("utf-8", "surrogateescape")).hexdigest()


def _part(target: Target, format: Format) -> PartFile:
    """Return the file that can be gone on with.

    Raises:
        UsageError: If there is none, or the format has a beginning and an end.
    """
    if target.part is None:
        raise UsageError("--resume needs a file", "name it with --output")
    if format not in _LINES:
        raise UsageError(f"--resume cannot go on with {format}", f"formats: {', '.join(_LINES)}")
    return target.part


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
    heard: NamesHeard | None
    code: ExitCode = ExitCode.OK
    found: bool = False
    complained: bool = False
    any_read: bool = False
    broken_model: ModelError | None = None
    part: PartFile | None = None

    @property
    def done(self) -> int:
        """How many inputs are done, in this run that can be gone on with and in those before it."""
        return self.part.progress.inputs if self.part else 0

    def go_on(self, part: PartFile) -> None:
        """Take over what the runs before this one have done."""
        before = part.progress
        self.part = part
        self.code, self.found, self.any_read = ExitCode(before.code), before.found, before.any_read

    def analyses(self, out: TextIO | None) -> Generator[Analysis, None, None]:
        """Yield what is to be shown of each input that can be read, in order; flush after each."""
        shared = self.shared
        want = PARTS if self.view == "report" else (self.view,)
        done = self.done
        tasks = [
            Task(file, shared.encoding, want, self.options, shared.repair) for file in shared.files[done:]
        ]
        messages = Messages(len(shared.files), quiet=shared.quiet)
        with closing(messages), closing(perform_all(tasks, shared.jobs)) as outcomes:
            for number, task in enumerate(tasks, 1 + done):
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
                    self._note(number)
                    continue
                if is_terminal(out):
                    messages.close()
                if self.heard:
                    self.heard.hear(outcome)
                selected = self.select(outcome) if self.select else outcome
                shown = keep_top(selected, self.limit)
                self.any_read = True
                self.found = self.found or self._holds_something(shown)
                yield shown
                if out is not None:
                    out.flush()
                self._note(number)
                self._comment(messages, selected, shown)

    def _note(self, inputs: int) -> None:
        if self.part:
            self.part.note(Progress(inputs, self.code, self.found, self.any_read))

    def tell_if_stopped(self) -> None:
        """Say how far a run came that can be gone on with."""
        total = len(self.shared.files)
        if 0 < self.done < total:
            report_failure(
                f"stopped after {self.done} of {total} inputs", "the same command goes on from there"
            )

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
