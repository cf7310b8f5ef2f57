"""SubRip and WebVTT to text: cues joined to paragraphs, time codes left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from newscli.errors import InputError
from newscli.text.containers.input_bytes import InputBytes
from newscli.text.containers.pieces import Given, Piece
from newscli.text.decode import decode

_STAMP: Final = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES: Final = re.compile(rf"\s*{_STAMP}\s{{0,9}}-->\s{{0,9}}{_STAMP}")
_VOICE: Final = re.compile(r"<v(?:\.[\w.]{0,40})?\s+([^<>]{1,80})>")
_TAG: Final = re.compile(r"</?[a-zA-Z0-9:.][^<>\n]{0,200}>|\{\\[^{}\n]{1,80}\}")
_TURN: Final = re.compile(r"^(?:>{2,3}|&gt;&gt;)\s*|^[-–—]\s+(?=\S)")
_LABEL: Final = re.compile(r"[A-Z][A-Za-z .'’-]{0,40}:\s")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')\]]{0,3}$")
# A pause of so many seconds after a sentence begins a paragraph, and so do so many characters.
_PAUSE: Final = 2.0
_PARAGRAPH_CHARS: Final = 600


def is_captions(head: str) -> bool:
    """Return whether a text begins as captions do."""
    if head.startswith("WEBVTT"):
        return True
    lines = [line.strip() for line in head.lstrip().split("\n", 3)[:2]]
    return len(lines) > 1 and lines[0].isdigit() and bool(_TIMES.match(lines[1]))


def pieces(source: InputBytes, encoding: str | None) -> Iterator[Piece | InputError]:
    """Yield what is said in the captions.

    Raises:
        InputError: If nothing is.
    """
    decoded = decode(source.read(), encoding)
    voices: dict[str, None] = {}
    text = "\n\n".join(_paragraphs(decoded.text, voices))
    if not text:
        raise InputError("holds captions without words", "name the file that has the words")
    yield Piece(
        text,
        None,
        Given(spoken=True, voices=tuple(voices)),
        encoding=decoded.encoding,
        encoding_how=decoded.how,
        warnings=decoded.warnings,
    )


def _paragraphs(text: str, voices: dict[str, None]) -> Iterator[str]:
    """Yield the turns, and the parts of a long one; note the voices that the captions name."""
    words: list[str] = []
    size, last_end, voice, last_line = 0, 0.0, "", ""
    for start, end, lines in _cues(text):
        for number, line in enumerate(lines):
            named = _VOICE.search(line)
            spoken = " ".join(unescape(_TAG.sub("", line)).split())
            # Captions that roll repeat the line above.
            if not spoken or spoken == last_line:
                continue
            last_line = spoken
            turned = bool(_TURN.match(spoken))
            spoken = _TURN.sub("", spoken)
            if named and named[1].strip() != voice:
                voice, turned = named[1].strip(), True
                label = " ".join(unescape(voice).replace(":", " ").split())
                voices[label] = None
                spoken = f"{label}: {spoken}"
            ended = bool(words) and bool(_SENTENCE_END.search(words[-1]))
            paused = number == 0 and start - last_end >= _PAUSE
            begun = _LABEL.match(spoken)
            labelled = begun is not None and (ended or begun[0].isupper())
            if words and (turned or labelled or (ended and (paused or size > _PARAGRAPH_CHARS))):
                yield " ".join(words)
                words, size = [], 0
            if spoken:
                words.append(spoken)
                size += len(spoken)
        last_end = end
    if words:
        yield " ".join(words)


def _cues(text: str) -> Iterator[tuple[float, float, list[str]]]:
    """Yield the start and the end of each cue, in seconds, and its lines."""
    times: re.Match[str] | None = None
    lines: list[str] = []
    for line in (*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""):
        if found := _TIMES.match(line):
            if times and lines and lines[-1].strip().isdigit():
                lines.pop()  # the number of a cue that no blank line parts from the one above
            if times:
                yield _seconds(times, 1), _seconds(times, 5), lines
            times, lines = found, []
        elif times and line.strip():
            lines.append(line)
        elif times:
            yield _seconds(times, 1), _seconds(times, 5), lines
            times, lines = None, []


def _seconds(times: re.Match[str], group: int) -> float:
    hours, minutes, seconds, parts = (times[group + index] or "0" for index in range(4))
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{parts}")
