"""The public benchmarks: what our stages find becomes what each benchmark's scorer reads, and the table tells all."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from counterclaim.resolving.dates import find_dates
from scripts.benchmarks import counts, numbers, polnear, timex, toponym
from scripts.benchmarks.measuring import Result
from scripts.benchmarks.readers import reader
from scripts.benchmarks.reporting import FLOORS, report
from scripts.benchmarks.scoring import BENCHMARKS, figures_of, measures, write_lines
from scripts.benchmarks.table import below, table

TOTALS = "MUC-4, relevant texts, counts of 2 and more: recall"
SCORER = "import json, sys\nprint(json.dumps({'micro': {'R': 0.5, 'P': 0.25, 'F1': len(sys.argv) / 10}}))\n"


def result(**figures: float) -> Result:
    """A result on ten of ten texts."""
    return Result(benchmark="bulletins", texts=10, of=10, digest="abc", figures=figures)


def row(text: str, **more: Any) -> dict[str, Any]:
    """A text of a benchmark."""
    return {"doc_id": "one", "id": "one", "text": text, **more}


def test_counts_of_people() -> None:
    """The killed and the injured come in the order of the text, the first figure as the main one."""
    text = "Blast in the town\n\nThree people were killed and at least 12 wounded in a blast on Monday, police said."
    [found] = counts.find([row(text)])

    assert found["claims"] == [
        {"event": "killed", "low": 3, "high": 3, "main": True},
        {"event": "injured", "low": 12, "high": None, "main": True},
    ]


def test_denied_counts_are_left_out() -> None:
    """A denied figure is none that these benchmarks ask for."""
    [found] = counts.find([row("The town\n\nThe army denied that 30 civilians were killed in the town on Monday.")])

    assert found["claims"] == []


def test_attributions_have_three_spans() -> None:
    """Source, cue and content are spans of the text as it is."""
    text = "  The governor said that the bridge was closed."
    [found] = polnear.find([row(text)])
    [attribution] = found["attributions"]

    assert [text[slice(*attribution[key])] for key in ("source", "cue", "content")] == [
        "The governor",
        "said",
        "the bridge was closed",
    ]


def test_numbers_of_any_kind() -> None:
    """Numbers that count nothing are numbers all the same."""
    [found] = numbers.find_plain([row("He is thirty and paid 1.5 million")])

    assert [(item["start"], item["value"]) for item in found["items"]] == [(6, 30.0), (22, 1500000.0)]


def test_ranges_have_their_words() -> None:
    """A bounded number takes the words that bound it along."""
    [found] = numbers.find_ranges([row("He is more than thirty years old.")])

    assert found["items"] == [{"start": 6, "end": 22, "low": 30, "high": None}]


def test_places_and_adjectives() -> None:
    """A place has coordinates, and "Turkish" stands for Turkey."""
    [found] = toponym.find([row("A Turkish lorry burned in Kyiv.")])

    assert sorted((t["start"], t["geonameid"]) for t in found["toponyms"]) == [(2, 298795), (26, 703448)]


VALUES = [
    ("It was on Thursday.", "2022-02-24"),
    ("It was last year.", "2021"),
    ("It was last month.", "2022-01"),
    ("It was in March 2011.", "2011-03"),
    ("It was this week.", "2022-W08"),
]


@pytest.mark.parametrize(("text", "value"), VALUES, ids=[text for text, _ in VALUES])
def test_timex_values(text: str, value: str) -> None:
    """A date's value is as fine as its words."""
    today = date(2022, 2, 27)
    [mention] = find_dates(text, today, reader().rules)

    assert timex.value_of(mention, today) == value


def test_every_measure_is_of_a_benchmark() -> None:
    """The table asks only for benchmarks that there are, each figure under a name of its own."""
    assert {measure.benchmark for measure in measures()} == set(BENCHMARKS)
    assert len({measure.name for measure in measures()}) == len(measures())


def test_figures_come_from_the_benchmarks_own_scorer(tmp_path: Path) -> None:
    """The scorer beside the texts is run with the options of the measure."""
    (tmp_path / "muc4").mkdir()
    (tmp_path / "muc4" / "score.py").write_text(SCORER, "utf-8")
    figures = figures_of(BENCHMARKS["muc4"], tmp_path, tmp_path / "gold", tmp_path / "found")

    assert figures[TOTALS] == 0.5


def test_only_texts_in_the_language(tmp_path: Path) -> None:
    """Of the bulletins the English ones are taken."""
    (tmp_path / "bulletins").mkdir()
    rows = [row("a", lang="en"), row("b", lang="ar")]
    write_lines(tmp_path / "bulletins" / "dev.jsonl", rows)

    assert BENCHMARKS["bulletins"].rows(tmp_path, "dev") == rows[:1]


def test_a_sample_is_the_same_every_time(tmp_path: Path) -> None:
    """A part of the texts is drawn with a fixed seed."""
    (tmp_path / "gva").mkdir()
    write_lines(tmp_path / "gva" / "dev.jsonl", [{"doc_id": str(n)} for n in range(50)])
    benchmark = BENCHMARKS["gva"]

    assert benchmark.rows(tmp_path, "dev", 5) == benchmark.rows(tmp_path, "dev", 5)
    assert len(benchmark.rows(tmp_path, "dev", 5)) == 5


def test_the_table_shows_peer_and_aim() -> None:
    """Each line has our figure, the aim and the best peer."""
    [measure] = [measure for measure in measures() if measure.benchmark == "bulletins"]

    assert table([result(**{measure.name: 0.8091})]).splitlines()[-1].split(" | ") == [
        f"| {measure.name}",
        "10   ",
        "0.809",
        "0.750",
        "0.472 regular expressions |",
    ]


def test_a_fall_is_told() -> None:
    """A figure below its floor is told, on the texts that the floor was measured on."""
    floors = [{"digest": "abc", "figures": {"F1": 0.8}}]

    assert list(below([result(F1=0.7)], floors)) == ["F1 0.700 is below its floor 0.8"]
    assert list(below([result(F1=0.7)], [{"digest": "other", "figures": {"F1": 0.8}}])) == []


def test_floors_are_those_of_the_table() -> None:
    """Every floor is of a measure in the table."""
    stored = json.loads(FLOORS.read_text("utf-8"))["benchmarks"]

    assert {name for floor in stored for name in floor["figures"]} <= {measure.name for measure in measures()}


def test_missing_texts_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is nothing to measure on, that is said, and the status is 2."""
    assert report(tmp_path, "dev", ["muc4"], tmp_path) == 2
    assert f"NOT MEASURED: {tmp_path}/muc4/dev.jsonl is not there" in capsys.readouterr().out
