"""NLTK's parts, one module at a time.

``import nltk`` runs the ``__init__`` of every subpackage: parsers, corpora, translation, half a second
on a slow core, before the first word is read. newscli needs four modules of it. They are imported here
with their parent packages present but not executed, which costs a quarter of that; a program that
imports NLTK itself, before or after, gets its own whole NLTK and never sees the difference.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

# Parents of the modules that newscli uses, outermost first, with the names that those modules import
# from the packages themselves: (name, module that holds it or None for "imported but not needed here").
_BARE_PACKAGES: Final[dict[str, dict[str, str | None]]] = {
    "nltk": {},
    "nltk.corpus": {"stopwords": None},
    "nltk.metrics": {
        "BigramAssocMeasures": "nltk.metrics.association",
        "ContingencyMeasures": "nltk.metrics.association",
        "QuadgramAssocMeasures": "nltk.metrics.association",
        "TrigramAssocMeasures": "nltk.metrics.association",
    },
    "nltk.stem": {},
    "nltk.tokenize": {},
}

# What was imported so far, kept out of sys.modules between calls.
_private_modules: dict[str, types.ModuleType] = {}


def _is_nltk(name: str) -> bool:
    return name == "nltk" or name.startswith("nltk.")


def _bare_package(name: str, parent: types.ModuleType | None) -> types.ModuleType:
    """Make a package that finds its submodules but whose ``__init__`` has not run."""
    spec = importlib.machinery.PathFinder.find_spec(name, parent.__path__ if parent else None)
    if spec is None or spec.submodule_search_locations is None:
        raise ImportError(f"no package {name}", name=name)
    package = types.ModuleType(name)
    package.__path__ = list(spec.submodule_search_locations)
    package.__spec__ = spec
    sys.modules[name] = package
    if parent is not None:
        setattr(parent, name.rpartition(".")[2], package)
    return package


@contextmanager
def _bare_parents() -> Iterator[None]:
    """Put bare packages into ``sys.modules``, and take all of NLTK out again at the end."""
    sys.modules.update(_private_modules)
    try:
        for name, borrowed in _BARE_PACKAGES.items():
            if name not in sys.modules:
                package = _bare_package(name, sys.modules.get(name.rpartition(".")[0]))
                for attribute, home in borrowed.items():
                    value = getattr(importlib.import_module(home), attribute) if home else None
                    setattr(package, attribute, value)
        yield
    finally:
        for name in [name for name in sys.modules if _is_nltk(name)]:
            _private_modules[name] = sys.modules.pop(name)


@cache
def nltk_module(name: str) -> types.ModuleType:
    """Import one module of NLTK, without the rest of NLTK if that is possible.

    Args:
        name: The full name, such as ``nltk.tokenize.punkt``.

    Returns:
        The module; the very one of ``sys.modules`` if the program has imported NLTK already.

    Raises:
        ImportError: If NLTK is not installed or has no such module.
    """
    if "nltk" not in sys.modules:
        try:
            with _bare_parents():
                return importlib.import_module(name)
        except (ImportError, AttributeError):
            # A release of NLTK whose modules lean on their packages more than these do: pay in full.
            _private_modules.clear()
    return importlib.import_module(name)
