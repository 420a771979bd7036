"""How a figure says who said it."""

from __future__ import annotations

import pytest

from counterclaim.figures import OWN_VOICE, act_of, who_said
from tests.fixtures.figures import figure


@pytest.mark.parametrize(
    ("claimant", "act", "expected"),
    [
        ("Army (Northland)", "conceded", "conceded"),
        ("Army (Northland)", None, "not stated"),
        (f"{OWN_VOICE} (Gazette)", None, "own voice"),
    ],
)
def test_no_figure_is_without_an_act(claimant: str, act: str | None, expected: str) -> None:
    """Where no verb says it, the figure says so, or that the outlet itself speaks."""
    assert expected == act_of(figure(claimant=claimant, act=act))


@pytest.mark.parametrize(
    ("claimant", "act", "modality", "expected"),
    [
        ("Army (Northland)", "stated", "asserted", "Army (Northland) stated"),
        ("Army (Northland)", "warned", "possible", "Army (Northland) warned [possible]"),
        ("Army (Northland)", "denied", "denied", "Army (Northland) denied"),
        ("Army (Northland)", None, "asserted", "Army (Northland) (not stated)"),
        (f"{OWN_VOICE} (Gazette)", None, "asserted", f"{OWN_VOICE} (Gazette)"),
    ],
)
def test_who_said_it_how_firmly(claimant: str, act: str | None, modality: str, expected: str) -> None:
    """Claimant and act in words, with how firmly unless it is plainly said."""
    assert expected == who_said(figure(claimant=claimant, act=act, modality=modality))
