"""The bytes of an input: unpacked, bounded, with a head that can be looked at before they are read."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from newscli.errors import InputError
from newscli.limits import (
    HEAD_BYTES,
    MAX_EXPANSION,
    MAX_INPUT_BYTES,
    MAX_PACKED_BYTES_UNSUSPECTED,
    MAX_ROW_BYTES,
    MAX_UNPACKING_MEMORY,
)
from newscli.text.decode import Decoded, decode, find_encoding
from newscli.text.files import Readable, read_some

_PACKINGS: Final = ((b"\x1f\x8b\x08", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"))
_SUFFIXES: Final = (".gz", ".bz2", ".xz")
_CHUNK_BYTES: Final = 64 * 1024
# Of packed data; what the block makes in which the damage is, may be lost.
_BLOCK_BYTES: Final = 4 * 1024
_COPY: Final = "copy or download it again"
# Text that lines cannot be cut out of as bytes: a line end is two or four bytes in it.
_WIDE_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


if TYPE_CHECKING:
    import zlib
    from lzma import LZMADecompressor


class _Headed(io.RawIOBase):
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        size = len(buffer)
        if self._head:
            chunk, self._head = self._head[:size], self._head[size:]
        else:
            chunk = read_some(self._rest, size)
        buffer[: len(chunk)] = chunk
        return len(chunk)


class _Coming(io.BufferedReader):
    """A stream that gives what has come: nothing of it is lost if the next bytes are damaged."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(size) if size is None or size < 0 else self.read1(size)


class _Counted:
    """A stream that counts what was read from it."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int, /) -> bytes:
        chunk = read_some(self._stream, size)
        self.count += len(chunk)
        return chunk


class _Ungzip:
    """What ``gzip.GzipFile`` does, except that it gives all that comes before the damage."""

    def __init__(self, packed: WholeBlocks) -> None:
        self._packed = packed
        self._unpacker = self._new()
        self._rest = b""

    @staticmethod
    def _new() -> zlib._Decompress:
        import zlib

        return zlib.decompressobj(zlib.MAX_WBITS + 16)  # with the head and the checksum of gzip

    def read(self, size: int, /) -> bytes:
        while True:
            if self._unpacker.eof:
                # Several members in a row are one file; zeros may pad it.
                rest = self._unpacker.unused_data.lstrip(b"\0")
                while not rest and (chunk := self._packed.read(_BLOCK_BYTES)):
                    rest = chunk.lstrip(b"\0")
                if not rest:
                    return b""
                self._unpacker, self._rest = self._new(), rest
            elif not self._rest:
                self._rest = self._packed.read(_BLOCK_BYTES)
                if not self._rest:
                    raise EOFError
            if out := self._some(size):
                return out

    def _some(self, size: int) -> bytes:
        """Unpack some of what was read; if it is damaged, byte by byte what comes before that.

        The last byte may be missing: zlib looks at what follows before it hands one over.
        """
        import zlib

        before = self._unpacker.copy()
        try:
            out = self._unpacker.decompress(self._rest, size)
            self._rest = self._unpacker.unconsumed_tail
        except zlib.error:
            self._unpacker, found = before, bytearray()
            with suppress(zlib.error):
                while len(found) < size:
                    found += self._unpacker.decompress(self._rest, 1)
                    self._rest = self._unpacker.unconsumed_tail
            if not found:
                raise
            return bytes(found)
        return out


class _Unxz:
    """What ``lzma.LZMAFile`` does, with a bound on the memory that a file may ask for."""

    def __init__(self, packed: WholeBlocks) -> None:
        self._packed = packed
        self._unpacker = self._new()

    @staticmethod
    def _new() -> LZMADecompressor:
        import lzma

        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=MAX_UNPACKING_MEMORY)

    def read(self, size: int, /) -> bytes:
        while True:
            chunk = b""
            if self._unpacker.eof:
                # Several streams in a row are one file; zeros may pad it.
                chunk = self._unpacker.unused_data.lstrip(b"\0") or self._packed.read(_BLOCK_BYTES).lstrip(
                    b"\0"
                )
                if not chunk:
                    return b""
                self._unpacker = self._new()
            elif self._unpacker.needs_input:
                chunk = self._packed.read(_BLOCK_BYTES)
                if not chunk:
                    raise EOFError
            if out := self._unpacker.decompress(chunk, size):
                return out


class _Unpacked:
    """A stream that unpacks another one, and ends if that makes more than text ever does.

    Raises:
        InputError: If the data are damaged, cut off or a bomb.
    """

    def __init__(self, packing: str, packed: Readable) -> None:
        self._packing = packing
        self._packed = _Counted(packed)
        self._made = 0
        self._damaged: tuple[type[Exception], ...] = (OSError, ValueError)
        self._failure = ""
        self._unpack = self._unpacker(packing)

    def _unpacker(self, packing: str) -> Callable[[int], bytes]:
        """Return what unpacks; each module is imported by the file that needs it."""
        blocks = WholeBlocks(self._packed)
        if packing == "gzip":
            import zlib

            self._damaged += (zlib.error,)
            return _Ungzip(blocks).read
        if packing == "bzip2":
            import bz2

            return bz2.BZ2File(cast("BinaryIO", _Headed(b"", blocks))).read1
        import lzma

        self._damaged += (lzma.LZMAError,)
        return _Unxz(blocks).read

    def read(self, size: int, /) -> bytes:
        """Return some bytes, all that come before the damage."""
        if self._failure:
            raise InputError(self._failure, _COPY)
        try:
            # What is there already, not so many bytes: of a file that is cut off, all before the cut is read.
            chunk = self._unpack(min(size, _CHUNK_BYTES))
        except EOFError:
            self._failure = f"is cut off: its {self._packing} data end too early"
            raise InputError(self._failure, _COPY) from None
        except self._damaged:
            self._failure = f"cannot be unpacked: its {self._packing} data are damaged"
            raise InputError(self._failure, _COPY) from None
        self._made += len(chunk)
        suspected = self._made > MAX_PACKED_BYTES_UNSUSPECTED
        if suspected and self._made > MAX_EXPANSION * self._packed.count:
            times = f"unpacks to more than {MAX_EXPANSION} times its size"
            raise InputError(f"{times}, which no text does", "if you trust it, unpack it and name the file")
        return chunk


class WholeBlocks:
    """A stream that gives as many bytes as are asked for, or all that come before the end or the damage.

    warcio takes what one reading gives for a block, and cuts a line that runs over three; libxml2 recovers
    from an error otherwise where a block ends beside it; what unpacks gives nothing of the block in which the
    damage is. A file would be read otherwise by the pieces in which a pipe happens to bring it.
    """

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._damage: InputError | None = None

    def read(self, size: int) -> bytes:
        """Return so many bytes, fewer at the end.

        Raises:
            InputError: If there are none before the damage.
        """
        if self._damage:
            raise self._damage
        chunks: list[bytes] = []
        try:
            while size > 0 and (chunk := self._stream.read(size)):
                chunks.append(chunk)
                size -= len(chunk)
        except InputError as error:
            self._damage = error
            if not chunks:
                raise
        return b"".join(chunks)


class InputBytes:
    """An input that is read once, from its start.

    Args:
        stream: A binary stream, which is not closed.
        name: The name of the file, ``-`` if there is none.

    Attributes:
        head: Its first bytes, unpacked.
        name: The name of the file, without the suffix of a packing.
        packing: What it was packed with, an empty string if with nothing.

    Raises:
        InputError: If the stream cannot be read.
    """

    def __init__(self, stream: Readable, name: str) -> None:
        self.name = name
        self.packing = ""
        raw = _Headed(b"", stream)
        head = _read(raw, HEAD_BYTES)
        self.packing = next((what for magic, what in _PACKINGS if head.startswith(magic)), "")
        self._raw: Readable = _Headed(head, raw)
        if self.packing:
            self._raw = _Unpacked(self.packing, self._raw)
            head = WholeBlocks(self._raw).read(HEAD_BYTES)
            self._raw = _Headed(head, self._raw)
            with suppress(StopIteration):
                self.name = next(name[: -len(end)] for end in _SUFFIXES if name.lower().endswith(end))
        self.head = head

    @property
    def packed_twice(self) -> bool:
        """Whether what was unpacked is packed data again."""
        return bool(self.packing) and self.head.startswith(tuple(magic for magic, _ in _PACKINGS))

    def stream(self) -> BinaryIO:
        """Return the bytes, head included, as a stream; each reading may give fewer than are asked for."""
        return cast("BinaryIO", _Coming(_Headed(b"", self._raw), _CHUNK_BYTES))

    def read(self, limit: int = MAX_INPUT_BYTES) -> bytes:
        """Return all bytes.

        Raises:
            InputError: If there are more than ``limit``.
        """
        data = _read(self._raw, limit + 1)
        if len(data) > limit:
            grown = "unpacks to" if self.packing else "is larger than"
            more = " more than" if self.packing else ""
            raise InputError(f"{grown}{more} {limit // 1024**2} MB", "split it into single articles")
        return data

    def lines(self, encoding: str | None) -> Iterator[tuple[int, Decoded | None]]:
        """Yield the number of each line, from 1, and the line with its end; None for one that is too long.

        Each line is decoded by itself, because what is collected from many places is in several encodings.

        Args:
            encoding: The encoding of all lines, None to find out.
        """
        wide = next((codec for mark, codec in _WIDE_MARKS if self.head.startswith(mark)), None)
        stream = self.stream()
        codec = find_encoding(encoding) if encoding else wide
        if codec and codec.startswith(("utf-16", "utf-32")):
            yield from _wide_lines(stream, codec, "option" if encoding else "bom")
            return
        number = 0
        while line := stream.readline(MAX_ROW_BYTES + 1):
            number += 1
            if len(line) > MAX_ROW_BYTES and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):
                    line = stream.readline(MAX_ROW_BYTES)
                yield number, None
                continue
            if number == 1:
                line = line.removeprefix(codecs.BOM_UTF8)
            yield number, _decoded(line, codec)


def _read(stream: Readable, size: int) -> bytes:
    """Read so many bytes, or to the end."""
    chunks: list[bytes] = []
    while size > 0 and (chunk := stream.read(min(size, _CHUNK_BYTES))):
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)


def _wide_lines(stream: BinaryIO, codec: str, how: str) -> Iterator[tuple[int, Decoded | None]]:
    """Yield the lines of a text in UTF-16 or UTF-32."""
    text = io.TextIOWrapper(stream, codec, errors="replace", newline="\n")
    number = 0
    while line := text.readline(MAX_ROW_BYTES + 1):
        number += 1
        whole = line.endswith("\n") or len(line) <= MAX_ROW_BYTES
        while line and not whole and not line.endswith("\n"):
            line = text.readline(MAX_ROW_BYTES)
        yield number, Decoded(line, codec, "option" if how == "option" else "bom") if whole else None


def _decoded(line: bytes, codec: str | None) -> Decoded:
    """Decode a line; what cannot be decoded is replaced and told."""
    if codec:
        text = line.decode(codec, errors="replace")
        lost = text.count("\ufffd")
        told = (f"{lost} characters could not be decoded as {codec}",) if lost else ()
        return Decoded(text, codec, "option", told)
    try:
        return Decoded(line.decode("utf-8"), "utf-8", "utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return decode(line)
    except InputError:  # nothing that any encoding makes words of
        return Decoded(line.decode("utf-8", errors="replace"), "utf-8", "fallback", ("looks binary",))
