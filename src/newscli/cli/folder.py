"""A folder that takes a page for each article: each page appears whole, and nobody else's file is touched."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, TextIO, TypeGuard

from newscli.cli.output import Target, as_output_error, open_target
from newscli.errors import OutputError, UsageError

# Every page says who made it, within so many bytes of its start.
_SIGNATURE: Final = b'<meta name="generator" content="newscli '
_SIGNED_BYTES: Final = 1_024


def is_folder(path: str | None) -> TypeGuard[str]:
    """Return whether a path leads to a folder, or ends as only the path of one does."""
    if not path or path == "-":
        return False
    return path.endswith((os.sep, os.altsep or os.sep)) or os.path.isdir(path)  # noqa: PTH112 - Path's raises on a long name


@contextmanager
def open_folder(path: str, inputs: Iterable[str]) -> Iterator[Target]:
    """Open a folder; it is made when the first page is written.

    Args:
        path: As the user gave it.
        inputs: Likewise; none of them is written.

    Raises:
        OutputError: If there is something else, or no place for it.
    """
    folder = Path(path)
    with as_output_error(path):
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        folder.absolute().parent.stat()
    yield Target(None, path, folder=Folder(folder, inputs))


class Folder:
    """A folder of pages.

    Args:
        path: Where it is or will be.
        inputs: What is read.
    """

    def __init__(self, path: Path, inputs: Iterable[str]) -> None:
        self._path = path
        self._inputs: set[tuple[int, int]] = set()
        for source in inputs if path.is_dir() else ():
            with suppress(OSError, ValueError):
                found = os.fstat(0) if source == "-" else Path(source).stat()
                self._inputs.add((found.st_dev, found.st_ino))

    @contextmanager
    def page(self, name: str) -> Iterator[TextIO]:
        """Open a page of this name, which is there whole or not at all.

        Raises:
            UsageError: If there is a file of that name that no page of newscli is, or that is an input.
            OutputError: If the page cannot be written.
        """
        place = self._path / name
        with as_output_error(str(place)):
            self._path.mkdir(exist_ok=True)
            if not self._is_ours(place):
                raise UsageError(f"{place} is there, and no page that newscli wrote", "name another folder")
        with open_target(str(place), (), None) as target, as_output_error(str(place)):
            if target.stream is None:
                raise OutputError(f"cannot write {place}", "name another folder")
            yield target.stream
            target.stream.flush()

    def _is_ours(self, place: Path) -> bool:
        """Return whether a page may have this place: nothing is there, or a page that is no input."""
        try:
            found = place.stat()
        except FileNotFoundError:
            return True
        if (found.st_dev, found.st_ino) in self._inputs or not place.is_file():
            return False
        with place.open("rb") as file:
            return _SIGNATURE in file.read(_SIGNED_BYTES)
