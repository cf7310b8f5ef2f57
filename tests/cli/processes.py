"""Real processes for the tests of the command line: with pipes, on a terminal, in a shell."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

STORY = """Ferry returns to Port Ellery

PORT ELLERY - The ferry sailed again on Monday. “We are glad,” said Ana Orel, who runs the harbour.
“It was a long winter,” she added. Tom Bask, a fisherman, waited with Ana Orel on the pier.
"""

NEWSCLI = (sys.executable, "-m", "newscli")
STAND_IN = (sys.executable, str(Path(__file__).with_name("stand_in.py")))

# What would change the output of a test that does not set it.
_AMBIENT = {"NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "PYTHONHASHSEED", "LC_ALL"}


@dataclass(frozen=True)
class Ended:
    """A process that has ended: exit code, standard output and standard error."""

    code: int
    out: str
    err: str = ""


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return this process's environment variables without those that a test is about."""
    kept = {name: value for name, value in os.environ.items() if name not in _AMBIENT}
    return {**kept, "TERM": "xterm", "PYTHONPATH": os.pathsep.join(sys.path), **(changes or {})}


def run(
    *args: str | Path,
    stdin: bytes | None = b"",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    program: tuple[str, ...] = STAND_IN,
) -> Ended:
    """Run newscli with pipes."""
    done = subprocess.run(
        [*program, *map(str, args)],
        input=stdin,
        capture_output=True,
        env=environment(env),
        cwd=cwd,
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def run_on_terminal(
    *args: str | Path,
    env: Mapping[str, str] | None = None,
    columns: int = 80,
    stdin: bool = False,
    stdout: bool = True,
    stderr: bool = False,
    program: tuple[str, ...] = STAND_IN,
) -> Ended:
    """Run newscli with some of its streams on a terminal; ``out`` is what the terminal received."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [*program, *map(str, args)],
        stdin=slave if stdin else subprocess.DEVNULL,
        stdout=slave if stdout else subprocess.DEVNULL,
        stderr=slave if stderr else subprocess.DEVNULL,
        env=environment(env),
    )
    os.close(slave)
    received = b""
    try:
        while chunk := os.read(master, 65536):
            received += chunk
    except OSError:  # Linux tells the end of a terminal as an input/output error
        pass
    os.close(master)
    return Ended(process.wait(timeout=60), received.decode().replace("\r\n", "\n"))


def shell(script: str, *args: str | Path, env: Mapping[str, str] | None = None) -> Ended:
    """Run a bash script in which ``newscli`` is the program and ``$1`` … are the arguments."""
    prelude = f'set -o pipefail; newscli() {{ {" ".join(STAND_IN)} "$@"; }}; '
    done = subprocess.run(
        ["bash", "-c", prelude + script, "bash", *map(str, args)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(env),
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
