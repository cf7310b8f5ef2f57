"""Run newscli with a stand-in for the analysis, which takes no time and fails on command.

Tests of the command line run this file as a program. What stands in brackets in an article makes the
stand-in warn, crash, sleep, kill its process if it is a worker (the first time only, if a file to remember
that by is named), or meet a broken model file.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Collection
from multiprocessing import parent_process
from pathlib import Path

from newscli.analysis.pipeline import PARTS, Options, Part
from newscli.analysis.sources import find_sources
from newscli.errors import ModelError
from newscli.model import (
    Act,
    Analysis,
    Article,
    Entity,
    Keyword,
    Quote,
    Sentence,
    Span,
    Status,
    SummarySentence,
)


def analyse(article: Article, want: Collection[Part] = PARTS, options: Options | None = None) -> Analysis:
    """Find names of two words, and what stands between curly marks: said by Ana Orel, or asked with a "?".

    What stands between single ones is her thought.
    """
    _obey(article.text)
    options = options or Options()
    quoted = enumerate(_find("“[^”]*”|‘[^’]*’", article), 1)
    quotes = [_quote(number, span.of(article.text), span) for number, span in quoted]
    sentences = _find(r"[^.\s][^.]*\.", article)
    return Analysis(
        article,
        tuple(Sentence(i, 0, "body", span, ()) for i, span in enumerate(sentences)),
        tuple(quotes) if "quotes" in want else (),
        _entities(article) if "entities" in want else (),
        tuple(SummarySentence(i, span, 0.5) for i, span in enumerate(sentences[: options.sentences]))
        if "summary" in want
        else (),
        options.method,
        tuple(Keyword("ferry", 1.0, (span,)) for span in _find("ferry", article)[:1])
        if "keywords" in want
        else (),
        find_sources(article, quotes) if "sources" in want else (),
        (*article.warnings, "the stand-in is worried") if "[warn]" in article.text else article.warnings,
    )


def _obey(text: str) -> None:
    if "[crash]" in text:
        raise KeyError("a bug of the stand-in")
    if "[model]" in text:
        raise ModelError("the model file punkt.json is not the one that was shipped", "reinstall newscli")
    if "[sleep]" in text:
        # Told only now, so that a signal sent upon it arrives while this process is at work.
        os.write(2, b"asleep\n")
        for _ in range(600):
            time.sleep(0.1)  # a signal that comes just before a sleep does not end it
    if "[die]" in text and parent_process():
        os.kill(os.getpid(), signal.SIGKILL)
    if (once := re.search(r"\[die once (.+)\]", text)) and parent_process() and not Path(once[1]).exists():
        Path(once[1]).touch()
        os.kill(os.getpid(), signal.SIGKILL)


def _find(pattern: str, article: Article) -> list[Span]:
    return [Span(match.start(), match.end()) for match in re.finditer(pattern, article.text)]


def _quote(number: int, words: str, span: Span) -> Quote:
    act: Act = "thought" if words.startswith("‘") else "speech"
    status: Status = "asked" if "?" in words else "said"
    return Quote(number, "direct", (span,), (), None, "Ana Orel", act, 0.9, status)


def _entities(article: Article) -> tuple[Entity, ...]:
    mentions: dict[str, list[Span]] = {}
    for span in _find(r"[A-Z]\w+ [A-Z]\w+", article):
        mentions.setdefault(span.of(article.text), []).append(span)
    return tuple(Entity(name, "PER", tuple(spans), (), 0.5) for name, spans in mentions.items())


if __name__ == "__main__":
    import newscli.cli.jobs
    from newscli.__main__ import main

    vars(newscli.cli.jobs)["analyse"] = analyse
    sys.exit(main())
