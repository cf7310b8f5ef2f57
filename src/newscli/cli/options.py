"""The options of the commands, each defined once, and the checks of their values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Final, Literal

import typer

from newscli.cli.context import MAX_WIDTH, MIN_WIDTH
from newscli.cli.values import a_name, job_count, number, one_of, share
from newscli.model import ACTS, KINDS, LABELS, SHOWN_FROM, STATUSES
from newscli.render import FORMATS, PAGES, Format

# A literal copy of the keys of summary.METHODS: to import the methods is to import the analysis.
METHODS: Final = ("news", "fast", "lead", "textrank", "lexrank", "centroid")

# What others call them: spaCy, Stanza, Google, and people.
_LABEL_ALIASES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("person", "persons", "people"), "PER"),
    **dict.fromkeys(("organization", "organizations", "organisation", "organisations"), "ORG"),
    **dict.fromkeys(("location", "locations", "gpe", "place", "places"), "LOC"),
    **dict.fromkeys(("miscellaneous", "other", "others"), "MISC"),
}

# The heading in the help under which the options stand that all commands share.
SHARED_HEADING: Final = "Input and output"


def _choice(
    *names: str,
    choices: Sequence[str],
    metavar: str,
    help: str,
    aliases: Mapping[str, str] = MappingProxyType({}),
    shared: bool = False,
    show_default: bool = True,
) -> object:
    return typer.Option(
        *names,
        parser=one_of(*choices, aliases=aliases),
        autocompletion=lambda: list(choices),
        metavar=metavar,
        help=help,
        show_default=show_default,
        rich_help_panel=SHARED_HEADING if shared else None,
    )


def _shared(
    *names: str, help: str, metavar: str | None = None, parser: Callable[[str], int] | None = None
) -> object:
    return typer.Option(*names, help=help, metavar=metavar, parser=parser, rich_help_panel=SHARED_HEADING)


Sentences = Annotated[
    int,
    typer.Option(
        "--sentences", "--limit", "-n", parser=number(int, 1), metavar="N", help="The most sentences to show."
    ),
]
Words = Annotated[
    int | None,
    typer.Option(
        "--words", parser=number(int, 1), metavar="N", help="The most words to show, in place of --sentences."
    ),
]
Ratio = Annotated[
    float | None,
    typer.Option(
        "--ratio",
        parser=share,
        metavar="SHARE",
        help="The most words to show, as a share of the story's (0.2 or 20%), in place of --sentences.",
    ),
]
Method = Annotated[
    str,
    _choice(
        "--method", choices=METHODS, metavar="NAME", help=f"How to choose sentences: {', '.join(METHODS)}."
    ),
]
Scores = Annotated[
    bool, typer.Option("--scores", help="Show the score of each sentence, and its two strongest reasons.")
]

Speaker = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker",
        parser=a_name,
        metavar="NAME",
        help="Only quotes by speakers with NAME at the beginning of any word of their name, titles ignored; "
        "repeatable.",
    ),
]
KindChoice = Annotated[
    list[str] | None,
    _choice("--kind", choices=KINDS, metavar="KIND", help=f"Only {', '.join(KINDS)} quotes; repeatable."),
]
ActChoice = Annotated[
    list[str] | None,
    _choice(
        "--act",
        choices=ACTS,
        metavar="ACT",
        help="Only what is uttered (speech) or held without a word (thought); repeatable.",
    ),
]
StatusChoice = Annotated[
    list[str] | None,
    _choice(
        "--status",
        choices=STATUSES,
        metavar="STATUS",
        help=f"Only what the article says was {', '.join(STATUSES[:-1])}, or is {STATUSES[-1]}; repeatable.",
    ),
]
Everything = Annotated[
    bool,
    typer.Option(
        "--all",
        help="Show all that was found: thoughts and what has no speaker, too; what is unsure, but in tables.",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        parser=share,
        metavar="SHARE",
        show_default=False,
        help=f"Only quotes of at least this confidence, 0 to 1; else {SHOWN_FROM}, and 0 with --all.",
    ),
]
By = Annotated[
    str | None,
    _choice("--by", choices=("speaker",), metavar="speaker", help="Group the quotes under their speakers."),
]

Resolved = Annotated[
    bool,
    typer.Option(
        "--resolved",
        help='Show full names behind short ones, "Roe [Alan Roe, the mayor]", as a terminal does.',
    ),
]
Raw = Annotated[
    bool,
    typer.Option("--raw", help="Show pronouns as the article has them, not as names in square brackets."),
]
SourcesBy = Annotated[
    str | None,
    _choice(
        "--by",
        choices=("article", "file", "run"),
        metavar="WHAT",
        help="Count for each article, each file, or all together (run); else run for people to read, and "
        "article in json, ndjson, csv and tsv.",
    ),
]
MaxAnonymous = Annotated[
    float | None,
    typer.Option(
        "--max-anonymous",
        parser=share,
        metavar="SHARE",
        help="Complain of an article of whose quoted words a greater share, 0 to 1, is anonymous.",
    ),
]
MinSources = Annotated[
    int | None,
    typer.Option(
        "--min-sources",
        parser=number(int, 1),
        metavar="N",
        help="Complain of an article with fewer sources; with --exit-status a complaint exits with 1.",
    ),
]

LabelChoice = Annotated[
    list[str] | None,
    _choice(
        "--label",
        choices=LABELS,
        aliases=_LABEL_ALIASES,
        metavar="LABEL",
        help=f"Only {', '.join(LABELS)}, as people, organisations, places and others; repeatable.",
    ),
]
MinCount = Annotated[
    int,
    typer.Option(
        "--min-count", parser=number(int, 1), metavar="N", help="Only what is named N times or more."
    ),
]
Limit = Annotated[
    int,
    typer.Option(
        "--limit",
        "-n",
        parser=number(int, 0),
        metavar="N",
        help="The most to show of each article; 0 is all.",
    ),
]
Salience = Annotated[bool, typer.Option("--scores", help="Show how salient each one is, 0 to 1.")]
OtherNames = Annotated[
    bool, typer.Option("--all", help="Tables show other names too: peoples, events, works, products.")
]
Mentions = Annotated[bool, typer.Option("--mentions", help="Show each mention in the words around it.")]
Everywhere = Annotated[
    bool, typer.Option("--everywhere", help="Count names in section line, byline and credits too.")
]

Files = Annotated[
    list[str],
    typer.Argument(metavar="[FILE]...", show_default=False, help="Articles; none or - is standard input."),
]
FormatChoice = Annotated[
    Literal["auto", Format],
    _choice(
        "--format",
        "-f",
        choices=("auto", *FORMATS, "html"),
        aliases={"jsonl": "ndjson"},
        metavar="FORMAT",
        show_default=False,
        help=f"{', '.join(FORMATS)}, and html for {', '.join(PAGES)}; auto, the default, goes by the name of"
        " --output, or else is a table on a terminal and plain elsewhere.",
        shared=True,
    ),
]
FilesFrom = Annotated[
    list[str] | None,
    _shared(
        "--files-from",
        metavar="FILE",
        help="Read the files that FILE lists, one a line; - is standard input.",
    ),
]
Recursive = Annotated[
    bool, _shared("--recursive", "-r", help="Of a folder, read all files below it that have a known name.")
]
TextField = Annotated[
    str | None, _shared("--text-field", metavar="NAME", help="The field of a row that holds the article.")
]
IdField = Annotated[
    str | None, _shared("--id-field", metavar="NAME", help="The field of a row that names the article.")
]
TitleField = Annotated[
    str | None, _shared("--title-field", metavar="NAME", help="The field of a row that holds the headline.")
]
DateField = Annotated[
    str | None, _shared("--date-field", metavar="NAME", help="The field of a row that holds the date.")
]
Output = Annotated[
    str | None,
    _shared(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE, whole or not at all; to a file for each input if FILE ends with /.",
    ),
]
SkipExisting = Annotated[
    bool, _shared("--skip-existing", help="Pass over inputs whose files in --output FOLDER/ are there.")
]
Json = Annotated[bool, _shared("--json", help="The same as --format json.")]
NoPager = Annotated[bool, _shared("--no-pager", help="Never show a long report page by page.")]
Resume = Annotated[
    bool,
    _shared("--resume", help="If the run is stopped, keep what was written; run again, go on from there."),
]
Color = Annotated[
    str,
    _choice(
        "--color",
        choices=("auto", "always", "never"),
        metavar="WHEN",
        show_default=False,
        help="auto, always or never; auto, the default, heeds NO_COLOR and FORCE_COLOR.",
        shared=True,
    ),
]
Width = Annotated[
    int | None,
    _shared(
        "--width",
        parser=number(int, MIN_WIDTH, MAX_WIDTH),
        metavar="N",
        help=f"The columns of a table, {MIN_WIDTH} to {MAX_WIDTH}; else the terminal's.",
    ),
]
Encoding = Annotated[
    str | None, _shared("--encoding", metavar="NAME", help="The encoding of the input; else it is found out.")
]
Repair = Annotated[
    bool,
    _shared("--repair", help="Read text that was decoded wrongly once (“â€œ” for “) as it was meant."),
]
CsvSafe = Annotated[
    bool, _shared("--csv-safe", help="Put ' before csv and tsv cells that a spreadsheet would execute.")
]
Bom = Annotated[bool, _shared("--bom", help="Begin csv and tsv with a byte-order mark, for Excel.")]
NoHeader = Annotated[bool, _shared("--no-header", help="No first line of column names in csv and tsv.")]
Jobs = Annotated[
    int,
    _shared(
        "--jobs", "-j", parser=job_count, metavar="N", help="Read with N processes; 0 or auto: one a core."
    ),
]
Quiet = Annotated[bool, _shared("--quiet", "-q", help="No warnings, notes and progress on standard error.")]
ExitStatus = Annotated[bool, _shared("--exit-status", help="Exit with 1 if nothing was found.")]
Debug = Annotated[bool, _shared("--debug", help="Show the traceback of an error in newscli itself.")]

InfoFormat = Annotated[
    str,
    _choice("--format", "-f", choices=("plain", "json"), metavar="FORMAT", help="plain or json."),
]


@dataclass(frozen=True, slots=True)
class Shared:
    """The input and the options that all views have; ``command.view`` adds them to each."""

    files: Files = field(default_factory=list)
    format: FormatChoice = "auto"
    json: Json = False
    output: Output = None
    resume: Resume = False
    skip_existing: SkipExisting = False
    color: Color = "auto"
    width: Width = None
    encoding: Encoding = None
    repair: Repair = False
    csv_safe: CsvSafe = False
    bom: Bom = False
    no_header: NoHeader = False
    jobs: Jobs = 1
    quiet: Quiet = False
    exit_status: ExitStatus = False
    debug: Debug = False
    no_pager: NoPager = False
    files_from: FilesFrom = None
    recursive: Recursive = False
    text_field: TextField = None
    id_field: IdField = None
    title_field: TitleField = None
    date_field: DateField = None
