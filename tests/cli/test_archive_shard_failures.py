"""What ``newscli archive shard`` says of shards that a cluster could not read."""

from __future__ import annotations

import pytest

from newscli.archive.cluster import allow_failures
from newscli.cli.archive_shard import Job, why_failed
from newscli.cli.jobs import Failure
from newscli.cli.messages import Messages
from newscli.cli.options import Shared
from newscli.errors import ExitCode

JOB = Job(7, (), "parts", "key", Shared())


class KilledWorker(Exception):  # noqa: N818 - as Dask calls it
    """Stands in for Dask's own, which cannot be made without a scheduler."""


@pytest.mark.parametrize(
    ("result", "code", "lines"),
    [
        (
            KilledWorker("newscli-7"),
            ExitCode.INPUT,
            (
                "newscli: part-7.parquet: all workers that read it died",
                "  hint: it may need more memory than workers have: use more --shards",
            ),
        ),
        (
            ConnectionError("reset by peer\nby the network"),
            ExitCode.INPUT,
            ("newscli: part-7.parquet: reset by peer", "  hint: the same command tries it again"),
        ),
        (
            Failure("cannot write it", "free some space", ExitCode.OUTPUT),
            ExitCode.OUTPUT,
            ("newscli: part-7.parquet: cannot write it", "  hint: free some space"),
        ),
    ],
)
def test_a_shard_that_failed_is_named(
    result: Failure | Exception, code: ExitCode, lines: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert why_failed(JOB, result, Messages(2, quiet=False)) is code
    assert tuple(capsys.readouterr().err.splitlines()) == lines


def test_a_scheduler_that_runs_becomes_as_patient_as_ours_and_no_less() -> None:
    class Scheduler:
        allowed_failures = 3

    scheduler = Scheduler()
    allow_failures(scheduler)
    assert scheduler.allowed_failures == 30
    scheduler.allowed_failures = 100
    allow_failures(scheduler)
    assert scheduler.allowed_failures == 100
