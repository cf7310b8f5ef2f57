"""Whether there is memory enough to begin: what libraries do that find too little is not ours to choose."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from newscli.errors import NO_MEMORY, NO_MEMORY_HINT, InputError
from newscli.limits import MIN_FREE_MEMORY

# The kilobytes of address space and of data that a process uses, as /proc calls them.
_USED: Final = {"RLIMIT_AS": "VmSize:", "RLIMIT_DATA": "VmData:"}


def require_memory() -> None:
    """Refuse to begin in a process that is limited to less memory than the reader needs.

    OpenBLAS, which NumPy loads, ends the process on the spot if it finds too little (``ulimit -v``). In a
    limited process it is told to do with one thread, as each takes some 40 MB of address space.

    Raises:
        InputError: If there is too little.
    """
    if sys.platform != "linux":
        return
    import resource

    for limit, used in _USED.items():
        most = resource.getrlimit(getattr(resource, limit))[0]
        if most == resource.RLIM_INFINITY:
            continue
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        if most - _used(used) < MIN_FREE_MEMORY and "numpy" not in sys.modules:
            raise InputError(NO_MEMORY, NO_MEMORY_HINT)


def _used(name: str) -> int:
    """Return the bytes that this process uses; 0 if the system does not say."""
    with suppress(OSError, ValueError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith(name):
                return int(line.split()[1]) * 1024
    return 0
