"""Run newscli with the stand-in for the analysis, and an archive that commits after each article.

Tests of ``newscli archive build`` run this file as a program. It waits but a moment for another builder.
"""

from __future__ import annotations

import runpy
from pathlib import Path

import newscli.archive.database
import newscli.archive.writer

if __name__ == "__main__":
    vars(newscli.archive.writer)["_SECONDS_OF_TRANSACTION"] = 0.0
    vars(newscli.archive.database)["_PATIENCE_SECONDS"] = 0.5
    runpy.run_path(str(Path(__file__).with_name("stand_in.py")), run_name="__main__")
