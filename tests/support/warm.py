"""A Python that has imported what newscli imports, and forks itself for each run: a test waits for no import.

A run is a process of its own all the same: streams, folder, variables and exit code are its own. What
Python does as it starts is not seen here, nor what newscli imports when: tests of that start it themselves.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from threading import Timer
from typing import TypeAlias

Streams: TypeAlias = tuple[int, int, int]

# What a command imports as it runs. Typer's page of help stays out: it looks at variables as it is imported.
_IMPORTED = (
    "csv",
    "jinja2",
    "multiprocessing.popen_fork",
    "newscli.analysis.sources",
    "newscli.archive.writer",
    "newscli.cli.archive_build",
    "newscli.cli.archive_commands",
    "newscli.cli.commands",
    "newscli.cli.each_file",
    "newscli.cli.main",
    "newscli.cli.run",
    "newscli.cli.whole_file",
    "newscli.render.html",
    "newscli.render.json",
    "newscli.render.table.page",
    "newscli.render.table.report",
    "newscli.workers",
)
# A length, a process's id or an exit code, from one process to the other.
_NUMBER = struct.Struct("i")


@dataclass
class Started:
    """A program that runs.

    Attributes:
        pid: The id of its process.
    """

    pid: int
    _connection: socket.socket

    def wait(self, timeout: float) -> int:
        """Wait for the program's end and return its exit code, which is negative if a signal ended it."""
        with self._connection:
            self._connection.settimeout(timeout)
            return _received(self._connection)


class Warm:
    """A process that runs programs in Python, one after the other."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._connection, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, __file__, str(theirs.fileno())]
            self._process = subprocess.Popen(command, env=env, pass_fds=[theirs.fileno()])
        atexit.register(self._end)

    def start(
        self, command: Sequence[str], env: Mapping[str, str], cwd: Path | None, streams: Streams
    ) -> Started:
        """Run a program, Python with a file or ``-m`` and a module and their arguments, on these streams."""
        request = json.dumps([command[1:], dict(env), str(cwd) if cwd else None]).encode()
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._connection, [_NUMBER.pack(len(request))], (*streams, theirs.fileno()))
            self._connection.sendall(request)
        return Started(_received(ours), ours)

    def run(
        self, command: Sequence[str], stdin: bytes, env: Mapping[str, str], cwd: Path | None, patience: float
    ) -> tuple[int, bytes, bytes]:
        """Run a program with pipes; return its exit code, standard output and standard error.

        What takes longer than ``patience`` is killed.
        """
        (theirs, fed), (told, out), (warned, err) = os.pipe(), os.pipe(), os.pipe()
        started = self.start(command, env, cwd, (theirs, out, err))
        for descriptor in (theirs, out, err):
            os.close(descriptor)
        watchdog = Timer(patience, os.kill, (started.pid, signal.SIGKILL))
        watchdog.start()
        with ThreadPoolExecutor(3) as threads:
            threads.submit(_fill, fed, stdin)
            written = [threads.submit(_drain, descriptor) for descriptor in (told, warned)]
        watchdog.cancel()
        return started.wait(patience), written[0].result(), written[1].result()

    def _end(self) -> None:
        self._connection.close()
        self._process.wait()


def fits(program: Sequence[str], env: Mapping[str, str] | None) -> bool:
    """Return whether Python runs a file or newscli, and no variable is set that Python itself heeds."""
    python, *rest = program
    runs = rest == ["-m", "newscli"] or (len(rest) == 1 and rest[0].endswith(".py"))
    of_python = any(name.startswith(("PYTHON", "LC_", "LANG")) for name in env or ())
    return python == sys.executable and runs and not of_python


def _fill(descriptor: int, data: bytes) -> None:
    with suppress(BrokenPipeError), os.fdopen(descriptor, "wb") as stream:
        stream.write(data)


def _drain(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb") as stream:
        return stream.read()


def _taken(connection: socket.socket, length: int) -> bytes:
    taken = b""
    while len(taken) < length and (piece := connection.recv(length - len(taken))):
        taken += piece
    return taken


def _received(connection: socket.socket) -> int:
    (number,) = _NUMBER.unpack(_taken(connection, _NUMBER.size))
    assert isinstance(number, int)
    return number


def _serve(connection: socket.socket) -> list[str]:
    """Fork for each program; in the new process, return its words, and none at the end."""
    while True:
        head, descriptors, _, _ = socket.recv_fds(connection, _NUMBER.size, 4)
        if not head:
            return []
        words, env, cwd = json.loads(_taken(connection, *_NUMBER.unpack(head)))
        *streams, answered = descriptors
        pid = os.fork()
        if not pid:
            connection.close()
            os.close(answered)
            _become(env, cwd, streams)
            return [*words]
        for descriptor in streams:
            os.close(descriptor)
        with socket.socket(fileno=answered) as asker:
            asker.sendall(_NUMBER.pack(pid))
            _, status = os.waitpid(pid, 0)
            asker.sendall(_NUMBER.pack(os.waitstatus_to_exitcode(status)))


def _become(env: dict[str, str], cwd: str | None, streams: list[int]) -> None:
    """Make of this process what it were if it had been started so."""
    for wanted, descriptor in enumerate(streams):
        os.dup2(descriptor, wanted)
        os.close(descriptor)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        old = getattr(sys, name)
        raw = open(number, "wb" if number else "rb", closefd=False)  # noqa: SIM115 - as long as the process lives
        lines = name == "stderr" or raw.isatty()
        new = TextIOWrapper(raw, old.encoding, old.errors, newline="\n", line_buffering=lines)
        setattr(sys, name, new)
        setattr(sys, f"__{name}__", new)
    os.environ.clear()
    os.environ.update(env)
    if cwd:
        os.chdir(cwd)


if __name__ == "__main__":
    for name in _IMPORTED:
        import_module(name)
    gc.freeze()  # a new process need not look at what all have
    if words := _serve(socket.socket(fileno=int(sys.argv[1]))):
        if words[0] == "-m":
            sys.argv = words[1:]
            runpy.run_module(words[1], run_name="__main__", alter_sys=True)
        else:
            sys.argv = words
            runpy.run_path(words[0], run_name="__main__")
