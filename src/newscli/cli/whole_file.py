"""A file that is there whole or not at all, and stays the file that it was.

The output is collected in a file of its own, which on Linux has no name, so that nothing is left of it,
however the process ends. When it is whole, it takes the place of what was there by a rename. If that cannot
be, or would change whose file it is or part it from its other names, the output is copied into the place.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from newscli.cli.streams import text_stream

# Files without a name are Linux's; they get one by way of /proc.
_NAMELESS: Final[int] = getattr(os, "O_TMPFILE", 0)
_OPEN_FILES: Final = "/proc/self/fd"
_BINARY: Final[int] = getattr(os, "O_BINARY", 0)
MODE: Final = 0o666  # of a new file, less the umask
_CHUNK_BYTES: Final = 1024 * 1024
# What tells before a byte is copied that there is no room for the copy.
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


class WholeFile:
    """A file in the making.

    Args:
        place: Where it is to be, without links on the way: a regular file, or nothing yet.

    Attributes:
        stream: Takes the output.

    Raises:
        OSError: If there can be no such file, or it cannot be written.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self._there = place.stat() if place.exists() else None
        if self._there:
            os.close(os.open(place, os.O_WRONLY | _BINARY))  # raises what a shell's ">" meets
        self._name: Path | None = None
        self._descriptor = self._create()
        self.stream = text_stream(self._descriptor)

    def put(self) -> None:
        """Put the file into its place.

        Raises:
            OSError: If there is no room for it; what was in the place is still there then.
        """
        self.stream.flush()
        if self._there is None or self._is_replaceable(self._there):
            with suppress(OSError):  # one of them: the place is a mount point
                self._move()
                return
        self._copy()

    def clear(self) -> None:
        """Close the file, and remove it if it has not been put into its place."""
        with suppress(OSError):
            self.stream.close()
        if self._name:
            with suppress(OSError):
                self._name.unlink()

    def _create(self) -> int:
        """Create the file beside its place; elsewhere, if that folder takes no new file."""
        try:
            descriptor = self._create_nameless()
            if descriptor is None:
                name = self._beside()
                descriptor = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, MODE)
                self._name = name
        except OSError:
            descriptor = _create_elsewhere() if self._there else None
            if descriptor is None:
                raise
            return descriptor
        if self._there and hasattr(os, "fchmod"):
            os.fchmod(descriptor, stat.S_IMODE(self._there.st_mode))
        return descriptor

    def _create_nameless(self) -> int | None:
        """Create a file without a name; return None if the system or this file system knows none."""
        if _NAMELESS and Path(_OPEN_FILES).is_dir():
            with suppress(OSError):
                return os.open(self._place.parent, _NAMELESS | os.O_RDWR, MODE)
        return None

    def _beside(self) -> Path:
        return self._place.parent / f".newscli-{os.getpid()}-{time.time_ns()}.tmp"

    def _is_replaceable(self, there: os.stat_result) -> bool:
        """Return whether nobody can tell the new file from the old one but by what is in it."""
        new = os.fstat(self._descriptor)
        if there.st_nlink > 1 or (there.st_uid, there.st_gid) != (new.st_uid, new.st_gid):
            return False
        if not hasattr(os, "listxattr"):
            return True
        with suppress(OSError):
            # Lists of who may read it, and what users note; labels of security modules come of themselves.
            return all(name.startswith("security.") for name in os.listxattr(self._place))
        return True

    def _move(self) -> None:
        if self._name:
            self.stream.close()  # Windows moves no open file
        else:
            name = self._beside() if self._there else self._place
            # Python follows a link only if it is told where to look; of an absolute path that says nothing.
            os.link(f"{_OPEN_FILES}/{self._descriptor}", name, src_dir_fd=self._descriptor)
            if not self._there:
                return
            self._name = name
        self._name.replace(self._place)
        self._name = None

    def _copy(self) -> None:
        """Copy the file into its place, if there is room for all of it."""
        output = self._name if self._name and self.stream.closed else os.dup(self._descriptor)
        place = os.open(self._place, os.O_WRONLY | os.O_CREAT | _BINARY, MODE)
        with open(output, "rb") as source, open(place, "wb") as target:  # noqa: PTH123 - two are descriptors
            source.seek(0)
            size = os.fstat(source.fileno()).st_size
            _make_room(target.fileno(), size)
            while chunk := source.read(_CHUNK_BYTES):
                target.write(chunk)
            target.truncate(size)


def _create_elsewhere() -> int | None:
    """Create a file without a name where temporary files are; return None if there is no such place."""
    from tempfile import TemporaryFile  # takes some milliseconds

    with suppress(OSError), TemporaryFile() as file:
        return os.dup(file.fileno())
    return None


def _make_room(descriptor: int, size: int) -> None:
    """Have the disk set room aside.

    Raises:
        OSError: If there is too little; the file is as it was.
    """
    before = os.fstat(descriptor).st_size
    if not size or not hasattr(os, "posix_fallocate"):
        return
    try:
        os.posix_fallocate(descriptor, 0, size)
    except OSError as error:
        if error.errno in _NO_ROOM:
            os.ftruncate(descriptor, before)
            raise
