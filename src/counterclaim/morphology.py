"""Forms of English words: the rules name a word once, the text has it in any form."""

from __future__ import annotations

from functools import lru_cache

from counterclaim.rules import load_rules

VOWELS = frozenset("aeiou")
SIBILANTS = ("s", "x", "z", "ch", "sh")


@lru_cache(maxsize=1)
def _irregular_verbs() -> dict[str, tuple[str, ...]]:
    return {row["base"]: tuple(row["forms"].split()) for row in load_rules("en").table("verbs")}


@lru_cache(maxsize=1)
def _irregular_nouns() -> dict[str, str]:
    return {row["base"]: row["plural"] for row in load_rules("en").table("nouns")}


@lru_cache(maxsize=1)
def _spelled_alike() -> dict[str, frozenset[str]]:
    rows = load_rules("en").table("word_forms")
    return {kind: frozenset(row["word"] for row in rows if row["class"] == kind) for kind in ("doubling", "no_man")}


def verb_forms(base: str) -> frozenset[str]:
    """Every form of a verb: "kill" gives kill, kills, killing, killed; a phrase inflects its first word.

    Irregular verbs stand in `rules/en/verbs.tsv`. A verb in -l has both spellings ("shelled", "levelled", "leveled").
    """
    head, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    forms = {head, participle(head), *_irregular_verbs().get(head, (past(head),))}
    if not any(form.endswith("s") for form in forms - {head}):
        forms.add(third_person(head))
    if _is_closed(head) and head.endswith("l"):
        forms |= {form.replace(head, head + "l") for form in forms if form in (head + "ing", head + "ed")}
    return frozenset(form + tail for form in forms)


def plural(noun: str) -> str:
    """The plural of a noun: "body" gives "bodies", "militiaman" gives "militiamen", "child" gives "children".

    Irregular nouns stand in `rules/en/nouns.tsv`; the last word of a phrase is inflected.
    """
    rest, space, head = noun.rpartition(" ")
    return rest + space + (_irregular_nouns().get(head) or _regular_plural(head))


def _regular_plural(noun: str) -> str:
    if noun.endswith("man") and noun.lower() not in _spelled_alike()["no_man"]:
        return noun[:-3] + "men"
    if noun.endswith("o"):
        return noun + "s"  # "commandos"; the few in -oes stand in the table
    return third_person(noun)


def third_person(base: str) -> str:
    """The -s form: "clash" gives "clashes", "bury" gives "buries", "veto" gives "vetoes"."""
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    if base.endswith(SIBILANTS) or (base.endswith("o") and base[-2:-1] not in VOWELS):
        return base + "es"
    return base + "s"


def past(base: str) -> str:
    """The regular past: "admit" gives "admitted", "target" gives "targeted", "panic" gives "panicked"."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def participle(base: str) -> str:
    """The -ing form: "die" gives "dying", "stop" gives "stopping", "be" gives "being"."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and len(base) > 2 and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _stem(base) + "ing"


def _stem(base: str) -> str:
    """The base as it stands before -ed and -ing, with its last consonant doubled where the stress asks for it."""
    if base.endswith("ic"):
        return base + "k"
    doubles = _is_closed(base) and (_syllables(base) == 1 or base in _spelled_alike()["doubling"])
    return base + base[-1] if doubles else base


def _is_closed(base: str) -> bool:
    """Whether a word ends in one vowel and one consonant; the u of "qu" is no vowel."""
    if len(base) < 3 or base[-1] in VOWELS | set("wxy") or base[-2] not in VOWELS:
        return False
    return base[-3] not in VOWELS or base[-4:-2] == "qu"


def _syllables(base: str) -> int:
    word = base.replace("qu", "q")
    return sum(a in VOWELS and b not in VOWELS for a, b in zip(word, word[1:] + "#", strict=True))
