"""What ``newscli info`` shows: the versions at work and the model files with their pedigree."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Final

from newscli import __version__
from newscli.cli.context import Environment
from newscli.cli.output import open_target
from newscli.cli.streams import emit
from newscli.engines.store import ModelFile, manifest, model_path
from newscli.errors import ExitCode

_DEPENDENCIES: Final = ("nltk", "numpy", "onnxruntime", "rich", "typer", "trafilatura", "chardet", "ftfy")
_FOR_HTML: Final = ("trafilatura", "lxml_html_clean")


@dataclass(frozen=True, slots=True)
class Facts:
    """The versions and model files of this installation.

    Attributes:
        newscli: Its version.
        python: The version and make of Python.
        platform: The system and processor.
        dependencies: The version of each package, None if it is not installed.
        html: Whether web pages can be read.
        models: The model files.
    """

    newscli: str
    python: str
    platform: str
    dependencies: dict[str, str | None]
    html: bool
    models: tuple[ModelFile, ...]


def show(format: str, output: str | None) -> ExitCode:
    """Write the facts, as lines for people or as JSON.

    Raises:
        ModelError: If a model file is not the one that was shipped; what is wrong with it is in the message.
        OutputError: If the output cannot be written.
    """
    facts = gather()
    text = json.dumps(asdict(facts), indent=2) if format == "json" else describe(facts)
    with open_target(output, (), Environment.of_process().stdout) as target:
        emit(lambda stream: stream.write(f"{text}\n"), target.stream)
    return ExitCode.OK


def gather() -> Facts:
    """Return the versions and model files; every model file has been checked against its hash."""
    for file in manifest():
        model_path(file.name)
    return Facts(
        newscli=__version__,
        python=f"{platform.python_version()} ({platform.python_implementation()})",
        platform=platform.platform(),
        dependencies={name: _version(name) for name in _DEPENDENCIES},
        html=all(find_spec(name) is not None for name in _FOR_HTML),
        models=manifest(),
    )


def describe(facts: Facts) -> str:
    """Return what ``gather`` found as lines for people."""
    return "\n".join(_lines(facts))


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _lines(facts: Facts) -> Iterator[str]:
    yield f"newscli      {facts.newscli}"
    yield f"Python       {facts.python}"
    yield f"platform     {facts.platform}"
    for name, found in facts.dependencies.items():
        yield f"{name:<12} {found or 'not installed'}"
    yield "HTML input   " + ("yes" if facts.html else "no: pip install --force-reinstall newscli adds it")
    for model in facts.models:
        yield ""
        yield f"model        {model.name}, {model.bytes:,} bytes, checked"
        yield f"  sha256     {model.sha256}"
        yield f"  licence    {model.licence}"
        yield f"  origin     {model.origin}"
        for source in model.trained_on:
            yield f"  trained on {source}"
        yield f"  made by    {model.command}"
        for measure, value in model.scores.items():
            yield f"  score      {measure}: {value:g}"
