"""Numbers that count nobody and nothing (years, ages, prices, names with numbers), and the reason for each."""

from __future__ import annotations

import re

from counterclaim.finding.quantity_atoms import Atom
from counterclaim.finding.quantity_bounds import Bounded
from counterclaim.finding.quantity_frames import frame_around
from counterclaim.finding.quantity_lexicon import word_before
from counterclaim.finding.quantity_patterns import squeeze
from counterclaim.finding.quantity_signs import Signs, signs
from counterclaim.rules import RuleSet

OPENERS = "([{\"'“‘«<„"
CLOSERS = ")]}\"'”’»>.,;:!?…"
EDGES = frozenset(" \t\n\r\u00a0\u202f\u2009—…([{|")
DASHES = frozenset({"-", "–", "—", "‒", ":"})
OLDEST = 110
LONGEST_MONTH = 31
FIRST_YEAR, LAST_YEAR = 1900, 2100
REACH = 32  # characters before a number in which the longest phrase can stand
LONGEST_ABBREVIATION = 4  # "Art. 5", but not "in April. Two men"
BOUNDED_TOO = frozenset({"not_count.age", "not_count.population", "not_count.votes"})  # "aged over 18"
# Reasons that hold for a number joined on: "aged 15 and 17", "Resolutions 242 and 338".
CARRIED = frozenset({"not_count.age", "not_count.name", "not_count.date", "not_count.year", "not_count.votes"})
THREE_PLACES = re.compile(r"\d{1,3}\.\d{3}")
SCORE = re.compile(r"(\d{1,3})(?:[-–]|-to-)(\d{1,3})")
COMPOUND = re.compile(r"[-‑][^\W\d_]")


def non_count(text: str, lower: str, item: Bounded, rules: RuleSet) -> str | None:
    """The id of the rule by which a number counts nothing, or None.

    A range counts nothing if one of its ends does not ("aged 18-60", "two or three days").
    """
    table = signs(rules)
    for atom in item.ends or (item.atom,):
        rule = _rule(text, lower, atom, item.left if atom.start == item.atom.start else atom.start, item, table)
        if rule is None and atom.numeral is not None and atom.numeral.digits:
            rule = frame_around(text, atom.start, atom.end, rules)
        if rule:
            return rule
    return None


def split_false_range(text: str, lower: str, item: Bounded, rules: RuleSet) -> tuple[Bounded, ...]:
    """The item, or both ends apart where only the first is a date: "since Dec. 5 to 922"."""
    if not item.ends or not _before(text, lower, item.ends[0], item.ends[0].start, signs(rules)):
        return (item,)
    low, high = item.ends
    if _is_day(low) and _is_day(high):
        return (item,)
    return Bounded(low, item.bound, item.left), Bounded(high, None, high.start)


def _rule(text: str, lower: str, atom: Atom, left: int, item: Bounded, table: Signs) -> str | None:
    if atom.numeral is None:
        return _after(text, lower, atom, table) if atom.form == "vague" else None
    return (
        _after(text, lower, atom, table)
        or _shape(lower, atom, table)
        or _before(text, lower, atom, left, table)
        or _year(lower, atom, item, table)
        or _pronoun(lower, atom, table)
        or _own_form(text, lower, atom, item, table)
    )


def _shape(lower: str, atom: Atom, table: Signs) -> str | None:
    start, end = chunk(lower, atom.start, atom.end)
    if not atom.numeral or not atom.numeral.digits or (start == atom.start and end == atom.end):
        return None
    if start == atom.start and lower[atom.end - 1].isalpha() and lower[atom.end : atom.end + 1] in ("-", "–"):
        return None  # "5k-20k"
    run = lower[start:end]
    score = SCORE.fullmatch(run)
    if score and int(score.group(1)) >= int(score.group(2)):
        return "not_count.votes"  # a range would rise
    return next((rule for shape, rule in table.shapes if shape.fullmatch(run)), None)


def chunk(lower: str, start: int, end: int) -> tuple[int, int]:
    """The run of characters without blanks around a number, without brackets, quotation marks and stops at its ends."""
    left, right = start, end
    while left and lower[left - 1] not in EDGES:
        left -= 1
    while right < len(lower) and lower[right] not in EDGES:
        right += 1
    while left < start and lower[left] in OPENERS:
        left += 1
    while right > end and lower[right - 1] in CLOSERS:
        right -= 1
    return left, right


def _after(text: str, lower: str, atom: Atom, table: Signs) -> str | None:
    at = atom.end
    if atom.form == "vague" and lower.startswith(" of ", at):
        at += 3
    match = table.after.match(lower, at)
    if match is None:
        return None
    phrase = squeeze(match.group(1))
    rule = table.after_rules[phrase]
    if rule == "not_count.date" and not _is_day_of(phrase, text[match.start(1)], atom, table):
        return None
    if rule == "not_count.date" and table.cannot_follow.match(lower, match.end()):
        return None
    if rule == "not_count.fraction" and atom.low is not None and atom.low > 10 and lower[at : at + 1] == "-":
        return "not_count.ordinal"  # "twenty-third"
    if rule == "not_count.ordinal" and lower[at : at + 1] != "-":
        return None  # "the two first attacks"
    return rule


def _is_day_of(month: str, initial: str, atom: Atom, table: Signs) -> bool:
    """Whether a number before a month is its day: "24 May", but not "24 may have died"."""
    return _is_day(atom) and (month not in table.capitals or initial.isupper())


def _before(text: str, lower: str, atom: Atom, left: int, table: Signs) -> str | None:
    for at in (atom.start,) if left == atom.start else (atom.start, left):
        match = table.before.search(lower, max(0, at - REACH), at)
        if match is None:
            continue
        phrase = squeeze(match.group(1))
        upper = text[match.start(1)].isupper()
        if phrase in table.capitals_only and not upper:
            continue
        if phrase in table.numbered and word_before(lower, match.start(1)) in table.spans:
            continue  # "in the past week 30 people"
        for rule in table.before_rules[phrase]:
            if at != atom.start and rule not in BOUNDED_TOO:
                continue
            if rule == "not_count.date":
                fits = (upper or phrase not in table.capitals) and _in_date(lower, match.start(1), atom, table)
            else:
                fits = _fits(rule, atom)
            if fits and _adjoins(phrase, lower[match.end(1) : at]):
                return rule
    return None


def _adjoins(phrase: str, gap: str) -> bool:
    """Whether no bracket and no end of a sentence parts a phrase from its number."""
    return "(" not in gap and ("." not in gap or len(phrase) <= LONGEST_ABBREVIATION)


def _fits(rule: str, atom: Atom) -> bool:
    if rule == "not_count.age":
        return atom.high is not None and atom.high <= OLDEST
    return rule != "not_count.sequence" or bool(atom.numeral and atom.numeral.digits)


def _is_day(atom: Atom) -> bool:
    return bool(atom.numeral and atom.numeral.digits and 1 <= atom.numeral.value <= LONGEST_MONTH)


def _is_year(atom: Atom) -> bool:
    numeral = atom.numeral
    return bool(
        numeral and numeral.digits and numeral.end - numeral.start == 4 and FIRST_YEAR <= numeral.value <= LAST_YEAR
    )


def _in_date(lower: str, month: int, atom: Atom, table: Signs) -> bool:
    """Whether a number after a month is its day or year: "May 5", "13 Nov 89"; not "23 September 28 bodies"."""
    if _is_year(atom):
        return True
    counted = table.years.counted.match(lower, atom.end) is not None
    if lower[:month].rstrip()[-1:].isdigit():
        return atom.end - atom.start == 2 and not counted
    return _is_day(atom) and not (counted and word_before(lower, month) in table.years.months_after)


def _year(lower: str, atom: Atom, item: Bounded, table: Signs) -> str | None:
    if not _is_year(atom) or lower.startswith(" (+", atom.end):
        return None
    counted = table.years.counted.match(lower, atom.end) is not None
    if item.bound is not None:  # "more than 2000 died", but "beyond 2024"
        return None if counted or int(atom.low or 0) % 100 == 0 else "not_count.year"
    word = word_before(lower, atom.start)
    if counted:
        if word not in table.years.before:
            return None
        if atom.low is not None and atom.low % 100 == 0 and word in table.years.weak:
            return None
    listed = not word and lower[max(0, atom.start - 2) : atom.start].strip() in DASHES
    return None if listed and lower[atom.end : atom.end + 1] in (",", ";") else "not_count.year"


def _pronoun(lower: str, atom: Atom, table: Signs) -> str | None:
    if lower[atom.start : atom.end] not in table.small["one"]:
        return None
    after = table.pronoun_after.match(lower, atom.end)
    before = table.pronoun_before.search(lower, max(0, atom.start - REACH), atom.start)
    return "not_count.pronoun" if after or before else None


def _own_form(text: str, lower: str, atom: Atom, item: Bounded, table: Signs) -> str | None:
    if not item.atom.exact:  # "1.5 to 2 million" is whole
        return "not_count.ambiguous" if THREE_PLACES.fullmatch(lower, atom.start, atom.end) else "not_count.broken"
    if atom.numeral and atom.numeral.digits:
        if _is_entry(lower, atom):
            return "not_count.list_number"
        if lower[atom.start] == "0" and lower[atom.start + 1 : atom.end].isdigit():
            return "not_count.identifier"  # "at 0900", "007"
        # "200m gold" is a length, "6m people" and "1.5m" are millions
        metres = lower.endswith("m", atom.start, atom.end) and "." not in lower[atom.start : atom.end]
        if metres and not table.years.counted.match(lower, atom.end):
            return "not_count.distance"
    if _is_age(text, atom, table):
        return "not_count.age"
    return "not_count.compound" if COMPOUND.match(lower, atom.end) else None


def _is_entry(lower: str, atom: Atom) -> bool:
    """Whether the number only numbers something: "4. The army", "[12]", a line with nothing else."""
    if lower[atom.start - 1 : atom.start] == "[" and lower.startswith("]", atom.end):
        return True
    before, after = lower[: min(atom.start, REACH)].strip(), lower[atom.end : atom.end + 2]
    return not before.strip(OPENERS) and after in (". ", ") ", ".", ")", "")


def _is_age(text: str, atom: Atom, table: Signs) -> bool:
    """Whether the number is an age in apposition: "Ahmed Ali, 22, was killed"."""
    if not (atom.numeral and atom.numeral.digits and atom.numeral.value <= OLDEST):
        return False
    name = text[max(0, atom.start - REACH) : atom.start].split()[-1:]
    named = bool(name and name[0][0].isupper() and name[0].endswith(","))
    return named and table.apposition.match(text, atom.end) is not None


def carried(lower: str, last: Atom, rule: str, atom: Atom, rules: RuleSet) -> bool:
    """Whether the reason of the number before holds for this one, joined on without a noun: "aged 15 and 17"."""
    if rule not in CARRIED or atom.numeral is None or (rule == "not_count.date" and atom.numeral.value > LONGEST_MONTH):
        return False
    gap = lower[last.end : atom.start].strip()
    return gap in signs(rules).chains and signs(rules).headless.match(lower, atom.end) is not None
