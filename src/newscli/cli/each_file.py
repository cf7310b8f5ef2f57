"""A folder that takes a file for each input, named after it; each appears whole or not at all."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, groupby
from pathlib import Path
from typing import Final

from newscli.cli.folder import is_folder
from newscli.cli.options import Shared
from newscli.cli.output import Target, as_output_error, open_target
from newscli.errors import UsageError
from newscli.model import Analysis
from newscli.render import Format

# The end of a file's name by its format; of the others it is the format's own name.
_SUFFIXES: Final[Mapping[Format, str]] = {"plain": ".txt", "table": ".txt", "markdown": ".md"}
_STDIN: Final = "stdin"


class EachFile:
    """The files of a folder, one for each input.

    They lie in it by the paths of the inputs as they were given, so that an input has the same file whatever
    else a run reads. A file has the suffix of the format in place of its input's, or behind that if two would
    be called alike.

    Args:
        folder: As the user gave it.
        inputs: Likewise.
        format: What is written.

    Raises:
        UsageError: If two inputs would have one file.
    """

    def __init__(self, folder: str, inputs: Sequence[str], format: Format) -> None:
        self._folder = Path(folder)
        suffix = _SUFFIXES.get(format, f".{format}")
        paths = {name: _below(name) for name in dict.fromkeys(inputs)}
        alike = Counter(path.with_suffix(suffix) for path in paths.values())
        self._places = {
            name: path.with_suffix(suffix)
            if alike[path.with_suffix(suffix)] == 1
            else path.with_name(path.name + suffix)
            for name, path in paths.items()
        }
        counts = Counter(self._places.values())
        if twice := next((place for place in counts if counts[place] > 1), None):
            raise UsageError(f"two inputs would be written to {twice}", "read one of them alone")
        self._inputs = {place for name in paths if (place := _identity(Path(name)))}

    def missing(self, inputs: Sequence[str]) -> list[str]:
        """Return the inputs whose files are not there."""
        return [name for name in inputs if not (self._folder / self._places[name]).exists()]

    @contextmanager
    def open(self, name: str) -> Iterator[Target]:
        """Open the file of an input.

        Raises:
            UsageError: If it is one of the inputs.
            OutputError: If it cannot be written.
        """
        place = self._folder / self._places[name]
        if _identity(place) in self._inputs:
            raise UsageError(f"the output {place} is one of the inputs", "give --output another folder")
        with as_output_error(str(place)):
            place.parent.mkdir(parents=True, exist_ok=True)
        with open_target(str(place), (), None) as target:
            yield target

    def write(
        self,
        analyses: Iterator[Analysis],
        write: Callable[[Iterator[Analysis], Analysis, Target], object],
        is_cut: Callable[[], bool],
    ) -> bool:
        """Write the analyses of each input into its file.

        Args:
            analyses: In the order of the inputs.
            write: Writes those of one input, of which the first is given by itself too, to a target.
            is_cut: Whether the run is ended before its inputs are: the file in the making is not put then.

        Returns:
            True: no reader can close a file.
        """
        for name, group in groupby(analyses, key=lambda analysis: analysis.article.file):
            with self.open(name) as target:
                first = next(group)
                write(chain((first,), group), first, target)  # noqa: B031 - once
                if is_cut():
                    target.drop()
        return True


def each_file(shared: Shared, inputs: Sequence[str]) -> EachFile | None:
    """Return the files of the folder that ``--output`` names; None if it names none.

    Raises:
        UsageError: If an option makes no sense with a folder, or only with one.
        OutputError: If it is a file.
    """
    if shared.format == "html" or not is_folder(shared.output):
        if shared.skip_existing:
            raise UsageError("--skip-existing needs a folder", "name it with --output FOLDER/")
        return None
    with as_output_error(shared.output):
        if Path(shared.output).exists() and not Path(shared.output).is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if shared.resume:
        raise UsageError("--resume needs a file", "--skip-existing goes on in a folder")
    return EachFile(shared.output, inputs, "plain" if shared.format == "auto" else shared.format)


def _below(name: str) -> Path:
    """Return the path of an input as one that leads out of no folder."""
    path = Path(_STDIN if name == "-" else name)
    parts = [part for part in path.parts if part not in (path.anchor, os.pardir)]
    return Path(*parts) if parts else Path(_STDIN)


def _identity(path: Path) -> tuple[int, int] | None:
    with suppress(OSError, ValueError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None
