"""Enter a model file in ``src/newscli/engines/data/MANIFEST.json``."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "src" / "newscli" / "engines" / "data"
MANIFEST = DATA / "MANIFEST.json"


def write_entry(
    file: Path,
    *,
    origin: str,
    trained_on: list[str],
    command: str,
    scores: dict[str, float],
    licence: str = "Apache-2.0",
) -> None:
    """Add or replace one file's entry; scores measured before are kept where none are given."""
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.exists() else {"files": []}
    old: dict[str, Any] = next((entry for entry in manifest["files"] if entry["name"] == file.name), {})
    data = file.read_bytes()
    entry = {
        "name": file.name,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "licence": licence,
        "origin": origin,
        "trained_on": trained_on,
        "command": command,
        "scores": scores or old.get("scores", {}),
    }
    others = [other for other in manifest["files"] if other["name"] != file.name]
    manifest["files"] = sorted([*others, entry], key=lambda e: e["name"])
    MANIFEST.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def renew_entry(file: Path) -> None:
    """Enter the size and the hash of a file that was rewritten without another origin or other scores."""
    files = json.loads(MANIFEST.read_text(encoding="utf-8"))["files"]
    entry = next(entry for entry in files if entry["name"] == file.name)
    kept = {key: entry[key] for key in ("origin", "trained_on", "command", "scores", "licence")}
    write_entry(file, **kept)
