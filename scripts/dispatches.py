"""Invented dispatches of two months: what three bodies say of the losses of an invented state, for pictures of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.extraction import Extraction, MadeBy
from counterclaim.identity import identify
from counterclaim.records import Article, Claim, Mention, Part, Period, Quantity, Source, Target

MADE_BY = MadeBy(version="0", rules="0" * 64, model="invented 1")
FIRST = date(2031, 4, 1)  # since when all of them count
EXACT, RANGE, AT_LEAST = "exact", "range", "at_least"


@dataclass(frozen=True, slots=True)
class Body:
    """Who speaks: in the words of the dispatch, by its registered name, whose it is, where it is read, how often."""

    words: str
    name: str
    side: str | None
    verb: str
    outlet: str
    every: int  # days between two dispatches


ARMY = Body("The Northland army", "Army (Northland)", "Northland", "said", "northland-herald.example", 5)
MINISTRY = Body("The Southland defence ministry", "Ministry of Defence (Southland)", "Southland", "conceded",
                "southland-today.example", 9)  # fmt: skip
MISSION = Body("The Lake Mission", "Lake Mission", None, "estimated", "lake-mission.example", 12)
# What each says from one dispatch to the next: one number, two for a range, one with None where it may be more.
TOLD: dict[Body, tuple[tuple[int, int | None], ...]] = {
    ARMY: ((14, 14), (31, 31), (52, 52), (75, 75), (98, 98), (126, 126), (119, 119), (141, 141), (168, 168), (190, 190),
           (214, 214), (231, 231)),
    MINISTRY: ((6, 6), (19, 19), (27, 27), (27, 27), (44, 44), (58, 58), (63, 63)),
    MISSION: ((20, 30), (48, 66), (80, None), (95, 120), (130, None)),
}  # fmt: skip


def dispatches() -> Iterator[Extraction]:
    """Every dispatch, those of one body after the other."""
    for body, numbers in TOLD.items():
        for at, (low, high) in enumerate(numbers):
            yield _dispatch(body, FIRST + timedelta(days=4 + body.every * at), low, high)


def _dispatch(body: Body, day: date, low: int, high: int | None) -> Extraction:
    number = str(low) if high in (None, low) else f"between {low} and {high}"
    bound = "at least " if high is None else ""
    text = (f"{body.words} {body.verb} on {day.day} {day:%B %Y} that {bound}{number} tanks of the Southland army were "
            f"destroyed since {FIRST.day} {FIRST:%B}.")  # fmt: skip
    key = f"https://{body.outlet}/{day}"
    article = Article(
        key=key, id="sha256:" + hashlib.sha256(f"{key}\n{text}".encode()).hexdigest(), text=text,
        parts=(Part(kind="body", start=0, end=len(text)),), title=f"Losses by {day.day} {day:%B}", url=key,
        outlet=body.outlet, language="en", published=day.isoformat(),
    )  # fmt: skip

    def at(words: str) -> Mention:
        start = text.index(words)
        return Mention(text=words, start=start, end=start + len(words))

    who, found, whom = at(body.words), at(number), at("tanks of the Southland army")
    source = Source(text=who.text, start=who.start, end=who.end, org=body.name, side=body.side, cue=at(body.verb),
                    act="conceded" if body.verb == "conceded" else "stated")  # fmt: skip
    modality = "estimated" if body.verb == "estimated" else "asserted"
    claim = Claim(
        id=identify(article.id, found.start, found.end, "destroyed", [source], modality),
        event="destroyed", trigger=at("were destroyed"),
        quantity=Quantity(text=number, start=found.start, end=found.end, low=low, high=high,
                          form=AT_LEAST if high is None else EXACT if high == low else RANGE,
                          qualifier=at("at least") if high is None else None),
        target=Target(category="tank", side="Southland", text=whom.text, start=whom.start, end=whom.end), actor=None,
        sources=(source,), modality=modality,
        period=Period(basis="cumulative", start=FIRST.isoformat(), end=day.isoformat()), place=None,
        evidence=Mention(text=text, start=0, end=len(text)), confidence=0.9, unknown={"place": "not said"},
    )  # fmt: skip
    return Extraction(article=article, claims=(claim,), made_by=MADE_BY)
