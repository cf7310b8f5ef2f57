"""The samples, read by a person (``tests/cases``) and by newscli: each difference is one failed check.

``tests/cases/README.md`` has the rules of a case, and all that newscli does not reach yet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict, cast

import pytest

from newscli.analysis.pipeline import analyse
from newscli.model import Analysis, Quote, Role, Span
from newscli.text.load import read

ROOT = Path(__file__).parent.parent
CASES = sorted((ROOT / "tests" / "cases").glob("*.json"))
MARKS = "“”\"‘’'«»"


class ExpectedQuote(TypedDict):
    """A quote as a person reads it.

    ``text`` is its spans, joined by a space. ``mention`` is the source without its apposition, for "Dana
    Orel, the port's director," the name alone. ``speaker`` is a name of the case's entities, the source's own
    words if no name fits ("A spokeswoman"), or null.
    """

    text: str
    kind: str
    cue: str | None
    mention: str | None
    speaker: str | None
    act: str


class ExpectedEntity(TypedDict):
    """An entity as a person counts it; the order of aliases does not matter."""

    name: str
    label: str
    count: int
    aliases: list[str]


class Case(TypedDict):
    """The expected reading of one file; all texts with white space folded to single spaces.

    ``paragraphs`` counts the blocks of body text. ``not_quotes`` holds what stands in marks and is nobody's
    speech, ``summary_one_of`` sentences that any good summary draws on, ``not_yet`` the names of checks
    that newscli fails, under the reason.
    """

    file: str
    headline: str | None
    section: str | None
    byline: str | None
    dateline: str | None
    credits: list[str]
    paragraphs: int
    encoding: str
    quotes: list[ExpectedQuote]
    entities: list[ExpectedEntity]
    not_entities: list[str]
    not_quotes: list[str]
    summary_must_not_hold: list[str]
    summary_one_of: list[str]
    not_yet: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that newscli must read as the person did.

    Attributes:
        name: Unique within the case; ``not_yet`` names it.
        problem: What was found instead, empty if the check holds.
    """

    name: str
    problem: Callable[[Analysis], str]


def fold(text: str) -> str:
    return " ".join(text.split())


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def text_of(analysis: Analysis, *spans: Span | None) -> str:
    return fold(" ".join(span.of(analysis.article.text) for span in spans if span))


def differs(found: object, expected: object) -> str:
    return "" if found == expected else f"found {found!r}, expected {expected!r}"


def unwanted(found: list[str]) -> str:
    return f"found {found}" if found else ""


def layout_checks(case: Case) -> Iterator[Check]:
    def of_role(role: Role, expected: str | None) -> Check:
        return Check(role, lambda a: differs(text_of(a, a.article.first(role)) or None, expected))

    yield of_role("section", case["section"])
    yield of_role("headline", case["headline"])
    yield of_role("byline", case["byline"])
    yield of_role("dateline", case["dateline"])
    yield Check(
        "credits",
        lambda a: differs([text_of(a, span) for span in a.article.spans("credits")], case["credits"]),
    )
    yield Check("paragraphs", lambda a: differs(len(a.article.spans("body")), case["paragraphs"]))
    yield Check("encoding", lambda a: differs(a.article.encoding, case["encoding"]))


def likeness(found: str, expected: str) -> float:
    """Return the Jaccard index of two texts' words, and 2 if the texts are equal."""
    ours, theirs = set(words(found)), set(words(expected))
    return 2.0 if found == expected else len(ours & theirs) / max(1, len(ours | theirs))


def closest(analysis: Analysis, expected: str) -> Quote | None:
    """Return the quote that is most like the expected text, or None if none shares half of its words."""
    likest = [
        (likeness(text_of(analysis, *quote.spans), expected), -quote.id, quote) for quote in analysis.quotes
    ]
    score, _, quote = max(likest, default=(0.0, 0, None))
    return quote if score >= 0.5 else None


def quote_checks(expected: ExpectedQuote) -> Iterator[Check]:
    def check(what: str, wanted: object, found: Callable[[Analysis, Quote], object]) -> Check:
        def problem(analysis: Analysis) -> str:
            quote = closest(analysis, expected["text"])
            return differs(found(analysis, quote), wanted) if quote else f"not found: {expected['text']}"

        return Check(f"{what} of '{' '.join(words(expected['text'])[:5])}'", problem)

    cue_and_mention = (expected["cue"], expected["mention"])
    yield check("text", expected["text"], lambda a, q: text_of(a, *q.spans))
    yield check("kind and act", (expected["kind"], expected["act"]), lambda _, q: (q.kind, q.act))
    yield check(
        "source", cue_and_mention, lambda a, q: (text_of(a, *q.cue) or None, text_of(a, q.mention) or None)
    )
    yield check("speaker", expected["speaker"], lambda _, q: q.speaker)


def no_other_quotes(case: Case) -> Check:
    """Return the check that nothing is quoted but what is expected; quotes inside those are not judged."""

    def problem(analysis: Analysis) -> str:
        matched = [closest(analysis, quote["text"]) for quote in case["quotes"]]
        contents = [quote["text"] for quote in case["quotes"]]
        texts = [text_of(analysis, *quote.spans) for quote in analysis.quotes if quote not in matched]
        return unwanted([text for text in texts if not any(text in content for content in contents)])

    return Check("no other quotes", problem)


def no_quote(words_in_marks: str) -> Check:
    def problem(analysis: Analysis) -> str:
        texts = [text_of(analysis, *quote.spans) for quote in analysis.quotes]
        return unwanted([text for text in texts if text.strip(MARKS) == words_in_marks])

    return Check(f"no quote '{words_in_marks}'", problem)


def entity_check(expected: ExpectedEntity) -> Check:
    def problem(analysis: Analysis) -> str:
        name, last = expected["name"].casefold(), words(expected["name"])[-1]
        found = [(e.name, e.label, e.count, sorted(e.aliases)) for e in analysis.entities]
        wanted = (expected["name"], expected["label"], expected["count"], sorted(expected["aliases"]))
        same = [entity for entity in found if entity[0].casefold() == name]
        return "" if wanted in found else differs(same or [e for e in found if last in words(e[0])], wanted)

    return Check(f"entity '{expected['name']}'", problem)


def no_other_names(case: Case) -> Check:
    """Return the check that no further people, organisations or places are found."""
    expected = {entity["name"].casefold() for entity in case["entities"]}

    def problem(analysis: Analysis) -> str:
        names = [entity for entity in analysis.entities if entity.label != "MISC"]
        return unwanted([f"{e.name} ({e.label})" for e in names if e.name.casefold() not in expected])

    return Check("no other names", problem)


def no_entity(name: str) -> Check:
    return Check(f"no entity '{name}'", lambda a: unwanted([e.label for e in a.entities if e.name == name]))


def summary_checks(case: Case) -> Iterator[Check]:
    def summary(analysis: Analysis) -> list[str]:
        return [text_of(analysis, sentence.span) for sentence in analysis.summary]

    def without(text: str) -> Check:
        return Check(f"summary without '{text}'", lambda a: unwanted([s for s in summary(a) if text in s]))

    def problem(analysis: Analysis) -> str:
        chosen = summary(analysis)
        return "" if set(chosen) & set(case["summary_one_of"]) else f"found {chosen}"

    yield from map(without, case["summary_must_not_hold"])
    yield Check("summary draws on the best sentences", problem)


def checks(case: Case) -> list[Check]:
    """Return everything that the reading of an article says, check by check."""
    return [
        *layout_checks(case),
        *(check for quote in case["quotes"] for check in quote_checks(quote)),
        *map(no_quote, case["not_quotes"]),
        no_other_quotes(case),
        *map(entity_check, case["entities"]),
        *map(no_entity, case["not_entities"]),
        no_other_names(case),
        *summary_checks(case),
    ]


def load(path: Path) -> Case:
    return cast("Case", json.loads(path.read_text(encoding="utf-8")))


@cache
def reading(file: str) -> Analysis:
    return analyse(read(ROOT / file))


def params() -> Iterator[object]:
    for path in CASES:
        case = load(path)
        reasons = {name: reason for reason, names in case["not_yet"].items() for name in names}
        for check in checks(case):
            reason = reasons.get(check.name, "")
            strict = not reason.endswith("(by a hair)")
            marks = [pytest.mark.xfail(reason=reason, strict=strict)] if reason else []
            yield pytest.param(case["file"], check, id=f"{path.stem}: {check.name}", marks=marks)


@pytest.mark.parametrize(("file", "check"), list(params()))
def test_newscli_reads_what_a_person_reads(file: str, check: Check) -> None:
    problem = check.problem(reading(file))
    assert not problem, f"{file}: {check.name}: {problem}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_holds_together(path: Path) -> None:
    case = load(path)
    article = set(words((ROOT / case["file"]).read_bytes().decode(case["encoding"])))
    names = [check.name for check in checks(case)]
    listed = [name for some in case["not_yet"].values() for name in some]
    said = [case["headline"] or "", *case["summary_one_of"], *(entity["name"] for entity in case["entities"])]
    said += [part or "" for q in case["quotes"] for part in (q["text"], q["cue"], q["mention"], q["speaker"])]

    assert len(names) == len(set(names)), "two checks of one name"
    assert set(listed) <= set(names), "not_yet names a check that does not exist"
    assert [text for text in said if not article.issuperset(words(text))] == [], "not the article's words"
