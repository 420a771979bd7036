"""The words around place names, compiled once for each set of rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.rules import RuleSet


@dataclass(frozen=True, slots=True)
class Relation:
    """How a place stands to what happened, by the words before it. Weak: only for names that are known."""

    name: str
    rule: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """Lookups in lower case. `relations` are by phrase; `kinds_*` give the precision of "town", "province".

    `barred` words alone are no place, `common` ones no part of an unknown name, `plain` ones no part of a person's
    name beside a place.
    """

    relations: Mapping[str, Relation]
    relation_ends: frozenset[str]
    kinds_before: Mapping[str, str]
    kinds_after: Mapping[str, str]
    kind_rule: str
    loose: frozenset[str]
    never: frozenset[str]
    titles: frozenset[str]
    organisations: frozenset[str]
    directions: frozenset[str]
    codes: frozenset[str]
    inside: frozenset[str]
    joining: frozenset[str]
    lands: frozenset[str]
    shared: frozenset[str]
    peoples: frozenset[str]
    kind_links: frozenset[str]
    links: re.Pattern[str]
    long_parties: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, str]
    seats: Mapping[str, str]
    barred: frozenset[str]
    common: frozenset[str]
    plain: frozenset[str]
    everyday: frozenset[str]


@lru_cache(maxsize=4)
def wording(rules: RuleSet) -> Wording:
    """The wording of places in one language."""
    classes = _classes(rules)
    loose, never, directions = classes["loose"], classes["never"], classes["adjective"]
    relations = _relations(rules)
    kinds = rules.table("place_kinds")
    before = {row["word"]: row["precision"] for row in kinds if row["side"] != "after"}
    after = {row["word"]: row["precision"] for row in kinds if row["side"] != "before"}
    parties = _parties(rules)
    countries = _countries(rules)
    shut = never | directions | frozenset(parties)
    barred = shut | loose | classes["organisation"] | before.keys() | after.keys()
    return Wording(
        relations=relations,
        relation_ends=frozenset(phrase.rpartition(" ")[2] for phrase in relations),
        kinds_before=before,
        kinds_after=after,
        kind_rule=next((rule.id for rule in rules.rules("places") if rule.one("kind")), ""),
        loose=loose,
        never=never,
        titles=classes["title"],
        organisations=classes["organisation"],
        directions=directions,
        codes=classes["code"],
        inside=classes["inside"],
        joining=classes["joining"],
        lands=classes["land"],
        shared=classes["shared"],
        peoples=_peoples(rules),
        kind_links=classes["kind link"],
        links=_containing(classes["link"]),
        long_parties=_by_first_word([*parties, *sorted(classes["seat"])]),
        countries=countries,
        seats=_seats(rules),
        barred=frozenset(barred),
        common=shut | classes["organisation"] | after.keys() | classes["title"],
        plain=shut | loose | classes["title"] | before.keys() | after.keys() | countries.keys() | relations.keys(),
        everyday=frozenset({*barred, *relations, *(row["word"] for row in rules.table("common_words"))}),
    )


def _classes(rules: RuleSet) -> defaultdict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for row in rules.table("place_words"):
        found[row["class"]] |= {row["word"]}
    return found


def _containing(links: Iterable[str]) -> re.Pattern[str]:
    """What stands between a place and the region said to contain it: ", ", " in the northern ", ", a town in "."""
    either = "|".join(sorted(map(re.escape, links)))
    return re.compile(rf"(?:,|,? (?:{either})|[^,.;]{{0,24}} (?:{either}))\s*(?:\w+\s+){{0,2}}\Z")


def _relations(rules: RuleSet) -> dict[str, Relation]:
    return {
        phrase: Relation(rule.one("relation") or "in", rule.id, rule.one("weak") is not None)
        for rule in rules.rules("places")
        for phrase in rule.all("before")
    }


def _cell(text: str) -> list[str]:
    return [form.lstrip("=").lower() for form in text.split("|") if form not in ("", "-")]


def _parties(rules: RuleSet) -> list[str]:
    """Words that name a party, and so no place: adjectives, peoples, armed groups and forces of every side."""
    found = {form for row in rules.table("bodies") for form in _cell(row["forms"])}
    for row in rules.table("sides"):
        columns = ["adjectives", "people", "forces"]
        if row["kind"] in ("group", "coalition", "body"):
            columns.append("names")
        found.update(form for column in columns for form in _cell(row[column]))
    return sorted(found)


def _by_first_word(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        first, _, rest = name.partition(" ")
        if rest:
            found[first] = (*found.get(first, ()), name)
    return found


def _seats(rules: RuleSet) -> dict[str, str]:
    """Country code by seat of government."""
    states = [row for row in rules.table("sides") if row["kind"] == "state" and "|" not in row["countries"]]
    return {seat: row["countries"] for row in states for seat in _cell(row["seats"])}


def _peoples(rules: RuleSet) -> frozenset[str]:
    """The adjectives of every state and people."""
    rows = (row for row in rules.table("sides") if row["kind"] in ("state", "people", "breakaway"))
    return frozenset(form for row in rows for form in _cell(row["adjectives"]))


def _countries(rules: RuleSet) -> dict[str, str]:
    """Country code by adjective, people or name: geography only, which countries an article speaks of."""
    found: dict[str, str] = {}
    for row in rules.table("sides"):
        codes = row["countries"].split("|")
        if row["kind"] == "state" and len(codes) == 1:
            for column in ("names", "adjectives", "people"):
                found.update((form, codes[0]) for form in _cell(row[column]))
    return found
