"""How far the building of an archive has come: a line on a terminal, and a log for later."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timezone
from typing import Final, TextIO

from newscli.cli.inputs import Articles
from newscli.cli.messages import Messages, duration
from newscli.errors import OutputError
from newscli.render.sanitize import fold_space, safe

_SECONDS_BETWEEN_NOTES: Final = 60.0
# Before that, a guess of the time left says nothing.
_LEAST_SECONDS: Final = 2.0


class BuildMessages(Messages):
    """The voice of a build: on a terminal a line with the articles, their rate and the time left.

    The time left goes by the bytes of the inputs, which are known, as their articles are not. It counts from
    the first article that was new, because what the archive has already is passed over quickly.
    """

    def __init__(self, *, quiet: bool) -> None:
        super().__init__(1, quiet=quiet)
        self._sizes: list[int] = []
        self._total = 0
        self._before = 0
        self._articles: Articles | None = None
        self._file = ""
        self._from: tuple[float, int] | None = None

    def follow(self, files: Sequence[str], articles: Articles) -> None:
        """Learn what is to be read, and how far that has come."""
        if self.watched:
            self._sizes = [_size(file) for file in files]
            self._total = sum(self._sizes)
            self._articles = articles

    def progress(self, number: int, file: str) -> None:
        """Note that the input of this number, from 1, is being read."""
        self._file = file
        if self._sizes and number > 1:
            self._before += self._sizes[number - 2]

    def advance(self, added: int, known: int) -> None:
        """Show how many articles were read by now, and how many were known."""
        if not self.watched:
            return
        done = self._before + (self._articles.position if self._articles else 0)
        now = time.monotonic()
        if self._from is None and added:
            self._from = now, done
        told = [f"{added:,} articles", *([f"{known:,} known"] if known else [])]
        if self._from is not None and now - self._from[0] >= _LEAST_SECONDS:
            seconds, read = now - self._from[0], done - self._from[1]
            told.append(f"{(added - 1) / seconds:.1f} a second")
            if read > 0 and self._total > done:
                told.append(f"{duration((self._total - done) * seconds / read)} left")
        self.status(" · ".join(told) + " · ", self._file)


def _size(file: str) -> int:
    with suppress(OSError, ValueError):
        return os.stat(file).st_size  # noqa: PTH116 - a name may be too long for Path
    return 0


class Log:
    """A file to which a build appends what happens: time, event, file and words, parted by tabs.

    Args:
        path: The file; None for no log.

    Raises:
        OutputError: If it cannot be opened.
    """

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._stream: TextIO | None = None
        self._due = time.monotonic() + _SECONDS_BETWEEN_NOTES
        if path is not None:
            try:
                self._stream = open(path, "a", encoding="utf-8", errors="backslashreplace", buffering=1)  # noqa: PTH123, SIM115 - closed below
            except (OSError, ValueError) as error:
                raise self._unwritable(error) from error

    def note(self, event: str, file: str, words: str) -> None:
        """Append an event.

        Raises:
            OutputError: If it cannot be written.
        """
        if self._stream is None:
            return
        moment = datetime.now(timezone.utc).isoformat(timespec="seconds")
        try:
            self._stream.write(
                "\t".join((moment, event, *(safe(fold_space(text)) for text in (file, words)))) + "\n"
            )
        except OSError as error:
            raise self._unwritable(error) from error

    def progress(self, file: str, added: int, known: int, failed: int) -> None:
        """Append how far the build has come, once a minute."""
        now = time.monotonic()
        if self._stream is not None and now >= self._due:
            self._due = now + _SECONDS_BETWEEN_NOTES
            self.note("progress", file, f"{added} articles read, {known} known already, {failed} failed")

    def close(self) -> None:
        """Close the file."""
        if self._stream is not None:
            with suppress(OSError):
                self._stream.close()

    def _unwritable(self, error: OSError | ValueError) -> OutputError:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return OutputError(f"cannot write {self._path}: {reason}", "name another file with --log")
