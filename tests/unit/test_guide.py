"""The tutorial's commands do what it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from counterclaim.cli import app

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "guide.md").read_text("utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.S) for line in block.splitlines()]


def test_commands_of_the_guide_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command of the guide, one after the other, succeeds and tells something."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    results = [CliRunner().invoke(app, line.split()[1:]) for line in COMMANDS]

    assert [(line, 0, True) for line in COMMANDS] == [
        (line, result.exit_code, bool(result.output.strip()))
        for line, result in zip(COMMANDS, results, strict=True)
    ]  # fmt: skip
    assert [True, True] == [(tmp_path / name).exists() for name in ("killed.csv", "killed.zip")]
