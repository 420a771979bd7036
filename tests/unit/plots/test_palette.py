"""Colours that serve every claimant alike."""

from __future__ import annotations

import pytest

from counterclaim.plots.palette import THEMES, Theme, faded, scheme


def luminance(colour: str) -> float:
    """Relative luminance as the Web Content Accessibility Guidelines have it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_colour_stands_out(theme: Theme) -> None:
    """Lines have a contrast of three to one with the paper, words of four and a half."""
    assert [] == [colour for colour in theme.colours if contrast(colour, theme.paper) < 3]
    assert [] == [colour for colour in (theme.ink, theme.soft) if contrast(colour, theme.paper) < 4.5]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_forty_lines_differ(theme: Theme) -> None:
    """No two of many lines have the same colour and shape."""
    names = [str(number) for number in range(40)]
    made = scheme(names, theme)

    assert 40 == len(set(zip(made.colours, made.shapes, strict=True)))


def test_names_of_sides_make_no_difference() -> None:
    """The first line has the first colour, whoever it is."""
    theme = THEMES["light"]

    assert scheme(["Northland"], theme).colours == scheme(["Southland"], theme).colours


def test_faded() -> None:
    """A colour with a share of it left."""
    assert "rgba(51,34,136,0.4)" == faded("#332288", 0.4)
