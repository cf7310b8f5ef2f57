"""Files on this machine, and in stores that ``fsspec`` reads: ``s3://``, ``gs://``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Final

from newscli.errors import InputError, MissingExtraError, OutputError
from newscli.text.files import opened

_REMOTE: Final = re.compile(r"(?!https?:|ftp:)[a-z][a-z0-9+]+://", re.IGNORECASE)
# Of a file's beginning and its end: two exports of one name and size differ there.
_SAMPLED_BYTES: Final = 64 * 1024


def is_remote(path: str) -> bool:
    """Return whether a path leads into a store: what newscli reads through ``fsspec``."""
    return _REMOTE.match(path) is not None


def _store(path: str) -> tuple[Any, str]:
    """Return the store of a path and the path in it.

    Raises:
        MissingExtraError: If fsspec or the store's own package is missing.
        InputError: If there is no such store.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise MissingExtraError(
            "is in a store, which needs an extra", 'pip install "newscli[cluster]"'
        ) from None
    try:
        store, inner = url_to_fs(path)
    except ImportError as error:
        raise MissingExtraError(
            f"is in a store that needs a package: {error}", "install it beside newscli"
        ) from None
    except ValueError as error:
        raise InputError(
            f"is in no store that fsspec knows: {error}", "install the package for it, as s3fs for s3://"
        ) from None
    return store, str(inner)


@contextmanager
def opened_anywhere(path: str) -> Iterator[tuple[BinaryIO, str]]:
    """Open a file, here or in a store; give the stream and its name.

    Raises:
        InputError: If it cannot be opened.
        MissingExtraError: If the store needs a package that is not installed.
    """
    if not is_remote(path):
        with opened(path) as found:
            yield found
        return
    store, inner = _store(path)
    try:
        stream = store.open(inner, "rb")
    except Exception as error:
        raise InputError(f"cannot be read: {_words(error)}", "is it there, and yours to read?") from error
    with stream:
        yield stream, path


def sample(path: str) -> tuple[int, str]:
    """Return the size of a file in bytes, and a hash of its size, beginning and end.

    Raises:
        InputError: If it cannot be read.
    """
    with opened_anywhere(path) as (stream, _):
        try:
            size = stream.seek(0, os.SEEK_END)
            found = sha256(f"{size}\n".encode())
            for start in (0, max(0, size - _SAMPLED_BYTES)):
                stream.seek(start)
                found.update(stream.read(_SAMPLED_BYTES))
        except Exception as error:
            raise InputError(
                f"cannot be read twice, as shards must: {_words(error)}", "name files, not a pipe"
            ) from error
    return size, found.hexdigest()


def size_of(path: str) -> int:
    """Return the size of a file in bytes, 0 if it cannot be had: reading it will say why."""
    try:
        if not is_remote(path):
            return Path(path).stat().st_size
        store, inner = _store(path)
        return int(store.size(inner) or 0)
    except Exception:  # noqa: BLE001 - each store has errors of its own
        return 0


def holds(folder: str, name: str) -> bool:
    """Return whether a store's folder has a file of that name."""
    store, inner = _store(folder)
    return bool(store.exists(f"{inner.rstrip('/')}/{name}"))


def fetch(folder: str, name: str, to: Path) -> None:
    """Copy a file of a store's folder here."""
    _copy(folder, name, to, put=False)


def send(file: Path, folder: str) -> None:
    """Copy a file into a store's folder, whole or not at all.

    Raises:
        OutputError: If it cannot be written.
    """
    _copy(folder, file.name, file, put=True)


def _copy(folder: str, name: str, here: Path, *, put: bool) -> None:
    store, inner = _store(folder)
    there = f"{inner.rstrip('/')}/{name}"
    try:
        if put:
            store.makedirs(inner, exist_ok=True)
            store.put_file(str(here), there)
        else:
            store.get_file(there, str(here))
    except Exception as error:
        raise OutputError(
            f"cannot copy {name} {'to' if put else 'from'} {folder}: {_words(error)}",
            "is there room, and may you write there?",
        ) from error


def _words(error: Exception) -> str:
    return str(error).partition("\n")[0] or type(error).__name__
