"""Score keywords against what readers found an article to be about.

    python -m benchmarks.keywords [../shared/data] [--top N]

The Wikinews articles of the salience set have their linked entities rated from 0 to 3 by readers. A
keyword is right where, without regard to case, it equals, holds or is held by a surface form of
an entity rated 2 or more. Prints how many of the first N keywords of an article are right, and how many of
those entities one of them names; and the same for the N most frequent capitalised words.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sets import read_set
from newscli.analysis.pipeline import analyse
from newscli.analysis.segment import segment
from newscli.analysis.words import cut_words
from newscli.english.newswriting import is_content_word
from newscli.model import Article
from newscli.text.load import parse

SALIENT = 2

Finder = Callable[[Article, int], list[str]]


@dataclass(frozen=True)
class Gold:
    """An article, and the lower-cased surface forms of each of its salient entities."""

    article: Article
    entities: list[list[str]]


def load(path: Path) -> list[Gold]:
    """Read the articles, their titles as headlines."""
    return [
        Gold(
            parse(f"{row['title']}\n\n{row['text']}"),
            [
                [form.lower() for form in entity["spots"]]
                for entity in row["entities"]
                if (entity["score"] or 0) >= SALIENT and entity["spots"]
            ],
        )
        for row in read_set(path)
    ]


def matches(keyword: str, forms: Sequence[str]) -> bool:
    """Tell whether a keyword names an entity with these surface forms."""
    term = keyword.lower()
    return any(term in form or form in term for form in forms)


def keywords(article: Article, top: int) -> list[str]:
    """Return newscli's keywords."""
    return [keyword.term for keyword in analyse(article, ["keywords"]).keywords[:top]]


def frequent_capitals(article: Article, top: int) -> list[str]:
    """Return the most frequent capitalised words: the simplest thing that could work."""
    texts = (text for words in cut_words(article.prose, segment(article)) for text in words.texts)
    counts = Counter(text for text in texts if text[0].isupper() and is_content_word(text))
    return [word for word, _ in counts.most_common(top)]


def score(gold: Sequence[Gold], find: Finder, top: int) -> tuple[float, float]:
    """Return the right keywords an article, and the share of the salient entities that they name."""
    right = named = entities = 0
    for item in gold:
        found = find(item.article, top)
        right += sum(any(matches(term, forms) for forms in item.entities) for term in found)
        named += sum(any(matches(term, forms) for term in found) for forms in item.entities)
        entities += len(item.entities)
    return right / len(gold), named / entities


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--top", type=int, default=5, metavar="N")
    args = parser.parse_args()
    gold = load(args.data / "salience" / "wikinews-salience-dev.jsonl.gz")
    for name, find in (("newscli", keywords), ("frequent capitals", frequent_capitals)):
        right, named = score(gold, find, args.top)
        print(f"{name:18} {right:.2f} of {args.top} right; {100 * named:.1f} % of salient entities named")


if __name__ == "__main__":
    main()
