"""The words around place names, compiled once for each set of rules."""

from __future__ import annotations

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
    """Lookups in lower case. `relations` are by phrase; `kinds_*` give the precision of "town", "province"."""

    relations: Mapping[str, Relation]
    kinds_before: Mapping[str, str]
    kinds_after: Mapping[str, str]
    kind_rule: str
    loose: frozenset[str]
    never: frozenset[str]
    titles: frozenset[str]
    organisations: frozenset[str]
    directions: frozenset[str]
    parties: frozenset[str]
    long_parties: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, str]
    codes: frozenset[str]


@lru_cache(maxsize=4)
def wording(rules: RuleSet) -> Wording:
    """The wording of places in one language."""
    classes: dict[str, set[str]] = {}
    for row in rules.table("place_words"):
        classes.setdefault(row["class"], set()).add(row["word"])
    kinds = rules.table("place_kinds")
    parties = _parties(rules)
    return Wording(
        relations={
            phrase: Relation(rule.one("relation") or "in", rule.id, rule.one("weak") is not None)
            for rule in rules.rules("places")
            for phrase in rule.all("before")
        },
        kinds_before={row["word"]: row["precision"] for row in kinds if row["side"] != "after"},
        kinds_after={row["word"]: row["precision"] for row in kinds if row["side"] != "before"},
        kind_rule=next((rule.id for rule in rules.rules("places") if rule.one("kind")), ""),
        loose=frozenset(classes.get("loose", ())),
        never=frozenset(classes.get("never", ())),
        titles=frozenset(classes.get("title", ())),
        organisations=frozenset(classes.get("organisation", ())),
        directions=frozenset(classes.get("adjective", ())),
        parties=frozenset(parties),
        long_parties=_by_first_word(parties),
        countries=_countries(rules),
        codes=frozenset(classes.get("code", ())),
    )


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


def _countries(rules: RuleSet) -> dict[str, str]:
    """Country code by adjective, people or name: geography only, which countries an article speaks of."""
    found: dict[str, str] = {}
    for row in rules.table("sides"):
        codes = row["countries"].split("|")
        if row["kind"] == "state" and len(codes) == 1:
            for column in ("names", "adjectives", "people"):
                found.update((form, codes[0]) for form in _cell(row[column]))
    return found
