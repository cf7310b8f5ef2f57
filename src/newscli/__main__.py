"""The program's entry: the quickest answer at once, the command line for all else."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress
from typing import NoReturn

from newscli import __version__


def run() -> NoReturn:
    """Run the command that the process was started with, and end the process at once.

    What a whole interpreter and a network are taken apart for is over with the process: that costs a
    fifteenth of a short command's time. What is registered for the end still runs, and a process whose
    threads still work ends as usual.
    """
    code = main()
    if len(sys._current_frames()) > 1:  # as ``threading`` counts them, without loading it
        sys.exit(code)
    atexit._run_exitfuncs()  # as ``sys.exit`` does
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):  # what cannot be written was told where it was written
                stream.flush()
    os._exit(code)


def main() -> int:
    """Run the command that the process was started with and return its exit code."""
    try:
        if sys.argv[1:] in (["--version"], ["-V"], ["version"]):
            return _print_version()
        # NumPy's OpenBLAS begins a thread for each core, which spins, for products too small to be shared.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        # Imported here, so that Ctrl-C during the import ends as quietly as later.
        from newscli import signals

        signals.watch()
        from newscli.cli.main import run_command_line
        from newscli.cli.streams import give_up_messages

        code = run_command_line(sys.argv[1:])
        give_up_messages()
        signals.heed()
    except KeyboardInterrupt as stop:
        from newscli import signals
        from newscli.cli.streams import silence

        silence(sys.stdout)
        code = signals.end_by(stop)
    signals.ignore()
    return code


def _print_version() -> int:
    from newscli.cli.streams import complain, emit
    from newscli.errors import OutputError

    try:
        emit(lambda out: out.write(f"newscli {__version__}\n"), sys.stdout)
    except OutputError as error:
        complain(f"newscli: {error.message}\n  hint: {error.hint}")
        return error.code
    return 0


if __name__ == "__main__":
    run()
