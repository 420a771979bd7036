"""A CSV of official figures as one article with a claim for each value."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from counterclaim.records import Claim
from counterclaim.rules import RuleError
from counterclaim.serialise import to_dicts, verify_spans
from counterclaim.series_files import SeriesError, Totals, read_series

ROOT = Path(__file__).parents[3]
EXCERPT = ROOT / "tests" / "fixtures" / "series" / "excerpt.csv"
SCHEMA = json.loads((ROOT / "schema" / "claim-1.json").read_text("utf-8"))
HEADER = "date,claimant,about,measure,kind,value,approx,source"
TANKS = "2022-02-25,General Staff of the Armed Forces of Ukraine,Russian forces,tanks,cumulative,80,0,Invented"
MAP = (
    "claimant about measure org org_side event category also side scope part_of place geonames precision country start"
)


def write(folder: Path, *lines: str) -> Path:
    """A CSV with these lines below the usual header."""
    file = folder / "figures.csv"
    file.write_text("\n".join((HEADER, *lines)) + "\n", "utf-8")
    return file


def one(claims: Sequence[Claim]) -> Claim:
    """The only claim."""
    [claim] = claims
    return claim


def test_claim_stands_on_its_cells(tmp_path: Path) -> None:
    """Value, claimant, measure and date are each a cell of the row; a row is a paragraph."""
    extraction = read_series(write(tmp_path, TANKS)).extraction
    claim = one(extraction.claims)

    assert f"{HEADER}\n\n{TANKS}" == extraction.article.text
    assert ("80", "tanks", TANKS) == (claim.quantity.text, claim.trigger.text, claim.evidence.text)
    assert ["Invented", "General Staff of the Armed Forces of Ukraine"] == [s.text for s in claim.sources]
    assert ["2022-02-25"] == [words.text for words in claim.period.words]
    verify_spans(to_dicts(extraction))


def test_measure_gets_its_meaning_from_the_map(tmp_path: Path) -> None:
    """The map says event, category, side, claimant and the first day of a total."""
    claim = one(read_series(write(tmp_path, TANKS)).extraction.claims)

    assert ("destroyed", "tank", "Russia") == (claim.event, claim.target.category, claim.target.side)
    assert "General Staff (Ukraine)" == claim.sources[-1].org
    assert ("cumulative", "2022-02-24", "2022-02-25") == (claim.period.basis, claim.period.start, claim.period.end)


def test_daily_figure_covers_its_day(tmp_path: Path) -> None:
    """A row of kind daily is a period of one day."""
    row = "2023-12-08,Gaza Ministry of Health,Gaza Strip,killed,daily,313,0,Invented"
    claim = one(read_series(write(tmp_path, row)).extraction.claims)

    assert ("period", "2023-12-08", "2023-12-08") == (claim.period.basis, claim.period.start, claim.period.end)


def test_scope_is_kept(tmp_path: Path) -> None:
    """What narrows a measure beyond its category stands among the rules."""
    row = "2025-08-01,Gaza Ministry of Health,Gaza Strip,starvation deaths,cumulative,150,0,Invented"
    claim = one(read_series(write(tmp_path, row)).extraction.claims)

    assert ("series.starvation_deaths", "scope:starvation") == claim.rules


def test_part_knows_its_whole(tmp_path: Path) -> None:
    """Children killed are a part of those killed on the same day, in whichever order the rows stand."""
    rows = [f"2023-12-08,Gaza Ministry of Health,Gaza Strip,{m},cumulative,{n},0,I" for m, n in
            (("children killed", 7), ("killed", 20))]  # fmt: skip
    part, whole = read_series(write(tmp_path, *rows)).extraction.claims

    assert (whole.id, None) == (part.part_of, whole.part_of)


def test_corrections_are_revisions_not_claims() -> None:
    """Rows of kind correction are kept apart, with their sign."""
    series = read_series(EXCERPT)

    assert [3, -5, 1650] == [revision.quantity.low for revision in series.revisions]
    assert 53 == len(series.extraction.claims)


def test_approximate_value(tmp_path: Path) -> None:
    """The mark in the column approx makes a value approximate."""
    claim = one(read_series(write(tmp_path, TANKS.replace(",80,0", ",80,1"))).extraction.claims)

    assert ("approx", 80, 80) == (claim.quantity.form, claim.quantity.low, claim.quantity.high)


def test_columns_in_another_order_with_quoted_cells(tmp_path: Path) -> None:
    """Columns are found by name; quotation marks are no part of a cell; thousands may have separators."""
    file = tmp_path / "other.csv"
    file.write_text(
        'value;kind;measure;about;claimant;date\n"1,597";cumulative;tanks;Russian forces;'
        '"General Staff of the Armed Forces of Ukraine";2022-06-30\n',
        "utf-8",
    )
    claim = one(read_series(file).extraction.claims)

    assert ("1,597", 1597) == (claim.quantity.text, claim.quantity.low)
    assert "General Staff of the Armed Forces of Ukraine" == claim.sources[0].text


def test_unmapped_measure_is_refused_by_name(tmp_path: Path) -> None:
    """What no map knows is left out and told; the rest is read."""
    series = read_series(write(tmp_path, TANKS, TANKS.replace("tanks", "hovercraft")))

    assert 1 == len(series.extraction.claims)
    assert ["measure in no map"] == [skipped.reason for skipped in series.extraction.skipped]
    [told] = series.refused
    assert "'hovercraft'" in told
    assert "1 row left out" in told


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (TANKS.replace(",80,", ",eighty,"), "line 3: value 'eighty', expected a whole number"),
        (TANKS.replace("2022-02-25", "25.2.22"), "line 3: date '25.2.22', expected a day such as 2022-02-25"),
        (TANKS.replace("cumulative", "hourly"), "line 3: kind 'hourly', expected one of cumulative, daily, correction"),
        (TANKS.replace(",80,", ",-80,"), "line 3: value '-80', expected 0 or more for kind 'cumulative'"),
        (TANKS + ",more", "line 3: 9 cells, expected 8 as in the header"),
    ],
)
def test_bad_row_stops_everything(tmp_path: Path, row: str, said: str) -> None:
    """One bad row, one message with its line; nothing is read."""
    with pytest.raises(SeriesError) as caught:
        read_series(write(tmp_path, TANKS, row))

    assert said in str(caught.value)
    assert "--skip-bad" in str(caught.value)


def test_bad_rows_can_be_left_out(tmp_path: Path) -> None:
    """With skip_bad the good rows are read and each bad one is told."""
    series = read_series(write(tmp_path, TANKS, TANKS.replace(",80,", ",eighty,")), skip_bad=True)

    assert 1 == len(series.extraction.claims)
    assert ("figures.csv:3: value 'eighty', expected a whole number; left out",) == series.refused


def test_missing_columns_are_named(tmp_path: Path) -> None:
    """A file without the needed columns says which are missing."""
    file = tmp_path / "short.csv"
    file.write_text("date,claimant,value\n", "utf-8")

    with pytest.raises(SeriesError, match="no column about, measure, kind"):
        read_series(file)


def test_users_map_comes_first(tmp_path: Path) -> None:
    """A user's map can name new measures and say anew what ours mean."""
    table = tmp_path / "map.tsv"
    row = ["General Staff*", "*", "tanks", "Staff", "-", "damaged", "tank", *["-"] * 9]
    table.write_text("\t".join(MAP.split()) + "\n" + "\t".join(row) + "\n", "utf-8")
    claim = one(read_series(write(tmp_path, TANKS), table).extraction.claims)

    assert ("damaged", None, "Staff") == (claim.event, claim.target.side, claim.sources[-1].org)


def test_wrong_map_says_where(tmp_path: Path) -> None:
    """An unknown event in a map is told with its line."""
    table = tmp_path / "map.tsv"
    table.write_text("\t".join(MAP.split()) + "\n" + "\t".join(["*", "*", "tanks", "-", "-", "smashed", *["-"] * 10]))

    with pytest.raises(RuleError, match=r"map\.tsv:2: event 'smashed'"):
        read_series(write(tmp_path, TANKS), table)


def test_packed_file_is_read(tmp_path: Path) -> None:
    """A gzipped series is read as it is; its original bytes are the packed ones."""
    file = tmp_path / "figures.csv.gz"
    file.write_bytes(gzip.compress(f"{HEADER}\n{TANKS}\n".encode()))
    series = read_series(file)

    assert 1 == len(series.extraction.claims)
    assert file.read_bytes() == series.original


def test_totals_become_rows(tmp_path: Path) -> None:
    """A JSON of totals is read once it is said whose they are; what is no number is passed over."""
    file = tmp_path / "totals.json"
    file.write_text(json.dumps({"totals": {"Tanks": 12, "Aircraft": 3}, "note": ["x"]}), "utf-8")
    series = read_series(file, totals=Totals(claimant="Oryx", about="Russian forces", day="2022-05-01"))

    assert [(12, "tank"), (3, "aircraft")] == [(c.quantity.low, c.target.category) for c in series.extraction.claims]
    assert {"Oryx"} == {c.sources[-1].org for c in series.extraction.claims}


def test_totals_need_a_claimant(tmp_path: Path) -> None:
    """Numbers without anyone who claims them are refused."""
    file = tmp_path / "totals.json"
    file.write_text('{"Tanks": 12}', "utf-8")

    with pytest.raises(SeriesError, match="totals without a claimant"):
        read_series(file)


def test_series_is_valid_in_the_format() -> None:
    """What the importer gives is an object of the public format."""
    document: dict[str, Any] = to_dicts(read_series(EXCERPT).extraction)

    assert [] == [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)]


def test_map_treats_both_sides_alike() -> None:
    """Every measure of losses in our map that one side counts, the other has as well, with the same meaning."""
    lines = (ROOT / "src/counterclaim/series_files/map.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    losses: dict[str, list[tuple[str, ...]]] = {"Russian forces": [], "Ukrainian forces": []}
    for row in rows:
        if row[1] in losses:
            losses[row[1]].append((row[2], row[5], row[6], row[9]))

    assert losses["Russian forces"] == losses["Ukrainian forces"]
