"""Sidecar files."""

from pathlib import Path

import pytest

from counterclaim.reading.drafts import Given, RefusedError
from counterclaim.reading.sidecars import checked, is_sidecar, read_sidecar, sidecar_of


@pytest.mark.parametrize("name", ["a.txt.meta.json", "a.meta.json"])
def test_sidecar_stands_beside_its_file(tmp_path: Path, name: str) -> None:
    """Both names are found, and both are known as sidecars in a folder."""
    (tmp_path / "a.txt").write_text("Ten died.")
    (tmp_path / name).write_text('{"published": "27 Feb 2022", "outlet": "Example"}')
    found = sidecar_of(tmp_path / "a.txt")

    assert found == tmp_path / name
    assert is_sidecar(tmp_path / name, frozenset({"a.txt", name}))
    assert Given(published="2022-02-27", outlet="Example") == read_sidecar(tmp_path / name)


def test_lone_meta_file_is_no_sidecar(tmp_path: Path) -> None:
    """Without the file that it describes, it is an input like any other."""
    assert not is_sidecar(tmp_path / "a.meta.json", frozenset({"a.meta.json", "b.txt"}))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('{"publisher": "x"}', "the key 'publisher'"),
        ("{", "broken sidecar"),
        ("[1]", "another layout"),
        ('{"published": "last spring"}', "the date 'last spring'"),
    ],
)
def test_wrong_sidecars_are_refused(tmp_path: Path, content: str, found: str) -> None:
    """Each with what was found."""
    file = tmp_path / "a.meta.json"
    file.write_text(content)

    with pytest.raises(RefusedError, match=found):
        read_sidecar(file)


def test_what_is_said_later_goes_first() -> None:
    """The command line outranks the sidecar."""
    assert Given(outlet="A", url="u") == checked(Given(outlet="A").over(Given(outlet="B", url="u")))
