"""Words and punctuation marks of sentences, by NLTK's word tokenizer, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Final

from newscli.engines.nltk_import import nltk_module
from newscli.engines.nltk_types import WordTokenizer
from newscli.english.punctuation import APOSTROPHES, CLOSING_MARKS
from newscli.limits import MAX_PIECE_CHARS, MAX_TOKEN_CHARS

# The tokenizer rewrites straight double marks and knows clitics ("n't", "'s") by the straight apostrophe
# alone. It reads a copy in which these are replaced one character for one, so that offsets stay.
_CLITIC_APOSTROPHE: Final = re.compile(rf"(?<=\w)[{APOSTROPHES}](?=\w)")
_SAME_LENGTH: Final = (("''", "” "), ("``", "“ "), ('"', "”"))

_CHUNK: Final = re.compile(r"\S+")
# What the tokenizer leaves whole: words joined by a slash, an ellipsis or a bullet.
_INNER_BREAK: Final = re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])|[…|•·]")
_ENDS_IN_INITIALS: Final = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){1,8}[^\W\d_]$")
_INITIALS_CHARS: Final = 20  # "U.S.S.R" is short; the pattern looks at no more
_CLOSERS: Final = f"{CLOSING_MARKS})]}}* \n\t"
_DOUBLED: Final = ("''", "``")


@cache
def _tokenizer() -> WordTokenizer:
    tokenizer: WordTokenizer = nltk_module("nltk.tokenize.destructive").NLTKWordTokenizer()
    return tokenizer


def pieces(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Cut a text into pieces of at most ``limit`` code points, at white space if there is any.

    Yields:
        Half-open offsets, in order, covering the text.
    """
    start = 0
    while len(text) - start > limit:
        end = start + limit
        space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        end = space + 1 if space > start else end
        yield start, end
        start = end
    yield start, len(text)


def _readable(text: str, sentences: Sequence[tuple[int, int]]) -> str:
    """Return a copy of equal length, rewritten so that the tokenizer splits it as newscli wants."""
    for original, stand_in in _SAME_LENGTH:
        text = text.replace(original, stand_in)
    text = _CLITIC_APOSTROPHE.sub("'", text)
    # It takes the full stop off the last word of a text alone; "?" it takes off any word. Text
    # between sentences (the dash after a dateline, a list mark) must not be tokenized.
    parts, done = [], 0
    for start, end in sentences:
        parts.append(" " * (start - done))
        done, stop = start, end - 1
        while stop > done and text[stop] in _CLOSERS:
            stop -= 1
        ends_plainly = text[stop : stop + 1] == "." and text[stop - 1 : stop] != "."
        if ends_plainly and not _ENDS_IN_INITIALS.search(text, max(done, stop - _INITIALS_CHARS), stop):
            parts += [text[done:stop], "?"]
            done = stop + 1
        parts.append(text[done:end])
        done = end
    return "".join(parts)


def _ends_of_tokens(chunks: Collection[str]) -> dict[str, list[int]]:
    """Tokenize chunks without white space, each at most ``MAX_TOKEN_CHARS`` long.

    The tokenizer's rules look no further than the white space round a word, so that each word, however often
    it is in the text, is read once, and many in one go.

    Returns:
        For each chunk the ends of its tokens, which follow each other without a gap.
    """
    tokens: list[str] = []
    in_a_row = " ".join(chunks)
    for start, end in pieces(in_a_row, MAX_PIECE_CHARS):
        # The word behind keeps it from taking the full stop off a final "U.S.".
        tokens += _tokenizer().tokenize(in_a_row[start:end] + " end")[:-1]
    parts = iter(tokens)
    found: dict[str, list[int]] = {}
    for chunk in chunks:
        ends = found[chunk] = []
        end = 0
        while end < len(chunk):
            end += len(next(parts))
            ends.append(end)
        if not chunk.isalnum() and _INNER_BREAK.search(chunk):
            inner = {edge for gap in _INNER_BREAK.finditer(chunk) for edge in gap.span()}
            found[chunk] = sorted(inner.union(ends) - {0})
    return found


def token_spans(text: str, sentences: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Find the words and punctuation marks of the sentences of a text.

    NLTK's ``NLTKWordTokenizer`` (Penn Treebank rules: clitics are tokens of their own), with curly
    marks read like straight ones, and the full stop of a final "U.S." kept with it. A word of more than
    ``MAX_TOKEN_CHARS`` is cut into tokens of that length.

    Args:
        text: A paragraph, or a whole article.
        sentences: Half-open offsets of its sentences, in order, without overlaps.

    Returns:
        For each sentence the half-open code-point offsets of its tokens into ``text``, in order,
        without overlaps; together they cover every character of it that is not white space. Linear in
        the text's length.
    """
    readable = _readable(text, sentences)
    chunks = [
        [(chunk.start(), chunk.group()) for chunk in _CHUNK.finditer(readable, *sentence)]
        for sentence in sentences
    ]
    distinct = dict.fromkeys(
        chunk for inside in chunks for _, chunk in inside if len(chunk) <= MAX_TOKEN_CHARS
    )
    ends = _ends_of_tokens(distinct)
    found: list[list[tuple[int, int]]] = []
    for sentence, inside in zip(sentences, chunks, strict=True):
        spans: list[tuple[int, int]] = []
        for base, chunk in inside:
            start = base
            for end in ends.get(chunk) or _cuts(len(chunk)):
                spans.append((start, base + end))
                start = base + end
            # Two apostrophes or two back quotes are one quotation mark.
            if chunk[-1] in "“”" and text.startswith(_DOUBLED, start - 1):
                spans[-1] = (spans[-1][0], min(start + 1, sentence[1]))
        found.append(spans)
    return found


def _cuts(length: int) -> list[int]:
    """Return the ends of the tokens of an over-long run without white space."""
    return [*range(MAX_TOKEN_CHARS, length, MAX_TOKEN_CHARS), length]
