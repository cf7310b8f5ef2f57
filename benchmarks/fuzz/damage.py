"""What can happen to a file: bits that turn, pieces that go, come twice or move, and words of another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

MAX_BYTES: Final = 64 * 1024
_MAX_DAMAGES: Final = 6
_MAX_PIECE: Final = 200  # bytes of what is taken out, doubled or moved, most often
_MAX_TIMES: Final = 300
# What readers compare with a bound, or take for the length of something.
_NUMBERS: Final = (b"0", b"-1", b"1", b"65536", b"99999999999", b"1e999", b"2147483648", b"00", b"\xd9\xa3")
_BYTES: Final = b"\0\t\n\r\x1b\"'&<>,;:{}[]()\\-_=%\x7f\x80\x93\xc3\xe2\xff"

Damage = Callable[[bytes, Random, Sequence[bytes]], bytes]


def damaged(data: bytes, chance: Random, words: Sequence[bytes]) -> bytes:
    """Return a file to which something happened, once or several times.

    Args:
        data: The file.
        chance: What decides.
        words: What the format is made of.
    """
    for _ in range(chance.randint(1, _MAX_DAMAGES) if chance.random() < 0.6 else 1):
        data = chance.choice(_DAMAGES)(data, chance, words)[:MAX_BYTES]
    return data


def unharmed(before: bytes, after: bytes) -> int:
    """Return how many bytes at the start of a file are as they were."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (old, new) in pairs if old != new), min(len(before), len(after)))


def _place(data: bytes, chance: Random) -> int:
    return chance.randint(0, len(data))


def _piece(data: bytes, chance: Random) -> tuple[int, int]:
    begin = _place(data, chance)
    most = len(data) if chance.random() < 0.1 else _MAX_PIECE
    return begin, min(len(data), begin + chance.randint(1, max(1, most)))


def _turn_bits(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    turned = bytearray(data)
    for _turn in range(chance.randint(1, 8) if turned else 0):
        turned[chance.randrange(len(turned))] ^= 1 << chance.randrange(8)
    return bytes(turned)


def _set_byte(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    at = _place(data, chance)
    return data[:at] + bytes([chance.choice(_BYTES)]) + data[at + 1 :]


def _cut_off(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    return data[: _place(data, chance)]


def _take_out(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    begin, end = _piece(data, chance)
    return data[:begin] + data[end:]


def _say_again(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    begin, end = _piece(data, chance)
    times = chance.randint(2, _MAX_TIMES if chance.random() < 0.2 else 3)
    return data[:end] + data[begin:end] * times + data[end:]


def _move(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    begin, end = _piece(data, chance)
    rest = data[:begin] + data[end:]
    at = _place(rest, chance)
    return rest[:at] + data[begin:end] + rest[at:]


def _say_word(data: bytes, chance: Random, words: Sequence[bytes]) -> bytes:
    at = _place(data, chance)
    times = chance.choice((1, 1, 1, 2, _MAX_TIMES))
    return data[:at] + chance.choice(words) * times + data[at:]


def _word_for_word(data: bytes, chance: Random, words: Sequence[bytes]) -> bytes:
    old = chance.choice(words)
    at = data.find(old, _place(data, chance)) if old else -1
    return data if at < 0 else data[:at] + chance.choice(words) + data[at + len(old) :]


def _number(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    digits = [at for at, byte in enumerate(data[:MAX_BYTES]) if 48 <= byte <= 57]
    if not digits:
        return data
    begin = end = chance.choice(digits)
    while end < len(data) and data[end : end + 1].isdigit():
        end += 1
    return data[:begin] + chance.choice(_NUMBERS) + data[end:]


def _line_ends(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", b"\xe2\x80\xa8", b"")))


_DAMAGES: Final[tuple[Damage, ...]] = (
    *(_turn_bits, _set_byte, _cut_off, _take_out, _say_again, _move),
    *(_say_word, _say_word, _word_for_word, _number, _line_ends),
)
