"""Who is who: the sides, bodies, organisations and speakers that texts name, in one editable registry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.name_mentions import NameMention, joined, joint_run
from counterclaim.names_matching import KEPT, Hit, Matcher, lower
from counterclaim.rules import Row, RuleSet

GENITIVE = frozenset({"name", "seat", "person"})
TURNS = ("stance", "tie", "outside")
SIDE_COLUMNS = {"names": "name", "adjectives": "adjective", "people": "people", "seats": "seat", "forces": "force"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One party: its canonical name, what it is (state, breakaway, group, people, coalition, body), its countries."""

    name: str
    kind: str
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A public speaker or leader: the body spoken for, the side, the term (years or months, None is open)."""

    name: str
    forms: frozenset[str]  # every spelling, in lower case
    organisation: str | None
    side: str | None
    role: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    name: str
    side: str | None


class Names:
    """The registry of one language: finds names in text and says whose they are."""

    def __init__(self, rules: RuleSet) -> None:
        self.sides = {side.name: side for side in map(_side, rules.table("sides"))}
        self.people = {person.name: person for person in map(_person, rules.table("spokespersons"))}
        entries = dict(_entries(rules))
        entries |= {bare: entries[form] for form in tuple(entries) if (bare := _bare_genitive(form, entries))}
        self._entries = list(entries.values())
        self._matcher = Matcher(list(entries))
        self._bodies = {form: row["body"] for row in rules.table("bodies") for form in _forms(row["forms"])}
        self._body_pattern = re.compile(_any_of(self._bodies))
        words = {kind: [row["word"] for row in rules.table("party_words") if row["kind"] == kind] for kind in TURNS}
        self._outside = re.compile(_any_of(words["outside"]), re.IGNORECASE)
        self._stance = re.compile(_any_of(words["stance"]) + "-$", re.IGNORECASE)
        self._tie = re.compile("-" + _any_of(words["tie"]), re.IGNORECASE)

    def find(self, text: str, offset: int = 0) -> tuple[NameMention, ...]:
        """Every name in the text, left to right, not overlapping; `offset` is added to start and end."""
        if offset == 0:
            return _found(self, text)
        return tuple(self._mention(text, hit, offset) for hit in self._matcher.find(text))

    def read(self, text: str) -> tuple[NameMention, ...]:
        """What `find` gives for a text by itself, read anew."""
        return tuple(self._mention(text, hit, 0) for hit in self._matcher.find(text))

    def _mention(self, text: str, hit: Hit, offset: int) -> NameMention:
        entry = self._entries[hit.form]
        return NameMention(
            text=text[hit.start : hit.end],
            start=hit.start + offset,
            end=hit.end + offset,
            kind=entry.kind,
            name=entry.name,
            side=entry.side,
            tied=self._is_tied(text, hit.start, hit.end),
        )

    def _is_tied(self, text: str, start: int, end: int) -> bool:
        if text[end : end + 1] == "-" and self._tie.match(text, end):
            return True
        return text[start - 1 : start] == "-" and bool(self._stance.search(text[max(0, start - 8) : start]))

    def side_of(self, phrase: str) -> str | None:
        """Whose the people or things of a phrase are: "Russian servicemen" gives "Russia"; None if not said.

        The head of the phrase counts before what follows "in", "near", "against": "US troops in Iraq" are American.
        Two joined are both: "Russian and Syrian jets" gives "Russia and Syria".
        """
        return joined(self.deciding(phrase))

    def deciding(self, phrase: str) -> tuple[NameMention, ...]:
        """The names that decide whose a phrase is: the first one, with those that "and" joins to it."""
        return _deciding(self, phrase)

    def decide(self, phrase: str) -> tuple[NameMention, ...]:
        """What `deciding` gives, read anew."""
        mentions = [mention for mention in self.find(phrase) if mention.side and not mention.tied]
        cut = self._outside.search(phrase, 1)
        ahead = [mention for mention in mentions if not cut or mention.start < cut.start()] or mentions
        return joint_run(phrase, ahead, 0) if ahead else ()

    def organisation(self, phrase: str, side: str | None = None) -> str | None:
        """The body that a phrase names: "Russia's Defense Ministry" gives "Ministry of Defence (Russia)".

        `side` is whose body it is where the phrase does not say ("the ministry"). A name of a side alone
        ("Moscow", "Hamas") is that side. None where the phrase names no body, or nobody knows whose.
        """
        mentions = self.find(phrase)
        named = next((mention.name for mention in mentions if mention.kind == "organisation"), None)
        person = next((self.people[mention.name] for mention in mentions if mention.kind == "person"), None)
        body, whose = self.body(phrase), self.side_of(phrase) or side
        if named or (person and not body):
            return named or (person.organisation if person else None)
        if body:
            return whose if whose and not self.is_state(whose) else f"{body} ({whose})" if whose else None
        return next((m.side for m in mentions if m.kind in ("name", "seat", "people", "force") and not m.tied), None)

    def body(self, phrase: str) -> str | None:
        """The kind of body that a phrase speaks of, whoever's: "the defence ministry" gives "Ministry of Defence"."""
        return _body(self, phrase)

    def read_body(self, phrase: str) -> str | None:
        """What `body` gives, read anew."""
        found = self._body_pattern.search(lower(phrase).replace("’", "'"))
        return self._bodies[found.group()] if found else None

    def person(self, phrase: str) -> tuple[str, str | None, str | None] | None:
        """The full name, body and side of the public speaker that a phrase names, or None."""
        found = next((mention.name for mention in self.find(phrase) if mention.kind == "person"), None)
        person = self.people.get(found) if found else None
        return (person.name, person.organisation, person.side) if person else None

    def is_called(self, person: str, written: str) -> bool:
        """Whether a public person's name is also written so: "Oleg Synegubov" is Oleh Syniehubov."""
        known = self.people.get(person)
        return known is not None and lower(written) in known.forms

    def in_office(self, person: str, day: str | None) -> bool:
        """Whether a public person held the office on a day (an ISO date); True where the day or the term is open."""
        known = self.people.get(person)
        if known is None or day is None:
            return True
        begun = known.first is None or known.first <= day[: len(known.first)]
        return begun and (known.last is None or day[: len(known.last)] <= known.last)

    def is_state(self, side: str) -> bool:
        """Whether a side is a state, or a body of people that has ministries and an army of its own."""
        known = self.sides.get(side)
        return known is not None and known.kind in ("state", "breakaway")


@lru_cache(maxsize=KEPT)  # the same phrases are asked about again and again
def _found(names: Names, text: str) -> tuple[NameMention, ...]:
    return names.read(text)


@lru_cache(maxsize=KEPT)
def _deciding(names: Names, phrase: str) -> tuple[NameMention, ...]:
    return names.decide(phrase)


@lru_cache(maxsize=KEPT)
def _body(names: Names, phrase: str) -> str | None:
    return names.read_body(phrase)


@lru_cache(maxsize=4)
def load_names(rules: RuleSet) -> Names:
    """The registry of the rules' language, built once."""
    return Names(rules)


def _entries(rules: RuleSet) -> Iterator[tuple[str, _Entry]]:
    """Forms with what they mean; of two rows with one form the later table wins."""
    for row in rules.table("sides"):
        for column, kind in SIDE_COLUMNS.items():
            for form in _forms(row[column]):
                yield form, _Entry(kind, row["side"], row["side"])
    for row in rules.table("spokespersons"):
        for form in _forms(row["forms"]):
            yield form, _Entry("person", row["name"], _known(row["side"]))
    for row in rules.table("organisations"):
        for form in _forms(row["forms"]):
            yield form, _Entry("organisation", row["organisation"], _known(row["side"]))


def _bare_genitive(form: str, entries: dict[str, _Entry]) -> str | None:
    """The genitive of a text that lost its apostrophes: "Syrias army"; None where there is none, or it is a form."""
    word = entries[form].kind in GENITIVE and form.isalpha() and len(form) > 3 and not form.isupper()
    return form + "s" if word and not form.endswith("s") and form + "s" not in entries else None


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form for form in cell.split("|") if form not in ("", "-"))


def _any_of(words: Iterable[str]) -> str:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b"


def _known(cell: str) -> str | None:
    return None if cell in ("", "-") else cell


def _side(row: Row) -> Side:
    return Side(name=row["side"], kind=row["kind"], countries=tuple(_forms(row["countries"].replace(" ", "|"))))


def _person(row: Row) -> Person:
    return Person(
        name=row["name"],
        forms=frozenset(map(lower, _forms(row["forms"]))),
        organisation=_known(row["organisation"]),
        side=_known(row["side"]),
        role=row["role"],
        first=_known(row["first"]),
        last=_known(row["last"]),
    )
