"""Place names in running text: names of the gazetteer, and names that the words around them make a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.gazetteer.index import Entry, Gazetteer
from counterclaim.gazetteer.wording import Relation, Wording, wording
from counterclaim.rules import RuleSet

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-'’‘ʼ][^\W\d_]+)*|\d[\d,.]*|[^\w\s]")
ARTICLE_NAME = re.compile(r"(?:al|el|ar|as|ash|at|ad|an|az|ul)[-'’][^\W\d_a-z]")
# Written like one name: no inner capital ("GeoConfirmed"), no compound that ends in a common word ("rebel-held").
NAMED = re.compile(r"(?:[^\W\d_]['’])?(?:Mc|Mac|al-|el-)?(?:[^\W\d_][^\W\d_A-Z]*|[^\W\d_a-z]+)(?:[-'’‘ʼ](?:[^\W\d_]{1,2}[-'’])?[^\W\d_a-z].*|['’]s?)?$")
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
INSIDE = frozenset("al el ar as ash at ad an az ez ed er es et de del la las los le of the upon on i e bin bou ben and ul".split())
WELL_KNOWN = 100_000  # inhabitants from which a name alone, without words around it, is a place
TOWN = 20_000  # the same where everything is in capitals, words as well as names
LONGEST = 5
WIDE = frozenset({"country", "continent", "region", "sea", "point", "district"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place name in a text.

    `relation` is in, near, from, toward, direction or None; `direction` the words of a direction ("south-west of").
    `kind` is the precision said by a word beside the name ("town": settlement). `attributive` marks a name that only
    describes what follows ("the Aleppo media centre"), `weak` a relation that means a place only if other things
    speak for it ("of", "for"); `group` numbers names in one list. `known` says whether the
    gazetteer has the very name.
    """

    text: str
    start: int
    end: int
    known: bool
    relation: str | None = None
    direction: str | None = None
    kind: str | None = None
    attributive: bool = False
    group: int = 0
    weak: bool = False
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark. `name` is true for words written like names."""

    text: str
    lower: str
    start: int
    end: int
    name: bool


def recognise(text: str, gazetteer: Gazetteer, rules: RuleSet, *, offset: int = 0) -> tuple[PlaceMention, ...]:
    """The place names of a text, in order; `offset` is added to every span.

    "in the village of Borovenki, south-west of Kharkov" gives Borovenki (in, settlement) and Kharkov (direction).
    """
    reader = _Reader(text, gazetteer, wording(rules), offset)
    found: list[PlaceMention] = []
    at = 0
    while at < len(reader.tokens):
        read = reader.read(at, found[-1] if found else None) if reader.tokens[at].name else None
        if read is None:
            at += 1
            continue
        at, mention = read
        if mention is not None:
            found.append(mention)
    return tuple(found)


class _Reader:
    """One pass over the tokens of a text."""

    def __init__(self, text: str, gazetteer: Gazetteer, words: Wording, offset: int) -> None:
        self.text, self.gazetteer, self.words, self.offset = text, gazetteer, words, offset
        self.tokens = tokens_of(text)
        self.lowered = len(text) > 40 and text.islower()
        if self.lowered:
            self.tokens = [replace(token, name=self._may_be_name(at)) for at, token in enumerate(self.tokens)]
        letters = [token for token in self.tokens if len(token.text) > 3 and token.text[0].isalpha()]
        self.shouted = len(letters) > 2 and all(token.text.isupper() for token in letters)
        named = sum(token.name for token in letters)
        self.headline = self.shouted or (len(letters) > 3 and named > 0.8 * len(letters))
        self.plurals: set[str] = set()
        self.last_end = -1  # token index after the last mention

    def read(self, at: int, last: PlaceMention | None) -> tuple[int, PlaceMention | None] | None:
        """The index after the name that begins at `at` and its mention, None where no place begins there."""
        known = self._known(at)
        end = known or self._run(at)
        if end <= at:
            return None
        listed = last is not None and self._continues(at) and not POSSESSIVE.search(self.tokens[end - 1].text)
        relation, direction, kind, rules = self._before(at)
        kind_after, after = self._after(end)
        if listed and last is not None and relation is None:
            relation, direction, kind = last.relation, last.direction, kind or last.kind
            rules = last.rules
        kind = kind_after or kind
        firm = self._is_place(at, end, bool(known), relation_of=rules, kind=kind, listed=listed, last=last)
        if not firm:
            return (end, None) if known and end - at > 1 else None
        start, stop = self.tokens[at].start, self._stop(end)
        if kind and self.words.kind_rule not in rules:
            rules = (*rules, self.words.kind_rule)
        mention = PlaceMention(
            text=self.text[start:stop],
            start=start + self.offset,
            end=stop + self.offset,
            known=bool(known),
            relation=relation,
            direction=direction,
            kind=kind,
            attributive=self._attributive(end, kind_after),
            group=last.group if listed and last is not None else (last.group + 1 if last else 1),
            weak=any(relation.weak and relation.rule == rules[0] for relation in self.words.relations.values() if rules),
            rules=rules,
        )
        self.last_end = after
        return end, mention

    def _may_be_name(self, at: int) -> bool:
        """In a text without capitals only a word after "in" or "near" can be taken for a name."""
        relation = self.words.relations.get(self.tokens[at - 1].lower) if at else None
        return relation is not None and relation.name in ("in", "near") and len(self.tokens[at].text) > 3

    def _stop(self, end: int) -> int:
        token = self.tokens[end - 1]
        bare = POSSESSIVE.sub("", token.text)
        if bare == token.text and bare in self.plurals:
            return token.end - 1
        return token.end - (len(token.text) - len(bare))

    def _name(self, at: int, end: int) -> str:
        return self.text[self.tokens[at].start : self._stop(end)]

    def _known(self, at: int) -> int:
        """The index after the longest name of the gazetteer that begins at `at`; 0 for none."""
        tokens = self.tokens
        if tokens[at].lower in self.words.loose or self._party_begins(at):
            return 0
        limit = at + 1
        while limit < len(tokens) and limit < at + LONGEST and (tokens[limit].name or tokens[limit].lower in INSIDE):
            limit += 1
        for end in range(limit, at, -1):
            if not tokens[end - 1].name:
                continue
            if end == at + 1 and self._barred(tokens[at]):
                return 0
            if self.gazetteer.knows(self._name(at, end)):
                return end
        return self._known_plural(at)

    def _party_begins(self, at: int) -> bool:
        """Whether the name of a party in several words begins here: "Islamic State"."""
        names = self.words.long_parties.get(self.tokens[at].lower, ())
        return bool(names) and self.text[self.tokens[at].start :][:60].lower().startswith(names)

    def _known_plural(self, at: int) -> int:
        """As `_known`, for a possessive whose apostrophe was lost: "Aleppos civilians"."""
        word = self.tokens[at].text
        lost = len(word) > 5 and word.endswith("s") and word[-2:] != "ss" and self.gazetteer.knows(word[:-1])
        if not lost or not _well_known(self.gazetteer.named(word[:-1])):
            return 0
        self.plurals.add(word)
        return at + 1

    def _barred(self, token: Token) -> bool:
        bare = POSSESSIVE.sub("", token.lower)
        words = self.words
        barred = bare in words.never or bare in words.loose or bare in words.parties or bare in words.directions
        if barred or bare in words.kinds_before or bare in words.kinds_after:
            return True
        code = len(bare) < 6 and token.text.isupper() and not self.shouted
        return (code or len(bare) < 3) and bare.replace(".", "") not in words.codes

    def _run(self, at: int) -> int:
        """The index after the words written like one name that begin at `at`."""
        end = at
        while end < len(self.tokens) and end < at + 4 and self.tokens[end].name and not self._common(self.tokens[end]):
            end += 1
            if POSSESSIVE.search(self.tokens[end - 1].text):
                break
        return end

    def _common(self, token: Token) -> bool:
        bare = POSSESSIVE.sub("", token.lower)
        words = self.words
        never = bare in words.never or bare.partition("-")[0] in words.never
        in_class = never or bare in words.organisations or bare in words.kinds_after or bare in words.titles
        return in_class or bare in words.parties or bare in words.directions or (token.text.isupper() and not self.shouted) or not NAMED.match(token.text)

    def _continues(self, at: int) -> bool:
        """Whether only a comma or "and" stands between the last place and this one."""
        between = [token.lower for token in self.tokens[self.last_end : at]] if 0 <= self.last_end <= at else ["."]
        return bool(between) and len(between) < 4 and all(word in {",", "and", "or", "the", "&"} for word in between)

    def _before(self, at: int) -> tuple[str | None, str | None, str | None, tuple[str, ...]]:
        """(relation, words of a direction, precision, ids of rules) by the words before the name."""
        tokens, words = self.tokens, self.words
        kind: str | None = None
        rules: tuple[str, ...] = ()
        here = at
        for _ in range(6):
            here -= 1
            if here < 0:
                return None, None, kind, rules
            lower = tokens[here].lower
            named = self._kind_at(here) if lower != "of" else None
            if lower == "of" and here > 0 and (found := self._kind_at(here - 1)):
                kind, rules, here = kind or found, (words.kind_rule,), here - 1
            elif named:
                kind, rules = kind or named, (words.kind_rule,)
            elif relation := self._relation(here):
                direction = self._phrase(here, relation) if relation.name == "direction" else None
                return relation.name, direction, kind, (relation.rule, *rules)
            elif lower not in words.loose and lower not in words.directions and not self._describes(tokens[here]):
                return None, None, kind, rules
        return None, None, kind, rules

    def _describes(self, token: Token) -> bool:
        bare = POSSESSIVE.sub("", token.lower)
        return bare in self.words.countries or "-" in token.text and token.lower.endswith(("ed", "held", "ern", "run", "led"))

    def _kind_at(self, at: int) -> str | None:
        lower = self.tokens[at].lower
        pair = f"{self.tokens[at - 1].lower} {lower}" if at else ""
        return self.words.kinds_before.get(pair) or self.words.kinds_before.get(lower)

    def _relation(self, at: int) -> Relation | None:
        for count in (5, 4, 3, 2, 1):
            if at - count + 1 >= 0:
                phrase = " ".join(token.lower for token in self.tokens[at - count + 1 : at + 1])
                if relation := self.words.relations.get(phrase):
                    return relation
        return None

    def _phrase(self, at: int, relation: Relation) -> str:
        for count in (5, 4, 3, 2, 1):
            phrase = " ".join(token.lower for token in self.tokens[max(0, at - count + 1) : at + 1])
            if self.words.relations.get(phrase) is relation or phrase in self.words.relations:
                return phrase
        return relation.name

    def _after(self, end: int) -> tuple[str | None, int]:
        """(precision, index after) by the words after the name: "province", "refugee camp"."""
        if POSSESSIVE.search(self.tokens[end - 1].text):
            return None, end
        lowers = [token.lower for token in self.tokens[end : end + 2]]
        for count in (2, 1):
            kind = self.words.kinds_after.get(" ".join(lowers[:count])) if len(lowers) >= count else None
            if kind:
                return kind, end + count
        return None, end

    def _attributive(self, end: int, kind_after: str | None) -> bool:
        if kind_after or end >= len(self.tokens) or POSSESSIVE.search(self.tokens[end - 1].text):
            return False
        following = self.tokens[end]
        return following.lower in self.words.organisations or (not self.headline and self._namelike(following))

    def _is_place(
        self, at: int, end: int, known: bool, *, relation_of: tuple[str, ...], kind: str | None, listed: bool, last: PlaceMention | None
    ) -> bool:
        relation = self._relation_of(at)
        if not known:
            return not self.lowered and self._is_unknown_place(at, end, relation, kind, listed, last)
        entries = self.gazetteer.named(self._name(at, end))
        if self._in_person(at, end, entries, placed=bool(relation or kind or listed)):
            return False
        plain = self.lowered or (self.shouted and (relation is None or relation.weak))
        if plain and not kind and end == at + 1 and not _town(entries):
            return False
        if kind or listed or (relation and not relation.weak) or _well_known(entries):
            return True
        return bool(relation) or (end - at > 1 and not self.headline)

    def _relation_of(self, at: int) -> Relation | None:
        rules = self._before(at)[3]
        return next((relation for relation in self.words.relations.values() if rules and relation.rule == rules[0]), None)

    def _is_unknown_place(
        self, at: int, end: int, relation: Relation | None, kind: str | None, listed: bool, last: PlaceMention | None
    ) -> bool:
        if self._common(self.tokens[at]) or self._title_before(at) or self._party_begins(at):
            return False
        if kind and (not self.headline or relation):
            return True
        if listed and last is not None and last.kind and not self._name_after(end):
            return True
        strong = relation is not None and relation.name in ("in", "near", "direction") and not relation.weak
        return strong and not self.headline and not self._name_after(end) and end - at < 4

    def _title_before(self, at: int) -> bool:
        return at > 0 and self.tokens[at - 1].lower in self.words.titles

    def _name_after(self, end: int) -> bool:
        return end < len(self.tokens) and self.tokens[end].name and not POSSESSIVE.search(self.tokens[end - 1].text)

    def _in_person(self, at: int, end: int, entries: Sequence[Entry], *, placed: bool) -> bool:
        """Whether the name is a part of a longer one: "Austin Powers", "Paris Agreement"."""
        if self._title_before(at) and not placed:
            return True
        if self.headline:
            return False
        before = at > 0 and self.last_end != at and self._namelike(self.tokens[at - 1])
        after = self._name_after(end) and self._namelike(self.tokens[end])
        if not before and not after:
            return False
        wide = any(entry.kind == "country" for entry in entries)
        return before or not (wide or (_well_known(entries) and self.tokens[end].lower in self.words.organisations))

    def _namelike(self, token: Token) -> bool:
        bare = POSSESSIVE.sub("", token.lower)
        words = self.words
        known = bare in words.never or bare in words.directions or bare in words.parties or bare in words.kinds_after
        plain = known or bare in words.kinds_before or bare in words.countries or bare in words.relations
        return token.name and not plain and not self._describes(token) and bare not in words.loose


def _well_known(entries: Sequence[Entry]) -> bool:
    return any(entry.kind in WIDE or entry.population >= WELL_KNOWN for entry in entries)


def _town(entries: Sequence[Entry]) -> bool:
    return any(entry.kind in WIDE or entry.population >= TOWN for entry in entries)


def tokens_of(text: str) -> list[Token]:
    """The words, numbers and marks of a text."""
    return [
        Token(found := match.group(), found.lower(), match.start(), match.end(), _written_as_name(found))
        for match in TOKEN.finditer(text)
    ]


def _written_as_name(word: str) -> bool:
    return word[0].isupper() or bool(ARTICLE_NAME.match(word))


def shift(mention: PlaceMention, offset: int) -> PlaceMention:
    """The mention moved by `offset` characters."""
    return replace(mention, start=mention.start + offset, end=mention.end + offset)
