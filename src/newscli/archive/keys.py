"""What an article is known by: a hash of its content, and the version that read it."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from typing import Final

from newscli import __version__
from newscli.engines.store import manifest
from newscli.text.containers.pieces import Piece

# Hexadecimal digits: 128 bits, of which no two articles in any archive agree by chance.
_DIGITS: Final = 32
_MODEL_DIGITS: Final = 8


@cache
def model_version() -> str:
    """Return what reads: the version of newscli, and a hash of all its model files.

    Raises:
        ModelError: If the manifest of model files cannot be read.
    """
    files = "".join(f"{file.name} {file.sha256}\n" for file in manifest())
    return f"{__version__}+{sha256(files.encode()).hexdigest()[:_MODEL_DIGITS]}"


def content_key(piece: Piece, *, encoding: str | None = None, repair: bool = False) -> str:
    """Return the hash by which an article is known, wherever it stands.

    It is of all that decides what is read: the words, what the container says beside them, the name that the
    container has for it, and how the bytes are decoded. The file's name and the article's number in it are
    not part of it.

    Args:
        piece: The article; of a file that holds nothing else, one with all its bytes.
        encoding: The encoding that the user named.
        repair: Whether text that was decoded wrongly is read as it was meant.
    """
    given = piece.given
    facts = (
        *("text" if isinstance(piece.content, str) else "bytes", piece.charset, encoding, repair),
        *(piece.id if isinstance(piece.id, str) else None, piece.original),
        *(given.title, given.byline, given.date, given.url, given.outlet),
    )
    beside = json.dumps([facts, dict(piece.meta)], sort_keys=True, default=str)
    found = sha256(f"{len(beside)}\n{beside}\n".encode())
    content = piece.content
    found.update(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    return found.hexdigest()[:_DIGITS]
