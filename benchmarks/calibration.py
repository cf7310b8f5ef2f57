"""Measure how far the confidence of quotes can be believed, by readers' verdicts.

    python -m benchmarks.calibration [--fit] [--shared ../shared]

A quote is right if a reader says so: it is a statement that a reader marked, with its status and its speaker
(bench/score_statements.py; the development sets, and the articles of ``training/marks`` that teach nothing),
or it is a line that newscli once printed and an editor found right. Prints, for each tenth of confidence, the
quotes, their mean confidence, the share that was right, and the expected calibration error (Naeini, Cooper
and Hauskrecht, 2015); first for the tables that newscli ships, then for tables fitted on four fifths of the
articles and tried on the rest. With ``--fit`` it prints the tables of
``newscli/analysis/quotes/confidence.py`` and ``speakers/confidence.py``, fitted on all of them.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, Final, NamedTuple, TypeVar, get_args

from benchmarks.sets import read_set
from newscli.analysis.calibrated import Knots, calibrated
from newscli.analysis.entities import find_mentions, merge
from newscli.analysis.names.titles import TitleReader
from newscli.analysis.quotes import confidence as of_quotes
from newscli.analysis.quotes.confidence import Evidence
from newscli.analysis.quotes.find import draft_quotes, finish
from newscli.analysis.segment import segment
from newscli.analysis.speakers import confidence as of_speakers
from newscli.analysis.speakers.confidence import Form
from newscli.analysis.speakers.resolve import find_speakers
from newscli.analysis.speakers.speaker import Speaker
from newscli.analysis.words import cut_words
from newscli.engines.reader.model import Reader, annotate
from newscli.model import Quote, Span
from newscli.text.load import parse
from newscli.text.quotation_marks import pair_marks
from training.marks import marked_articles

STATEMENTS: Final = ("statements/world-dev.jsonl.gz", "statements/invented-dev.jsonl.gz")
PRINTED: Final = "verdicts/printed-lines.jsonl.gz"
# Where the articles of the printed lines stand, by the word before the colon of their ids.
PRINTED_FROM: Final = {
    "bbc-dev": "summary/bbc-dev.jsonl.gz",
    "cnn-dailymail-dev": "summary/cnn-dailymail-dev.jsonl.gz",
    "wikinews": "salience/wikinews-salience-dev.jsonl.gz",
}
# Its articles taught the reader; what it finds there says nothing of others.
TAUGHT: Final = "statements/mixed-train.jsonl.gz"
FOLDS: Final = 5
# A quote is a statement if both share half of their words, as in bench/score_statements.py.
ALIKE: Final = 0.5
# A quote is a printed line if it has nearly its words.
SAME: Final = 0.9
# A name of so many words is taken for a body's, as in bench/score_who.py.
LONG_NAME: Final = 4
# Quotes of one knot: enough that its share is known to some three percent.
PER_KNOT: Final = 300
# Of a group that is rarer than this, one share is all that can be said.
PER_TABLE: Final = 2 * PER_KNOT
# What a rule alone found and the reader did not see has a knot of its own, from so many quotes on.
PER_UNSEEN: Final = 5

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Sample:
    """A quote that was found.

    Attributes:
        article: Number of its article.
        evidence: What shows that it is a quote.
        sureness: How sure the reader is of it.
        form: What its source is.
        pointed: The chance that the reader gives the speaker.
        right: Whether it is a statement with the right words and status.
        speaker_right: Whether its speaker is right, None if nobody can say.
    """

    article: int
    evidence: Evidence
    sureness: float
    form: Form
    pointed: float
    right: bool
    speaker_right: bool | None

    @property
    def all_right(self) -> bool:
        """Whether a line that prints it is right."""
        return self.right and bool(self.speaker_right)


@dataclass(frozen=True, slots=True)
class Tables:
    """What confidence is read from: of quotes by evidence, of their speakers by form of the source."""

    quotes: Mapping[Evidence, Knots]
    speakers: Mapping[Form, Knots]

    def confidence(self, sample: Sample) -> float:
        """Return the chance that a sample is all right, 0 to 1."""
        quote = calibrated(self.quotes[sample.evidence], sample.sureness)
        return quote * calibrated(self.speakers[sample.form], sample.pointed)


SHIPPED: Final = Tables(of_quotes.CALIBRATION, of_speakers.CALIBRATION)


class Row(NamedTuple):
    """The quotes of a tenth of confidence: how many, their mean confidence, and the share that was right."""

    quotes: int
    mean: float
    right: float


def tenths(judged: Iterable[tuple[float, bool]]) -> list[Row]:
    """Return a row for each tenth of confidence, lowest first, from (confidence, right); zeros if empty."""
    parts: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for value, right in judged:
        parts[min(9, int(10 * value))].append((value, right))
    rows = []
    for part in parts:
        size = max(1, len(part))
        rows.append(Row(len(part), sum(v for v, _ in part) / size, sum(r for _, r in part) / size))
    return rows


def expected_error(rows: Sequence[Row]) -> float:
    """Return the mean distance of confidence and share right, weighted by quotes, 0 to 1."""
    total = sum(row.quotes for row in rows)
    return sum(row.quotes * abs(row.mean - row.right) for row in rows) / max(1, total)


def fit(samples: Sequence[Sample]) -> Tables:
    """Fit the tables: isotonic shares of groups of like sureness (pool adjacent violators).

    The table of speakers is fitted on quotes that are right but perhaps for them, so that the product of both
    chances is that of the line.
    """
    known = [s for s in samples if s.right and s.speaker_right is not None]
    return Tables(
        _fitted(((s.evidence, s.sureness, s.right) for s in samples), get_args(Evidence), SHIPPED.quotes),
        _fitted(
            ((s.form, s.pointed, bool(s.speaker_right)) for s in known), get_args(Form), SHIPPED.speakers
        ),
    )


def _fitted(
    judged: Iterable[tuple[Key, float, bool]], keys: Sequence[Key], shipped: Mapping[Key, Knots]
) -> dict[Key, Knots]:
    """Return the knots of each key, what ships where there is no sample."""
    groups: defaultdict[Key, list[tuple[float, bool]]] = defaultdict(list)
    for key, sureness, right in judged:
        groups[key].append((sureness, right))
    return {key: _knots(sorted(groups[key])) if groups[key] else shipped[key] for key in keys}


def _parts(judged: Sequence[tuple[float, bool]]) -> Iterator[Sequence[tuple[float, bool]]]:
    """Yield what the reader did not see, if that is enough, and the rest in parts of like sureness."""
    unseen = sum(sureness == 0 for sureness, _ in judged)
    if PER_UNSEEN <= unseen < len(judged):
        yield judged[:unseen]
        judged = judged[unseen:]
    size = PER_KNOT if len(judged) >= PER_TABLE else len(judged)
    starts = range(0, max(1, len(judged) - size // 2), size)
    for first, last in zip(starts, [*starts[1:], len(judged)], strict=True):
        yield judged[first:last]


def _knots(judged: Sequence[tuple[float, bool]]) -> Knots:
    groups: list[tuple[int, float, int]] = []  # quotes, sum of sureness, how many were right
    for part in _parts(judged):
        groups.append((len(part), sum(s for s, _ in part), sum(r for _, r in part)))
        while len(groups) > 1 and (
            _share(groups[-2]) >= _share(groups[-1]) or _mean(groups[-2]) == _mean(groups[-1])
        ):
            (count, total, right), (count2, total2, right2) = groups[-2:]
            groups[-2:] = [(count + count2, total + total2, right + right2)]
    return tuple((_mean(group), round(_share(group), 3)) for group in groups)


def _mean(group: tuple[int, float, int]) -> float:
    """Return the sureness of a group as a table has it."""
    return round(group[1] / group[0], 3)


def _share(group: tuple[int, float, int]) -> float:
    """Return the share that was right, by the rule of succession: ten of ten are not all."""
    return (group[2] + 1) / (group[0] + 2)


def cross_validated(samples: Sequence[Sample]) -> Iterator[tuple[float, bool]]:
    """Yield (confidence, right) of each sample, by the tables of the articles of the other folds."""
    for fold in range(FOLDS):
        tables = fit([s for s in samples if s.article % FOLDS != fold])
        yield from judged_by(tables, (s for s in samples if s.article % FOLDS == fold))


def judged_by(tables: Tables, samples: Iterable[Sample]) -> Iterator[tuple[float, bool]]:
    """Yield (confidence, right) of each sample whose speaker somebody judged, if the quote is right."""
    return (
        (tables.confidence(s), s.all_right) for s in samples if not s.right or s.speaker_right is not None
    )


class Found(NamedTuple):
    """A quote with what its confidence is read from."""

    quote: Quote
    evidence: Evidence
    sureness: float
    speaker: Speaker
    text: str

    @property
    def own_words(self) -> str | None:
        """What stands for the speaker if nobody has a name: the source's words, None for a pronoun."""
        text = self.quote.mention.of(self.text) if self.quote.mention else ""
        return None if self.speaker.form in {"pronoun", "first", "none"} else text

    def sample(self, article: int, *, right: bool, speaker_right: bool | None) -> Sample:
        """Return it with a verdict."""
        form, pointed = self.speaker.form, self.speaker.sureness
        return Sample(article, self.evidence, self.sureness, form, pointed, right, speaker_right)


def read_quotes(text: str, reader: Reader | None = None) -> list[Found]:
    """Read a text as newscli does, or with another reader than its own."""
    article = parse(text)
    sentences = segment(article)
    quotations, _ = pair_marks(article.prose, article.blocks)
    outermost = [(q.span, q.inner) for q in quotations if q.depth == 0]
    read = reader.annotate if reader else annotate
    annotations = read(article.prose, sentences, outermost)
    words = cut_words(article.prose, sentences)
    titles = TitleReader(words)
    mentions = find_mentions(article, words, annotations.names, titles)
    entities = merge(article, sentences, mentions, titles)
    running_text, drafts = draft_quotes(article, words, quotations, annotations, mentions)
    quotes = finish(running_text, drafts, annotations)
    speakers = find_speakers(article, words, quotes, entities, titles, annotations)
    return [
        Found(quote, draft.evidence, draft.sureness, speaker, text)
        for quote, draft, speaker in zip(quotes, drafts, speakers, strict=True)
    ]


class Judge:
    """What readers say of the quotes that newscli finds."""

    def __init__(self, bench: Path) -> None:
        """Import the scorers of a folder, which import one another."""
        sys.path.insert(0, str(bench))
        self._quotes: ModuleType = importlib.import_module("score_quotes")
        self._statements: ModuleType = importlib.import_module("score_statements")

    def by_statements(self, number: int, gold: Mapping[str, Any]) -> Iterator[Sample]:
        """Yield the quotes of an article whose statements are marked."""
        found = read_quotes(gold["text"])
        of = self._paired(gold, found)
        for j, one in enumerate(found):
            statement = of.get(j)
            right = statement is not None and statement["status"] == one.quote.status
            who = statement is not None and self._is_said_by(gold, statement, one, one.speaker.name)
            yield one.sample(number, right=right, speaker_right=who)

    def speakers_of_statements(
        self, gold: Mapping[str, Any], found: Sequence[Found]
    ) -> Iterator[tuple[Found, Callable[[str | None], bool]]]:
        """Yield the quotes that are marked statements, each with what says whether a speaker is right."""
        for j, statement in sorted(self._paired(gold, found).items()):
            yield found[j], partial(self._is_said_by, gold, statement, found[j])

    def speakers_of_sources(
        self, gold: Mapping[str, Any], sources: Sequence[Mapping[str, Any]], found: Sequence[Found]
    ) -> Iterator[tuple[Found, Callable[[str | None], bool]]]:
        """Yield the quotes whose source a reader named (bench/score_who.py), likewise."""
        named = {tuple(one["source"]): one for one in sources}
        for j, attribution in sorted(self._paired(gold, found).items()):
            own = next((named[tuple(span)] for span in attribution["source"] if tuple(span) in named), None)
            if own is not None:
                yield found[j], partial(self._is_named, own)

    def speakers_of_reports(
        self, reports: Sequence[Mapping[str, Any]], found: Sequence[Found]
    ) -> Iterator[tuple[Found, Callable[[str | None], bool]]]:
        """Yield the quotes whose source is a mention that GUM resolves, likewise."""
        for one in found:
            mention = one.quote.mention
            for report in reports if mention else ():
                if mention and mention.meets(Span(*report["mention"])):
                    yield one, partial(self._is_reported, report)
                    break

    def _is_reported(self, report: Mapping[str, Any], said: str | None) -> bool:
        same: bool = self._statements.is_speaker(report["name"], report["names"], report["type"], said)
        return same

    def _paired(self, gold: Mapping[str, Any], found: Sequence[Found]) -> dict[int, Mapping[str, Any]]:
        """Return the attribution of each quote that is one, by the quote's index."""
        wanted = [self._tokens(gold["text"], a["content"]) for a in gold["attributions"]]
        told = [self._tokens(gold["text"], _pairs(one.quote)) for one in found]
        pairs = self._quotes.pair_up(wanted, told)
        return {j: gold["attributions"][i] for i, j, likeness in pairs if likeness >= ALIKE}

    def _is_named(self, source: Mapping[str, Any], said: str | None) -> bool:
        if source["names"]:
            return any(
                self._statements.is_speaker(name, [], "PER" if len(name.split()) < LONG_NAME else "ORG", said)
                for name in source["names"]
            )
        own = self._statements.words(source["text"]) + self._statements.words(source["description"] or "")
        return not said or bool(set(self._statements.words(said)) & set(own))

    def _is_said_by(
        self, gold: Mapping[str, Any], statement: Mapping[str, Any], one: Found, said: str | None
    ) -> bool:
        entities = {entity["name"]: entity for entity in gold["entities"]}
        if statement["speaker"]:
            known = entities[statement["speaker"]]
            same: bool = self._statements.is_speaker(
                statement["speaker"], known["names"], known["type"], said
            )
            return same
        own = set(self._statements.span_words(gold["text"], statement["source"]))
        if own and not said:
            return one.quote.mention is not None
        return not said or bool(own & set(self._statements.words(said)))

    def by_printed_lines(
        self, number: int, text: str, lines: Sequence[Mapping[str, Any]]
    ) -> Iterator[Sample]:
        """Yield the quotes of an article that are lines which an editor judged, where his verdict holds."""
        for one in read_quotes(text):
            own = self._tokens(text, _pairs(one.quote))
            for line in lines:
                other = self._tokens(text, line["spans"])
                if own and len(own & other) >= SAME * len(own | other):
                    yield from self._by_line(number, one, line)
                    break

    def _by_line(self, number: int, one: Found, line: Mapping[str, Any]) -> Iterator[Sample]:
        same_speaker = self._statements.plain(line["speaker"]) == self._statements.plain(one.speaker.name)
        verdict = line["verdict"]
        right = verdict in {"right", "speaker"} or (verdict == "thought" and one.quote.act == "thought")
        if verdict == "turned":
            # The editor saw a cue without its negation; what became of the content is told by the status.
            right = one.quote.status != "said"
        who = same_speaker if verdict == "right" else None
        if verdict == "speaker" and same_speaker:
            who = False
        yield one.sample(number, right=right, speaker_right=who)

    def _tokens(self, text: str, spans: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
        found: set[tuple[int, int]] = self._quotes.tokens_in(text, spans)
        return found


def _pairs(quote: Quote) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in quote.spans]


def find_samples(shared: Path) -> Iterator[Sample]:
    """Yield the quotes that newscli finds in the articles that readers judged, each with their verdict."""
    judge, number = Judge(shared / "bench"), 0
    for file in STATEMENTS:
        for gold in read_set(shared / "data" / file):
            yield from judge.by_statements(number, gold)
            number += 1
    for gold in marked_articles(shared / "data", "held"):
        yield from judge.by_statements(number, gold)
        number += 1
    taught = {record["id"].rpartition(":")[2] for record in read_set(shared / "data" / TAUGHT)}
    taught |= {record["id"] for record in marked_articles(shared / "data", "train")}
    lines: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in read_set(shared / "data" / PRINTED):
        lines[line["article"]].append(line)
    for kind, file in PRINTED_FROM.items():
        for record in read_set(shared / "data" / file):
            own = lines.get(f"{kind}:{record['id']}", ())
            if own and record["id"] not in taught:
                title = record.get("title")
                text = f"{title}\n\n{record['text']}" if title else record["text"]
                yield from judge.by_printed_lines(number, text, own)
                number += 1


def show(title: str, judged: Iterable[tuple[float, bool]]) -> None:
    """Print the rows of a table and its error."""
    rows = tenths(judged)
    print(f"{title}\n{'confidence':<12}{'quotes':>8}{'mean':>8}{'right':>8}")
    for tenth, row in enumerate(rows):
        if row.quotes:
            bounds = f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}"
            print(f"{bounds:<12}{row.quotes:>8}{row.mean:>8.2f}{row.right:>8.2f}")
    total = sum(row.quotes for row in rows)
    print(f"expected calibration error {expected_error(rows):.3f} of {total} quotes\n")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder of data and bench")
    parser.add_argument("--fit", action="store_true", help="print the tables fitted on all articles")
    options = parser.parse_args()
    samples = list(find_samples(options.shared))
    show("As shipped", judged_by(SHIPPED, samples))
    show(f"Cross-validated, {FOLDS} folds of articles", cross_validated(samples))
    if options.fit:
        tables = fit(samples)
        for table in (tables.quotes, tables.speakers):
            for key, knots in table.items():
                print(f'    "{key}": (', *(f"        {knot}," for knot in knots), "    ),", sep="\n")
            print()


if __name__ == "__main__":
    main()
