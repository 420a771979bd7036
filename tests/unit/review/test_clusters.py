"""Merges and splits that destroy nothing."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.review.clusters import cluster
from counterclaim.review.judgement import Judgement

FOUND = {"Army": "Army", "the army": "Army", "Armed Forces": "Armed Forces", "ADF": "Armed Forces"}


def said(*pairs: tuple[str, str, str]) -> Sequence[Judgement]:
    return [
        Judgement(entry=n, at="2026-01-01", person="Ada", subject="claimants", verdict=verdict, claim=a, other=b)
        for n, (verdict, a, b) in enumerate(pairs, 1)
    ]


def test_same_joins_whole_clusters() -> None:
    """Joining two names joins all that stand under them."""
    assert {"Army"} == set(cluster(FOUND, said(("same", "Army", "ADF"))).values())


def test_different_takes_one_out() -> None:
    """Splitting a name off leaves the others together."""
    found = cluster(FOUND, said(("different", "Army", "the army")))

    assert ("the army", "Army", "Armed Forces") == (found["the army"], found["Army"], found["ADF"])


def test_splitting_off_the_name_giver() -> None:
    """When the name that a cluster goes by is split off, it does not keep the others."""
    found = cluster(FOUND, said(("different", "the army", "Army")))

    assert found["Army"] != found["the army"]


def test_undo_restores() -> None:
    """Taking a merge back leaves what comparing found."""
    undo = Judgement(entry=2, at="2026-01-02", person="Ada", subject="claimants", verdict="undo", undoes=1)

    assert FOUND == cluster(FOUND, [*said(("same", "Army", "ADF")), undo])


def test_unknown_names_can_be_joined() -> None:
    """A name that comparing never saw can be joined to another."""
    assert "Army" == cluster(FOUND, said(("same", "Army", "Land Forces")))["Land Forces"]
