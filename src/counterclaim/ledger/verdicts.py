"""A person's judgement taken down: checked, kept as an entry of the chain, and shown in the figures it is about."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from counterclaim.figures import Figure
from counterclaim.ledger import current
from counterclaim.ledger.drawers import in_every_drawer
from counterclaim.ledger.errors import MisuseError
from counterclaim.ledger.figure_rows import COLUMNS, figures_of, from_row
from counterclaim.ledger.following import Anchor, anchor_of
from counterclaim.ledger.judging import Kept, keep_judgement, load_judged, load_kept
from counterclaim.ledger.loading import newest_extraction
from counterclaim.ledger.tables import figures, judgements
from counterclaim.review.judgement import CLAIM, CLAIMANTS, CLAIMS, ON_ONE, ON_TWO, UNDO, Judgement


def take_down(connection: Connection, judgement: Judgement) -> int:
    """Keep a judgement and show what follows from it; the number of its entry.

    Raises MisuseError for a verdict that does not fit, and for a claim, claimant or entry that is not there.
    """
    undone = _undone(connection, judgement) if judgement.verdict == UNDO else None
    if undone:
        about = undone.judgement
        judgement = replace(judgement, subject=about.subject, claim=about.claim, other=about.other, round=about.round)
    _check(judgement)
    figure = _figure(connection, judgement, undone)
    before = load_judged(connection, []).claimants
    number = keep_judgement(connection, judgement, anchor=_anchor(connection, figure))
    _show(connection, judgement, figure, before)
    return number


def _anchor(connection: Connection, figure: Figure | None) -> Anchor | None:
    """What the claim is found again by: as it was extracted, not as others have corrected it."""
    extraction = newest_extraction(connection, figure.article) if figure else None
    if extraction is None or figure is None:
        return None
    extracted = next(found for found in figures_of(extraction) if found.claim == figure.claim)
    return anchor_of(extracted, extraction.article.text)


def _undone(connection: Connection, judgement: Judgement) -> Kept:
    found = load_kept(connection, judgements.c.entry == judgement.undoes)
    if not found:
        raise MisuseError(f"undo of {judgement.undoes}: no judgement has this number; counterclaim review lists them")
    return found[0]


def _check(judgement: Judgement) -> None:
    verdicts = {CLAIM: (*ON_ONE, UNDO), CLAIMS: (*ON_TWO, UNDO), CLAIMANTS: (*ON_TWO, UNDO)}
    if judgement.verdict not in verdicts.get(judgement.subject, ()):
        raise MisuseError(f"{judgement.verdict} of {judgement.subject}: expected {verdicts}")
    if not judgement.person:
        raise MisuseError("a judgement by nobody; say who judges")
    if judgement.subject != CLAIM and (not judgement.other or judgement.other == judgement.claim):
        raise MisuseError(f"{judgement.verdict}: {judgement.claim} alone; two are expected")


def _figure(connection: Connection, judgement: Judgement, undone: Kept | None) -> Figure | None:
    """The figure that a judgement is about, the first of two; None for claimants."""
    if judgement.subject == CLAIMANTS:
        _check_claimants(connection, judgement)
        return None
    found = {name: _find(connection, name) for name in (judgement.claim, judgement.other) if name}
    missing = [name for name, figure in found.items() if figure is None]
    if missing and undone is None:
        raise MisuseError(f"{missing[0]}: no such claim; counterclaim claims shows their ids")
    return found.get(judgement.claim or "")


def _check_claimants(connection: Connection, judgement: Judgement) -> None:
    known = load_judged(connection, []).claimants
    for name in (judgement.claim, judgement.other):
        theirs = in_every_drawer(connection), figures.c.claimant == name
        there = connection.scalar(select(figures.c.number).where(*theirs).limit(1))
        if there is None and name not in known:
            raise MisuseError(f"{name}: nobody of this name claims anything; counterclaim claims shows the names")


def _find(connection: Connection, claim: str) -> Figure | None:
    there = in_every_drawer(connection), figures.c.claim == claim
    row = connection.execute(select(*(figures.c[name] for name in COLUMNS)).where(*there)).first()
    return from_row(row) if row else None


def _show(connection: Connection, judgement: Judgement, figure: Figure | None, before: dict[str, str]) -> None:
    """Make the figures anew that a judgement bears on; one in a blind round bears on none."""
    if judgement.round is not None:
        return
    if judgement.subject == CLAIMANTS:
        names = [name for name in (judgement.claim, judgement.other) if name]
        current.rename(connection, {*names, *(before.get(name, name) for name in names)})
        return
    if judgement.subject == CLAIM and figure and current.restate(connection, figure.key):
        return
    other = _find(connection, judgement.other) if judgement.other else None
    current.refresh(connection, {found.key for found in (figure, other) if found})
