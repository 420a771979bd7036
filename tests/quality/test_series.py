"""The check of the alarms on a series with known falls and mismatches."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from scripts.series import main

EXCERPT = Path(__file__).parents[1] / "fixtures" / "series" / "excerpt.csv"
FALLS = """date,previous_date,previous_value,value
2023-05-28,2023-05-27,3799,3797
2023-10-21,2023-10-19,1000,967
"""
DAILY = """date,previous_date,previous_cumulative,cumulative
2023-12-04,2023-12-03,41316,42000
2023-12-08,2023-12-07,46000,46480
2024-08-27,2024-08-26,93534,93534
2024-08-28,2024-08-27,93534,93778
2023-12-08,2023-12-07,17177,17487
2024-08-27,2024-08-26,40435,40435
2024-08-28,2024-08-27,40435,40534
2023-12-07,2023-12-04,42000,46000
2023-12-07,2023-12-04,15899,17177
2024-08-25,2023-12-08,46480,93468
2024-08-25,2023-12-08,17487,40405
"""


def folder(path: Path, falls: str = FALLS) -> str:
    """A folder with the excerpt and what is known of it."""
    (path / "series.csv.gz").write_bytes(gzip.compress(EXCERPT.read_bytes()))
    (path / "falls.csv").write_text(falls, "utf-8")
    (path / "daily_vs_cumulative.csv").write_text(DAILY, "utf-8")
    return str(path)


def test_exactly_the_known_alarms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All known falls and mismatches of 56 official figures are found, and no other."""
    assert 0 == main([folder(tmp_path)])
    assert "totals that fall: 2 of 2, 0 that are none" in capsys.readouterr().out


def test_a_missed_fall_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fall that is not found is named, and so is one that nobody knows."""
    assert 1 == main([folder(tmp_path, FALLS.replace("3797", "3700"))])
    assert "missed ('2023-05-27', 3799, '2023-05-28', 3700)" in capsys.readouterr().out


def test_no_files_is_no_measure(tmp_path: Path) -> None:
    """Without the files there is nothing to tell."""
    assert 2 == main([str(tmp_path)])
