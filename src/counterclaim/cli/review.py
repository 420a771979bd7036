"""`counterclaim review`: one claim after another for a person to judge, and single judgements by command."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.cli.filters import read_filter
from counterclaim.cli.options import HERE, LedgerPlace, complain, ledger_errors, now, wrong_usage
from counterclaim.cli.tables import Formatted, TableFormat, show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counterclaim.cli.tables import Row
    from counterclaim.figures import Figure
    from counterclaim.ledger.book import Ledger
    from counterclaim.review.adjudication import Difference

review = typer.Typer(help="Judge claims: accept, correct, reject, unsure; merge and split; agreement of coders.")


class Order(StrEnum):
    """Which claims come first."""

    doubt = "doubt"
    importance = "importance"
    arrival = "arrival"


Person = Annotated[str | None, typer.Option(metavar="NAME", help="Who judges. Default the user logged in.")]
Reason = Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")]
Round = Annotated[str | None, typer.Option("--round", metavar="NAME", help="The blind round it belongs to.")]
Sets = Annotated[
    list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="A field put right; may be given again.")
]
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim.")]
Two = Annotated[str, typer.Argument(metavar="OTHER", help="The other claim, or claimant.")]
Claimants = Annotated[bool, typer.Option("--claimants", help="They are names of claimants, not ids of claims.")]
InRound = Annotated[str, typer.Argument(metavar="ROUND", help="The name of a blind round.")]


def _who(person: str | None) -> str:
    return person or getpass.getuser()


@review.command()
def queue(
    where: Annotated[
        list[str] | None, typer.Argument(metavar="[WHERE]...", help="Which claims, as for claims.")
    ] = None,
    ledger: LedgerPlace = HERE,
    person: Person = None,
    order: Annotated[Order, typer.Option(help="Which claims come first.")] = Order.doubt,
    blind: Round = None,
) -> None:
    """Judge one claim after another at the keyboard; ? shows the keys. In a blind round others stay unseen."""
    from counterclaim.cli.reviewing import Session
    from counterclaim.ledger.book import Ledger

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        Session(book, read_filter(where), person=_who(person), order=order.value, round=blind).run()


def _judge(
    place: str, verdict: str, claim: str, person: str | None, reason: str | None, blind: str | None,
    sets: list[str] | None = None,
) -> None:  # fmt: skip
    from counterclaim.ledger.book import Ledger
    from counterclaim.review.fields import read_changes
    from counterclaim.review.judgement import JudgementError

    texts = dict(item.partition("=")[::2] for item in sets or ())
    with ledger_errors(), Ledger(place, create=False, tell=complain) as book:
        try:
            changes = read_changes(texts)
        except JudgementError as error:
            wrong_usage(str(error))
        entry = book.judge(
            verdict, claim, person=_who(person), now=now(), changes=changes, reason=reason, round=blind
        )  # fmt: skip
    typer.echo(f"{verdict} {claim}: entry {entry}")


def _verdict(verdict: str, told: str) -> None:
    """Make `review VERDICT CLAIM` a command."""

    def command(
        claim: ClaimId, ledger: LedgerPlace = HERE, person: Person = None, reason: Reason = None, blind: Round = None
    ) -> None:
        _judge(ledger, verdict, claim, person, reason, blind)

    review.command(verdict, help=told)(command)


_verdict("accept", "Say that a claim is right as it stands.")
_verdict("reject", "Say that the text does not claim this.")
_verdict("unsure", "Say that the text does not let one tell.")


@review.command()
def correct(
    claim: ClaimId, sets: Sets = None, ledger: LedgerPlace = HERE, person: Person = None, reason: Reason = None,
    blind: Round = None,
) -> None:  # fmt: skip
    """Put fields of a claim right: --set low=12 --set side=Norland; an empty value is "not known"."""
    if not sets:
        wrong_usage("review correct: give --set FIELD=VALUE")
    _judge(ledger, "correct", claim, person, reason, blind, sets)


@review.command()
def undo(
    entry: Annotated[int | None, typer.Argument(metavar="[ENTRY]", help="Which; else the person's last.")] = None,
    ledger: LedgerPlace = HERE,
    person: Person = None,
) -> None:
    """Take a judgement back; nothing is deleted."""
    from counterclaim.ledger.book import Ledger
    from counterclaim.review.judgement import last_of

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        last = last_of(_who(person), book.judgements()) if entry is None else None
        number = entry if entry is not None else last.entry if last else None
        if number is None:
            wrong_usage(f"review undo: {_who(person)} has no judgement to take back")
        book.judge("undo", None, person=_who(person), now=now(), undoes=number)
    typer.echo(f"undid entry {number}")


def _pair(place: str, verdict: str, one: str, other: str, person: str | None, reason: str | None, names: bool) -> None:
    from counterclaim.ledger.book import Ledger
    from counterclaim.review.judgement import CLAIMANTS, CLAIMS

    with ledger_errors(), Ledger(place, create=False, tell=complain) as book:
        entry = book.judge(
            verdict, one, other=other, subject=CLAIMANTS if names else CLAIMS, person=_who(person), now=now(),
            reason=reason,
        )  # fmt: skip
    typer.echo(f"{verdict}: {one} and {other}: entry {entry}")


def _verdict_on_two(verdict: str, told: str) -> None:
    """Make `review VERDICT ONE OTHER` a command."""

    def command(
        one: ClaimId, other: Two, claimants: Claimants = False, ledger: LedgerPlace = HERE, person: Person = None,
        reason: Reason = None,
    ) -> None:  # fmt: skip
        _pair(ledger, verdict, one, other, person, reason, claimants)

    review.command(verdict, help=told)(command)


_verdict_on_two("same", "Merge two claims, or with --claimants two claimants; undo takes it back.")
_verdict_on_two("different", "Split the second from the first; undo takes it back.")


@review.command()
def agreement(in_round: InRound, ledger: LedgerPlace = HERE, format: Formatted = TableFormat.table) -> None:
    """Show how far the coders of a blind round agree: Krippendorff's alpha for each field."""
    from counterclaim.ledger.book import Ledger
    from counterclaim.review.agreement import agreement as agree
    from counterclaim.review.agreement import coded

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        coding = coded(in_round, book.judgements())
        found = agree(coding, _figures(book, coding))
    show(
        ({"field": a.field, "alpha": _rounded(a.alpha), "equal": _rounded(a.equal), "claims": a.claims, "why": a.why}
         for a in found),
        ("field", "alpha", "equal", "claims", "why"), format,
    )  # fmt: skip


@review.command()
def differences(in_round: InRound, ledger: LedgerPlace = HERE, format: Formatted = TableFormat.table) -> None:
    """Show the claims on which the coders of a blind round differ, and what each of them said.

    Adjudicate by judging such a claim without --round.
    """
    from counterclaim.ledger.book import Ledger
    from counterclaim.review.adjudication import differences as differ
    from counterclaim.review.agreement import coded

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        coding = coded(in_round, book.judgements())
        figures = _figures(book, coding)
    rows = (_difference(found, field, figures) for found in differ(coding, figures) for field in found.fields)
    show(rows, ("claim", "field", "said", "claimant", "act", "wording"), format)


@review.command(name="list")
def list_judgements(ledger: LedgerPlace = HERE, format: Formatted = TableFormat.table) -> None:
    """Show every judgement, oldest first."""
    from counterclaim.ledger.book import Ledger

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        found = book.judgements()
    columns = ("entry", "at", "person", "verdict", "claim", "other", "changes", "reason", "round", "undoes")
    show(
        ({**{name: getattr(j, name) for name in columns},
          "changes": [f"{field}={value}" for field, value in j.changes.items()] or None} for j in found),
        columns, format,
    )  # fmt: skip


def _difference(found: Difference, field: str, figures: Mapping[str, Figure]) -> Row:
    from counterclaim.review.agreement import value_of

    figure = figures.get(found.claim)
    said = [f"{person}: {value_of(field, judged, figure)}" for person, judged in sorted(found.judgements.items())]
    row = {"claim": found.claim, "field": field, "said": said}
    if figure is None:
        return {**row, "claimant": None, "act": None, "wording": None}
    return {**row, "claimant": figure.claimant, "act": figure.act, "wording": [figure.evidence, figure.link]}


def _figures(book: Ledger, coding: Mapping[str, object]) -> dict[str, Figure]:
    """The figures that the coders saw: as they were extracted, whatever was judged since."""
    return book.extracted(list(coding))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
