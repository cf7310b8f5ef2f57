"""Install newscli in every way that its users do, and compare what it prints.

    python -m tests.installations.variants [--pythons 3.10 3.11 3.12 3.13]

Builds the wheel, installs it with pip and, on each Python that is there, with uv and hard links, and runs
``report --format json`` on some samples: in a read-only environment, without a home or a network, under
several locales, hash seeds and flags of Python, and with a bit flipped in each model file. All must print the
same bytes. For another Python there may be another release of ONNX Runtime, which rounds differently: there,
probabilities may differ by 0.2. Exits with 1 if anything differs. Takes some minutes, and needs a package
index; what cannot be done here is skipped, with the reason.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = tuple(
    str(ROOT / "samples" / f"{name}.txt") for name in ("agency-dispatch", "business", "windows-1252")
)
THIS = f"{sys.version_info.major}.{sys.version_info.minor}"
PYTHONS = ("3.10", "3.11", "3.12", "3.13")
TOLERANCE = 0.2
_READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'


class SkippedError(Exception):
    """Something cannot be done here; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to run newscli.

    Attributes:
        name: What the table calls it.
        variables: All environment variables that it has.
        flags: Flags of Python.
        wrapper: The command that runs Python; ``PREFIX`` in it stands for the environment's folder.
    """

    name: str
    variables: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    wrapper: tuple[str, ...] = ()


AS_IT_IS = Variant("as it is", {name: value for name, value in os.environ.items() if name != "PYTHONPATH"})
C_LOCALE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
VARIANTS = (
    Variant("no variable set: no HOME, no TMPDIR"),
    Variant("no network", wrapper=("unshare", "-rn")),
    Variant("read-only", wrapper=("unshare", "-rm", "sh", "-c", _READ_ONLY, "PREFIX")),
    Variant("read-only, no network", wrapper=("unshare", "-rmn", "sh", "-c", _READ_ONLY, "PREFIX")),
    Variant("LC_ALL=C", C_LOCALE),
    Variant("LC_ALL=C PYTHONUTF8=0", {**C_LOCALE, "PYTHONUTF8": "0"}),
    *(Variant(f"PYTHONHASHSEED={seed}", {"PYTHONHASHSEED": str(seed)}) for seed in range(5)),
    Variant("PYTHONUNBUFFERED=1", {"PYTHONUNBUFFERED": "1"}),
    Variant("python -O", flags=("-O",)),
    Variant("python -OO", flags=("-OO",)),
    Variant("python -W error", flags=("-W", "error")),
    Variant("python -X dev -W error", flags=("-X", "dev", "-W", "error")),
)


def report(python: Path, variant: Variant, variables: Mapping[str, str] | None = None) -> bytes:
    """Run ``report --format json`` on the samples.

    Args:
        python: The interpreter of an environment that newscli is installed in.
        variant: How to run it.
        variables: More environment variables.

    Returns:
        What it prints.

    Raises:
        SkippedError: If this system cannot run the variant.
        AssertionError: If it fails, or writes to standard error.
    """
    wrapper = [str(python.parents[1]) if word == "PREFIX" else word for word in variant.wrapper]
    if wrapper:
        found = shutil.which(wrapper[0])
        if (
            found is None
            or subprocess.run([found, wrapper[1], "true"], capture_output=True, check=False).returncode
        ):
            raise SkippedError(f"{' '.join(wrapper[:2])} is not permitted here")
        wrapper[0] = found
    done = subprocess.run(
        [*wrapper, str(python), *variant.flags, "-m", "newscli", "report", *SAMPLES, "--format", "json"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env={**variant.variables, **(variables or {})},
        cwd="/",
    )
    assert (done.returncode, done.stderr) == (0, b""), f"exit code {done.returncode}: {done.stderr.decode()}"
    return done.stdout


def flip(path: Path) -> None:
    """Flip one bit in the middle of a file."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))


def check_flipped(python: Path, model: Path, variables: Mapping[str, str] | None = None) -> str:
    """Flip a bit in a model file and back again; in between, a run must end with 4 and name the file."""
    flip(model)
    try:
        command = [str(python), "-m", "newscli", "report", SAMPLES[0]]
        done = subprocess.run(command, capture_output=True, check=False, env=variables or {}, cwd="/")
    finally:
        flip(model)
    told = done.stderr.decode()
    assert done.returncode == 4, f"exit code {done.returncode}: {told}"
    assert model.name in told, told
    return "exit code 4, with the file's name"


def difference(expected: bytes, found: bytes) -> float | None:
    """Return by how much the numbers of two reports differ at most, None if anything else differs."""
    if expected == found:
        return 0.0
    return _difference(json.loads(expected), json.loads(found))


def _difference(expected: object, found: object) -> float | None:
    if isinstance(expected, float) and isinstance(found, float):
        return abs(expected - found)
    pairs: Iterator[tuple[object, object]]
    if isinstance(expected, dict) and isinstance(found, dict) and list(expected) == list(found):
        pairs = zip(expected.values(), found.values(), strict=True)
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = zip(expected, found, strict=True)
    else:
        return 0.0 if expected == found else None
    most = 0.0
    for one, other in pairs:
        part = _difference(one, other)
        if part is None:
            return None
        most = max(most, part)
    return most


def turkish(folder: Path) -> Variant:
    """Compile the locale in which the capital of i is no I, and return the variant that runs under it.

    Raises:
        SkippedError: If the system's locales have no sources here.
    """
    if shutil.which("localedef") is None:
        raise SkippedError("there is no localedef")
    folder.mkdir()
    run("localedef", "-i", "tr_TR", "-f", "UTF-8", folder / "tr_TR.UTF-8")
    return Variant("LC_ALL=tr_TR.UTF-8", {"LC_ALL": "tr_TR.UTF-8", "LOCPATH": str(folder)})


class Table:
    """Lines that say of each way to install or to run whether the output is the same."""

    def __init__(self) -> None:
        self.failed = False

    def row(self, name: str, result: str, failed: bool = False) -> None:
        """Print a line."""
        self.failed = self.failed or failed
        print(f"{name:<44}{'FAILED: ' if failed else ''}{result}", flush=True)  # noqa: T201

    def check(self, name: str, result: Callable[[], str]) -> None:
        """Print what a check returns, or why it failed or cannot be made."""
        try:
            self.row(name, result())
        except SkippedError as reason:
            self.row(name, f"skipped: {reason}")
        except AssertionError as error:
            self.row(name, str(error).strip(), failed=True)


def compare(python: Path, variant: Variant, expected: bytes, tolerance: float = 0.0) -> str:
    """Run a variant and tell how what it prints differs from what is expected.

    Raises:
        AssertionError: If it differs by more than the numbers may.
        SkippedError: If this system cannot run the variant.
    """
    off = difference(expected, report(python, variant))
    assert off is not None, "another output"
    assert off <= tolerance, f"numbers differ by {off:.4f}"
    return f"the same but for probabilities, by {off:.4f}" if off else "the same bytes"


def run(*command: str | Path) -> str:
    """Run a command of the set-up and return what it prints.

    Raises:
        SkippedError: If it fails; the reason is the last line that it printed.
    """
    done = subprocess.run(
        [*map(str, command)], capture_output=True, check=False, text=True, env=AS_IT_IS.variables
    )
    if done.returncode:
        reason = (done.stderr.strip() or "no reason given").splitlines()[-1]
        raise SkippedError(f"{command[0]} failed: {reason}")
    return done.stdout


def find_python(version: str) -> Path:
    """Find an interpreter of a version: this one, one on the path, or one of pyenv's.

    Raises:
        SkippedError: If there is none.
    """
    if version == THIS:
        return Path(sys.executable)
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    on_path = shutil.which(f"python{version}")
    found = [*pyenv.glob(f"{version}.*/bin/python"), *([Path(on_path)] if on_path else [])]
    if not found:
        raise SkippedError(f"there is no Python {version}")
    return found[0]


def build(folder: Path) -> Path:
    """Build the wheel."""
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


def install_by_pip(folder: Path, wheel: Path) -> Path:
    """Make an environment with pip and return its interpreter."""
    run(sys.executable, "-m", "venv", folder)
    python = folder / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel)
    return python


def install_by_uv(uv: Path, folder: Path, wheel: Path, version: str) -> Path:
    """Make an environment with uv, hard links and another Python, and return its interpreter."""
    run(uv, "venv", "--quiet", "--python", find_python(version), folder)
    python = folder / "bin" / "python"
    cache = folder.parent / "cache"  # on the same disk, or no link can be made
    options = ("--quiet", "--link-mode", "hardlink", "--cache-dir", cache, "--python", python)
    run(uv, "pip", "install", *options, wheel)
    return python


def find_uv(folder: Path) -> Path:
    """Find uv on the path, or install it from the package index."""
    found = shutil.which("uv")
    if found:
        return Path(found)
    run(sys.executable, "-m", "venv", folder)
    run(folder / "bin" / "python", "-m", "pip", "install", "--quiet", "uv")
    return folder / "bin" / "uv"


def models(python: Path) -> Sequence[Path]:
    """Return the model files of an installation."""
    data = python.parents[1].glob("lib/python*/site-packages/newscli/engines/data/*")
    return sorted(path for path in data if path.name != "MANIFEST.json")


def check_pip(table: Table, folder: Path, wheel: Path, variants: Sequence[Variant]) -> bytes:
    """Install with pip, run the variants, and return the report to compare others to."""
    python = install_by_pip(folder / "pip", wheel)
    expected = report(python, AS_IT_IS)
    table.row(f"pip, Python {THIS}", f"{len(expected)} bytes")
    for variant in variants:
        table.check(f"  {variant.name}", partial(compare, python, variant, expected))
    for model in models(python):
        table.check(f"  a bit flipped in {model.name}", partial(check_flipped, python, model))
    return expected


def check_uv(
    table: Table, folder: Path, wheel: Path, version: str, expected: bytes, variants: Sequence[Variant]
) -> None:
    """Install with uv on a version of Python; run the variants there if pip's were on another."""
    try:
        python = install_by_uv(find_uv(folder / "uv"), folder / version, wheel, version)
    except SkippedError as reason:
        table.row(f"uv, Python {version}", f"skipped: {reason}")
        return
    links = min(model.stat().st_nlink for model in models(python))
    table.row(f"uv, Python {version}", f"{links} hard links to a model file", failed=links < 2)
    tolerance = 0.0 if version == THIS else TOLERANCE
    table.check("  as it is", partial(compare, python, AS_IT_IS, expected, tolerance))
    if version != THIS:
        own = report(python, AS_IT_IS)
        for variant in variants:
            table.check(f"  {variant.name}", partial(compare, python, variant, own))


def main() -> int:
    """Print the table and tell whether all outputs are the same."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--pythons", nargs="*", default=PYTHONS, help="versions for uv (default: 3.10 to 3.13)"
    )
    options = parser.parse_args()
    table = Table()
    with tempfile.TemporaryDirectory() as folder:
        variants = list(VARIANTS)
        try:
            variants.append(turkish(Path(folder) / "locales"))
        except SkippedError as reason:
            table.row("LC_ALL=tr_TR.UTF-8", f"skipped: {reason}")
        try:
            wheel = build(Path(folder))
            expected = check_pip(table, Path(folder), wheel, variants)
            for version in options.pythons:
                check_uv(table, Path(folder), wheel, version, expected, variants)
        except SkippedError as reason:
            table.row("wheel and pip", str(reason), failed=True)
    return int(table.failed)


if __name__ == "__main__":
    sys.exit(main())
