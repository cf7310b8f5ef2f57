"""The model files that ship with newscli: named, hashed and capped by a manifest."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from newscli.errors import ModelError
from newscli.limits import MAX_MANIFEST_BYTES

DATA: Final = Path(__file__).resolve().parent / "data"
MANIFEST: Final = "MANIFEST.json"
# Bytes that are hashed at once: few enough to stay in the processor's cache.
_PIECE: Final = 1 << 18
_HINT: Final = "the installation is damaged: reinstall it with pip install --force-reinstall newscli"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """What the manifest says of one model file.

    Attributes:
        name: File name inside ``engines/data``.
        bytes: Its size; never more is read.
        sha256: Its hash, in hexadecimal.
        licence: The licence that the file itself is under.
        origin: What it is and where it comes from.
        trained_on: The training sets, each with its licence.
        command: The command that made it.
        scores: What was measured on development data, by measure.
    """

    name: str
    bytes: int
    sha256: str
    licence: str
    origin: str
    trained_on: tuple[str, ...]
    command: str
    scores: dict[str, float]


def _read_capped(path: Path, limit: int) -> bytes:
    """Read a file of at most ``limit`` bytes; one byte more is returned if there is one."""
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, error) from error


@cache
def manifest() -> tuple[ModelFile, ...]:
    """Read the manifest.

    Returns:
        The model files in the manifest's order.

    Raises:
        ModelError: If the manifest is missing, too large or not what it should be.
    """
    raw = _read_capped(DATA / MANIFEST, MAX_MANIFEST_BYTES)
    try:
        entries: list[dict[str, Any]] = json.loads(raw)["files"]
        return tuple(ModelFile(**{**e, "trained_on": tuple(e["trained_on"])}) for e in entries)
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"the model file {MANIFEST} is broken", _HINT) from error


def read_model(name: str) -> bytes:
    """Read a model file after checking it against the manifest.

    Raises:
        ModelError: If the file is not in the manifest, is missing, or has another size or hash.
    """
    entry = _entry(name)
    data = _read_capped(DATA / name, entry.bytes)
    if len(data) != entry.bytes or hashlib.sha256(data).hexdigest() != entry.sha256:
        raise _another(name)
    return data


def model_path(name: str) -> Path:
    """Return the path of a model file after checking it against the manifest.

    For a file that a library reads by itself: it is hashed piece by piece, and never held twice in memory.

    Raises:
        ModelError: As ``read_model`` raises it.
    """
    entry, path, found = _entry(name), DATA / name, hashlib.sha256()
    try:
        with path.open("rb", buffering=0) as file:
            if os.fstat(file.fileno()).st_size != entry.bytes:
                raise _another(name)
            piece = memoryview(bytearray(_PIECE))
            while count := file.readinto(piece):
                found.update(piece[:count])
    except OSError as error:
        raise _unreadable(path, error) from error
    if found.hexdigest() != entry.sha256:
        raise _another(name)
    return path


def _entry(name: str) -> ModelFile:
    """Return what the manifest says of a file."""
    entry = next((file for file in manifest() if file.name == name), None)
    if entry is None:
        raise ModelError(f"the model file {name} is not in {MANIFEST}", _HINT)
    return entry


def _another(name: str) -> ModelError:
    return ModelError(f"the model file {name} is not the one that was shipped", _HINT)


def _unreadable(path: Path, error: OSError) -> ModelError:
    return ModelError(f"cannot read the model file {path.name}: {error.strerror}", _HINT)
