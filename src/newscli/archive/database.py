"""Opening an archive: to build it, one process at a time, and to ask it, any number of them."""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from newscli.archive.schema import APPLICATION_ID, SCHEMA, SCHEMA_VERSION
from newscli.errors import InputError, OutputError, UsageError

# The first bytes of every SQLite file that holds anything.
_MAGIC: Final = b"SQLite format 3\x00"
# A reader's query, or the end of a build that was killed, is over by then.
_PATIENCE_SECONDS: Final = 10.0
_TICK_SECONDS: Final = 0.1
_CACHE_KIB: Final = 64 * 1024


@contextmanager
def building(path: str) -> Iterator[sqlite3.Connection]:
    """Open an archive to write it, and make it if there is none; readers are not disturbed meanwhile.

    The file keeps a log beside it (WAL) until the end, so that whatever ends the process leaves what was
    committed last.

    Raises:
        InputError: If there is a file that is no archive, or one of another schema.
        UsageError: If another process is building it.
        OutputError: If it cannot be written, or the disk is full.
    """
    _refuse_others(path)
    with as_archive_error(path, writing=True):
        connection = sqlite3.connect(path, timeout=_PATIENCE_SECONDS, isolation_level=None)
    try:
        with _lock(path), as_archive_error(path, writing=True):
            _create(connection)
            _check(connection, path)
            _prepare(connection)
            yield connection
            _settle(connection)
    finally:
        connection.close()


@contextmanager
def reading(path: str) -> Iterator[sqlite3.Connection]:
    """Open an archive to ask it, also while it is being built; nothing can be written.

    Raises:
        InputError: If there is no such file, or it is no archive, or one of another schema.
    """
    if not Path(path).exists():
        raise InputError("no such file", "newscli archive build makes an archive")
    _refuse_others(path)
    with as_archive_error(path):
        connection = _open_to_read(path)
    try:
        with as_archive_error(path):
            _check(connection, path)
            yield connection
    finally:
        connection.close()


@contextmanager
def as_archive_error(path: str, *, writing: bool = False) -> Iterator[None]:
    """Turn what SQLite refuses into an error that a user can act upon."""
    try:
        yield
    except sqlite3.Error as error:
        told = str(error)
        if "malformed" in told or "not a database" in told:
            raise InputError(f"{path} is damaged: {told}", "build it anew from the articles") from error
        if "locked" in told:
            raise OutputError(f"{path} is held by another program", "close that") from error
        if writing and isinstance(error, sqlite3.OperationalError):
            hint = "what was committed is kept; the same command goes on from there" if "full" in told else ""
            raise OutputError(f"cannot write {path}: {told}", hint) from error
        if isinstance(error, sqlite3.OperationalError) and "unable to open" in told:
            raise InputError(f"{path} cannot be read: {told}", "is it there, and yours to read?") from error
        raise


def _open_to_read(path: str) -> sqlite3.Connection:
    address = Path(path).resolve().as_uri()
    try:
        return _opened(f"{address}?mode=ro")
    except sqlite3.OperationalError as error:
        if os.access(Path(path).resolve().parent, os.W_OK):
            if "readonly" not in str(error):
                raise
            # A build was killed, and what it had begun is to be taken back first.
            _opened(f"{address}?mode=rw").close()
            return _opened(f"{address}?mode=ro")
        if Path(f"{path}-wal").exists():
            raise
        # A file that was left in WAL mode, in a folder where no log can be made: nobody writes it.
        return _opened(f"{address}?mode=ro&immutable=1")


def _opened(address: str) -> sqlite3.Connection:
    """Open a file, and look whether it can be read.

    Raises:
        sqlite3.OperationalError: If it cannot.
    """
    connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _refuse_others(path: str) -> None:
    """Refuse a folder, and a file that is no SQLite file, before SQLite touches it."""
    try:
        with Path(path).open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(
            f"{path} cannot be read: {reason}", "name the file that archive build made"
        ) from error
    if head and head != _MAGIC:
        raise InputError(f"{path} is no archive", "the archive comes first: newscli archive build DB FILE...")


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables of a new archive, all or none."""
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
        marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
        connection.executescript(f"BEGIN IMMEDIATE; {SCHEMA} {marks} COMMIT;")


def _prepare(connection: sqlite3.Connection) -> None:
    """Set an archive up to be written beside its readers."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute("PRAGMA journal_mode = WAL")
    # A commit survives what ends the process; after a loss of power the last ones are read anew.
    connection.execute("PRAGMA synchronous = NORMAL")


def _check(connection: sqlite3.Connection, path: str) -> None:
    (kind,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if kind != APPLICATION_ID:
        raise InputError(f"{path} is no archive of newscli, but another SQLite file", "give another name")
    if version != SCHEMA_VERSION:
        raise InputError(
            f"{path} has schema {version}, and this newscli reads {SCHEMA_VERSION}",
            "build it under another name",
        )


def _settle(connection: sqlite3.Connection) -> None:
    """Leave one file that any program can open, unless a reader keeps the log in use."""
    connection.execute("PRAGMA optimize")
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA busy_timeout = 1000")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def _lock(path: str) -> Iterator[None]:
    """Keep other builders away, on systems that can; wait a moment for the end of one that was killed.

    SQLite's own locks are of another kind, and last no longer than a commit.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(path, os.O_RDONLY)
    try:
        end = time.monotonic() + _PATIENCE_SECONDS
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise UsageError(f"{path} is being built by another run", "wait for its end") from None
                time.sleep(_TICK_SECONDS)
            except OSError:  # a file system without locks
                break
        yield
    finally:
        os.close(descriptor)
