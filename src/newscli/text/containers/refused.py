"""Files that newscli does not read, and the command that makes text of them.

In a hint, ``COMMAND`` stands for the command that the user has typed.
"""

from __future__ import annotations

import shlex
from pathlib import PurePath
from typing import Final

from newscli.errors import InputError
from newscli.text.containers.input_bytes import InputBytes

_PIPE: Final = "newscli COMMAND"
_TAR_MARK: Final = (257, b"ustar")
_ZIPPED: Final = (
    # What the archive's first kilobytes hold, what it is, and how it becomes text.
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", "pandoc -t plain {file} | " + _PIPE),
    (b"application/epub+zip", "an e-book", "pandoc -f epub -t plain {file} | " + _PIPE),
    (b"xl/", "a workbook", "soffice --headless --convert-to csv {file} && " + _PIPE + " {stem}.csv"),
    (
        b"ppt/",
        "a presentation",
        "soffice --headless --convert-to pdf {file} && pdftotext {stem}.pdf - | " + _PIPE,
    ),
)
_KINDS: Final = (
    (b"%PDF-", "a PDF document", "pdftotext -layout {file} - | " + _PIPE),
    (b"{\\rtf", "a rich-text document", "pandoc -f rtf -t plain {file} | " + _PIPE),
    (
        b"\xd0\xcf\x11\xe0",
        "an old office document",
        "soffice --headless --convert-to docx {file} && " + _PIPE + " {stem}.docx",
    ),
    (
        b"7z\xbc\xaf\x27\x1c",
        "a 7-Zip archive",
        "7z x {file} -oarticles && " + _PIPE + " --recursive articles",
    ),
    (b"Rar!\x1a\x07", "a RAR archive", "unrar x {file} articles/ && " + _PIPE + " --recursive articles"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data", "zstd -dc {file} | " + _PIPE),
)


def check(source: InputBytes, file: str) -> None:
    """Refuse what is no text and no container that newscli reads.

    Raises:
        InputError: With a hint that can be pasted.
    """
    shown = "FILE" if file == "-" else shlex.quote(file)
    # What soffice makes stands in the current folder.
    stem = "FILE" if file == "-" else shlex.quote(PurePath(file).stem)
    if source.packed_twice:
        raise InputError("is packed twice", f"unpack it first: zcat {shown} | {_PIPE}")
    head = source.head
    at, mark = _TAR_MARK
    if head[at : at + len(mark)] == mark:
        how = f"mkdir articles && tar -xf {shown} -C articles && {_PIPE} --recursive articles"
        raise InputError("is a tar archive, which may hold many files", how)
    for magic, kind, how in _KINDS:
        if head.startswith(magic):
            raise InputError(f"looks like {kind}, not like text", how.format(file=shown, stem=stem))
    if head.startswith(b"PK\x03\x04") and not is_word(head):
        for sign, kind, how in _ZIPPED:
            if sign in head:
                raise InputError(f"looks like {kind}, not like text", how.format(file=shown, stem=stem))
        how = f"unzip {shown} -d articles && {_PIPE} --recursive articles"
        raise InputError("looks like a ZIP archive, not like text", how)


def is_word(head: bytes) -> bool:
    """Return whether a file is a Word document, by its first bytes: the names of its parts stand in clear."""
    if not head.startswith(b"PK\x03\x04"):
        return False
    return b"word/" in head or (
        b"[Content_Types].xml" in head and not any(sign in head for sign in (b"xl/", b"ppt/"))
    )
