"""Place names in running text: names of the gazetteer, and names that the words around them make a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from counterclaim.gazetteer.everyday import may_be_name, stands_alone
from counterclaim.gazetteer.index import Entry, Gazetteer
from counterclaim.gazetteer.mention import PlaceMention
from counterclaim.gazetteer.setting import Setting, describes, kind_after, setting_before
from counterclaim.gazetteer.tokens import Token, starts_of, tokens_of
from counterclaim.gazetteer.wording import Wording, wording
from counterclaim.rules import RuleSet

__all__ = ["PlaceMention", "recognise"]

WELL_KNOWN = 100_000  # inhabitants from which a name alone, without words around it, is a place
TOWN = 20_000  # the same where words and names are written alike, in capitals or without
LONGEST = 5
WIDE = frozenset({"country", "continent", "region", "sea", "point", "district"})
AREAS = frozenset({"settlement", "district", "region"})
LAND = "country"
PLACING = frozenset({"in", "near", "direction"})
HYPHENED = re.compile(r"-[a-z]")  # "a Liberia-flag ship", "Tehran-backed"


@lru_cache(maxsize=512)  # finding and resolving ask for the same sentences of an article
def recognise(text: str, gazetteer: Gazetteer, rules: RuleSet, *, offset: int = 0) -> tuple[PlaceMention, ...]:
    """The place names of a text, best a sentence, in order; `offset` is added to every span.

    "in the village of Borovenki, south-west of Kharkov" gives Borovenki (in, settlement) and Kharkov (direction).
    """
    return tuple(_Reader(text, gazetteer, wording(rules), offset).read())


class _Reader:
    """One pass over the words of a text."""

    def __init__(self, text: str, gazetteer: Gazetteer, words: Wording, offset: int) -> None:
        self.text, self.gazetteer, self.words, self.offset = text, gazetteer, words, offset
        self.tokens = tokens_of(text)
        letters = [token for token in self.tokens if token.long]
        self.shouted = len(letters) > 2 and all(token.text.isupper() for token in letters)
        self.lowered = len(text) > 40 and text.islower()
        self.caseless = self.shouted or self.lowered
        self.headline = not self.caseless and len(letters) > 3 and sum(t.name for t in letters) > 0.8 * len(letters)
        if self.caseless:
            self.tokens = [token._replace(name=may_be_name(token, words)) for token in self.tokens]
        self.starts = starts_of(text, self.tokens)
        self.plurals: set[str] = set()
        self.last_end = -1  # the index after the last mention and the word of its kind
        self.last_setting = Setting()

    def read(self) -> list[PlaceMention]:
        found: list[PlaceMention] = []
        following = 0  # the word after the last name that was read
        for at, token in enumerate(self.tokens):
            if at < following or not (token.name or self.caseless):
                continue
            known = self._known(at) if token.name else self._known_phrase(at)
            end = known or (self._run(at) if token.name else at)
            mention = self._mention(at, end, bool(known), found[-1] if found else None) if end > at else None
            if mention is None and known and (longer := self._longer(at, end)):
                end, mention = longer, self._mention(at, longer, False, found[-1] if found else None)
            if mention is not None:
                found.append(mention)
            # A known name in several words that is no place here ("Ho Chi Minh") is not read again in parts.
            following = end if mention is not None or known > at + 1 else at + 1
        return found

    def _mention(self, at: int, end: int, known: bool, last: PlaceMention | None) -> PlaceMention | None:
        setting = setting_before(self.tokens, at, self.words)
        if setting.kind and known and self._is_country(at, end):  # "the Republic of Chad" is no republic in a country
            setting = setting._replace(kind=None)
        listed = last is not None and self._continues(at) and not self.tokens[end - 1].possessive
        if listed and setting.relation is None:
            setting = self.last_setting._replace(kind=setting.kind or self.last_setting.kind)
        kind, after = kind_after(self.tokens, end, self.words)
        setting = setting._replace(kind=LAND if known and self._is_land(at) else kind or setting.kind)
        if not self._is_place(at, end, known, setting, listed):
            return None
        self.last_end, self.last_setting = after, setting
        group = 1 if last is None else last.group + (not listed)
        return self._record(at, end, known, setting, group, described=kind is not None)

    def _record(self, at: int, end: int, known: bool, setting: Setting, group: int, *, described: bool) -> PlaceMention:
        start, stop = self.starts[at], self._stop(end)
        relation, rules = setting.relation, setting.rules
        if setting.kind and self.words.kind_rule not in rules:
            rules = (*rules, self.words.kind_rule)
        return PlaceMention(
            text=self.text[start:stop],
            start=start + self.offset,
            end=stop + self.offset,
            known=known,
            relation=relation.name if relation else None,
            direction=setting.direction,
            kind=setting.kind,
            attributive=not described and self._attributive(end),
            group=group,
            weak=relation is not None and relation.weak,
            rules=rules,
        )

    # Where a name ends.

    def _stop(self, end: int) -> int:
        token = self.tokens[end - 1]
        own = token.text in self.plurals  # a possessive that lost its apostrophe
        return self.starts[end - 1] + len(token.text) - (1 if own else len(token.lower) - len(token.bare))

    def _name(self, at: int, end: int) -> str:
        return self.text[self.starts[at] : self._stop(end)]

    def _is_country(self, at: int, end: int) -> bool:
        kinds = {entry.kind for entry in self.gazetteer.named(self._name(at, end))}
        return "country" in kinds and "region" not in kinds

    def _known(self, at: int) -> int:
        """The index after the longest name of the gazetteer that begins at `at`; 0 for none."""
        tokens = self.tokens
        if self._is_land(at):
            return at + 2
        if tokens[at].lower in self.words.loose or self._party_begins(at):
            return 0
        limit = at + 1
        while limit < min(len(tokens), at + LONGEST) and self._may_follow(tokens[limit]):
            limit += 1
        for end in range(limit, at + 1, -1):
            if self._may_end(tokens[end - 1]) and self.gazetteer.knows(self._name(at, end)):
                return end
        if self._barred(tokens[at]):
            return 0
        return at + 1 if self.gazetteer.knows(self._name(at, at + 1)) else self._known_plural(at)

    def _is_land(self, at: int) -> bool:
        """Whether a country or a people's land is named by an adjective here: "Pakistani territory"."""
        following = self.tokens[at + 1 : at + 2]
        return self.tokens[at].lower in self.words.peoples and any(t.lower in self.words.lands for t in following)

    def _known_phrase(self, at: int) -> int:
        """As `_known`, for a name in several words that begins with an everyday one: "CENTRAL AMERICA"."""
        token = self.tokens[at]
        if not (self.caseless and token.text[0].isalpha()) or at + 1 == len(self.tokens):
            return 0
        if token.lower in self.words.relation_ends:
            return 0
        if not self.tokens[at + 1].name and token.lower not in self.words.organisations:  # "UNITED STATES"
            return 0
        end = self._known(at)
        return end if end > at + 1 else 0

    def _may_follow(self, token: Token) -> bool:
        return token.name or token.lower in self.words.inside or (self.caseless and token.text.isalpha())

    def _may_end(self, token: Token) -> bool:
        return token.name or (self.caseless and token.text.isalpha() and token.lower not in self.words.loose)

    def _party_begins(self, at: int) -> bool:
        """Whether the name of a party in several words begins here: "Islamic State"."""
        names = self.words.long_parties.get(self.tokens[at].lower)
        return names is not None and self.text[self.starts[at] : self.starts[at] + 60].lower().startswith(names)

    def _known_plural(self, at: int) -> int:
        """As `_known`, for a possessive whose apostrophe was lost: "Aleppos civilians"."""
        word = self.tokens[at].text
        if len(word) < 6 or word[-1] != "s" or word[-2] == "s" or not _well_known(self.gazetteer.named(word[:-1])):
            return 0
        self.plurals.add(word)
        return at + 1

    def _barred(self, token: Token) -> bool:
        """Whether a word alone is no place although places of the world are so called."""
        if token.bare in self.words.barred:
            return True
        code = len(token.bare) < 6 and token.text.isupper() and not self.shouted
        return (code or len(token.bare) < 3) and token.bare.replace(".", "") not in self.words.codes

    def _run(self, at: int) -> int:
        """The index after the words written like one name that begin at `at`."""
        end = at
        while end < len(self.tokens) and end < at + 4 and self.tokens[end].name and not self._common(self.tokens[end]):
            end += 1
            if self.tokens[end - 1].possessive:
                break
        return end

    def _longer(self, at: int, end: int) -> int:
        """The end of a longer name that begins with a little known one: "in Teri Mangal"; 0 for none."""
        run = self._run(at)
        return run if run > end and not _well_known(self.gazetteer.named(self._name(at, end))) else 0

    def _common(self, token: Token) -> bool:
        if token.bare in self.words.common or token.bare.partition("-")[0] in self.words.never:
            return True
        return (token.text.isupper() and not self.shouted) or not token.one_name

    # Whether it is a place.

    def _is_place(self, at: int, end: int, known: bool, setting: Setting, listed: bool) -> bool:
        if not known:
            return self._is_unknown_place(at, end, setting, listed)
        entries = self.gazetteer.named(self._name(at, end))
        relation, kind = setting.relation, setting.kind
        if kind == LAND:
            return relation is not None or listed
        if self._in_person(at, end, entries, placed=bool(relation or kind or listed)):
            return False
        strong = relation is not None and not relation.weak
        alike = self.caseless and not strong
        if alike and not kind and end == at + 1 and not _well_known(entries, TOWN):
            return False
        plain = bool(kind or listed or strong) or _well_known(entries)
        return plain or relation is not None or (end - at > 1 and not self.headline)

    def _is_unknown_place(self, at: int, end: int, setting: Setting, listed: bool) -> bool:
        if self._common(self.tokens[at]) or self._title_before(at) or self._party_begins(at):
            return False
        relation = setting.relation
        if self.caseless and not self._is_likely(at, end, setting):
            return False
        if setting.kind and (relation or not self.headline) and not (listed and self._name_after(end)):
            return True
        strong = relation is not None and relation.name in PLACING and not relation.weak
        return strong and not self.headline and not self._name_after(end) and end - at < 4

    def _is_likely(self, at: int, end: int, setting: Setting) -> bool:
        """Whether the words around a name of a text without case speak for a place."""
        if setting.kind:
            return setting.relation is not None or setting.kind in AREAS
        return stands_alone(self.tokens, at, end, self.words)

    def _continues(self, at: int) -> bool:
        """Whether only a comma or "and" stands between the last place and this one."""
        between = self.tokens[self.last_end : at] if 0 <= self.last_end <= at else []
        return 0 < len(between) < 4 and all(token.lower in self.words.joining for token in between)

    def _attributive(self, end: int) -> bool:
        if HYPHENED.match(self.text, self._stop(end)):
            return True
        if end >= len(self.tokens) or self.tokens[end - 1].possessive:
            return False
        following = self.tokens[end]
        return following.lower in self.words.organisations or (not self.headline and self._namelike(following))

    def _title_before(self, at: int) -> bool:
        return at > 0 and self.tokens[at - 1].lower in self.words.titles

    def _name_after(self, end: int) -> bool:
        return end < len(self.tokens) and self.tokens[end].name and not self.tokens[end - 1].possessive

    def _in_person(self, at: int, end: int, entries: Sequence[Entry], *, placed: bool) -> bool:
        """Whether the name is a part of a longer one: "Austin Powers", "Paris Agreement"."""
        if self._title_before(at) and not placed:
            return True
        if self.headline or (self.caseless and _well_known(entries)):
            return False
        if at > 0 and self.last_end != at and self._namelike(self.tokens[at - 1]):
            return True
        if not self._name_after(end) or not self._namelike(self.tokens[end]):
            return False
        described = self.tokens[end].lower in self.words.organisations and _well_known(entries)
        return not described and all(entry.kind != "country" for entry in entries)

    def _namelike(self, token: Token) -> bool:
        return token.name and token.bare not in self.words.plain and not describes(token, self.words)


def _well_known(entries: Sequence[Entry], inhabitants: int = WELL_KNOWN) -> bool:
    return any(entry.kind in WIDE or entry.population >= inhabitants for entry in entries)
