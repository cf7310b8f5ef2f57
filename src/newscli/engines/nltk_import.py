"""NLTK's parts, one module at a time.

``import nltk`` runs the ``__init__`` of every subpackage: parsers, corpora, translation, half a second
on a slow core, before the first word is read. newscli needs four modules of it. They are imported here
with their parent packages present but not executed, and without what opens files, which costs a tenth
of that; a program that imports NLTK itself, before or after, gets its own whole NLTK and never sees the
difference.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import re
import sys
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final, NoReturn

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

# Modules from which those that newscli uses import what they need to open files, to run programs and to write
# XML, which newscli never lets them do. Each loads much of the standard library: ``http.client``, ``email``,
# ``pydoc``, ``ssl``; together they cost three times what the rest of NLTK costs here.
_UNUSED: Final = (
    "nltk.internals",
    "nltk.pathsec",
    "nltk.picklesec",
    "nltk.termsec",
    "nltk.tokenize.util",
    "nltk.util",
)

# NLTK compiles its patterns with another engine, whose matches end after seconds of the clock, since callers
# may hand it patterns that never end. Nobody hands newscli any. NLTK's own go to ``re``, which needs no tenth
# of the time to load and to compile, and no busy machine ends the reading of an article.
_STANDARD: Final = {"nltk.redos": re}

# What was imported so far, kept out of sys.modules between calls.
_private_modules: dict[str, types.ModuleType] = {}


class _Unused(types.ModuleType):
    """A module whose functions can be imported but not called."""

    def __getattr__(self, name: str) -> Callable[..., NoReturn]:
        """Return a function that refuses to run; special names are none."""
        if name.startswith("__"):
            raise AttributeError(name)

        def refuse(*_args: object, **_options: object) -> NoReturn:
            # An import error, so that a release which calls it while it is imported is imported whole.
            raise ImportError(f"newscli has not loaded {self.__name__}.{name}", name=self.__name__)

        return refuse


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
        sys.modules.update(_STANDARD)
        for name in _UNUSED:
            sys.modules.setdefault(name, _Unused(name))
        for name, borrowed in _BARE_PACKAGES.items():
            if name not in sys.modules:
                package = _bare_package(name, sys.modules.get(name.rpartition(".")[0]))
                for attribute, home in borrowed.items():
                    value = getattr(importlib.import_module(home), attribute) if home else None
                    setattr(package, attribute, value)
        for name in (*_UNUSED, *_STANDARD):
            parent, _, module = name.rpartition(".")
            setattr(sys.modules[parent], module, sys.modules[name])
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
        except (ImportError, AttributeError, TypeError):
            # A release of NLTK whose modules lean on their packages more than these do: pay in full.
            _private_modules.clear()
    return importlib.import_module(name)
