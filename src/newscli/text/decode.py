"""Bytes to text: which encoding an article is in, and what cannot be one."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import Final, NamedTuple

from newscli.errors import InputError, UsageError
from newscli.limits import MAX_DETECTED_BYTES, META_CHARSET_BYTES
from newscli.model import EncodingHow

# Longest first: the mark of UTF-32-LE begins with the mark of UTF-16-LE.
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Documents and archives that users take for text; some decode without an error.
_FILE_KINDS: Final = (
    (b"%PDF-", "a PDF document", "convert it first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an office document", "save it as plain text first"),
    (b"{\\rtf", "a rich-text document", "save it as plain text first"),
    (b"\x1f\x8b", "gzip data", "unpack it first: gunzip -c FILE | newscli report"),
)

# Python's codecs for host names, escapes and mail headers: no file is in them, and some take
# quadratic time or let lone surrogates through.
_NOT_FOR_FILES: Final = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"}
)

# Set by hand: text in UTF-16 has a zero in nearly every second byte, a binary file has zeros anywhere; in any
# text in bytes, escapes of a terminal included, controls are rare.
_BYTES_FOR_A_ZERO: Final = 4
_ZEROS_ON_ONE_SIDE: Final = 0.9
_BYTES_FOR_A_CONTROL: Final = 50
_SHOWN_CHARS: Final = 40  # of a name that is no encoding, in a message
_CONTROL: Final = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_META_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE
)
# The labels that pages use for windows-1252, and the one that a page readable as ASCII cannot mean
# (WHATWG Encoding Standard, section 4.2, and HTML, section 13.2.3.2).
_WESTERN: Final = frozenset({"ascii", "iso8859-1", "cp1252"})
_WIDE: Final = ("utf-16", "utf-32")
# What news is still kept in; the code pages of DOS are like each other and rare, and so are left out.
_DETECTABLE: Final = (
    *("windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255"),
    *("windows-1256", "windows-1257", "iso-8859-2", "iso-8859-5", "iso-8859-7", "koi8-r", "mac-roman"),
    *("shift_jis", "cp932", "euc-jp", "gb18030", "big5", "euc-kr", "cp949"),
)
_ENGLISH_TOO: Final = ("cp1252", "mac-roman")
_FOR_ENGLISH: Final = frozenset({*_ENGLISH_TOO, "cp1250", "cp1254", "cp1257", "iso8859-2", ""})
# What another encoding makes of words and marks: "cafÈ", "ÒWe canÕt,Ó", "J¸rgen".
_ODD_IN_WORDS: Final = re.compile(
    r"[a-zß-ÿ][À-ÖØ-ÞŠŒŽŸ]|[A-Z]Ÿ[a-z]|[a-z][‘“](?!\w)|[À-ÖØ-öø-ÿ][A-Z][a-z]|[.,!?…][À-ÖØ-öø-ÿ]|[^\W\d_][¸ˆ¨˜¯˘˙˚˝˛†‡‰√∫≈∆◊Ω∂∑∏π„‚‹›][^\W\d_]"
    r"|(?<!\S)[…ƒ][a-z]"
)
# What no text holds, and what shows that bytes were read by a wrong table.
_HALF_PAIRS: Final = re.compile("[\ud800-\udfff]")
_C1: Final = re.compile("[\x80-\x84\x86-\x9f]")
_LIKELY: Final = 0.12  # of the detector's confidence: windows-1250 and Russian in one sentence have more
_USUAL_HINT: Final = "utf-8, windows-1252, iso-8859-1 and utf-16 are the usual ones"
_ENCODING_HINT: Final = "name the encoding with --encoding, for example --encoding windows-1252"


class Decoded(NamedTuple):
    """Text and how its bytes were read.

    Attributes:
        text: Every character of the file but a byte-order mark; line ends as they are.
        encoding: The name of the encoding.
        how: What chose it.
        warnings: Plain sentences about characters that were lost or are damaged.
        repaired: Whether ``text`` was mended, so that it is no longer the file's own.
    """

    text: str
    encoding: str
    how: EncodingHow
    warnings: tuple[str, ...] = ()
    repaired: bool = False


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a file by the named encoding, or else by the first that fits.

    The order is byte-order mark, UTF-8, the charset that an HTML page declares, what statistics say, and
    UTF-8 with replacement characters. Statistics come last, because they guess wrong on short texts
    (trafilatura#231, unstructured#4466).

    Args:
        data: The whole file.
        encoding: A name that Python knows, None to find out.

    Raises:
        UsageError: If no text encoding has the name.
        InputError: If the bytes are empty, are no text, or do not decode as named.
    """
    codec = None if encoding is None else find_encoding(encoding)
    _refuse_known_formats(data)
    decoded = _as_named(data, codec) if codec else _as_marked(data) or _as_guessed(data)
    if not decoded.text or decoded.text.isspace():
        raise InputError("is empty", "is it the right file? an article needs some words")
    return decoded


def without_half_pairs(text: str) -> str:
    r"""Return the text with U+FFFD for each half of a surrogate pair.

    JSON can escape such a half ("\ud899"), and UTF-8 can hold none.
    """
    return _HALF_PAIRS.sub("\ufffd", text)


def find_encoding(name: str) -> str:
    """Return Python's name of a text encoding.

    Raises:
        UsageError: If there is no such encoding, or no file is in it.
    """
    try:
        # Only decoding refuses the codecs that are no text encodings (zlib, base64, rot13).
        with suppress(UnicodeDecodeError):
            b" ".decode(name)
        codec = codecs.lookup(name).name.replace("_", "-")
    except (LookupError, ValueError):  # a name with NUL or a surrogate is a ValueError
        codec = ""
    if not codec or codec in _NOT_FOR_FILES:
        raise UsageError(f"unknown encoding {name[:_SHOWN_CHARS]!r}", _USUAL_HINT)
    return codec


def _published(codec: str) -> str:
    """Return the registered name for Python's name of an encoding."""
    return (
        codec.replace("cp125", "windows-125").replace("iso8859", "iso-8859").replace("mac-roman", "macintosh")
    )


def _as_named(data: bytes, codec: str) -> Decoded:
    """Decode by the encoding that the user named."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        where = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        raise InputError(
            f"is not {_published(codec)}: {where}", "leave out --encoding, or name another"
        ) from None
    except UnicodeError:
        raise InputError(f"is not {_published(codec)}", "leave out --encoding, or name another") from None
    return Decoded(text.removeprefix("\ufeff"), _published(codec), "option")


def _as_marked(data: bytes) -> Decoded | None:
    """Decode by the byte-order mark; return None if there is none."""
    for mark, codec in _BYTE_ORDER_MARKS:
        if not data.startswith(mark):
            continue
        body = data[len(mark) :]
        try:
            return Decoded(body.decode(codec), codec, "bom")
        except UnicodeDecodeError:
            return _with_replacements(body, codec, "bom")
    return None


def _as_guessed(data: bytes) -> Decoded:
    """Decode by the first encoding that the bytes fit."""
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(data)
    if declared:
        try:
            return Decoded(data.decode(declared), _published(declared), "meta")
        except UnicodeError:
            pass
    repaired = _with_replacements(data, "utf-8", "fallback")
    if _is_damaged_utf8(repaired.text):
        return repaired
    return _as_detected(data) or repaired


def _is_damaged_utf8(text: str) -> bool:
    """Return whether a text with U+FFFD for what is not UTF-8 is a damaged or cut-off UTF-8 file.

    Western text almost never holds a valid UTF-8 sequence by chance, so that more of them than errors are
    one, which windows-1252 would turn into "â€œ". Or more such words, each counted once: one that is broken
    may stand in a file a hundred times.
    """
    errors = text.count("\ufffd")
    if len(text) - len(text.encode("ascii", "ignore")) - errors > errors:
        return True
    words = {word for word in text.split() if not word.isascii()}
    wrong = sum("\ufffd" in word for word in words)
    return len(words) - wrong > wrong


def _as_detected(data: bytes) -> Decoded | None:
    """Decode by the encoding that statistics of letters make likely; None if none fits."""
    import chardet  # 0.3 s that only old files need

    guess = chardet.detect(data[:MAX_DETECTED_BYTES], include_encodings=_DETECTABLE, prefer_superset=True)
    likely = _python_name(guess["encoding"]) if guess["confidence"] >= _LIKELY else ""
    fitting: list[tuple[int, str, str]] = []
    for codec in dict.fromkeys(
        (*filter(None, [likely]), *(_ENGLISH_TOO if likely in _FOR_ENGLISH else ("cp1252",)))
    ):
        with suppress(UnicodeDecodeError):
            text = data.decode(codec)
            if _C1.search(text):
                continue
            # A few bytes show statistics little, and a reader much: "cafÈ" is no word.
            odd = len(_ODD_IN_WORDS.findall(text)) if likely in _FOR_ENGLISH else len(fitting)
            fitting.append((odd, codec, text))
    if not fitting:
        return None
    odd, codec, text = min(fitting, key=lambda one: one[0])
    if odd and codec not in {likely, "cp1252"}:
        return None  # Mac Roman has a character for every byte
    return Decoded(text, _published(codec), "fallback")


def _python_name(name: str | None) -> str:
    """Return Python's name of an encoding that the detector names; empty if there is none."""
    try:
        return find_encoding(name) if name else ""
    except UsageError:
        return ""


def _declared(data: bytes) -> str | None:
    """Return the usable charset that an HTML page declares in its head, in Python's name."""
    match = _META_CHARSET.search(data, 0, META_CHARSET_BYTES)
    if not match:
        return None
    try:
        codec = find_encoding(match[1].decode("ascii"))
    except (UsageError, UnicodeDecodeError):
        return None
    if codec.startswith(_WIDE):
        return None
    return "cp1252" if codec in _WESTERN else codec


def _with_replacements(data: bytes, codec: str, how: EncodingHow) -> Decoded:
    """Decode with U+FFFD for what does not fit, and say how many."""
    text = data.decode(codec, errors="replace")
    count = text.count("\ufffd")
    what = "1 character" if count == 1 else f"{count} characters"
    return Decoded(text, codec, how, (f"{what} could not be decoded as {codec}; {_ENCODING_HINT}",))


def _refuse_known_formats(data: bytes) -> None:
    """Raise InputError if the file's first bytes are those of a document or an archive."""
    for magic, kind, hint in _FILE_KINDS:
        if data.startswith(magic):
            raise InputError(f"looks like {kind}, not like text", hint)


def _refuse_binary(data: bytes) -> None:
    """Raise InputError if NULs or other control bytes show that this is no text in a byte-wise encoding."""
    zeros = data.count(0)
    if zeros * _BYTES_FOR_A_ZERO > len(data):
        even = data[::2].count(0)
        order = "utf-16-be" if even * 2 > zeros else "utf-16-le"
        if max(even, zeros - even) > _ZEROS_ON_ONE_SIDE * zeros:
            raise InputError("looks binary", f"if it is text in UTF-16, say --encoding {order}")
    controls = len(data) - len(data.translate(None, _CONTROL))
    if controls * _BYTES_FOR_A_CONTROL > len(data):
        raise InputError("looks binary", "newscli reads plain text, Markdown and HTML")
