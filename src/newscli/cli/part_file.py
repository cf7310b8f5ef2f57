"""A file whose making can be stopped and gone on with: what there is of it stays beside its place."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from newscli.cli.whole_file import MODE, WholeFile
from newscli.errors import UsageError

# The state is written over and over in its place; of this length, it is always one write.
_STATE_BYTES: Final = 256


@dataclass(slots=True)
class Progress:
    """How far a run has come.

    Attributes:
        inputs: How many inputs are done, those that failed too.
        code: The exit code that they lead to.
        found: Whether something was found in one of them.
        any_read: Whether one of them could be read.
    """

    inputs: int = 0
    code: int = 0
    found: bool = False
    any_read: bool = False


class PartFile(WholeFile):
    """A file in the making with the name of its place and ``.part``, and its state in a file beside that.

    Args:
        place: Where it is to be.
        run: What makes the run that writes it: another run does not go on with it.

    Attributes:
        progress: How far the run before came.

    Raises:
        OSError: If there can be no such file, or it cannot be written.
        UsageError: If what is there is another run's, or somebody is writing it.
    """

    def __init__(self, place: Path, run: str) -> None:
        self._part = place.with_name(f"{place.name}.part")
        self._state = place.with_name(f"{place.name}.part.state")
        self._run = run
        self.progress = Progress()
        super().__init__(place)

    def note(self, progress: Progress) -> None:
        """Note how far the run has come, after all that it has written."""
        self.progress = progress
        self.stream.flush()
        state = {"run": self._run, "bytes": os.fstat(self._descriptor).st_size, **asdict(progress)}
        self._state.write_bytes(json.dumps(state).encode("ascii").ljust(_STATE_BYTES) + b"\n")

    def put(self) -> None:
        """Put the file into its place, and forget the state.

        Raises:
            OSError: If there is no room for it; what was in the place is still there then.
        """
        super().put()
        self._state.unlink(missing_ok=True)

    def clear(self) -> None:
        """Close the file, and leave it where it is, unless there is nothing to go on with."""
        with suppress(OSError):
            self.stream.close()
        if not self.progress.inputs:
            for path in (self._part, self._state):
                with suppress(OSError):
                    path.unlink()

    def _create(self) -> int:
        descriptor = os.open(self._part, os.O_RDWR | os.O_CREAT, MODE)
        try:
            _lock(descriptor, self._part)
            written = self._resume(os.fstat(descriptor).st_size)
        except BaseException:
            os.close(descriptor)
            raise
        os.ftruncate(descriptor, written)  # an article that is there in part is read again
        os.lseek(descriptor, 0, os.SEEK_END)
        self._name = self._part
        return descriptor

    def _resume(self, size: int) -> int:
        """Take over how far the run before came; return the bytes that it had written by then."""
        try:
            state: dict[str, Any] = json.loads(self._state.read_bytes())
            run, written = state.pop("run"), int(state.pop("bytes"))
            progress = Progress(**state)
        except (OSError, ValueError, TypeError, KeyError):
            return 0
        if run != self._run:
            raise UsageError(
                f"{self._part} is of a run with other inputs or options", "give the same, or delete that file"
            )
        if written > size:
            return 0
        self.progress = progress
        return written


def _lock(descriptor: int, path: Path) -> None:
    """Keep other runs away from the file, on systems that can."""
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(f"{path} is being written by another run", "wait for its end") from None
    except OSError:  # a file system without locks
        pass
