"""Colours of a picture: paper and ink, and one colour and shape for each line, chosen without regard to sides.

The colours are Paul Tol's "muted" and "light" schemes, which people with any colour vision can tell apart; shape and
dashes tell lines apart without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHAPES = ("circle", "square", "diamond", "triangle-up", "triangle-down", "triangle-right", "triangle-left")
DASHES = ([1, 0], [6, 2], [2, 2], [8, 3, 2, 3], [10, 2], [4, 4])


@dataclass(frozen=True, slots=True)
class Theme:
    """What a picture is drawn in."""

    name: str
    paper: str
    ink: str
    soft: str
    rule: str
    colours: tuple[str, ...]


LIGHT = Theme(
    "light", "#fbfaf7", "#1d1d1f", "#5b5b60", "#e3e0d8",
    ("#332288", "#c0556a", "#117733", "#7d7d1e", "#882255", "#2b8577", "#aa4499", "#66666b"),
)  # fmt: skip
DARK = Theme(
    "dark", "#16181c", "#e8e6e1", "#a3a5ab", "#2c3037",
    ("#77aadd", "#ee8866", "#eedd88", "#ffaabb", "#44bb99", "#bbcc33", "#99ddff", "#dddddd"),
)  # fmt: skip
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


@dataclass(frozen=True, slots=True)
class Scheme:
    """Which colour, shape and dashes each line has."""

    lines: tuple[str, ...]
    colours: tuple[str, ...]
    shapes: tuple[str, ...]
    dashes: tuple[list[int], ...]


def scheme(lines: Sequence[str], theme: Theme) -> Scheme:
    """Colours by the order of the lines' names, which knows nothing of sides; after the last colour, other shapes."""
    count = len(theme.colours)
    return Scheme(
        tuple(lines),
        tuple(theme.colours[index % count] for index in range(len(lines))),
        tuple(SHAPES[(index + index // count) % len(SHAPES)] for index in range(len(lines))),
        tuple(DASHES[(index // count) % len(DASHES)] for index in range(len(lines))),
    )


def faded(colour: str, share: float) -> str:
    """The colour with so much of it left: "#332288", 0.4 -> "rgba(51,34,136,0.4)"."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"
