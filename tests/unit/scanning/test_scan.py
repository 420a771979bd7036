"""A whole scan: what goes in comes out once, whoever does it and however often it is stopped."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import counterclaim
from counterclaim.scanning import running
from counterclaim.scanning.ranges import Range, make_plan
from counterclaim.scanning.running import Progress
from counterclaim.scanning.scan import ScanError, scan
from counterclaim.scanning.work import Settings, do_range
from counterclaim.serialise import from_dicts
from tests.fixtures.archives import page, pages, response, write_warc

SMALL = 1500  # packed bytes of a task: several tasks even for a small archive


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 12 pages, every third about fighting, with one record spoilt and one page told twice."""
    folder = tmp_path_factory.mktemp("archive")
    records = [*pages(12, on_topic=3), response(0, page(0)), response(99, b"", length=700)]
    return write_warc(folder / "news.warc.gz", records).parent


@pytest.fixture(scope="module")
def whole(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data set of that archive, made in one go by one process."""
    out = tmp_path_factory.mktemp("out") / "scan"
    scan([archive], out, piece=SMALL)
    return out


def claims(out: Path) -> list[dict[str, Any]]:
    """The claims of a data set, sorted."""
    return pl.read_parquet(out / "claims" / "*.parquet").sort("claim").to_dicts()


def summary(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "summary.json").read_text("utf-8"))
    return found


def test_every_record_counts_once(whole: Path) -> None:
    """Records read are those with claims, those without and those refused."""
    found = summary(whole)

    assert (14, 5, 1) == (found["records"], found["with_claims"], found["refused"])
    assert found["records"] == found["with_claims"] + found["without_claims"]["total"] + found["refused"]


def test_claims_are_those_of_the_reader(whole: Path) -> None:
    """The data set holds the claims that reading the same page by itself gives."""
    [alone] = counterclaim.read(page(3).decode(), url="https://news.example/3")
    wanted = {(claim.event, claim.quantity.low, claim.evidence.text) for claim in alone.claims}

    found = [row for row in claims(whole) if row["link"] == "https://news.example/3"]
    assert wanted == {(row["event"], row["low"], row["wording"]) for row in found}


def test_spans_verify(whole: Path) -> None:
    """Each article of the data set can be read back, with every span in its place."""
    rows = pl.read_parquet(whole / "articles" / "*.parquet").to_dicts()

    for row in rows:
        line = json.loads(row["extraction"])
        line["article"]["text"] = row["text"]
        assert row["claims"] == len(from_dicts(line).claims)


def test_refusals_have_their_place(whole: Path) -> None:
    """What was refused is listed with file, position and reason."""
    [row] = pl.read_parquet(whole / "refused.parquet").to_dicts()

    assert ("news.warc.gz", True) == (Path(row["path"]).name, "cut short" in row["found"])


def test_copies_are_told(whole: Path) -> None:
    """The page told twice is listed as a copy of the first."""
    [row] = pl.read_parquet(whole / "copies.parquet").to_dicts()

    assert ("https://news.example/0", 1.0) == (row["origin_key"], row["similarity"])


def test_resuming_gives_the_same_rows(archive: Path, whole: Path, tmp_path: Path) -> None:
    """A scan stopped after its first task and run again holds the same rows as one in one go."""
    out = tmp_path / "scan"

    def stop(progress: Progress) -> None:
        if progress.tally.records:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        scan([archive], out, piece=SMALL, told=stop)
    scan([archive], out, piece=SMALL)
    assert (claims(whole), summary(whole)["records"]) == (claims(out), summary(out)["records"])


def test_what_no_manifest_names_is_removed(archive: Path, whole: Path, tmp_path: Path) -> None:
    """Parts of a task that was killed before its end are not taken for results."""
    out = tmp_path / "scan"
    shutil.copytree(whole, out)
    manifest = next(file for file in sorted((out / "manifest").iterdir()) if json.loads(file.read_text())["claims"])
    manifest.unlink()
    (out / "claims" / "part-000999.parquet").write_bytes(b"half")
    scan([archive], out, piece=SMALL)

    assert claims(whole) == claims(out)


def test_another_scan_is_not_mixed_in(archive: Path, whole: Path, tmp_path: Path) -> None:
    """A folder that holds a scan of other sources is left alone."""
    other = write_warc(tmp_path / "other.warc.gz", pages(1))

    with pytest.raises(ScanError, match="holds a scan of other sources"):
        scan([other], whole, piece=SMALL)


def test_a_folder_of_something_else_is_left_alone(archive: Path, tmp_path: Path) -> None:
    """A folder with other files is no place for a data set."""
    (tmp_path / "letter.txt").write_text("dear reader")

    with pytest.raises(ScanError, match="holds no scan"):
        scan([archive], tmp_path)


def test_refused_records_are_read_again(archive: Path, whole: Path, tmp_path: Path) -> None:
    """After the archive was mended, the refused records alone can be read."""
    folder = tmp_path / "archive"
    shutil.copytree(archive, folder)
    out = tmp_path / "first"
    scan([folder], out, piece=SMALL)
    write_warc(folder / "news.warc.gz", [*pages(12, on_topic=3), response(0, page(0)), response(99, page(99))])
    scan([], tmp_path / "second", refused_of=out)

    found = summary(tmp_path / "second")
    assert (1, 1, 0) == (found["records"], found["with_claims"], found["refused"])


def test_a_missing_source_is_told(tmp_path: Path) -> None:
    """A source that is not there is refused, and the rest is read."""
    good = write_warc(tmp_path / "news.warc.gz", pages(1))
    found = scan([tmp_path / "no.warc.gz", good], tmp_path / "out")

    assert (1, 1) == (found["sources_refused"], found["with_claims"])


def test_a_task_that_fails_leaves_the_others(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A range that cannot be read for a reason of our own is listed, and all others are read."""

    def failing(item: Range, settings: Settings) -> dict[str, object]:
        if item.number == 0:
            raise RuntimeError("a flaw")
        return do_range(item, settings)

    monkeypatch.setattr(running, "do_range", failing)
    found = scan([archive], tmp_path / "out", piece=SMALL)
    assert [{"range": 0, "reason": "RuntimeError: a flaw"}] == found["failed"]
    assert found["records"] > 0


def test_a_worker_with_other_rules_writes_nothing(archive: Path, tmp_path: Path) -> None:
    """Rows of two versions are never mixed: a worker that has other rules than the scan gives the range back."""
    [*_, item] = make_plan([archive]).ranges

    with pytest.raises(ValueError, match="install the same on all"):
        do_range(item, Settings(out=str(tmp_path / "out"), made_by=("0.0.1", "other")))
    assert not (tmp_path / "out").exists()


def test_a_full_disk_stops_the_scan(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When nothing can be written the scan ends with the system's reason and leaves no half part."""

    def full(item: Range, settings: Settings) -> dict[str, object]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(running, "do_range", full)
    with pytest.raises(OSError, match="No space left"):
        scan([archive], tmp_path / "out", piece=SMALL)
    assert [] == list((tmp_path / "out").glob("*/*.part"))


def test_kinds_of_sources_agree(tmp_path: Path) -> None:
    """The same articles as WARC, as JSON Lines and as a folder of pages give the same claims."""
    bodies = [page(n) for n in range(3)]
    write_warc(tmp_path / "a" / "news.warc.gz", [response(n, body) for n, body in enumerate(bodies)])
    (tmp_path / "b").mkdir()
    (tmp_path / "c").mkdir()
    for n, body in enumerate(bodies):
        (tmp_path / "b" / f"{n}.html").write_bytes(body)
    lines = [json.dumps({"id": str(n), "html": "", "text": body.decode()}) for n, body in enumerate(bodies)]
    (tmp_path / "c" / "news.jsonl").write_text("\n".join(lines))

    def told(name: str) -> Sequence[tuple[object, ...]]:
        scan([tmp_path / name], tmp_path / f"out-{name}")
        return sorted((row["event"], row["low"], row["wording"]) for row in claims(tmp_path / f"out-{name}"))

    assert told("a") == told("b") == told("c")


@pytest.mark.parametrize(
    ("stated", "written"), [("utf-8", "latin-1"), ("no-such-code", "utf-8"), ("ascii", "cp1252"), ("utf-16", "utf-8")]
)
def test_wrong_encodings(tmp_path: Path, stated: str, written: str) -> None:
    """A page that says it is written in another way than it is gives the figures of its text all the same."""
    body = page(1).decode().replace("town of Bravo", "town of Bravö").encode(written)
    file = write_warc(tmp_path / "news.warc.gz", [response(1, body, kind=f"text/html; charset={stated}")])
    scan([file], tmp_path / "out")

    assert {8, 16} <= {row["low"] for row in claims(tmp_path / "out")}
