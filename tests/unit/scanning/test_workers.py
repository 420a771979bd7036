"""Many workers: whatever becomes of them, the rows are those of one process that was left in peace."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from counterclaim.scanning import workers
from counterclaim.scanning.ranges import Plan, Range
from counterclaim.scanning.running import Progress, run
from counterclaim.scanning.scan import scan
from counterclaim.scanning.work import Settings
from counterclaim.scanning.workers import WorkersError
from tests.fixtures.archives import page, response, write_warc
from tests.fixtures.clusters import Cluster

SMALL = 700  # packed bytes of a task: about one record each
RECORDS = 24


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with many small tasks."""
    folder = tmp_path_factory.mktemp("archive")
    bodies = [page(n, title=f"News from place {n}") for n in range(RECORDS)]
    return write_warc(folder / "news.warc.gz", [response(n, body) for n, body in enumerate(bodies)])


@pytest.fixture(scope="module")
def wanted(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one process finds."""
    out = tmp_path_factory.mktemp("out") / "scan"
    scan([archive], out, piece=SMALL)
    return rows(out)


def rows(out: Path) -> dict[str, Any]:
    """All rows of a data set, sorted, and none of them hidden."""
    return {
        table: pl.read_parquet(out / table / "*.parquet").sort("path", "position", *by).to_dicts()
        for table, by in {"claims": ["claim"], "articles": ["article"]}.items()
    }


def once(act: Callable[[], None]) -> Callable[[Progress], None]:
    """Does something to the workers when the first records have come back."""
    left = [act]

    def told(progress: Progress) -> None:
        if progress.tally.records and left:
            left.pop()()

    return told


class Dying:
    """Workers of which one dies whenever a certain task comes to it."""

    size = 2

    def __init__(self, deadly: int) -> None:
        self._deadly = deadly
        self.renewed = 0

    def submit(self, function: Callable[..., Any], /, item: Range, settings: Settings) -> Future[Any]:
        """The counts of an empty range, or a pool broken by the deadly one."""
        future: Future[Any] = Future()
        if item.number == self._deadly:
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result({
                "records": 1, "bytes": 1, "with_claims": 1, "refused": 0, "claims": 1, "statements": 0,
                "without_claims": {}, "seconds": {},
            })  # fmt: skip
        return future

    def renew(self) -> None:
        """New workers."""
        self.renewed += 1

    def lost(self) -> str | None:
        """They never are."""
        return None


def test_a_deadly_range_is_given_up(tmp_path: Path) -> None:
    """A range that takes its worker down twice is listed, and every other one is done."""
    plan = Plan(ranges=tuple(Range(number=number, kind="warc", path="a") for number in range(6)))
    crew = Dying(3)

    found = run(plan, Settings(out=str(tmp_path)), crew)
    assert ([3], 5, 2) == (list(found.failed), found.tally.records, crew.renewed)


def test_an_address_where_no_one_is(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cluster that cannot be reached is told in one line, with what to do."""
    monkeypatch.setattr(workers, "CONNECTING", 1)

    with pytest.raises(WorkersError, match=r"^tcp://127\.0\.0\.1:9: no Dask scheduler answers; .*start it"):
        scan([archive], tmp_path / "out", cluster="tcp://127.0.0.1:9")


@pytest.mark.long
def test_a_pool_whose_worker_is_killed(archive: Path, wanted: dict[str, Any], tmp_path: Path) -> None:
    """A process killed in the middle of the work costs nothing but time."""

    def kill() -> None:
        os.kill(active_children()[0].pid or 0, signal.SIGKILL)

    found = scan([archive], tmp_path / "out", count=2, piece=SMALL, told=once(kill))
    assert (RECORDS, []) == (found["records"], found["failed"])
    assert wanted == rows(tmp_path / "out")


@pytest.mark.long
def test_a_run_killed_again_and_again(archive: Path, wanted: dict[str, Any], tmp_path: Path) -> None:
    """The whole run is killed whenever it has come a little further; the last one finds every row once."""
    out, killed = tmp_path / "out", 0
    while killed < 50:
        process = _started(archive, out)
        if _ended_before(process, _manifests(out) + 5, out):
            break
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        killed += 1
    assert (0, True) == (process.returncode, killed >= 2)
    assert wanted == rows(out)


def _started(archive: Path, out: Path) -> subprocess.Popen[bytes]:
    """A scan by the command's own code, with small tasks."""
    code = (
        "import sys; from pathlib import Path; from counterclaim.scanning.scan import scan\n"
        f"if __name__ == '__main__': scan([Path(sys.argv[1])], Path(sys.argv[2]), count=2, piece={SMALL})"
    )
    script = out.with_name("run.py")
    script.write_text(code)
    return subprocess.Popen([sys.executable, str(script), str(archive), str(out)], start_new_session=True)


def _ended_before(process: subprocess.Popen[bytes], manifests: int, out: Path) -> bool:
    while process.poll() is None:
        if _manifests(out) >= manifests:
            return False
        time.sleep(0.02)
    return True


def _manifests(out: Path) -> int:
    return len(list((out / "manifest").glob("[0-9]*.json")))


@pytest.mark.long
def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    """Workers do not outlive a run that was killed."""
    script = tmp_path / "run.py"
    script.write_text(
        "import os, time\nfrom counterclaim.scanning.workers import Pool\n"
        "if __name__ == '__main__':\n    print(Pool(1).submit(os.getpid).result(), flush=True)\n    time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
    assert _gone(worker)


def _gone(process: int) -> bool:
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if "\nState:\tZ" in Path(f"/proc/{process}/status").read_text():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler with two workers."""
    found = Cluster(tmp_path, 2)
    try:
        found.ready(2)
        yield found
    finally:
        found.close()


@pytest.mark.long
def test_a_cluster_finds_the_same(archive: Path, wanted: dict[str, Any], cluster: Cluster, tmp_path: Path) -> None:
    """Two workers of a cluster write the rows of one process."""
    scan([archive], tmp_path / "out", cluster=cluster.address, piece=SMALL)

    assert wanted == rows(tmp_path / "out")


@pytest.mark.long
def test_a_cluster_whose_worker_is_killed(
    archive: Path, wanted: dict[str, Any], cluster: Cluster, tmp_path: Path
) -> None:
    """A worker killed in the middle of the work: no row more, no row fewer."""
    told = once(cluster.workers[0].kill)
    found = scan([archive], tmp_path / "out", cluster=cluster.address, piece=SMALL, told=told)

    assert (RECORDS, []) == (found["records"], found["failed"])
    assert wanted == rows(tmp_path / "out")


@pytest.mark.long
def test_a_cluster_whose_scheduler_is_killed(
    archive: Path, wanted: dict[str, Any], cluster: Cluster, tmp_path: Path
) -> None:
    """The scheduler's death ends the run with a message; another run, here, completes it."""
    with pytest.raises(WorkersError, match="run the same command again"):
        scan([archive], tmp_path / "out", cluster=cluster.address, piece=SMALL, told=once(cluster.scheduler.kill))
    cluster.close()

    assert 0 < _manifests(tmp_path / "out") < RECORDS
    scan([archive], tmp_path / "out", piece=SMALL)
    assert wanted == rows(tmp_path / "out")
