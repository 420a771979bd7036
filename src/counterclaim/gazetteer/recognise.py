"""Place names in running text: names of the gazetteer, and names that the words around them make a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from counterclaim.gazetteer.everyday import stands_alone
from counterclaim.gazetteer.index import Entry, Gazetteer
from counterclaim.gazetteer.mention import PlaceMention
from counterclaim.gazetteer.name_ends import NameReader, well_known
from counterclaim.gazetteer.setting import Setting, describes, kind_after, setting_before
from counterclaim.gazetteer.tokens import Token
from counterclaim.gazetteer.wording import Wording, wording
from counterclaim.rules import RuleSet

__all__ = ["PlaceMention", "recognise"]

TOWN = 20_000  # inhabitants from which a name alone is a place where all words are written alike
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


class _Reader(NameReader):
    """One pass over the words of a text that tells which of the names are places."""

    def __init__(self, text: str, gazetteer: Gazetteer, words: Wording, offset: int) -> None:
        super().__init__(text, gazetteer, words)
        self.offset = offset
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
        before = setting  # a kind that stands behind a name ("Donetsk region and Lisne") is no other's
        if told := LAND if known and self._is_land(at) else kind:
            setting = setting._replace(kind=told)
        if not self._is_place(at, end, known, setting, listed):
            return None
        self.last_end, self.last_setting = after, before
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
        if alike and not kind and end == at + 1 and not well_known(entries, TOWN):
            return False
        plain = bool(kind or listed or strong) or well_known(entries)
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
        if self.headline or (self.caseless and well_known(entries)):
            return False
        if at > 0 and self.last_end != at and self._namelike(self.tokens[at - 1]):
            return True
        if not self._name_after(end) or not self._namelike(self.tokens[end]):
            return False
        described = self.tokens[end].lower in self.words.organisations and well_known(entries)
        return not described and all(entry.kind != "country" for entry in entries)

    def _namelike(self, token: Token) -> bool:
        return token.name and token.bare not in self.words.plain and not describes(token, self.words)
