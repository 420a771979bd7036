"""The verbs of a ledger for people's judgements: keep one, list them, tell which stay with no claim of today."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Engine

from counterclaim.ledger import judging, rereading
from counterclaim.ledger.errors import told
from counterclaim.ledger.opening import reading, writing
from counterclaim.ledger.rereading import Lost
from counterclaim.ledger.verdicts import take_down
from counterclaim.review.judgement import CLAIM, Judgement


class Judging:
    """Judging what a ledger holds; `Ledger` has these verbs beside its own."""

    name: str
    _engine: Engine

    def judge(
        self,
        verdict: str,
        claim: str | None = None,
        *,
        person: str,
        now: str,
        subject: str = CLAIM,
        other: str | None = None,
        changes: Mapping[str, object] | None = None,
        reason: str | None = None,
        round: str | None = None,
        undoes: int | None = None,
    ) -> int:
        """Keep what a person says of a claim, of two claims or of two claimants; the number of the entry.

        `changes` are corrected fields, read by `counterclaim.review.fields`. Nothing that was extracted or judged
        before is changed: an undo names the entry it takes back. LedgerError where there is no such claim or entry.
        """
        judgement = Judgement(
            entry=0, at=now, person=person, subject=subject, verdict=verdict, claim=claim, other=other,
            changes=changes or {}, reason=reason, round=round, undoes=undoes,
        )  # fmt: skip
        with told(self.name), writing(self._engine) as connection:
            return take_down(connection, judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """Everything that was judged, oldest first."""
        with told(self.name), reading(self._engine) as connection:
            return judging.load_judgements(connection)

    def lost_judgements(self) -> tuple[Lost, ...]:
        """Judgements that stay with no claim of today, each with the reason."""
        with told(self.name), reading(self._engine) as connection:
            return tuple(rereading.lost_judgements(connection))
