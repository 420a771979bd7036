"""What people have judged: kept as entries of the chain, and laid over the figures that were extracted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from counterclaim.figures import Figure
from counterclaim.ledger.bulk import among
from counterclaim.ledger.chain import cover, last_entry, make_entry
from counterclaim.ledger.following import Anchor, Followed, anchor_of, follow, read_anchor, reads_now
from counterclaim.ledger.tables import entries, judgements
from counterclaim.review.clusters import cluster
from counterclaim.review.judgement import CLAIM, CLAIMANTS, CLAIMS, CORRECT, UNDO, Judgement, in_force, standing

JUDGEMENT = "judgement"  # a kind of entry


@dataclass(frozen=True, slots=True)
class Kept:
    """A judgement with what its claim is found again by."""

    judgement: Judgement
    key: str | None
    anchor: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged of the claims of some articles, and which claimants are one."""

    by_key: Mapping[str, tuple[Kept, ...]]
    claimants: dict[str, str]
    pairs: tuple[Judgement, ...] = ()

    def over(self, found: Sequence[Figure], text: str) -> tuple[Figure, ...]:
        """The figures of one article's text as they stand after what was judged of them, or of the same before."""
        named = tuple(self._named(figure) for figure in found)
        kept = self.by_key.get(found[0].key, ()) if found else ()
        if not kept:
            return named
        targets = where_now(kept, found, text)
        return tuple(_standing(figure, [k.judgement for k in kept if _leads(k, targets, figure)]) for figure in named)

    def _named(self, figure: Figure) -> Figure:
        name = self.claimants.get(figure.claimant, figure.claimant)
        return figure if name == figure.claimant else replace(figure, claimant=name)


def load_judged(connection: Connection, keys: Iterable[str]) -> Judged:
    """What was judged of the claims of articles with these keys."""
    found: dict[str, list[Kept]] = {}
    for kept in load_kept(connection, among(connection, judgements.c.key, keys)):
        found.setdefault(kept.key or "", []).append(kept)
    pairs = [kept.judgement for kept in load_kept(connection, judgements.c.subject == CLAIMS)]
    by_key = {key: tuple(kept) for key, kept in found.items()}
    return Judged(by_key, load_merged(connection), in_force(pairs))


def load_merged(connection: Connection) -> dict[str, str]:
    """For each claimant of whom it was judged who is one with whom the name that stands for both."""
    return cluster({}, [kept.judgement for kept in load_kept(connection, judgements.c.subject == CLAIMANTS)])


def load_kept(connection: Connection, *conditions: Any) -> list[Kept]:
    """Judgements that fulfil some conditions, oldest first."""
    query = select(judgements, entries.c.at).join(entries, entries.c.seq == judgements.c.entry)
    rows = connection.execute(query.where(*conditions).order_by(judgements.c.entry))
    return [Kept(_judgement(row), row.key, json.loads(row.anchor) if row.anchor else None) for row in rows]


def keep_judgement(connection: Connection, judgement: Judgement, *, anchor: Anchor | None) -> int:
    """Add a judgement to the chain; the number of its entry."""
    last = last_entry(connection)
    number = last.seq + 1 if last else 1
    said = judgement
    row = (
        number, said.subject, said.verdict, said.claim, said.other, anchor.key if anchor else None,
        _json(anchor.as_dict() if anchor else None), _json(dict(said.changes) or None), said.person, said.reason,
        said.round, said.undoes,
    )  # fmt: skip
    entry = make_entry(
        last, JUDGEMENT, [cover("judgements", number, row)], at=judgement.at, by=judgement.person
    )  # fmt: skip
    connection.execute(
        entries.insert().values(
            seq=number, kind=entry.kind, at=entry.at, by=entry.by, rows=entry.rows, previous=entry.previous,
            hash=entry.hash,
        )
    )  # fmt: skip
    connection.execute(judgements.insert().values(dict(zip(judgements.columns.keys(), row, strict=True))))
    return number


def load_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Everything that was judged, oldest first."""
    return tuple(kept.judgement for kept in load_kept(connection))


def where_now(kept: Sequence[Kept], found: Sequence[Figure], text: str) -> dict[str, Followed]:
    """For each claim that was judged the claim of this text that it is now."""
    present = {figure.claim: figure for figure in found}
    now = [(figure, anchor_of(figure, text)) for figure in found]
    targets: dict[str, Followed] = {}
    for one in kept:
        claim = one.judgement.claim
        if not claim or claim in targets or one.judgement.subject != CLAIM or one.anchor is None:
            continue
        anchor = read_anchor(one.anchor)
        targets[claim] = reads_now(anchor, present[claim]) if claim in present else follow(anchor, now)
    return targets


def holds(judgement: Judgement, followed: Followed) -> bool:
    """Whether a judgement goes with a claim to where it is now: a correction always, others where it reads the same."""
    if followed.claim is None:
        return False
    return judgement.verdict in (CORRECT, UNDO) or not followed.changed


def _leads(kept: Kept, targets: Mapping[str, Followed], figure: Figure) -> bool:
    followed = targets.get(kept.judgement.claim or "")
    return followed is not None and followed.claim == figure.claim and holds(kept.judgement, followed)


def _standing(figure: Figure, judged: Sequence[Judgement]) -> Figure:
    if not judged:
        return figure
    found = standing(in_force(judged))
    changes = {name: tuple(value) if isinstance(value, list) else value for name, value in found.changes.items()}
    return replace(figure, status=found.status, **changes)  # type: ignore[arg-type]  # fields were checked when judged


def _judgement(row: Any) -> Judgement:
    return Judgement(
        entry=row.entry,
        at=row.at,
        person=row.person,
        subject=row.subject,
        verdict=row.verdict,
        claim=row.claim,
        other=row.other,
        changes=json.loads(row.changes) if row.changes else {},
        reason=row.reason,
        round=row.round,
        undoes=row.undoes,
    )


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
