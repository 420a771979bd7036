"""What stands of a claim after all that was said of it."""

from __future__ import annotations

from counterclaim.review.judgement import Judgement, in_force, last_of, standing


def said(entry: int, verdict: str, *, person: str = "Ada", **more: object) -> Judgement:
    """One judgement of the claim "c"."""
    given: dict[str, object] = {"subject": "claim", "claim": "c", **more}
    return Judgement(entry=entry, at=f"2026-01-0{entry}T00:00:00Z", person=person, verdict=verdict, **given)  # type: ignore[arg-type]


def test_nothing_said_is_unreviewed() -> None:
    """A claim that nobody judged is unreviewed, and nothing of it changes."""
    assert ("unreviewed", {}) == (standing([]).status, standing([]).changes)


def test_the_last_word_holds() -> None:
    """Of two verdicts the later one stands, in whatever order they are read."""
    assert "rejected" == standing([said(2, "reject"), said(1, "accept")]).status


def test_corrections_add_up() -> None:
    """Correcting a second field keeps the correction of the first."""
    found = standing([said(1, "correct", changes={"low": 12}), said(2, "correct", changes={"side": "Norland"})])

    assert ("corrected", {"low": 12, "side": "Norland"}) == (found.status, found.changes)


def test_accepting_a_corrected_claim_keeps_the_correction() -> None:
    """Who accepts what another corrected accepts it as corrected."""
    found = standing([said(1, "correct", changes={"low": 12}), said(2, "accept", person="Bo")])

    assert ("corrected", {"low": 12}, "Bo") == (found.status, found.changes, found.person)


def test_undo_brings_back_what_was() -> None:
    """Taking a rejection back leaves the acceptance before it."""
    assert "accepted" == standing([said(1, "accept"), said(2, "reject"), said(3, "undo", undoes=2)]).status


def test_an_undo_can_be_undone() -> None:
    """Taking back the taking back puts the rejection in force again."""
    judgements = [said(1, "reject"), said(2, "undo", undoes=1), said(3, "undo", undoes=2)]

    assert "rejected" == standing(judgements).status


def test_blind_rounds_change_nothing() -> None:
    """What is coded blind stands aside until somebody decides."""
    assert "unreviewed" == standing([said(1, "reject", round="pilot")]).status


def test_undo_takes_back_ones_own_last() -> None:
    """A person's last judgement in force is the one an undo means, whatever others said since."""
    judgements = [said(1, "accept"), said(2, "reject"), said(3, "unsure", person="Bo"), said(4, "undo", undoes=2)]

    last = last_of("Ada", judgements)
    assert last is not None
    assert (1, [1, 3]) == (last.entry, [judgement.entry for judgement in in_force(judgements)])
