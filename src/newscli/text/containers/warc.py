"""WARC to web pages, by warcio, an optional dependency."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import TYPE_CHECKING, Any, Final

from newscli.errors import InputError, MissingExtraError, clipped
from newscli.limits import MAX_INPUT_BYTES
from newscli.text.containers.input_bytes import InputBytes, WholeBlocks
from newscli.text.containers.pieces import Given, Piece

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES: Final = ("text/html", "application/xhtml+xml", "text/plain")
_CHARSET: Final = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_OK: Final = "200"


def pieces(source: InputBytes) -> Iterator[Piece | InputError]:
    """Yield the page of each response, or of each resource, that is HTML or plain text.

    Raises:
        MissingExtraError: If warcio is not installed.
        InputError: If the file is damaged, or holds no page.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise MissingExtraError("is a WARC, which needs an extra", 'pip install "newscli[warc]"') from error
    number = damaged = 0
    records = ArchiveIterator(WholeBlocks(source.stream()))
    while True:
        try:
            with redirect_stderr(io.StringIO()):  # warcio writes there what a file makes it write
                record = next(records, None)
            if records.err_count > damaged:
                damaged = records.err_count
                yield InputError(
                    f"behind page {number}: a record is longer or shorter than it says",
                    "copy or download it again",
                )
            if record is None:
                break
            if not _is_page(record):
                continue
            number += 1
            with redirect_stderr(io.StringIO()):
                piece = _piece(record)
            yield piece
        except InputError:
            raise
        except (ArchiveLoadFailed, OSError, ValueError, EOFError, KeyError, AttributeError):
            raise InputError(f"is a broken WARC behind page {number}", "copy or download it again") from None
    if not number:
        raise InputError("is a WARC without a page of HTML", "newscli reads the pages that a crawl has saved")


def _is_page(record: ArcWarcRecord) -> bool:
    """Return whether a record is a page that a server answered with."""
    if record.rec_type == "response":
        headers = record.http_headers
        return bool(headers) and headers.get_statuscode() == _OK and _kind(headers).startswith(_PAGES)
    # wget adds its log, as text at an address of its own.
    web = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<").startswith("http")
    return web and record.rec_type == "resource" and _kind(record.rec_headers).startswith(_PAGES)


def _kind(headers: Any) -> str:  # noqa: ANN401 - warcio has no types
    return str(headers.get_header("Content-Type") or "").lower()


def _piece(record: ArcWarcRecord) -> Piece | InputError:
    """Return the page of a record, or what is wrong with it."""
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    data = record.content_stream().read(MAX_INPUT_BYTES + 1)
    if len(data) > MAX_INPUT_BYTES:
        return InputError(
            f"{clipped(url)}: is larger than {MAX_INPUT_BYTES // 1024**2} MB", "save its text, and name that"
        )
    if not data.strip():
        return InputError(f"{clipped(url)}: is empty", "save the page again")
    declared = _CHARSET.search(_kind(record.http_headers or record.rec_headers))
    meta: dict[str, object] = {"captured": str(record.rec_headers.get_header("WARC-Date") or "")}
    return Piece(data, url or None, Given(url=url), meta, charset=declared[1] if declared else None)
