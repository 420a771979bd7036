"""Chains of sources, outermost first: nine in ten come out exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from counterclaim.extraction import Extraction
from counterclaim.pipeline import Reader, extract_all
from counterclaim.reading import Given, read_text
from counterclaim.rules import load_rules

SPECS = yaml.load((Path(__file__).parent / "chains.yaml").read_text("utf-8"), yaml.BaseLoader)
MARKED = re.compile(r"\{([^}]*)\}")
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
CHAINS = 60  # at least so many, each with two sources and more
RIGHT = 0.90


@cache
def wrong() -> tuple[str, ...]:
    """Each figure with other sources than expected, with those that were read."""
    given = Given(published="2022-03-02", language="en")
    articles = [read_text(MARKED.sub(r"\1", spec["text"]), given=given) for spec in SPECS]
    found = extract_all(articles, Reader(load_rules("en")))
    return tuple(line for spec, read in zip(SPECS, found, strict=True) for line in differing(spec, read))


def differing(spec: dict[str, Any], read: object) -> Iterator[str]:
    """The figures of a sentence whose chain is not the expected one."""
    assert isinstance(read, Extraction)
    expected = [ARTICLE.sub("", text).lower() for text in spec["chain"]]
    claims = {claim.quantity.text: [source.text for source in claim.sources] for claim in read.claims}
    for figure in MARKED.findall(spec["text"]):
        told = claims.get(figure)
        if told is None or [ARTICLE.sub("", text).lower() for text in told] != expected:
            yield f"{spec['chain']}, read as {told}: {spec['text']}"


def test_chains_are_many() -> None:
    """The measure stands on sixty chains of two and more."""
    assert sum(len(spec["chain"]) > 1 for spec in SPECS) >= CHAINS


def test_chains_are_exact() -> None:
    """Nine in ten chains have every source in its place, and no other."""
    every = sum(len(MARKED.findall(spec["text"])) for spec in SPECS)

    assert len(wrong()) <= (1 - RIGHT) * every, "\n".join(wrong())
