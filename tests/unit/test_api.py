"""Reading from Python."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import counterclaim
from counterclaim.reading import Refusal

TEXT = "The army said that 12 soldiers were killed near the town on Monday."
SOURCE = Path(counterclaim.__file__).parents[1]
MODULES = sorted(
    ".".join(file.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
    for file in SOURCE.rglob("*.py")
    if ">>>" in file.read_text("utf-8")
)


def test_text_is_read() -> None:
    """A string of words is the article itself."""
    [extraction] = counterclaim.read(TEXT)

    assert TEXT == extraction.article.text


def test_file_is_read(tmp_path: Path) -> None:
    """A path names a file, and what the caller says of it is kept."""
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    [extraction] = counterclaim.read(file, outlet="Example News", published="2022-03-02")

    assert ("Example News", "2022-03-02") == (extraction.article.outlet, extraction.article.published)


def test_refusals_come_after_the_articles(tmp_path: Path) -> None:
    """What can be read is read; then the error tells of the rest."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("")
    extractions = counterclaim.read(tmp_path)

    assert TEXT == next(extractions).article.text
    with pytest.raises(counterclaim.ReadingError, match=r"b\.txt"):
        next(extractions)


def test_refusals_are_collected(tmp_path: Path) -> None:
    """With a list of one's own nothing is raised."""
    refusals: list[Refusal] = []
    found = list(counterclaim.read(tmp_path / "none.txt", refusals=refusals))

    assert ([], 1) == (found, len(refusals))


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_run(name: str) -> None:
    """Every example of a docstring gives what it says."""
    assert 0 == doctest.testmod(importlib.import_module(name)).failed
