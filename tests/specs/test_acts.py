"""What reporting verbs do, one sentence for each: nearly all come out right, and no side has verbs of its own."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from counterclaim.extraction import Extraction
from counterclaim.pipeline import Reader, extract_all
from counterclaim.reading import Given, read_text
from counterclaim.rules import load_rules

SPECS = yaml.load((Path(__file__).parent / "acts.yaml").read_text("utf-8"), yaml.BaseLoader)
MARKED = re.compile(r"\{([^}]*)\}")
VERBS = 100  # at least so many, each in its sentence
RIGHT = 0.94


@cache
def wrong() -> tuple[str, ...]:
    """Each sentence whose verb came out otherwise, with what is expected and what was read."""
    cases = [(act, sentence) for act, sentences in SPECS.items() for sentence in sentences]
    given = Given(published="2022-03-02", language="en")
    articles = [read_text(MARKED.sub(r"\1", sentence), given=given) for _, sentence in cases]
    found = zip(cases, extract_all(articles, Reader(load_rules("en"))), strict=True)
    told = ((act, sentence, act_of(read, sentence.index("{"))) for (act, sentence), read in found)
    return tuple(f"{act}, read as {read}: {sentence}" for act, sentence, read in told if act != read)


def act_of(read: object, verb: int) -> str | None:
    """The act of the statement whose reporting verb stands at a place."""
    assert isinstance(read, Extraction)
    cues = ((source.cue, said.act) for said in read.statements for source in said.sources[-1:])
    return next((act for cue, act in cues if cue is not None and cue.start == verb), None)


def test_a_hundred_verbs_have_their_sentence() -> None:
    """The measure stands on a hundred different verbs."""
    verbs = {match for sentences in SPECS.values() for sentence in sentences for match in MARKED.findall(sentence)}

    assert len(verbs) >= VERBS


def test_acts_are_right() -> None:
    """Nearly all verbs have the act that they do."""
    every = sum(map(len, SPECS.values()))

    assert len(wrong()) <= (1 - RIGHT) * every, "\n".join(wrong())
