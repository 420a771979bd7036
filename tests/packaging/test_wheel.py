"""The wheel, installed outside the checkout, reads an article: rules, gazetteer and templates are inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "004_eaa9c714bd9e9a4a.txt"


def run(*words: str | Path, at: Path, seed: int = 0) -> str:
    """What a command prints, run in a folder of its own without our checkout on its path."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    clean["PYTHONHASHSEED"] = str(seed)
    done = subprocess.run([str(word) for word in words], cwd=at, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, at=ROOT)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter of its own with the wheel installed; the dependencies are those of the tests' environment."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    own = folder / "venv" / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", own, "install", "-q", "--no-deps", "--no-index", wheel, at=folder)
    site = Path(run(own, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", at=folder).strip())
    # A plain path line runs no .pth files of that folder, so the checkout's own editable install stays out.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return own


def test_data_files_are_inside(wheel: Path) -> None:
    """Rules, templates, schema and the typing mark are packed."""
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        "counterclaim/py.typed",
        "counterclaim/schema/claim-1.json",
        "counterclaim/rules/en/verbs.tsv",
        "counterclaim/views/templates/page.html",
        "counterclaim/views/templates/page.css",
    }

    assert set() == wanted - names


def test_every_data_file_is_inside(wheel: Path) -> None:
    """Whatever stands in the package's folder stands in the wheel."""
    source = ROOT / "src"
    here = {
        file.relative_to(source).as_posix()
        for file in (source / "counterclaim").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }

    assert set() == here - set(zipfile.ZipFile(wheel).namelist())


def test_installed_package_is_not_the_checkout(python: Path, tmp_path: Path) -> None:
    """What runs is what was installed."""
    where = run(python, "-c", "import counterclaim; print(counterclaim.__file__)", at=tmp_path)

    assert str(ROOT) not in where


def test_installed_command_reads_an_example(python: Path, tmp_path: Path) -> None:
    """The command of the wheel reads an article and finds the claims in it."""
    printed = run(python.with_name("counterclaim"), "read", EXAMPLE, "--format", "jsonl", at=tmp_path)

    assert "498" in [claim["quantity"]["text"] for claim in json.loads(printed)["claims"]]


@pytest.mark.parametrize("form", ["table", "html", "csv"])
def test_installed_command_writes(python: Path, tmp_path: Path, form: str) -> None:
    """Every view finds its templates in the installed package."""
    assert "498" in run(python.with_name("counterclaim"), "read", EXAMPLE, "--format", form, at=tmp_path)


def test_same_input_gives_the_same_bytes(python: Path, tmp_path: Path) -> None:
    """The order of sets, which differs from run to run, never shows."""
    command = (python.with_name("counterclaim"), "read", EXAMPLE, "--format", "jsonl")

    assert run(*command, at=tmp_path, seed=2) == run(*command, at=tmp_path, seed=1)
