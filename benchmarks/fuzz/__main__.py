"""Give every reader of a container damaged and made-up files, and tell what must not happen.

    python -m benchmarks.fuzz [KIND ...] [--minutes 30] [--seed 1] [--keep FOLDER]

A fault is any exception that is no clear error; a file of 64 kB that takes more than ten CPU seconds (thirty
if it unpacks to many times that) or 256 MiB; memory that is never given back; a process that dies; words on
the screen; records that stand before the damage and do not come; an offset out of place; an id, a date or a
field that JSON cannot hold; a file that is read otherwise when it comes piece by piece. The files that show
one lie in FOLDER then, and the exit code is 1.

Minutes are of CPU time, for each reader. The same seed gives the same files.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.fuzz.readers import readers
from benchmarks.fuzz.watched import Fuzzer


def main() -> int:
    """Try the readers and print a line for each, and one for each fault."""
    known = readers()
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(known))
    parser.add_argument("--minutes", type=float, default=30.0, help="CPU time for each reader")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("faults"), metavar="FOLDER")
    options = parser.parse_args()
    if unknown := [kind for kind in options.kinds if kind not in known]:
        parser.error(f"no such reader: {', '.join(unknown)}")
    failed = False
    for kind in options.kinds or known:
        tally = Fuzzer(known[kind], options.seed, options.keep).run(60 * options.minutes)
        print(tally.line(kind), flush=True)
        for what, file in sorted(tally.faults.items()):
            print(f"    {what}\n        {file}", flush=True)
        failed = failed or bool(tally.faults)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
