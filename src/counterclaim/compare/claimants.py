"""Who claims: bodies with their speakers and spellings, and which one some words name, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from counterclaim.names import Person, load_names
from counterclaim.rules import RuleSet

SPELLING = 92  # of 100: how alike two spellings of one name are


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A public speaker of a body, with the term: years or months, None is open."""

    name: str
    role: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimant:
    """A body or party that claims: its registered name, whose it is, its spellings and its public speakers."""

    name: str
    side: str | None
    kind: str
    aliases: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What some words name: the registered name, how sure (0 to 1), and why."""

    name: str
    side: str | None
    score: float
    reason: str


@dataclass(slots=True)
class Registry:
    """The claimants of one language, from the editable tables of names, with what people have merged.

    `merged` says for a name which name it is kept under; taking an entry out undoes the merge.
    """

    rules: RuleSet
    merged: Mapping[str, str] = field(default_factory=dict)

    def claimants(self) -> tuple[Claimant, ...]:
        """Every registered claimant, in order of names: sides, organisations, and bodies that only speakers name."""
        found = {claimant.name: claimant for claimant in (*_sides(self.rules), *_organisations(self.rules))}
        for name, speakers in _speakers(self.rules).items():
            known = found.get(name) or Claimant(name=name, side=_side_of(name, self.rules), kind="body")
            found[name] = Claimant(
                name=name, side=known.side, kind=known.kind, aliases=known.aliases, speakers=tuple(speakers)
            )
        return tuple(found[name] for name in sorted(found))

    def match(self, words: str, *, side: str | None = None, day: str | None = None) -> Match:
        """Whom some words name; the words themselves, with score 0, where nobody is known by them.

        `day` is when it was said: a speaker stands for a body within the term only.
        """
        found = self._known(words, side, day)
        name = self.kept_under(found.name)
        if name == found.name:
            return found
        return Match(name=name, side=found.side, score=found.score, reason=f"{found.reason}; merged with {name}")

    def kept_under(self, name: str) -> str:
        """The name that a name was merged into, step by step; itself where it was not."""
        seen = {name}
        while (further := self.merged.get(name, name)) not in seen:
            seen.add(further)
            name = further
        return name

    def _known(self, words: str, side: str | None, day: str | None) -> Match:
        names = load_names(self.rules)
        named = names.person(words)
        if named:
            return _spoken_for(names.people[named[0]], day)
        body = names.organisation(words, side)
        if body:
            whose = names.side_of(words) or side
            return Match(name=body, side=whose, score=1.0, reason=f"{words!r} names it")
        return self._by_spelling(words) or Match(name=words, side=side, score=0.0, reason="in no table of names")

    def _by_spelling(self, words: str) -> Match | None:
        """The claimant whose name or alias is spelt nearly so."""
        spelt = [
            (fuzz.ratio(words.lower(), alias.lower()), claimant)
            for claimant in self.claimants()
            for alias in (claimant.name, *claimant.aliases)
            if abs(len(alias) - len(words)) <= 3 < len(words)
        ]
        likeness, claimant = max(spelt, key=lambda found: found[0], default=(0, None))
        if claimant is None or likeness < SPELLING:
            return None
        reason = f"{words!r} is spelt almost like it ({likeness:.0f} of 100)"
        return Match(name=claimant.name, side=claimant.side, score=likeness / 125, reason=reason)


def _spoken_for(person: Person, day: str | None) -> Match:
    """The body that a public speaker stands for; out of term only the speaker."""
    if day and not in_term(day, person.first, person.last):
        term = f"{person.first or '…'} to {person.last or '…'}"
        return Match(name=person.name, side=person.side, score=0.5, reason=f"{person.name} spoke for it from {term}")
    body = person.organisation or person.side or person.name
    return Match(name=body, side=person.side, score=0.95, reason=f"{person.name} speaks for it")


def in_term(day: str, first: str | None, last: str | None) -> bool:
    """Whether a day lies in a term of years or months, ends included; an open end includes all."""
    return (first is None or day[: len(first)] >= first) and (last is None or day[: len(last)] <= last)


def merges(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names to keep others under, from pairs that people called the same; the first name of a pair is kept."""
    return {other: one for one, other in pairs if one != other}


def _sides(rules: RuleSet) -> Iterable[Claimant]:
    for row in rules.table("sides"):
        aliases = (*_forms(row["names"]), *_forms(row["seats"]), *_forms(row["forces"]))
        yield Claimant(name=row["side"], side=row["side"], kind=row["kind"], aliases=aliases)


def _organisations(rules: RuleSet) -> Iterable[Claimant]:
    for row in rules.table("organisations"):
        side = row["side"] if row["side"] not in ("", "-") else None
        yield Claimant(name=row["organisation"], side=side, kind=row["kind"], aliases=_forms(row["forms"]))


def _speakers(rules: RuleSet) -> dict[str, list[Speaker]]:
    found: dict[str, list[Speaker]] = {}
    for person in load_names(rules).people.values():
        body = person.organisation or person.side
        if body:
            speaker = Speaker(name=person.name, role=person.role, first=person.first, last=person.last)
            found.setdefault(body, []).append(speaker)
    return found


def _side_of(name: str, rules: RuleSet) -> str | None:
    return load_names(rules).side_of(name)


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.removeprefix("=") for form in cell.split("|") if form not in ("", "-"))
