"""Mails to articles: a message, or the messages of an mbox."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from typing import Final

from newscli.errors import InputError, UsageError
from newscli.limits import MAX_MAIL_BOUNDARIES, MAX_MAIL_HEADER_CHARS, MAX_ROW_BYTES
from newscli.text import html
from newscli.text.containers.fragments import paragraphs_of
from newscli.text.containers.input_bytes import InputBytes
from newscli.text.containers.pieces import Given, Piece
from newscli.text.decode import decode

_FROM: Final = re.compile(rb"From \S.{0,200}\b(?:19|20)\d\d\b")
_ESCAPED_FROM: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_PREFIXES: Final = re.compile(r"^(?:(?:fwd?|re|aw|wg|tr)\s{0,3}:\s{0,9}){1,9}", re.IGNORECASE)
# The line over an earlier mail, which a mail program may have broken in two; and the line over one passed on.
_REPLIED: Final = re.compile(
    r"^[> ]*On\b.{4,200}\bwrote:\s*$|^[> ]*-+ ?Original Message ?-+\s*$", re.IGNORECASE
)
_FORWARDED: Final = re.compile(r"^[> ]*(?:-{3,}|Begin) ?forwarded message:? ?-*\s*$", re.IGNORECASE)
_HEADER: Final = re.compile(r"^[> ]*\*?(?:From|To|Cc|Date|Sent|Subject|Reply-To):\*?\s", re.IGNORECASE)
_MARK: Final = re.compile(r"^(?:>[ \t]?)+")
_SIGNATURE: Final = "-- "


def message(source: InputBytes) -> Iterator[Piece | InputError]:
    """Yield the article of a single mail."""
    yield _piece(source.read(), None)


def messages(source: InputBytes) -> Iterator[Piece | InputError]:
    """Yield the article of each mail of an mbox, or what is wrong with the mail.

    Raises:
        InputError: If there is no mail.
    """
    number = 0
    for number, data in enumerate(_split(source), 1):
        yield _numbered(data, number)
    if not number:
        raise InputError("is an mbox without mails", "name mails that were saved one by one (.eml)")


def _numbered(data: bytes | None, number: int) -> Piece | InputError:
    """Return the article of a mail, or what is wrong with it; None is one that is too large."""
    try:
        if data is None:
            raise InputError(f"is larger than {MAX_ROW_BYTES // 1024**2} MB", "save its text, and name that")
        return _piece(data, number)
    except InputError as error:
        return InputError(f"message {number}: {error.message}", error.hint)


def _split(source: InputBytes) -> Iterator[bytes | None]:
    """Yield the bytes of each mail, None for one that is too large."""
    stream = source.stream()
    kept: list[bytes] = []
    size, begun, blank = 0, False, True
    while line := stream.readline(MAX_ROW_BYTES):
        if blank and _FROM.match(line):
            if begun:
                yield _unescaped(kept) if size <= MAX_ROW_BYTES else None
            kept, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= MAX_ROW_BYTES:
                kept.append(line)
        blank = not line.strip()
    if begun:
        yield _unescaped(kept) if size <= MAX_ROW_BYTES else None


def _unescaped(lines: list[bytes]) -> bytes:
    """Join the lines of a mail, and take the sign off a "From" that is no border."""
    return _ESCAPED_FROM.sub(rb"\1", b"".join(lines))


def _piece(data: bytes, number: int | None) -> Piece:
    """Return the article of a mail.

    Raises:
        InputError: If the mail is too intricate, or has no text.
    """
    if data[: 4 * MAX_ROW_BYTES].lower().count(b"boundary=") > MAX_MAIL_BOUNDARIES:
        raise InputError("is a mail of too many parts", "save the text of the message and name that")
    try:
        mail = message_from_bytes(data, policy=policy.compat32)
        text = _text(mail)
    except (MessageError, LookupError, ValueError, RecursionError, AssertionError) as error:
        raise InputError(
            f"cannot be read as a mail ({type(error).__name__})", "save the text of the message and name that"
        ) from None
    if not text.strip():
        raise InputError("is a mail without text", "save what is attached to it and name that")
    own = _line(mail, "Message-ID").strip("<>")
    meta: dict[str, object] = {
        name.lower(): said for name in ("From", "To", "List-ID") if (said := _line(mail, name))
    }
    if own:
        meta["message_id"] = own
    given = Given(title=_PREFIXES.sub("", _line(mail, "Subject")), date=_line(mail, "Date"))
    return Piece(text, (own or number) if number is not None else None, given, meta)


def _line(mail: Message, name: str) -> str:
    """Return a header in words, an empty string if there is none."""
    value = str(mail.get(name) or "")[:MAX_MAIL_HEADER_CHARS]
    with suppress(MessageError, LookupError, ValueError, AssertionError):  # an encoding that nobody knows
        value = str(make_header(decode_header(value)))
    return " ".join(value.replace("\ufffd", "").split())


def _text(mail: Message) -> str:
    """Return the words of a mail: those of the first plain part, else of the first HTML."""
    plain: list[str] = []
    marked: list[str] = []
    for part in mail.walk():
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain":
            plain.append(_words(part))
        elif kind == "text/html":
            marked.append(_words(part))
    if any(text.strip() for text in plain):
        return _unquoted(next(text for text in plain if text.strip()))
    text = next((text for text in marked if text.strip()), "")
    return text if not text or html.is_html(text) else paragraphs_of(text)


def _words(part: Message) -> str:
    """Return the text of a part; a charset that is missing, unknown or wrong is found out."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not data.strip():
        return ""
    charset = part.get_content_charset()
    try:
        return decode(data, charset).text
    except (UsageError, InputError):
        return decode(data).text


def _unquoted(text: str) -> str:
    """Return the words of a plain mail without its signature, the mail that it answers, and signs of quoting.

    Of a mail that is passed on, the lines that say from whom it came are left out, too.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept: list[str] = []
    heading = False
    for index, line in enumerate(lines):
        if line == _SIGNATURE:
            break
        if _is_reply(line, lines[index + 1] if index + 1 < len(lines) else ""):
            break
        if _FORWARDED.match(line):
            heading = True
            continue
        if heading and (_HEADER.match(line) or not line.strip("> \t")):
            continue
        heading = False
        kept.append(_MARK.sub("", line))
    text = "\n".join(kept)
    return text if text.strip() else "\n".join(_MARK.sub("", line) for line in lines)


def _is_reply(line: str, following: str) -> bool:
    """Return whether an earlier mail begins here."""
    if _REPLIED.match(line[:MAX_MAIL_HEADER_CHARS]):
        return True
    opens = line.lstrip("> ").startswith("On ") and following.rstrip().endswith("wrote:")
    return opens and bool(_REPLIED.match(f"{line} {following.lstrip('> ')}"[:MAX_MAIL_HEADER_CHARS]))
