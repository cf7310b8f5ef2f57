"""Rewrite a reader that was exported before, as ``export`` now writes it.

python -m training.lean_reader src/newscli/engines/data/reader.onnx

writes the file anew. The one that ships keeps its entry in ``MANIFEST.json``, with another size and hash.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx

from training.manifest import DATA, renew_entry
from training.reader.lean import lean


def main() -> None:
    """Rewrite the file and tell its size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("model", type=Path)
    path: Path = parser.parse_args().model
    model = onnx.load(path)
    lean(model)
    onnx.save(model, path)
    if path.resolve().parent == DATA:
        renew_entry(path)
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
