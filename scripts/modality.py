"""How firmly a claim is said, on pairs of sentences: one in which it has a modality or caveat, its twin in which not.

`python -m scripts.modality tests/specs/modality` prints the figures of each class; `--wrong` names the sentences.
The figure that is meant stands in braces: "The army denied that {30} soldiers were killed."
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from counterclaim.extraction import Extraction
from counterclaim.pipeline import Reader, extract_all
from counterclaim.reading import Given, read_text
from counterclaim.records import Claim
from counterclaim.rules import load_rules

UNREAL = "unreal"  # the class of what nobody asserts: negated, asked, conditional, threatened
PUBLISHED = "2022-03-02"
MARKED = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence of a pair: its text, the figure meant, whether the class must hold, and what else is expected."""

    kind: str
    text: str
    figure: str
    holds: bool
    more: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scored:
    """Hits, false alarms and misses of one class, and how many of its figures were read at all."""

    hits: int
    alarms: int
    misses: int
    read: int
    cases: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, to three digits."""
        total = 2 * self.hits + self.alarms + self.misses
        return round(2 * self.hits / total, 3) if total else 0.0


def load_pairs(folder: Path) -> list[Case]:
    """The sentences of every class of a folder: a file for each, named after the class."""
    return [case for file in sorted(folder.glob("*.yaml")) for case in _cases(file)]


def _cases(file: Path) -> Iterator[Case]:
    for pair in yaml.load(file.read_text("utf-8"), yaml.BaseLoader):
        more = {key: value for key, value in pair.items() if key not in ("yes", "no")}
        for key in ("yes", "no"):
            figure = MARKED.search(pair[key])
            assert figure is not None, f"{file.name}: no figure in braces in {pair[key]!r}"
            yield Case(file.stem, MARKED.sub(r"\1", pair[key]), figure[1], key == "yes", more if key == "yes" else {})


def read_cases(cases: Sequence[Case], reader: Reader) -> list[tuple[Claim, ...]]:
    """For each sentence the claims of the figure that is meant."""
    given = Given(published=PUBLISHED, language="en")
    found = extract_all((read_text(case.text, given=given) for case in cases), reader)
    return [
        tuple(c for c in item.claims if c.quantity.text == case.figure) if isinstance(item, Extraction) else ()
        for case, item in zip(cases, found, strict=True)
    ]


def told(claims: Sequence[Claim], kind: str) -> bool:
    """Whether a figure is of a class: its modality, one of its caveats, or "unreal" where nobody asserts it."""
    if kind == UNREAL:
        return all(claim.modality != "asserted" for claim in claims)
    return any(claim.modality == kind or any(caveat.kind == kind for caveat in claim.caveats) for claim in claims)


def score(cases: Sequence[Case], found: Sequence[Sequence[Claim]]) -> dict[str, Scored]:
    """The figures of each class."""
    return {kind: _score(kind, cases, found) for kind in sorted({case.kind for case in cases})}


def _score(kind: str, cases: Sequence[Case], found: Sequence[Sequence[Claim]]) -> Scored:
    mine = [(case, claims) for case, claims in zip(cases, found, strict=True) if case.kind == kind]
    pairs = [(case.holds, told(claims, kind)) for case, claims in mine]
    return Scored(
        hits=pairs.count((True, True)),
        alarms=pairs.count((False, True)),
        misses=pairs.count((True, False)),
        read=sum(bool(claims) for _, claims in mine),
        cases=len(mine),
    )


def wrong(cases: Sequence[Case], found: Sequence[Sequence[Claim]]) -> Iterator[str]:
    """The sentences that were read otherwise than they say, each with what was read."""
    for case, claims in zip(cases, found, strict=True):
        if told(claims, case.kind) != case.holds or (not claims and case.kind != UNREAL):
            read = [(c.event, c.modality, [caveat.text for caveat in c.caveats]) for c in claims]
            yield f"{case.kind:12} {'yes' if case.holds else 'no':4} {case.text}  ->  {read}"


def main() -> None:
    """Print the figures of every class."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true", help="name the sentences that are read otherwise")
    options = parser.parse_args()
    cases = load_pairs(options.folder)
    found = read_cases(cases, Reader(load_rules("en")))
    print("class         pairs   F1     hits alarms misses   read")
    for kind, s in score(cases, found).items():
        print(f"{kind:12} {s.cases // 2:6}  {s.f1:.3f} {s.hits:5} {s.alarms:6} {s.misses:6}   {s.read}/{s.cases}")
    if options.wrong:
        print(*wrong(cases, found), sep="\n")


if __name__ == "__main__":
    main()
