"""Too little memory is an input's failure, in a process that is limited to less than the reader needs."""

from __future__ import annotations

import os
import sys

import pytest

from newscli.engines import memory
from newscli.errors import InputError
from newscli.limits import MIN_FREE_MEMORY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's limits of a process")


@pytest.fixture(autouse=True)
def _as_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "numpy", raising=False)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "7")


@pytest.mark.parametrize("kind", ["RLIMIT_AS", "RLIMIT_DATA"])
@pytest.mark.parametrize(("free", "enough"), [(MIN_FREE_MEMORY, True), (MIN_FREE_MEMORY - 1, False)])
def test_what_a_limit_leaves_is_compared_with_what_is_needed(
    kind: str, free: int, enough: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    used = 50_000_000
    monkeypatch.setattr(memory, "_used", lambda _: used)
    limits = {getattr(resource, kind): (used + free, resource.RLIM_INFINITY)}
    unlimited = (resource.RLIM_INFINITY,) * 2
    monkeypatch.setattr(resource, "getrlimit", lambda limit: limits.get(limit, unlimited))
    if enough:
        memory.require_memory()
    else:
        with pytest.raises(InputError, match="more memory"):
            memory.require_memory()


def test_a_process_without_a_limit_is_not_meddled_with(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    monkeypatch.setattr(resource, "getrlimit", lambda _: (resource.RLIM_INFINITY,) * 2)
    memory.require_memory()
    assert "OPENBLAS_NUM_THREADS" not in os.environ


def test_the_memory_in_use_is_known() -> None:
    assert 10_000_000 < memory._used("VmSize:") < 2**47
    assert memory._used("VmNoSuch:") == 0
