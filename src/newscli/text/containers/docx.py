"""Word documents to text: the paragraphs of their XML."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Final

from newscli.errors import InputError, MissingExtraError
from newscli.limits import MAX_COLLECTION_BYTES, MAX_EXPANSION
from newscli.text.containers.input_bytes import InputBytes

_DOCUMENT: Final = "word/document.xml"
_WORD: Final = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
# Words that were struck out while changes were tracked, and the codes of fields.
_LEFT_OUT: Final = frozenset({"delText", "instrText", "del", "moveFrom", "Fallback"})
_HINT: Final = "save it anew as .docx, or as plain text"


def text_of(source: InputBytes) -> str:
    """Return the paragraphs of a document, with a blank line between.

    Raises:
        InputError: If the archive is damaged, a bomb, or holds no words.
        MissingExtraError: If lxml is not installed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source.read(MAX_COLLECTION_BYTES))) as archive:
            data = _unpacked(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ):
        raise InputError("is a damaged Word document", _HINT) from None
    text = "\n\n".join(_paragraphs(io.BytesIO(data)))
    if not text.strip():
        raise InputError("is a Word document without words", "of a scan, name the text that was recognised")
    return text


def _unpacked(archive: zipfile.ZipFile) -> bytes:
    """Return the XML of the document, if it is no bomb."""
    member = archive.getinfo(_DOCUMENT)
    with archive.open(member) as stream:
        data = stream.read(MAX_COLLECTION_BYTES + 1)
    bomb = len(data) > 1024**2 and len(data) > MAX_EXPANSION * max(1, member.compress_size)
    if len(data) > MAX_COLLECTION_BYTES or bomb:
        raise InputError("unpacks to more than any document holds", _HINT)
    return data


def _paragraphs(stream: IO[bytes]) -> Iterator[str]:
    """Yield the words of each paragraph; line breaks in it part paragraphs, too."""
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingExtraError(
            "is a Word document, which needs an extra", 'pip install "newscli[html]"'
        ) from error
    events = etree.iterparse(
        stream,
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    words: list[str] = []
    left_out = 0
    try:
        for event, element in events:
            name = _name(element.tag)
            if name in _LEFT_OUT:
                left_out += 1 if event == "start" else -1
            if event == "start" or left_out:
                continue
            if name == "t":
                words.append(element.text or "")
            elif name == "tab":
                words.append(" ")
            elif name in {"br", "cr"}:
                words.append("\n")
            elif name == "p":
                yield from filter(None, (" ".join(line.split()) for line in "".join(words).split("\n")))
                words.clear()
                element.clear()
    except etree.XMLSyntaxError:
        raise InputError("is a damaged Word document", _HINT) from None


def _name(tag: object) -> str:
    """Return the name of an element of Word's, an empty string for others."""
    for space in _WORD:
        if isinstance(tag, str) and tag.startswith(space):
            return tag[len(space) :]
    return "Fallback" if isinstance(tag, str) and tag.endswith("}Fallback") else ""
