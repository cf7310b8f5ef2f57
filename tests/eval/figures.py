"""What newscli scores on the sets of ``../shared/data``: each set is read once, by the real command.

A set's figures are in percent and the higher the better; their names begin with the name of the set.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, Final
from unittest import mock

ROOT: Final = Path(__file__).resolve().parents[2]
SHARED: Final = ROOT.parent / "shared"
BENCH: Final = SHARED / "bench"
DATA: Final = SHARED / "data"
MISSING: Final = (
    "" if BENCH.is_dir() and DATA.is_dir() else "no ../shared with data/ and bench/ beside the checkout"
)
NEWSCLI: Final = f"{shlex.quote(sys.executable)} -m newscli"
# This checkout is measured, whichever one is installed.
SEARCH_PATH: Final = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))

Figures = dict[str, float]
Records = list[dict[str, Any]]


def run(program: Path | str, *args: str | Path) -> str:
    """Run a script, or a module by its name, in the repository root and return what it prints.

    Raises:
        RuntimeError: The program failed; the message holds all that it printed.
    """
    which = [str(program)] if isinstance(program, Path) else ["-m", program]
    done = subprocess.run(
        [sys.executable, "-B", *which, *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": SEARCH_PATH},
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{program} exited {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def scorer(name: str) -> ModuleType:
    """Import a scorer; its folder is on the path meanwhile, because scorers import one another."""
    with (
        mock.patch.object(sys, "path", [str(BENCH), *sys.path]),
        mock.patch.object(sys, "dont_write_bytecode", True),
    ):
        return importlib.import_module(name)


def of_quotes(gold: Records, predicted: Records) -> Figures:
    """Return how well quotes and their sources are found."""
    report = scorer("score_quotes").score(gold, predicted)
    found = {f"{name} F1": report[name]["F1"] for name in ("token", "soft", "strict", "who")}
    return found | {f"{kind} who R": report[kind]["who_R"] for kind in ("direct", "mixed", "indirect")}


def of_speakers(gold: Records, predicted: Records) -> Figures:
    """Return how often a found quote is given to the right person, by the form of its source."""
    report = scorer("score_speakers").score(gold, predicted)
    right = {f"{form} accuracy": report[form]["accuracy"] for form in ("all", "name", "third")}
    return right | {"cue": report["all"]["cue"]}


def of_sources(folder: Path) -> Figures:
    """Return how often a quote of PolNeAR is given to whom a reader names, by the form of its source."""
    predicted = folder / "quotes.jsonl"
    run(BENCH / "predict.py", "quotes", DATA / _POLNEAR, predicted, "--newscli", NEWSCLI, "--extra=--all")
    told = run(BENCH / "score_who.py", DATA / _POLNEAR, DATA / _SOURCES, predicted, "--json")
    forms = ("all", "name", "pronoun", "description", "no name")
    return {form: json.loads(told)[form]["right"] for form in forms}


def of_entity_counts(gold: Records, predicted: Records) -> Figures:
    """Return how well entities are found, merged and counted: in all articles, in news, in the dev part."""
    parts = {
        "all": gold,
        "news": [article for article in gold if article["genre"] == "news"],
        "dev": [article for article in gold if article["split"] == "dev"],
    }
    figures: Figures = {}
    for part, articles in parts.items():
        report = scorer("score_entity_counts").score(articles, predicted)["strict"]
        figures |= {f"{part} {name} F1": report[name]["F1"] for name in ("mention", "b-cubed")}
        figures |= {f"{part} {name}": report[name] for name in ("right count", "top-5")}
    return figures


def of_statements(file: str, _folder: Path) -> Figures:
    """Return how well the statements of articles are read that a reader has marked."""
    report = json.loads(run(BENCH / "score_statements.py", DATA / file, "--newscli", NEWSCLI, "--json"))
    figures = {f"{name} F1": report[name]["F1"] for name in ("found", "who")}
    figures |= {f"list {name}": report["list"][name] for name in ("P", "F1")}
    figures |= {name: report[name] for name in ("act", "status", "within")}
    figures |= {"cue whole": report["cue"], "nested found": report["nested"]}
    if report["description"] is not None:
        figures["description"] = report["description"]
    figures |= {f"not {name}": round(100 - report[name], 2) for name in ("spurious", "turned")}
    counts = [count for status, count in report["status by kind"].items() if status != "said"]
    right, total = map(sum, zip(*counts, strict=True))
    figures["status other than said"] = round(100 * right / total, 2)
    if report["counts"] is not None:
        figures |= {"names F1": report["names"]["F1"], "counts": report["counts"]}
    return figures


def of_world_names(file: str, _folder: Path) -> Figures:
    """Return how many names of world news are found with the right bounds and label."""
    report = json.loads(run(BENCH / "score_names.py", DATA / file, "--newscli", NEWSCLI, "--json"))
    return {f"{part} F1": report[part]["F1"] for part in ("3-class", "PER", "ORG", "LOC")}


def of_reader(_folder: Path) -> Figures:
    """Return how well the reader alone marks PolNeAR by the corpus's own convention."""
    model = ROOT / "src" / "newscli" / "engines" / "data" / "reader.onnx"
    told = run("training.evaluate_reader", model, DATA, BENCH, "--sets", "polnear-dev")
    figures = dict(re.findall(r"^polnear-dev (\w+ F1) +([\d.]+)$", told, re.MULTILINE))
    return {name: float(figures[name]) for name in ("soft F1", "strict F1", "who F1")}


def of_names(gold: Records, predicted: Records, parts: tuple[str, ...] = ("all", "3-class")) -> Figures:
    """Return how many names are found with the right bounds and label."""
    report = scorer("score_entities").score(gold, predicted)
    return {f"{part} F1": report[part]["F1"] for part in parts}


def of_summaries(gold: Records, predicted: Records) -> Figures:
    """Return the overlap of three sentences with the human summary."""
    report = scorer("score_summaries").score(gold, predicted)
    return {f"{measure} F1": report[measure]["F1"] for measure in ("rouge1", "rouge2", "rougeLsum")}


def of_gold(
    view: str, file: str, figures: Callable[[Records, Records], Figures], folder: Path, extra: str = ""
) -> Figures:
    """Let newscli read a gold set and score what one of its views shows."""
    gold, predictions = DATA / file, folder / "predictions.jsonl"
    run(BENCH / "predict.py", view, gold, predictions, "--newscli", NEWSCLI, f"--extra={extra}")
    read = scorer("score_quotes").read_jsonl
    return figures(read(gold), read(predictions))


def of_confidence(_folder: Path) -> Figures:
    """Return what the expected calibration error of quotes leaves, as shipped and cross-validated."""
    told = run("benchmarks.calibration", "--shared", SHARED)
    errors = map(float, re.findall(r"^expected calibration error ([\d.]+)", told, re.MULTILINE))
    return {name: round(100 - 100 * e, 2) for name, e in zip(("shipped", "in folds"), errors, strict=True)}


def of_salience(_folder: Path) -> Figures:
    """Return how far the order of entities, and five keywords, meet what readers found salient."""
    told = run("benchmarks.salience", DATA)
    ranked = [
        float(value) for value in re.findall(r"[\d.]+", re.findall(r"^salience(.*)", told, re.MULTILINE)[0])
    ]
    words = run("benchmarks.keywords", DATA)
    right = re.findall(r"^newscli\D*([\d.]+)", words, re.MULTILINE)[0]
    return {"nDCG@5": ranked[0], "nDCG@5 of rated": ranked[1], "keywords": round(20 * float(right), 2)}


def of_html_pages(_folder: Path) -> Figures:
    """Return the shares of the wanted strings that are kept and of the unwanted ones that are left out."""
    told = run("benchmarks.html_pages", DATA / "html")
    there = dict(re.findall(r"^(must contain|must not contain): (\d+ of \d+)", told, re.MULTILINE))
    return {
        "must contain": percent(there["must contain"]),
        "must not contain": round(100 - percent(there["must not contain"]), 2),
    }


def of_sentences(_folder: Path) -> Figures:
    """Return how many boundaries of sentences are right."""
    told = run("benchmarks.sentences", DATA)
    f1 = dict(re.findall(r"^(\S.*?) +newscli .* F1 +([\d.]+)", told, re.MULTILINE))
    return {"GUM dev F1": float(f1["GUM, dev"]), "WSJ F1": float(f1["Wall Street Journal"])}


def of_seed(_folder: Path) -> Figures:
    """Return the shares of the checks of the seed article that hold; fail if the seed check does."""
    told = run(BENCH / "check_seed.py", "--newscli", NEWSCLI)
    return {kind: percent(held) for held, kind in re.findall(r"(\d+ of \d+) (musts|wishes)", told)}


def percent(part: str) -> float:
    """Return "3 of 4" in percent."""
    held, total = part.split(" of ")
    return round(100 * int(held) / int(total), 2)


@dataclass(frozen=True, slots=True)
class Set:
    """What is measured at once.

    Attributes:
        data: The file or folder under ``../shared`` that it is measured on.
        measure: Returns its figures; may write into the folder that it is given.
    """

    data: str
    measure: Callable[[Path], Figures]


def _gold(view: str, file: str, figures: Callable[[Records, Records], Figures], extra: str = "") -> Set:
    return Set(f"data/{file}", partial(of_gold, view, file, figures, extra=extra))


# The scheme of the Web Treebank's names has no MISC, so that each right one would count as wrong under "all".
_THREE: Final = partial(of_names, parts=("3-class",))
_WORLD: Final = "statements/world-dev.jsonl.gz"
_INVENTED: Final = "statements/invented-dev.jsonl.gz"
_NAMES: Final = "names/world-dev.jsonl.gz"
_POLNEAR: Final = "attribution/polnear-dev.jsonl.gz"
_SOURCES: Final = "speakers/polnear-dev.jsonl.gz"
_CNN: Final = "summary/cnn-dailymail-dev.jsonl.gz"
_BBC: Final = "summary/bbc-dev.jsonl.gz"

SETS: Final[Mapping[str, Set]] = {
    "world-dev": Set(f"data/{_WORLD}", partial(of_statements, _WORLD)),
    "invented-dev": Set(f"data/{_INVENTED}", partial(of_statements, _INVENTED)),
    "names/world-dev": Set(f"data/{_NAMES}", partial(of_world_names, _NAMES)),
    "polnear-dev": _gold("quotes", _POLNEAR, of_quotes, "--all"),
    "polnear-dev/reader": Set(f"data/{_POLNEAR}", of_reader),
    "polnear-dev/who": Set(f"data/{_SOURCES}", of_sources),
    "confidence": Set("data/verdicts", of_confidence),
    "gum-speakers": _gold("quotes", "coref/gum-speakers.jsonl.gz", of_speakers, "--all"),
    "gum-entities": _gold("entities", "coref/gum-entities.jsonl.gz", of_entity_counts),
    "conll2003-dev": _gold("entities", "ner/conll2003-dev.jsonl.gz", of_names),
    "uner-ewt-dev": _gold("entities", "ner/uner-ewt-dev.jsonl.gz", _THREE),
    "uner-ewt-test": _gold("entities", "ner/uner-ewt-test.jsonl.gz", _THREE),
    "wikinews-salience-dev": Set("data/salience/wikinews-salience-dev.jsonl.gz", of_salience),
    "cnn-dailymail-dev": _gold("summary", _CNN, of_summaries),
    "cnn-dailymail-dev-60-words": _gold("summary", _CNN, of_summaries, "--words 60"),
    "bbc-dev": _gold("summary", _BBC, of_summaries),
    "bbc-dev-60-words": _gold("summary", _BBC, of_summaries, "--words 60"),
    "gum-human-dev": _gold("summary", "summary/gum-human-dev.jsonl.gz", of_summaries, "--sentences 1"),
    "html-pages": Set("data/html", of_html_pages),
    "sentences": Set("data/pos", of_sentences),
    "seed": Set("seed", of_seed),
}


def fingerprint(name: str) -> str:
    """Return the SHA-256 of what a set is measured on: of a file, or of the files of a folder by name."""
    place = SHARED / SETS[name].data
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def measure(name: str, folder: Path) -> Figures:
    """Measure one set.

    Args:
        name: A key of ``SETS``.
        folder: Where the predictions may be written.

    Returns:
        The figures as the scorers round them, by names such as "polnear-dev who F1"; 0 if there is
        nothing to take a share of.

    Raises:
        RuntimeError: newscli or a script that runs it failed.
    """
    return {f"{name} {figure}": float(value or 0) for figure, value in SETS[name].measure(folder).items()}
