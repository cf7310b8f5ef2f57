"""Run newscli with a stand-in for the analysis, and send its processes a signal at one exact moment.

The first two arguments are the name of the signal and the number of the call, among those of newscli's own
functions, that it comes upon: the same number is the same moment, however busy the machine is.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType

import newscli
from newscli.cli import jobs
from tests.support.stand_in import analyse

ROOT = str(Path(newscli.__file__).parent)


def strike(kind: signal.Signals, moment: int) -> None:
    """Have the signal come upon a call of this process; those that it starts have moments of their own."""
    program, calls = os.getpid(), 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        if event == "call" and os.getpid() == program and frame.f_code.co_filename.startswith(ROOT):
            calls += 1
            if calls == moment:
                os.killpg(os.getpgrp(), kind)

    sys.setprofile(count)


if __name__ == "__main__":
    from newscli.__main__ import main

    vars(jobs)["analyse"] = analyse
    kind, moment = signal.Signals[sys.argv.pop(1)], int(sys.argv.pop(1))
    strike(kind, moment)
    sys.exit(main())
