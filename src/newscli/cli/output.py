"""What the output goes to: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from newscli.cli.signals import held
from newscli.errors import OutputError, UsageError


@contextmanager
def open_target(path: str | None, inputs: Iterable[str], stdout: TextIO | None) -> Iterator[TextIO | None]:
    """Open the target: ``stdout`` for no path or ``-``, else the file.

    A regular file is written beside its place and moved there at the end; if the block raises, what was
    there before stays. Devices, FIFOs and ``/dev/stdout`` are written as they are.

    Raises:
        UsageError: If the file is one of the inputs.
        OutputError: If the file cannot be created or moved into place.
    """
    if path is None or path == "-" or _is_stdout(path, stdout):
        yield stdout
        return
    with _as_output_error(path):
        target = Path(os.path.realpath(path))
        _refuse_inputs(target, inputs)
        special = _append_to(target) if _is_special(target) else None
    if special is not None:
        with special:
            yield special
        return
    with _replacing(target, path) as out:
        yield out


@contextmanager
def _replacing(target: Path, path: str) -> Iterator[TextIO]:
    """Open a file beside the target, and move it there unless the block raises."""
    place = target.parent / f".newscli-{os.getpid()}-{time.time_ns()}.tmp"
    out = None
    try:
        with _as_output_error(path):
            out = _create(place, target)
        yield out
        with _as_output_error(path):
            out.close()
            place.replace(target)
    finally:
        with held():
            if out is not None:
                with suppress(OSError):
                    out.close()
            with suppress(OSError):
                place.unlink()


@contextmanager
def _as_output_error(path: str) -> Iterator[None]:
    """Turn what the operating system refuses into an error that names the file."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}") from error


def _create(place: Path, target: Path) -> TextIO:
    """Create the file beside the target, with the permissions that the target has or will have."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    out = place.open("x", encoding="utf-8", errors="backslashreplace", newline="\n")
    if target.exists():
        place.chmod(stat.S_IMODE(target.stat().st_mode))
    return out


def _append_to(target: Path) -> TextIO:
    """Open a device or FIFO without truncating it, because ``/dev/fd/3`` may stand for a file."""
    descriptor = os.open(target, os.O_WRONLY | os.O_APPEND)
    return open(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: PTH123


def _is_special(target: Path) -> bool:
    return target.exists() and not target.is_file() and not target.is_dir()


def _is_stdout(path: str, stdout: TextIO | None) -> bool:
    if stdout is None:
        return False
    with suppress(OSError, ValueError):
        return os.path.samestat(Path(path).stat(), os.fstat(stdout.fileno()))
    return False


def _refuse_inputs(target: Path, inputs: Iterable[str]) -> None:
    if not target.is_file():
        return
    for source in inputs:
        with suppress(OSError, ValueError):
            found = os.fstat(0) if source == "-" else Path(source).stat()
            if os.path.samestat(found, target.stat()):
                raise UsageError(f"the output {target} is one of the inputs", "give --output another name")
