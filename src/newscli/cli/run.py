"""A command at work: load, analyse, filter, render, and collect what failed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from typing import Final, TextIO

from newscli import __version__
from newscli.analysis.filters import keep_top
from newscli.analysis.pipeline import COMPARED, PARTS, Options, Part
from newscli.cli.context import Environment
from newscli.cli.each_file import EachFile, each_file
from newscli.cli.folder import is_folder, open_folder
from newscli.cli.inputs import Articles, all_files
from newscli.cli.jobs import Failure, Task, is_regular, perform_all
from newscli.cli.listings import NamesHeard, nothing_found
from newscli.cli.looks import decide_looks, refuse_pages
from newscli.cli.messages import Messages, report_failure
from newscli.cli.options import Shared
from newscli.cli.output import Target, open_target
from newscli.cli.pager import paged
from newscli.cli.part_file import PartFile, Progress
from newscli.cli.streams import emit, is_terminal
from newscli.comparison import Comparison
from newscli.errors import ExitCode, ModelError, UsageError
from newscli.model import Analysis
from newscli.render import Format, Looks, View, render, render_folder
from newscli.signals import Stopped, heed, held, postpone, released
from newscli.text.decode import find_encoding

# If warnings are part of the output, standard error need not repeat them.
_CARRY_WARNINGS: Final[tuple[Format, ...]] = ("table", "json", "markdown", "html")
# These have no header, so an article is named in a column only if a file may hold several.
_NAMES_ARTICLES: Final[tuple[Format, ...]] = ("plain",)

# What is written of an article in these stands by itself, so that a run can go on behind it.
_LINES: Final[tuple[Format, ...]] = ("ndjson", "csv", "tsv", "plain")

# These show nothing where nothing was found.
_SILENT: Final[tuple[Format, ...]] = (*_LINES, "parquet", "xlsx")
# From so many inputs on, a run says at its end what became of them.
_MANY_INPUTS: Final = 10

Gather = Callable[[Iterator[Analysis], Format], Iterator[Analysis]]


def run(
    view: View,
    shared: Shared,
    *,
    options: Options | None = None,
    looks: Looks | None = None,
    select: Callable[[Analysis], Analysis] | None = None,
    limit: int = 0,
    gather: Gather | None = None,
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
    if shared.encoding is not None:
        find_encoding(shared.encoding)  # before any input is read
    environment, looks, options = Environment.of_process(), looks or Looks(), options or Options()
    messages = Messages(1, quiet=shared.quiet)
    files = all_files(shared, messages)
    each = each_file(shared, files)
    if each is not None and shared.skip_existing:
        files = _left(files, each, messages)
    messages.total = len(files)
    articles = Articles(files, shared, _parts_of(view), options, messages)
    run_id = _identify(view, shared, files, looks, options, select, limit) if shared.resume else ""
    with _open(view, shared, files, environment, run_id, each) as target:
        format, decided = decide_looks(looks, shared, environment, target.stream)
        refuse_pages(view, format)
        numbered = format in _NAMES_ARTICLES and articles.numbered
        decided = replace(decided, several=len(files) > 1 and each is None, numbered=numbered)
        work = _Work(view, format, shared, files, articles, messages, select, limit, check, heard)
        if shared.resume:
            work.go_on(_part(target, format, files))
            if work.done:
                decided = replace(decided, header=False, bom=False)
        work.write(target, decided, gather)
    return work.exit_code()


def _parts_of(view: View) -> tuple[Part, ...]:
    """Return the parts of an analysis that a view needs."""
    if view == "report":
        return PARTS
    return COMPARED if view == "compare" else (view,)


def _open(
    view: View,
    shared: Shared,
    files: Sequence[str],
    environment: Environment,
    run_id: str,
    each: EachFile | None,
) -> AbstractContextManager[Target]:
    """Open what the output goes to: a folder for pages or files, if the user names one."""
    if each is not None:
        return nullcontext(Target(None, shared.output, each=each))
    if view == "report" and shared.format == "html" and is_folder(shared.output):
        return open_folder(shared.output, files)
    return open_target(shared.output, files, environment.stdout, run_id)


def _left(files: Sequence[str], each: EachFile, messages: Messages) -> list[str]:
    """Return the inputs whose files are not there yet, and say how many are."""
    left = each.missing(files)
    if len(left) < len(files):
        messages.say(f"{len(files) - len(left)} of {len(files)} inputs passed over: their files are there")
    return left


def _identify(view: View, shared: Shared, *chosen: object) -> str:
    """Return what makes a run: which inputs, and all that decides what is written of them."""
    others = replace(shared, jobs=1, quiet=False, debug=False, exit_status=False)
    parts = [one.keywords if isinstance(one, partial) else one for one in chosen]
    return sha256(repr((__version__, view, others, parts)).encode("utf-8", "surrogateescape")).hexdigest()


def _part(target: Target, format: Format, files: Sequence[str]) -> PartFile:
    """Return the file that can be gone on with.

    Raises:
        UsageError: If there is none, the format has a beginning and an end, or an input can be read once.
    """
    if once := next((file for file in files if Path(file).exists() and not is_regular(file)), None):
        raise UsageError(f"--resume cannot read {once} again", "name files")
    if target.part is None:
        raise UsageError("--resume needs a file", "name it with --output")
    if format not in _LINES:
        raise UsageError(f"--resume cannot go on with {format}", f"formats: {', '.join(_LINES)}")
    return target.part


@dataclass(slots=True)
class _Work:
    """The inputs of one run on their way to the renderer, and what was met on the way."""

    view: View
    format: Format
    shared: Shared
    files: Sequence[str]
    articles: Articles
    messages: Messages
    select: Callable[[Analysis], Analysis] | None
    limit: int
    check: Callable[[Analysis], Sequence[str]] | None
    heard: NamesHeard | None
    code: ExitCode = ExitCode.OK
    found: bool = False
    complained: bool = False
    any_read: bool = False
    compared: bool = False
    ended: bool = False
    stopped: bool = False
    read: int = 0
    failed: int = 0
    empty: int = 0
    hidden: bool = False
    cut_off: bool = False
    broken_model: ModelError | None = None
    part: PartFile | None = None

    def write(
        self,
        target: Target,
        looks: Looks,
        gather: Gather | None,
    ) -> None:
        """Write all that is shown; leave the target as it was if nothing could be read."""
        with held(), closing(self.analyses(target.stream)) as analyses:
            if target.each:
                whole = target.each.write(analyses, partial(self._write_one, looks, gather), self.is_cut)
            else:
                shown = gather(analyses, self.format) if gather else analyses
                shown = self._compared(shown) if self.view == "compare" else shown
                whole = self._write(shown, looks, target)
        if not whole:
            self.cut_off = True
            target.drop()
            return
        # All now, because the output is well-formed; and here, because no file is put in place yet.
        self.tell_if_stopped()
        heed()
        if self.broken_model:
            raise self.broken_model
        if target.file and self.files and not self.any_read:
            target.drop()
            report_failure(f"no input could be read, so {target.file} is left as it was")

        if self.view == "compare" and not self.compared:
            target.drop()
            report_failure("a comparison needs two articles", "name the others too")
            self.code = max(self.code, ExitCode.USAGE)

    def _compared(self, comparisons: Iterator[Analysis]) -> Iterator[Analysis]:
        """Yield a comparison, and note whether its articles have a statement in common."""
        for one in comparisons:
            self.compared = True
            self.found = isinstance(one, Comparison) and bool(one.shared)
            yield one

    def _write(self, shown: Iterator[Analysis], looks: Looks, target: Target) -> bool:
        """Write to a stream or into a folder; return whether somebody took all of it."""
        if target.folder:
            render_folder(self.view, shown, looks, target.folder.page)
            return True
        wanted = self.view == "report" and looks.terminal and not self.shared.no_pager
        with paged(target.stream, wanted=wanted, begin=self.messages.hush) as stream:
            return emit(lambda out: render(self.view, self.format, shown, looks, out), stream)

    def _write_one(
        self,
        looks: Looks,
        gather: Gather | None,
        analyses: Iterator[Analysis],
        first: Analysis,
        target: Target,
    ) -> None:
        """Write what is read in one file into a file of its own."""
        shown = gather(analyses, self.format) if gather else analyses
        numbered = self.format in _NAMES_ARTICLES and first.article.article is not None
        self._write(shown, replace(looks, numbered=numbered), target)

    def is_cut(self) -> bool:
        """Return whether the run is ended before its inputs are."""
        return self.stopped

    def exit_code(self) -> ExitCode:
        """Return how the run ends, and say who is near if nobody was found."""
        if self.cut_off:
            return ExitCode.OK
        if not self.found and not self.shared.quiet and (why := self._why_nothing()):
            report_failure(*why)
        if self.shared.jobs != 1 or self.read + self.failed >= _MANY_INPUTS:
            self.messages.sum_up(self.read, self.failed, self.empty)
        asked = self.code is ExitCode.OK and self.shared.exit_status
        return ExitCode.NOTHING_FOUND if asked and (self.complained or not self.found) else self.code

    def _why_nothing(self) -> tuple[str, ...]:
        """Return what to say if nothing was found; nothing if the output says so itself."""
        if self.heard and (near := self.heard.suggestion()):
            return (near,)
        says_so = self.view == "report" or self.format not in _SILENT
        says_so = says_so or (self.view == "compare" and not self.compared)
        return () if says_so or not self.any_read else nothing_found(self.view, hidden=self.hidden)

    @property
    def done(self) -> int:
        """How many articles are done, in this run that can be gone on with and in those before it."""
        return self.part.progress.inputs if self.part else 0

    def go_on(self, part: PartFile) -> None:
        """Take over what the runs before this one have done."""
        before = part.progress
        self.part = part
        self.messages.go_on(before.inputs + 1)
        self.code, self.found, self.any_read = ExitCode(before.code), before.found, before.any_read

    def analyses(self, out: TextIO | None) -> Generator[Analysis, None, None]:
        """Yield what is to be shown of each input that can be read, in order; flush after each."""
        messages = self.messages
        tasks = self.articles.tasks()
        left = islice(tasks, self.done, None)
        with (
            closing(messages),
            closing(tasks),
            closing(perform_all(left, self.shared.jobs, self.articles.cut)) as outcomes,
        ):
            for number in count(1 + self.done):
                try:
                    with released():
                        heed()
                        task, outcome = next(outcomes, (None, None))
                except Stopped as stop:
                    postpone(stop)  # until the renderer has ended what it has begun
                    self.stopped = True
                    return
                if task is None or outcome is None:
                    self.ended = True
                    return
                if isinstance(outcome, Failure):
                    if outcome.code is ExitCode.MODEL:
                        self.broken_model = ModelError(outcome.message, outcome.hint)
                        self.stopped = True
                        return
                    self._fail(task.file, outcome)
                    self._note(number, task)
                    continue
                if is_terminal(out):
                    messages.close()
                selected = self._selected(outcome)
                shown = keep_top(selected, self.limit, self.view)
                self._count(shown)
                yield shown
                if out is not None:
                    out.flush()
                self._note(number, task)
                self._comment(messages, selected, shown)

    def _selected(self, read: Analysis) -> Analysis:
        """Return what the user's filters leave of an analysis, and remember what they leave out."""
        if self.heard:
            self.heard.hear(read)
        self.hidden = self.hidden or (self.view == "quotes" and len(read.quotes) > 0)
        return self.select(read) if self.select else read

    def _count(self, shown: Analysis) -> None:
        holds = self._holds_something(shown)
        self.any_read, self.found = True, self.found or holds
        self.read += 1
        self.empty += not holds

    def _fail(self, file: str, failure: Failure) -> None:
        self.failed += 1
        self.code = max(self.code, failure.code)
        trace = failure.trace if self.shared.debug else ""
        self.messages.failure(file, failure.message, failure.hint.replace("COMMAND", self.view), trace)

    def _note(self, inputs: int, task: Task) -> None:
        self.messages.done(task.number)
        if self.part:
            self.part.note(Progress(inputs, self.code, self.found, self.any_read))

    def tell_if_stopped(self) -> None:
        """Say how far a run came that can be gone on with."""
        if self.done and not self.ended:
            of_all = f"{self.done} of {len(self.files)} inputs"
            inputs = f"{self.done} articles" if self.articles.several else of_all
            report_failure(f"stopped after {inputs}", "the same command goes on from there")

    def _holds_something(self, shown: Analysis) -> bool:
        if self.view == "compare":
            return False  # known when all are read
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
        if self.limit and (hidden := len(getattr(selected, self.view)) - len(getattr(shown, self.view))):
            messages.note(file, f"{hidden} more not shown (--limit 0 shows all)")
