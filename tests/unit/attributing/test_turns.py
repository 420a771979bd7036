"""Who speaks in an interview in print."""

from __future__ import annotations

from counterclaim.attributing import sources_of
from tests.unit.attributing.articles import read

INTERVIEW = (
    "ANN BELL, HOST:\n\nAt least nine people died in the port. How many were hurt?\n\n"
    "TOM REED: Good morning. Doctors tell us that 20 people are wounded.\n\nAnd 30 people were arrested.\n\n"
    "BELL: Were two ships hit?\n\nREED: Three ships were hit.\n\nFive stories follow."
)


def sources(words: str) -> list[str]:
    """Who is said to have said these words of the interview."""
    at = INTERVIEW.index(words)
    found = sources_of(at, at + len(words), read(INTERVIEW))
    return [] if found is None else [source.text for source in found.sources]


def test_guest_speaks_until_the_next_one_does() -> None:
    """A turn runs over its paragraphs; whoever is quoted in it comes second."""
    assert [["TOM REED", "Doctors"], ["TOM REED"], ["REED"]] == [
        sources("20 people"), sources("30 people"), sources("Three ships"),
    ]  # fmt: skip


def test_host_speaks_for_the_outlet() -> None:
    """What the outlet's own people say, and what follows the last turn, is the outlet's own voice."""
    assert [[], [], []] == [sources("nine people"), sources("two ships"), sources("Five stories")]


def test_surname_stands_for_the_one_introduced() -> None:
    """ "REED:" is Tom Reed."""
    assert {"TOM REED"} == {s.name for one in read(INTERVIEW) for s in one.sources if s.text.endswith("REED")}


def test_words_in_capitals_before_a_colon_are_no_speakers() -> None:
    """ "BREAKING:" introduces nobody."""
    assert () == read("BREAKING: Four people were killed. UPDATE: The port is closed. BREAKING: Eight were killed.")
