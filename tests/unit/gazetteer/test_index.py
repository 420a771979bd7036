"""The packed index of places."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from counterclaim.gazetteer import Gazetteer, GazetteerError, load_gazetteer

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("name", "geonames"),
    [("Krasny Liman", 704204), ("Torskoye", 691358), ("Kreminna", 704138), ("Kharkov", 706483), ("Харьков", 706483)],
)
def test_name_in_any_spelling_gives_the_place(name: str, geonames: int) -> None:
    """Old, transliterated and Cyrillic names lead to the entry."""
    assert geonames == GAZETTEER.named(name)[0].geonames


def test_unknown_name_gives_nothing() -> None:
    """A name that no place has gives no entry."""
    assert () == GAZETTEER.named("Borovenki")


def test_most_populous_namesake_comes_first() -> None:
    """Namesakes are in order of their inhabitants."""
    populations = [entry.population for entry in GAZETTEER.named("Lyman")]

    assert sorted(populations, reverse=True) == populations


def test_country_is_found_by_code() -> None:
    """A country's entry knows its code, name and GeoNames id."""
    entry = GAZETTEER.country("UA")

    assert entry is not None
    assert ("Ukraine", "country", 690791) == (entry.name, entry.kind, entry.geonames)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Donbas", "region"), ("Gaza Strip", "region"), ("West Bank", "region"), ("Darfur", "region"), ("Anbar", "region"),
     ("Kurdistan Region", "region"), ("Crimea", "region"), ("Black Sea", "sea"), ("Europe", "continent")],
)  # fmt: skip
def test_regions_and_seas_are_places(name: str, kind: str) -> None:
    """Regions, peninsulas, seas and continents stand beside towns and countries."""
    assert kind in {entry.kind for entry in GAZETTEER.named(name)}


def test_sounds_find_other_spellings() -> None:
    """A name that is not listed is found by its sound."""
    assert 79415 in {entry.geonames for entry in GAZETTEER.sounding("Hodeidah")}


def test_sounds_by_prefix_are_in_order() -> None:
    """The pool for a comparison holds every sound with the prefix, in order."""
    pool = GAZETTEER.sounds("krim")

    assert sorted(pool) == list(pool)
    assert "krimina" in pool


def test_lookup_is_quick() -> None:
    """A thousand lookups take well under a second."""
    start = time.perf_counter()
    for number in range(1000):
        GAZETTEER.knows(f"Kramatorsk{number}")

    assert time.perf_counter() - start < 0.5


def test_missing_index_is_named(tmp_path: Path) -> None:
    """A missing file is refused with its name and what to do."""
    with pytest.raises(GazetteerError, match=r"none\.index: no index of places.*build_gazetteer"):
        Gazetteer(tmp_path / "none.index")


def test_foreign_file_is_refused(tmp_path: Path) -> None:
    """A file that is not an index is refused."""
    other = tmp_path / "other.index"
    other.write_bytes(b"SQLite format 3" * 9)

    with pytest.raises(GazetteerError, match="expected"):
        Gazetteer(other)
