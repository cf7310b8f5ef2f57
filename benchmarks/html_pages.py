"""Measure the extraction of articles from saved web pages.

    html_pages.py [FOLDER]

The folder (by default ../shared/data/html) holds pages and an index.jsonl, which names for each page strings
that its article must contain and strings that it must not, and for most its headline, author and day.
"""

from __future__ import annotations

import gzip
import io
import json
import sys
import time
from collections import Counter
from pathlib import Path

from newscli.errors import InputError
from newscli.model import Article
from newscli.text.load import read

NOTHING = Article("", "", (), "")


def article_of(path: Path) -> Article:
    """Return the article of a page, an empty one if it is refused."""
    data = path.read_bytes()
    try:
        return read(io.BytesIO(gzip.decompress(data) if path.suffix == ".gz" else data))
    except InputError as error:
        print(f"{path.name}: {error.message}")
        return NOTHING


def told(article: Article) -> dict[str, str]:
    """Return headline, author and day of an article as the index names them."""
    headline, byline = article.first("headline"), article.first("byline")
    return {
        "title": headline.of(article.text) if headline else "",
        "author": byline.of(article.text).removeprefix("By ") if byline else "",
        "date": article.date or "",
    }


def main() -> None:
    """Print each miss, and the shares of both kinds of strings."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/html")
    found = wanted = leaked = unwanted = 0
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    pages = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    begin = time.process_time()
    for page in pages:
        article = article_of(folder / page["file"])
        text = " ".join(article.text.split())
        for part, value in told(article).items():
            if page[part]:
                asked[part] += 1
                right[part] += value.casefold() == page[part].casefold()
                if value.casefold() != page[part].casefold():
                    print(f"{page['file']}: {part}: {value!r} for {page[part]!r}")
        missing = [part for part in page["must_contain"] if " ".join(part.split()) not in text]
        extra = [part for part in page["must_not_contain"] if " ".join(part.split()) in text]
        wanted += len(page["must_contain"])
        found += len(page["must_contain"]) - len(missing)
        unwanted += len(page["must_not_contain"])
        leaked += len(extra)
        for label, parts in (("missing", missing), ("extra", extra)):
            for part in parts:
                print(f"{page['file']}: {label}: {part[:80]}")
    seconds = time.process_time() - begin
    print(f"{len(pages)} pages in {seconds:.2f} s")
    for part, count in asked.items():
        print(f"{part}: {right[part]} of {count} that are listed")
    print(f"must contain: {found} of {wanted}, {found / wanted:.1%}")
    print(f"must not contain: {leaked} of {unwanted}, {leaked / unwanted:.1%}")


if __name__ == "__main__":
    main()
