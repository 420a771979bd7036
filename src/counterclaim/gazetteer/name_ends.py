"""The words of a text, and where the names of places in them end."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.gazetteer.everyday import may_be_name
from counterclaim.gazetteer.index import Entry, Gazetteer
from counterclaim.gazetteer.tokens import Token, starts_of, tokens_of
from counterclaim.gazetteer.wording import Wording

WELL_KNOWN = 100_000  # inhabitants from which a name alone, without words around it, is a place
LONGEST = 5  # words of a name
WIDE = frozenset({"country", "continent", "region", "sea", "point", "district"})


class NameReader:
    """One pass over the words of a text, with what it has shown of how they are written."""

    def __init__(self, text: str, gazetteer: Gazetteer, words: Wording) -> None:
        self.text, self.gazetteer, self.words = text, gazetteer, words
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
        if self.tokens[at].lower not in self.words.peoples:
            return False
        return any(token.lower in self.words.lands for token in self.tokens[at + 1 : at + 2])

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
        """Whether the name of a party in several words begins here ("Islamic State"), or a pair: "Israel-Hamas"."""
        if self._is_pair(at):
            return True
        names = self.words.long_parties.get(self.tokens[at].lower)
        return names is not None and self.text[self.starts[at] : self.starts[at] + 60].lower().startswith(names)

    def _is_pair(self, at: int) -> bool:
        """Whether a name joins two parties, as "the Russia-Ukraine war" does; their border is a place."""
        name = self.tokens[at].text
        if "-" not in name:
            return False
        one, _, other = name.partition("-")
        following = self.tokens[at + 1 : at + 2]
        if (
            not other[:1].isupper()
            or self.gazetteer.knows(name)
            or any(t.lower in self.words.shared for t in following)
        ):
            return False
        return any(entry.kind == "country" for entry in self.gazetteer.named(one))

    def _known_plural(self, at: int) -> int:
        """As `_known`, for a possessive whose apostrophe was lost: "Aleppos civilians"."""
        word = self.tokens[at].text
        if len(word) < 6 or word[-1] != "s" or word[-2] == "s" or not well_known(self.gazetteer.named(word[:-1])):
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
        return run if run > end and not well_known(self.gazetteer.named(self._name(at, end))) else 0

    def _common(self, token: Token) -> bool:
        if token.bare in self.words.common or token.bare.partition("-")[0] in self.words.never:
            return True
        return (token.text.isupper() and not self.shouted) or not token.one_name


def well_known(entries: Sequence[Entry], inhabitants: int = WELL_KNOWN) -> bool:
    """Whether one of these places is a country, a region or the like, or has that many inhabitants."""
    return any(entry.kind in WIDE or entry.population >= inhabitants for entry in entries)
