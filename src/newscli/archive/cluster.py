"""Work dealt out to the workers of a Dask cluster, few pieces at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from newscli.errors import InputError, MissingExtraError, UsageError

Job = TypeVar("Job")
Result = TypeVar("Result")

# A worker that dies takes the blame for all tasks that it held, not only for the one that it was at. Of nodes
# that are taken back, Dask would give up after three.
_ALLOWED_FAILURES: Final = 30
# What went wrong may be the network's fault, or the disk's: once more, and again.
_RETRIES: Final = 2
# One that a thread is at, and the next, so that it need not wait.
_IN_HAND: Final = 2
_SECONDS_TO_CONNECT: Final = 30
_SECONDS_TO_START: Final = 300
LOCAL: Final = "local"


def deal_out(
    jobs: Mapping[str, Job], work: Callable[[Job], Result], address: str, workers: int
) -> Generator[tuple[Job, Result | Exception], None, None]:
    """Yield each job with its result, as they are done; closing the iterator ends all work.

    Results are small: what is large is on disk. A job that is lost with its worker is done by another one.

    Args:
        jobs: By a key of what each one is: two programs that ask for the same share the work.
        work: Does a job; a function that workers can import.
        address: That of a scheduler, the path of its file, or ``local``.
        workers: How many processes a local cluster has.

    Raises:
        MissingExtraError: If Dask is not installed.
        UsageError: If there is no scheduler at the address.
        InputError: If no worker comes.
    """
    if not jobs:
        return
    try:
        from distributed import as_completed
    except ImportError:
        raise MissingExtraError("--dask needs an extra", 'pip install "newscli[cluster]"') from None
    left = iter(jobs.items())
    with _client(address, workers) as client:
        _await_workers(client, address)
        at_work: dict[Any, Job] = {}
        done = as_completed(raise_errors=False)

        def top_up() -> None:
            threads = sum(client.nthreads().values())
            # Workers die: there may be more at work than those that are left should have.
            for key, job in islice(left, max(0, max(1, threads * _IN_HAND) - len(at_work))):
                future = client.submit(work, job, key=key, retries=_RETRIES, pure=False)
                at_work[future] = job
                done.add(future)

        top_up()
        try:
            for future in done:
                if future.status in ("lost", "pending"):
                    done.add(future)  # its worker died before we had the result: another one does it again
                    continue
                job = at_work.pop(future)
                error = future.exception() if future.status == "error" else None
                result = _lost(future.status) if error is None and future.status != "finished" else error
                yield job, result if result is not None else future.result()
                future.release()
                top_up()
        finally:
            with suppress(Exception):
                client.cancel(list(at_work))


def _lost(status: str) -> Exception:
    return RuntimeError(f"the scheduler has {status} it")


@contextmanager
def _client(address: str, workers: int) -> Iterator[Any]:
    """Open a connection to a scheduler, or to one of our own."""
    import dask
    from distributed import Client, LocalCluster

    # Some of Dask's loggers have a level and a handler of their own.
    for name in ("distributed", "distributed.client", "distributed.gc", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # each job that fails is told by us
    with dask.config.set({"distributed.scheduler.allowed-failures": _ALLOWED_FAILURES}):
        if address == LOCAL:
            with (
                LocalCluster(
                    n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None
                ) as cluster,
                Client(cluster) as client,
            ):
                yield client
            return
        known: dict[str, Any] = {"timeout": _SECONDS_TO_CONNECT}
        if address.endswith(".json") or Path(address).is_file():
            if not Path(address).is_file():
                raise UsageError(
                    f"--dask: {address}: no such file",
                    "a scheduler writes it: dask scheduler --scheduler-file",
                )
            known["scheduler_file"] = address
        else:
            known["address"] = address
        try:
            client = Client(**known)
        except (OSError, ValueError, TimeoutError) as error:
            what = str(error).partition("\n")[0] or type(error).__name__
            raise UsageError(
                f"--dask: there is no scheduler at {address}: {what}",
                "give its address, tcp://HOST:PORT, the path of its file, or local",
            ) from None
        with client:
            # The limit is the scheduler's, and one that runs already has its own.
            with suppress(Exception):
                client.run_on_scheduler(allow_failures)
            yield client


def allow_failures(dask_scheduler: Any) -> None:  # noqa: ANN401 - Dask's own scheduler
    """Let a scheduler that runs already be as patient as ours."""
    dask_scheduler.allowed_failures = max(_ALLOWED_FAILURES, dask_scheduler.allowed_failures)


def _await_workers(client: Any, address: str) -> None:  # noqa: ANN401 - distributed has no types for this
    try:
        client.wait_for_workers(1, timeout=_SECONDS_TO_START)
    except TimeoutError:
        raise InputError(
            f"no worker has come to {address} in {_SECONDS_TO_START} seconds", "start some: dask worker"
        ) from None
