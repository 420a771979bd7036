"""Forms of English words: the rules name a word once, the text has it in any form."""

from __future__ import annotations

from functools import lru_cache

from counterclaim.rules import load_rules

VOWELS = frozenset("aeiou")
# Two-syllable verbs stressed on the last syllable double their consonant; the others ("target", "open") do not.
DOUBLING_LONG = frozenset({"admit", "commit", "permit", "repel", "propel", "expel", "occur", "concur", "deter", "refer",
                           "rebut", "submit", "transmit", "kidnap", "abut", "compel", "incur", "recur"})  # fmt: skip


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row["base"]: tuple(row["forms"].split()) for row in load_rules("en").table("verbs")}


def verb_forms(base: str) -> frozenset[str]:
    """Every form of a verb: "kill" gives kill, kills, killing, killed; a phrase inflects its first word.

    Irregular verbs stand in `rules/en/verbs.tsv`.
    """
    head, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    irregular = _irregular().get(head)
    forms = {head, *irregular} if irregular else {head, third_person(head), past(head)}
    forms |= {third_person(head), participle(head)}
    return frozenset(form + tail for form in forms)


def plural(noun: str) -> str:
    """The regular plural of a noun: "body" gives "bodies", "militiaman" gives "militiamen"."""
    if noun.endswith("man") and noun != "human":
        return noun[:-3] + "men"
    return third_person(noun)


def third_person(base: str) -> str:
    """The -s form: "clash" gives "clashes", "bury" gives "buries"."""
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base + "s"


def past(base: str) -> str:
    """The regular past: "admit" gives "admitted", "target" gives "targeted"."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def participle(base: str) -> str:
    """The -ing form: "die" gives "dying", "stop" gives "stopping"."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _stem(base) + "ing"


def _stem(base: str) -> str:
    closed = len(base) > 2 and base[-1] not in VOWELS | set("wxy") and base[-2] in VOWELS and base[-3] not in VOWELS
    syllables = sum(a in VOWELS and b not in VOWELS for a, b in zip(base, base[1:] + "#", strict=True))
    return base + base[-1] if closed and (syllables == 1 or base in DOUBLING_LONG) else base
