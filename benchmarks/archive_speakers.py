"""How well the speakers of an archive are merged: the thirty commonest of PolNeAR's training articles.

    python -m benchmarks.archive_speakers ../shared/data [--archive FILE]

Who is who was read by hand: whom each name means by which newscli has one of the thirty speak in an article.
Only the merging is judged, not whether the article names the right one. ``--archive`` keeps the archive, so
that the articles are read once; the speakers are merged anew each time.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from benchmarks.sets import read_set
from newscli.analysis.pipeline import analyse
from newscli.archive.database import building
from newscli.archive.keys import model_version
from newscli.archive.rows import rows_of
from newscli.archive.speakers import merge_speakers
from newscli.archive.writer import Writer
from newscli.text.load import parse

SET: Final = "attribution/polnear-train.jsonl.gz"
# Each speaker by the names that newscli has for it; a name means the same one wherever it stands, except for
# those in ``IN_ARTICLE``.
BY_HAND: Final[Mapping[str, tuple[str, ...]]] = {
    "Donald Trump": ("Donald Trump", "Donald J. Trump", "Trump"),
    "Hillary Clinton": ("Hillary Clinton", "Hillary Rodham Clinton"),
    "Bernie Sanders": ("Bernie Sanders", "Sanders"),
    "Barack Obama": ("Barack Obama", "Obama", "Pres. Obama"),
    "Ted Cruz": ("Ted Cruz", "Cruz", "Rafael Edward Cruz"),
    "Marco Rubio": ("Marco Rubio", "Rubio", "9:23PMRubio"),
    "Ben Carson": ("Ben Carson", "Carson"),
    "Joe Biden": ("Joe Biden", "Joseph R. Biden Jr."),
    "John Kasich": ("John Kasich", "Kasich", "JohnKasich"),
    "Paul Ryan": ("Paul Ryan", "Paul D. Ryan"),
    "Chris Christie": ("Chris Christie",),
    "Carly Fiorina": ("Carly Fiorina",),
    "Paul Manafort": ("Paul Manafort",),
    "James Comey": ("James Comey", "James B. Comey", "James B. Comey Jr."),
    "Jeb Bush": ("Jeb Bush", "John Ellis Bush", "9:52PMBush"),
    "Bill Clinton": ("Bill Clinton",),
    "Mike Pence": ("Mike Pence",),
    "State Department": ("State Department", "U.S. State Department"),
    "David Axelrod": ("David Axelrod",),
    "Harry Reid": ("Harry Reid", "Harry M. Reid"),
    "Tad Devine": ("Tad Devine",),
    "Lindsey Graham": ("Lindsey Graham", "Lindsey O. Graham"),
    "Glenn Beck": ("Glenn Beck",),
    "Washington Post": ("Washington Post",),
    "New York Times": ("New York Times",),
    "Corey Lewandowski": ("Corey Lewandowski",),
    "Thomas Perez": ("Thomas Perez", "Thomas E. Perez"),
    "Chris Murphy": ("Chris Murphy",),
    "Jared Sexton": ("Jared Sexton",),
    "Vladimir Putin": ("Vladimir V. Putin",),
}
# By the number of the article in the set, from 1.
IN_ARTICLE: Final = {
    (587, "Bill"): "Bill Clinton",
    (637, "Bill"): "Bill Clinton",
    (299, "A Times"): "New York Times",
    (353, "Times"): "New York Times",
}


def read_articles(path: Path, archive: Path) -> None:
    """Read the articles of the set into a new archive: their outlet and day are those of the set."""
    with building(str(archive)) as connection:
        writer = Writer(connection)
        for number, record in enumerate(read_set(path), 1):
            read = analyse(parse(record["text"], file=str(number)), ("quotes", "entities", "sources"))
            article = replace(read.article, outlet=record["publisher"], date=record["date"])
            writer.add(rows_of(replace(read, article=article), f"{number}", model_version()))
        writer.finish()


def judge(statements: Counter[tuple[str, str, int]]) -> tuple[float, dict[str, float]]:
    """Judge the merging of statements.

    Args:
        statements: How many there are of who it is by hand (empty for anybody else), the name, and the number
            of the speaker after merging.

    Returns:
        Which share of all that is entered under the thirty is theirs, and of each, which share of what is
        theirs is entered under one speaker.
    """
    under: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for (who, _, speaker), count in statements.items():
        under[who][speaker] += count
    merged = {who: under[who].most_common(1)[0] for who in under if who}
    chosen = {speaker for speaker, _ in merged.values()}
    entered = sum(count for (_, _, speaker), count in statements.items() if speaker in chosen)
    right = sum(count for _, count in merged.values())
    return right / entered, {who: count / under[who].total() for who, (_, count) in merged.items()}


def statements_of(connection: sqlite3.Connection) -> Counter[tuple[str, str, int]]:
    """Count the statements that are shown, as ``judge`` takes them."""
    names = {name: who for who, known in BY_HAND.items() for name in known}
    found: Counter[tuple[str, str, int]] = Counter()
    for number, name, canonical in connection.execute(
        "SELECT article.file, speaker.name, canonical_id FROM quote JOIN speaker ON speaker.id = speaker_id"
        " JOIN article ON article.id = article_id"
        " WHERE shown = 1 AND source_type IN ('person', 'organisation', 'document')"
    ):
        who = IN_ARTICLE.get((int(number), name), names.get(name, ""))
        found[who, name, canonical] += 1
    return found


def main() -> None:
    """Print the share that is right, and of each speaker the share that is merged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--archive", type=Path)
    options: Any = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = options.archive or Path(folder) / "speakers.db"
        if not archive.exists():
            read_articles(options.data / SET, archive)
        with building(str(archive)) as connection:
            merge_speakers(connection)
            statements = statements_of(connection)
    right, merged = judge(statements)
    totals: Counter[str] = Counter()
    for (who, _, _), count in statements.items():
        totals[who] += count
    for who, share in sorted(merged.items(), key=lambda item: -totals[item[0]]):
        print(f"{who:20} {totals[who]:5} statements  {share:7.1%} merged")
    print(f"right {right:.2%}   least merged {min(merged.values()):.1%}")


if __name__ == "__main__":
    main()
