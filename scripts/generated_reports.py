"""Invented articles with claims on them, as many as asked for, the same for the same seed: for measuring a ledger."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.extraction import Extraction, MadeBy
from counterclaim.identity import identify
from counterclaim.records import Article, Claim, Mention, Part, Period, Place, Quantity, Source, Target

CLAIMS = 10  # in one article
MADE_BY = MadeBy(version="0", rules="0" * 64, model="generated 1")
FIRST = date(2030, 1, 1)
DAYS = 2000
SIDES = ("Northland", "Southland", "Eastmark", "Westmark")
BODIES = ("Ministry of Defence", "Armed Forces", "Health Ministry", "Government", "Police", "Red Crescent")
EVENTS = {
    "killed": ("combatant", "civilian", "child", "person"),
    "injured": ("civilian", "person", "combatant"),
    "destroyed": ("tank", "building", "drone", "vehicle"),
    "captured": ("combatant",),
    "displaced": ("person", "civilian"),
}
SYLLABLES = ("ka", "lo", "mi", "ne", "ru", "sa", "to", "vi", "be", "da", "fo", "gu", "hi", "ja", "pe", "zu")
OUTLETS = 200
COUNTRIES = 40
NATIONAL = 0.3  # of the claims are made by one of the bodies of a side, the others by somebody rarely heard of
COPIES = 0.02  # of the articles carry the text of an earlier one


@dataclass(frozen=True, slots=True)
class Words:
    """The words that articles are made of: invented, of two to four syllables, the first ones frequent."""

    common: tuple[str, ...]
    rare: tuple[str, ...]


def reports(count: int, *, seed: int = 1) -> Iterator[Extraction]:
    """So many extractions of invented articles, one after the other."""
    chance = random.Random(seed)
    words = Words(tuple(_word(chance) for _ in range(400)), tuple(_word(chance) for _ in range(20_000)))
    last = ""
    for number in range(count):
        copied = last if chance.random() < COPIES else ""
        extraction = _report(number, chance, words, copied)
        last = extraction.article.text
        yield extraction


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


def _report(number: int, chance: random.Random, words: Words, copied: str) -> Extraction:
    key = f"https://outlet-{chance.randrange(OUTLETS)}.example/{number}"
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    said = [_Said(chance, words, day) for _ in range(CLAIMS)]
    sentences = [one.sentence for one in said]
    fill = copied or " ".join(chance.choice(words.rare) for _ in range(120))
    text = "\n\n".join((*sentences, fill))
    identity = "sha256:" + hashlib.sha256(f"{key}\n{text}".encode()).hexdigest()
    article = Article(
        key=key,
        id=identity,
        text=text,
        parts=(Part(kind="body", start=0, end=len(text)),),
        title=f"Report {number}",
        url=key,
        outlet=key.split("/")[2],
        language="en",
        published=day.isoformat(),
    )
    claims, start = [], 0
    for one in said:
        claims.append(one.claim(article, start))
        start += len(one.sentence) + 2
    return Extraction(article=article, claims=tuple(claims), made_by=MADE_BY)


class _Said:
    """One sentence: who says that how many of whom came to what, and words of no meaning around it."""

    def __init__(self, chance: random.Random, words: Words, day: date) -> None:
        self.side, self.whose = chance.sample(SIDES, 2)
        self.body = chance.choice(BODIES) if chance.random() < NATIONAL else f"{_word(chance).capitalize()} Council"
        self.event = chance.choice(tuple(EVENTS))
        self.category = chance.choice(EVENTS[self.event])
        self.number = int(chance.paretovariate(0.7))
        self.place = chance.choice(words.common).capitalize()
        self.country = f"C{chance.randrange(COUNTRIES)}"
        self.day = (day - timedelta(days=chance.randrange(5))).isoformat()
        self.basis = chance.choice(("event", "event", "cumulative", "period"))
        self.rest = " ".join(chance.choice(words.common) for _ in range(8))

    @property
    def sentence(self) -> str:
        """The sentence in words."""
        who = f"The {self.side} {self.body}"
        return f"{who} said {self.number} {self.category}s were {self.event} in {self.place} {self.rest}."

    def claim(self, article: Article, start: int) -> Claim:
        """The claim that the sentence makes, where it stands in an article."""
        sentence = self.sentence

        def at(words: str) -> Mention:
            begin = start + sentence.index(words)
            return Mention(text=words, start=begin, end=begin + len(words))

        who, number = at(f"The {self.side} {self.body}"), at(f"{self.number} ")
        place, whom = at(self.place), at(f"{self.category}s")
        source = Source(
            text=who.text, start=who.start, end=who.end, org=f"{self.body} ({self.side})", side=self.side,
            cue=at("said"), act="stated",
        )  # fmt: skip
        return Claim(
            id=identify(article.id, number.start, number.end, self.event, [source], "asserted"),
            event=self.event,
            trigger=at(f"were {self.event}"),
            quantity=Quantity(text=str(self.number), start=number.start, end=number.end - 1, low=self.number,
                              high=self.number, form="exact"),
            target=Target(category=self.category, side=self.whose, text=whom.text, start=whom.start, end=whom.end),
            actor=None,
            sources=(source,),
            modality="asserted",
            period=Period(basis=self.basis, start=self.day, end=self.day),
            place=Place(name=self.place, text=place.text, start=place.start, end=place.end, precision="settlement",
                        country=self.country, latitude=1.5, longitude=2.5, geonames=1),
            evidence=Mention(text=sentence, start=start, end=start + len(sentence)),
            confidence=0.9,
            rules=("event.x", "quantity.y", "source.z"),
            unknown={"actor": "not said"},
        )  # fmt: skip
