from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newscli.engines import store
from newscli.errors import ExitCode, ModelError

Take = Callable[[str], object]
# A file is handed out as its bytes or, to a library that reads it by itself, as its path.
BOTH = pytest.mark.parametrize("take", [store.read_model, store.model_path])


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped files that a test may damage."""
    copy = tmp_path / "data"
    shutil.copytree(store.DATA, copy)
    monkeypatch.setattr(store, "DATA", copy)
    store.manifest.cache_clear()
    yield copy
    store.manifest.cache_clear()


def test_every_shipped_file_is_in_the_manifest_and_whole() -> None:
    names = {entry.name for entry in store.manifest()}
    on_disk = {path.name for path in store.DATA.iterdir() if path.name != store.MANIFEST}
    assert names == on_disk
    for name in names:
        assert store.model_path(name).read_bytes() == store.read_model(name)


def test_every_file_says_where_it_comes_from() -> None:
    for entry in store.manifest():
        assert entry.origin
        assert entry.licence
        assert entry.trained_on
        assert entry.command.startswith("python -m training.")


@BOTH
def test_one_flipped_byte_is_noticed(data: Path, take: Take) -> None:
    path = data / "punkt.json"
    damaged = bytearray(path.read_bytes())
    damaged[100] ^= 1
    path.write_bytes(damaged)
    with pytest.raises(ModelError, match=r"punkt\.json is not the one that was shipped") as caught:
        take("punkt.json")
    assert caught.value.code is ExitCode.MODEL
    assert "reinstall" in caught.value.hint


@BOTH
def test_a_longer_file_is_not_read_to_its_end(data: Path, take: Take) -> None:
    with (data / "punkt.json").open("ab") as file:
        file.write(b" ")
    with pytest.raises(ModelError, match=r"punkt\.json"):
        take("punkt.json")


@BOTH
def test_a_missing_file_is_named(data: Path, take: Take) -> None:
    (data / "punkt.json").unlink()
    with pytest.raises(ModelError, match=r"cannot read the model file punkt\.json"):
        take("punkt.json")


@BOTH
def test_a_file_that_the_manifest_does_not_know_is_refused(data: Path, take: Take) -> None:
    (data / "stranger.json").write_text("{}")
    with pytest.raises(ModelError, match=r"stranger\.json is not in MANIFEST\.json"):
        take("stranger.json")


@pytest.mark.parametrize("broken", ["", "[]", "{", json.dumps({"files": [{"name": "x"}]})])
def test_a_broken_manifest_is_named(data: Path, broken: str) -> None:
    (data / store.MANIFEST).write_text(broken)
    with pytest.raises(ModelError, match=r"MANIFEST\.json is broken"):
        store.manifest()
