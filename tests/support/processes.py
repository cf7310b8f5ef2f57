"""Real processes for the tests of the command line: with pipes, on a terminal, in a shell, held half-way."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import resource
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Timer
from typing import TextIO

from tests.support.warm import Started, Warm, fits

STORY = """Ferry returns to Port Ellery

PORT ELLERY - The ferry sailed again on Monday. “We are glad,” said Ana Orel, who runs the harbour.
“It was a long winter,” she added. Tom Bask, a fisherman, waited with Ana Orel on the pier.
"""

NEWSCLI = (sys.executable, "-m", "newscli")
STAND_IN = (sys.executable, str(Path(__file__).with_name("stand_in.py")))

# Seconds, by the clock of the wall: what takes longer hangs, on a machine that is busy with others too.
PATIENCE = 600

# The last line of a run of many inputs.
_SUM = re.compile(r"newscli: \d+ read, \d+ failed, \d+ empty, in .*\n\Z")

# What would change the output of a test that does not set it.
_AMBIENT = {"NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "PYTHONHASHSEED", "LC_ALL"}


@dataclass(frozen=True)
class Ended:
    """A process that has ended: exit code, standard output and standard error.

    What sums a run up at its end stands by itself in ``summed``, for no two runs take the same time.
    """

    code: int
    out: str
    err: str = ""
    summed: str = field(default="", compare=False)

    @classmethod
    def of(cls, code: int, out: bytes, err: bytes) -> Ended:
        """Return a process that has ended by what it wrote."""
        told = err.decode()
        sum_ = _SUM.search(told)
        return cls(code, out.decode(), told[: sum_.start()] if sum_ else told, sum_[0] if sum_ else "")


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return this process's environment variables without those that a test is about."""
    kept = {name: value for name, value in os.environ.items() if name not in _AMBIENT}
    usual = {"TERM": "xterm", "PAGER": "cat", "PYTHONPATH": os.pathsep.join(sys.path)}
    return {**kept, **usual, **(changes or {})}


@cache
def _warm() -> Warm:
    return Warm(environment())


def run(
    *args: str | Path,
    stdin: bytes | None = b"",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    program: tuple[str, ...] = STAND_IN,
) -> Ended:
    """Run newscli with pipes."""
    command = [*program, *map(str, args)]
    if stdin is not None and fits(program, env):
        return Ended.of(*_warm().run(command, stdin, environment(env), cwd, PATIENCE))
    done = subprocess.run(
        command,
        input=stdin,
        capture_output=True,
        env=environment(env),
        cwd=cwd,
        timeout=PATIENCE,
        check=False,
    )
    return Ended.of(done.returncode, done.stdout, done.stderr)


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
    nothing = os.open(os.devnull, os.O_RDWR)
    streams = (slave if stdin else nothing, slave if stdout else nothing, slave if stderr else nothing)
    command = [*program, *map(str, args)]
    if fits(program, env):
        process: Started | subprocess.Popen[bytes] = _warm().start(command, environment(env), None, streams)
    else:
        process = subprocess.Popen(
            command, stdin=streams[0], stdout=streams[1], stderr=streams[2], env=environment(env)
        )
    os.close(nothing)
    os.close(slave)
    received = b""
    try:
        while chunk := os.read(master, 65536):
            received += chunk
    except OSError:  # Linux tells the end of a terminal as an input/output error
        pass
    os.close(master)
    return Ended(process.wait(timeout=PATIENCE), received.decode().replace("\r\n", "\n"))


def shell(script: str, *args: str | Path, env: Mapping[str, str] | None = None) -> Ended:
    """Run a bash script in which ``newscli`` is the program and ``$1`` … are the arguments."""
    prelude = f'set -o pipefail; newscli() {{ {" ".join(STAND_IN)} "$@"; }}; '
    done = subprocess.run(
        ["bash", "-c", prelude + script, "bash", *map(str, args)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(env),
        timeout=PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def start(*args: str | Path, program: tuple[str, ...] = STAND_IN) -> subprocess.Popen[bytes]:
    """Start newscli as the leader of a process group, as a shell does, and leave it running."""
    return subprocess.Popen(
        [*program, *map(str, args)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
        preexec_fn=_as_from_a_terminal,  # noqa: PLW1509 - no threads here
    )


def _as_from_a_terminal() -> None:
    """Undo what a process in the background of a shell has inherited, and leave no core of those that die."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):  # the last of nohup
        signal.signal(number, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def finish(process: subprocess.Popen[bytes], patience: float = PATIENCE) -> Ended:
    """Read what a process has still to say, and wait for its end and that of all who could say more.

    Raises:
        AssertionError: If one of its group has not ended within so many seconds; all are killed then.
    """
    assert process.stdout is not None
    assert process.stderr is not None
    late: list[str] = []

    def end_all() -> None:
        late.append(f"somebody of the group of {process.args!r} has outlived it")
        os.killpg(process.pid, signal.SIGKILL)

    watchdog = Timer(patience, end_all)
    watchdog.start()
    with process:
        # Not communicate, which forgets what a call of readline has read ahead.
        out, err = process.stdout.read(), process.stderr.read()
    watchdog.cancel()
    assert not late, late[0]
    return Ended.of(process.returncode, out, err)


def opened_by(process: subprocess.Popen[bytes], fifo: Path) -> TextIO:
    """Wait until the process has opened a FIFO, by when it is up and at work; return the other end."""
    while process.poll() is None:
        with suppress(OSError):  # as long as nobody has it open for reading
            descriptor = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
            os.set_blocking(descriptor, True)
            return os.fdopen(descriptor, "w", encoding="utf-8")
        time.sleep(0.005)
    raise AssertionError(f"ended with {process.returncode} before it read {fifo}")


def feed(process: subprocess.Popen[bytes], fifo: Path, text: str) -> None:
    """Write an article to a FIFO as soon as the process reads it."""
    with opened_by(process, fifo) as stream:
        stream.write(text)


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """Return the process ids of the processes that a process has started."""
    pid = process.pid
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
