"""Words: NLTK's word tokenizer with exact offsets, its stemmer and its collocation finder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, Final

from newscli.engines.nltk_parts import nltk_module
from newscli.limits import MAX_PIECE_CHARS, MAX_TOKEN_CHARS

# The tokenizer rewrites straight double marks and knows clitics ("n't", "'s") by the straight apostrophe
# alone. It reads a copy in which these are replaced one character for one, so that offsets stay.
_CLITIC_APOSTROPHE: Final = re.compile(r"(?<=\w)[’ʼ′](?=\w)")
_SAME_LENGTH: Final = (("''", "” "), ("``", "“ "), ('"', "”"))

_CHUNK: Final = re.compile(r"\S+")
# What the tokenizer leaves whole: words joined by a slash, an ellipsis or a bullet.
_INNER_BREAK: Final = re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])|[…|•·]")
_ENDS_IN_INITIALS: Final = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){1,8}[^\W\d_]$")
_CLOSERS: Final = "\"'”’»›)]}* \n\t"
_DOUBLED: Final = ("''", "``")


@cache
def _tokenizer() -> Any:  # noqa: ANN401 - NLTK is untyped
    return nltk_module("nltk.tokenize.destructive").NLTKWordTokenizer()


def pieces(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Cut a text into pieces of at most ``limit`` code points, at white space where there is any.

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


def _split_long_runs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield ``(start, end, is_long)``: ordinary stretches, and cuts of over-long runs without space."""
    done = 0
    for run in _CHUNK.finditer(text):
        if run.end() - run.start() > MAX_TOKEN_CHARS:
            yield done, run.start(), False
            for start in range(run.start(), run.end(), MAX_TOKEN_CHARS):
                yield start, min(start + MAX_TOKEN_CHARS, run.end()), True
            done = run.end()
    yield done, len(text), False


def _readable(text: str, sentences: Sequence[tuple[int, int]]) -> str:
    """Return a copy of equal length that the tokenizer splits where newscli wants it split."""
    for original, stand_in in _SAME_LENGTH:
        text = text.replace(original, stand_in)
    text = _CLITIC_APOSTROPHE.sub("'", text)
    # It takes the full stop off the last word of a text alone; "?" it takes off any word. What stands
    # between sentences (the dash after a dateline, a list mark) is none of its business.
    parts, done = [], 0
    for start, end in sentences:
        parts.append(" " * (start - done))
        done, stop = start, end - 1
        while stop > done and text[stop] in _CLOSERS:
            stop -= 1
        ends_plainly = text[stop : stop + 1] == "." and text[stop - 1 : stop] != "."
        if ends_plainly and not _ENDS_IN_INITIALS.search(text, max(done, stop - 20), stop):
            parts += [text[done:stop], "?"]
            done = stop + 1
        parts.append(text[done:end])
        done = end
    return "".join(parts)


def _ordinary_tokens(readable: str) -> Iterator[tuple[int, int]]:
    """Tokenize a stretch without over-long runs, with NLTK."""
    point = 0
    # The word behind keeps it from taking the full stop off a final "U.S.".
    *tokens, _ = _tokenizer().tokenize(readable + " end")
    for token in tokens:
        start = readable.index(token, point)
        point = start + len(token)
        if not _INNER_BREAK.search(token):
            yield start, point
            continue
        done = start
        for gap in _INNER_BREAK.finditer(readable, start, point):
            if gap.start() > done:
                yield done, gap.start()
            yield gap.start(), gap.end()
            done = gap.end()
        if done < point:
            yield done, point


def _all_tokens(readable: str) -> Iterator[tuple[int, int]]:
    """Tokenize a text of any length, over-long runs without space included."""
    for from_, to in pieces(readable, MAX_PIECE_CHARS):
        for start, end, is_long in _split_long_runs(readable[from_:to]):
            if is_long:
                yield from_ + start, from_ + end
            elif start < end:
                base = from_ + start
                for s, e in _ordinary_tokens(readable[base : from_ + end]):
                    yield base + s, base + e


def token_spans(text: str, sentences: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Find the words and punctuation marks of the sentences of a text.

    NLTK's ``NLTKWordTokenizer`` (Penn Treebank rules: clitics are tokens of their own), with curly
    marks read like straight ones, and the full stop of a final "U.S." kept with it.

    Args:
        text: A paragraph, or a whole article.
        sentences: Half-open offsets of its sentences, in order, without overlaps.

    Returns:
        For each sentence the half-open code-point offsets of its tokens into ``text``, in order,
        without overlaps; together they cover every character of it that is not white space. Linear in
        the text's length.
    """
    found: list[list[tuple[int, int]]] = [[] for _ in sentences]
    number = 0
    for start, end in _all_tokens(_readable(text, sentences)):
        while number + 1 < len(sentences) and start >= sentences[number + 1][0]:
            number += 1
        # Two apostrophes or two back quotes are one quotation mark.
        last = start + 2 if text[start : start + 2] in _DOUBLED else end
        found[number].append((start, min(last, sentences[number][1])))
        # Two sentences may touch ("(CNN)The"): a word that the tokenizer sees across them is two.
        while number + 1 < len(sentences) and last > sentences[number + 1][0]:
            number += 1
            found[number].append((sentences[number][0], min(last, sentences[number][1])))
    return found


@cache
def _stemmer() -> Any:  # noqa: ANN401 - NLTK is untyped
    return nltk_module("nltk.stem.snowball").EnglishStemmer()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Snowball (Porter 2) stem of a word, lower-cased."""
    return str(_stemmer().stem(word.replace("’", "'")))


def rank_bigrams(words: Sequence[str], min_count: int = 2) -> list[tuple[tuple[str, str], float]]:
    """Rank the pairs of neighbouring words by how much more often than by chance they meet.

    NLTK's ``BigramCollocationFinder`` with the likelihood ratio (Dunning 1993).

    Args:
        words: Words in text order; an empty string separates, so that no pair crosses it.
        min_count: Pairs seen less often are left out.

    Returns:
        ``((first, second), ratio)``, best first; pairs of equal ratio in alphabetical order.
    """
    collocations = nltk_module("nltk.collocations")
    finder = collocations.BigramCollocationFinder.from_words(words)
    finder.apply_word_filter(lambda word: not word)
    finder.apply_freq_filter(min_count)
    scored = finder.score_ngrams(collocations.BigramAssocMeasures.likelihood_ratio)
    return sorted(((pair, float(ratio)) for pair, ratio in scored), key=lambda r: (-r[1], r[0]))
