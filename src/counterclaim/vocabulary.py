"""The words of the public format, version 1: what may stand in a field (`docs/format.md`)."""

from __future__ import annotations

PEOPLE_EVENTS = (
    "killed", "injured", "casualties", "captured", "surrendered", "missing", "detained", "abducted",
    "released", "displaced", "evacuated", "deployed", "recruited",
)  # fmt: skip
THING_EVENTS = ("destroyed", "damaged", "hit", "downed", "seized", "launched", "attacks", "supplied")
TERRITORY_EVENTS = ("gained", "lost")
EVENTS = PEOPLE_EVENTS + THING_EVENTS + TERRITORY_EVENTS
STATEMENT_EVENTS = ("mistreated", "used_as_shield", "encircled", "ceasefire", "threatened", "agreed")

PEOPLE = (
    "combatant", "security", "civilian", "child", "woman", "journalist", "medic", "aid_worker",
    "official", "prisoner", "person",
)  # fmt: skip
THINGS = (
    "tank", "armoured_vehicle", "artillery", "mlrs", "air_defence", "radar", "aircraft", "helicopter", "drone",
    "missile", "munition", "ship", "vehicle", "weapon", "military_facility", "building", "hospital", "school",
    "infrastructure", "equipment", "attack",
)  # fmt: skip
TERRITORY = ("settlement", "area")
CATEGORIES = PEOPLE + THINGS + TERRITORY

FORMS = ("exact", "at_least", "at_most", "approx", "range", "vague", "none")
MODALITIES = ("asserted", "estimated", "possible", "denied", "planned")
BASES = ("cumulative", "period", "event", "rate", "unspecified")
ACTS = (
    "stated", "confirmed", "conceded", "claimed", "alleged", "accused", "estimated", "feared", "denied", "warned",
    "promised",
)  # fmt: skip
PARTS = ("title", "lead", "caption", "dateline", "subheading", "quote", "list", "body")
