"""Pictures as SVG and PNG, made without a browser and without the network."""

from __future__ import annotations

import re
from typing import Any

MARK = re.compile(r'<path aria-label="([^"]*)" role="graphics-symbol"([^>]*)/>')
NAMED = re.compile(r'(id="|url\(#)((?:gradient|clip)_?\d+)')
SCALE = 2  # of the PNG: sharp on dense screens


def to_svg(spec: dict[str, Any], *, prefix: str = "p") -> str:
    """The picture as SVG, each mark with its claim as its title; names within it are made from `prefix`."""
    from vl_convert import vegalite_to_svg

    return _titled(_renamed(str(vegalite_to_svg(spec, allowed_base_urls=[])), prefix))


def to_png(spec: dict[str, Any]) -> bytes:
    """The picture as PNG."""
    from vl_convert import vegalite_to_png

    return bytes(vegalite_to_png(spec, scale=SCALE, allowed_base_urls=[]))


def _titled(svg: str) -> str:
    return MARK.sub(r'<path aria-label="\1" role="graphics-symbol"\2><title>\1</title></path>', svg)


def _renamed(svg: str, prefix: str) -> str:
    """Names in order: the renderer numbers them on from picture to picture, and two may stand on one page."""
    names: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        return found[1] + names.setdefault(found[2], f"{prefix}{len(names)}")

    return NAMED.sub(name, svg)
