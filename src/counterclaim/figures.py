"""One claim or statement as the ledger and the comparison see it: flat, with its claimant, its words and its link.

A figure is derived: from the claim as extracted, from what people have judged of it, and from what the ledger knows of
its claimant and its article. It can always be made again from those.
"""

from __future__ import annotations

from dataclasses import dataclass

CLAIM, STATEMENT, REVISION = "claim", "statement", "revision"
STATUSES = ("unreviewed", "accepted", "corrected", "rejected", "unsure")
OWN_VOICE = "the outlet's own voice"
IN_OWN_VOICE, NO_VERB = "own voice", "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A claim (or a statement without a figure) with everything that comparing it with others takes.

    `claimant` is the registered name of who says it: the organisation spoken for, else the speaker, else the words of
    the text, else OWN_VOICE with the outlet. `scope` narrows a measure where category and territory do not
    ("starvation"). `chain` is the whole chain in words, innermost first. `start` and `end` are ISO days;
    `low` and `high` are null where that side is open or unknown.
    """

    claim: str
    article: str
    key: str
    kind: str = CLAIM
    # who
    claimant: str
    claimant_side: str | None = None
    speaker: str | None = None
    chain: str = OWN_VOICE
    links: int = 0
    act: str | None = None
    # what
    event: str | None = None
    category: str | None = None
    also: tuple[str, ...] = ()
    target: str | None = None
    scope: str | None = None
    side: str | None = None
    actor: str | None = None
    low: int | None = None
    high: int | None = None
    form: str | None = None
    unit: str | None = None
    modality: str
    # when
    basis: str | None = None
    per: str | None = None
    start: str | None = None
    end: str | None = None
    # where
    place: str | None = None
    precision: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    # words
    quantity: str | None = None
    quantity_start: int | None = None
    quantity_end: int | None = None
    qualifier: str | None = None
    evidence: str
    evidence_start: int
    evidence_end: int
    caveats: tuple[str, ...] = ()
    # where it was read
    link: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    origin: str | None = None
    # how it stands to others of its article
    part_of: str | None = None
    restates: str | None = None
    answers: str | None = None
    relation: str | None = None
    whose: str | None = None
    # how sure
    confidence: float | None = None
    status: str = STATUSES[0]

    @property
    def measure(self) -> tuple[str | None, str | None, str | None, str | None, str | None]:
        """What is measured: event, category of the target, its side, the territory (country) and the scope."""
        return (self.event, self.category, self.side, self.country, self.scope)


def act_of(figure: Figure) -> str:
    """What the claimant did, never empty: where no verb says it, whether the outlet speaks itself."""
    return figure.act or (IN_OWN_VOICE if figure.claimant.startswith(OWN_VOICE) else NO_VERB)


def who_said(figure: Figure) -> str:
    """Claimant and act, and how firmly where that is not plainly: "Army (Northland) stated [possible]"."""
    act = act_of(figure)
    said = {IN_OWN_VOICE: "", NO_VERB: f" ({act})"}.get(act, f" {act}")
    firm = "" if figure.modality in (None, "asserted", act) else f" [{figure.modality}]"
    return f"{figure.claimant}{said}{firm}"


def days_of(figure: Figure) -> str:
    """The days covered: one, "2022-02-24 to 2022-03-02", or "until" and "since" where one end is open; else empty."""
    start, end = figure.start, figure.end
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"since {start}" if start else f"until {end}" if end else ""
