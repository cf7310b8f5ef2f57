"""What the reader says of the first words of an article's sentences, kept in a folder between runs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newscli.engines.reader.model import MODEL, Reader, open_reader
from newscli.engines.store import model_path
from newscli.model import Article, Sentence
from newscli.text.quotation_marks import pair_marks


@cache
def _reader() -> Reader:
    return open_reader(model_path(MODEL))


def openings(article: Article, sentences: Sequence[Sentence], folder: Path) -> NDArray[np.float32]:
    """Return the openings of an article, ``[sentences, OUTPUTS]``; they are read once and kept in a folder.

    There they have 16 bits. Empty the folder after a change of the reader or of how sentences are cut.
    """
    prose = article.prose
    file = folder / f"{hashlib.sha256(prose.encode()).hexdigest()[:32]}.npy"
    if not file.exists():
        quotations, _ = pair_marks(prose, article.blocks)
        outermost = [(one.span, one.inner) for one in quotations if one.depth == 0]
        folder.mkdir(parents=True, exist_ok=True)
        np.save(file, _reader().openings(prose, sentences, outermost).astype(np.float16))
    return np.asarray(np.load(file, allow_pickle=False), dtype=np.float32)
