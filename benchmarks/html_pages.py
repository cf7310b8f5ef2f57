"""Measure the extraction of articles from saved web pages.

    html_pages.py [FOLDER]

The folder (by default ../shared/data/html) holds pages and an index.jsonl, which names for each page strings
that its article must contain and strings that it must not.
"""

from __future__ import annotations

import gzip
import io
import json
import sys
import time
from pathlib import Path

from newscli.errors import InputError
from newscli.text.load import read


def article_text(path: Path) -> str:
    """Return the extracted text of a page, white space folded."""
    data = path.read_bytes()
    try:
        article = read(io.BytesIO(gzip.decompress(data) if path.suffix == ".gz" else data))
    except InputError as error:
        print(f"{path.name}: {error.message}")
        return ""
    return " ".join(article.text.split())


def main() -> None:
    """Print each miss, and the shares of both kinds of strings."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/html")
    found = wanted = leaked = unwanted = titles = 0
    pages = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    begin = time.process_time()
    for page in pages:
        text = article_text(folder / page["file"])
        missing = [part for part in page["must_contain"] if " ".join(part.split()) not in text]
        extra = [part for part in page["must_not_contain"] if " ".join(part.split()) in text]
        wanted += len(page["must_contain"])
        found += len(page["must_contain"]) - len(missing)
        unwanted += len(page["must_not_contain"])
        leaked += len(extra)
        titles += text.startswith(page["title"])
        for label, parts in (("missing", missing), ("extra", extra)):
            for part in parts:
                print(f"{page['file']}: {label}: {part[:80]}")
    seconds = time.process_time() - begin
    print(f"{len(pages)} pages in {seconds:.2f} s; {titles} headlines as listed")
    print(f"must contain: {found} of {wanted}, {found / wanted:.1%}")
    print(f"must not contain: {leaked} of {unwanted}, {leaked / unwanted:.1%}")


if __name__ == "__main__":
    main()
