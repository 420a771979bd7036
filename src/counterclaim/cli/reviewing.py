"""A person at the keyboard, judging one claim after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from counterclaim.cli.options import now, wrong_usage
from counterclaim.review.agreement import coded
from counterclaim.review.fields import FIELDS, read_changes
from counterclaim.review.judgement import JudgementError, last_of
from counterclaim.review.queue import queue
from counterclaim.review.sight import context_of, fields_of, said_of

if TYPE_CHECKING:
    from counterclaim.figures import Figure
    from counterclaim.ledger.book import Ledger
    from counterclaim.ledger.querying import Filter

VERDICTS = {"a": "accept", "r": "reject", "u": "unsure"}
KEYS = "a accept, r reject, c correct fields, u unsure, n next, z undo my last, ? help, q quit"


class Session:
    """One person's turn at the queue; every judgement is kept at once."""

    def __init__(self, book: Ledger, wanted: Filter, *, person: str, order: str, round: str | None) -> None:
        self._book, self._wanted, self._person, self._round = book, wanted, person, round
        self._waiting = list(queue(book.figures(wanted), order, coded=self._coded()))
        self._screen = Console()
        self._done = 0

    def _coded(self) -> set[str] | None:
        """What this person has coded in the round; null outside of rounds."""
        if self._round is None:
            return None
        coding = coded(self._round, self._book.judgements())
        return {claim for claim, by_person in coding.items() if self._person in by_person}

    def run(self) -> None:
        """Show claims until none waits or the person has enough."""
        number, step = 0, self._step(0)
        while step is not None:
            number = max(number + step, 0)
            step = self._step(number)
        self._screen.print(f"{self._done} judged, {max(len(self._waiting) - number, 0)} left in this queue")

    def _step(self, number: int) -> int | None:
        """How far to go on after the claim of this number; null to stop."""
        if number < len(self._waiting):
            self._show(self._waiting[number], number)
            return self._answer(self._waiting[number])
        if not self._done:
            return None
        self._screen.print("the end of this queue: z takes your last back, any other key ends")
        return self._undo() if pressed() == "z" else None

    def _show(self, figure: Figure, number: int) -> None:
        self._screen.rule(f"{number + 1} of {len(self._waiting)}   {figure.claim}")
        article = self._book.article(figure.article)
        if article:
            seen = context_of(figure, article.text)
            words = Text(seen.before, style="dim")
            words.append(seen.opening).append(seen.words, "bold reverse").append(seen.closing)
            self._screen.print(words.append(seen.after, "dim"))
        grid = Table.grid(padding=(0, 2))
        for name, value in fields_of(figure):
            grid.add_row(Text(name, style="dim"), Text(value))
        self._screen.print(grid)
        for judgement in said_of(figure.claim, self._book.judgements(), round=self._round):
            self._screen.print(Text(f"{judgement.at} {judgement.person}: {judgement.verdict} {judgement.reason or ''}"))
        self._screen.print(Text(KEYS, style="dim"))

    def _answer(self, figure: Figure) -> int | None:
        """How far to go on in the queue after the person's answer; null to stop."""
        while True:
            key = pressed()
            if key in ("q", "\x03", "\x04", ""):
                return None
            if key == "n":
                return 1
            if key in VERDICTS:
                self._judge(VERDICTS[key], figure, {})
                return 1
            if key == "c" and (changes := self._ask()):
                self._judge("correct", figure, changes)
                return 1
            if key == "z":
                return self._undo()
            self._screen.print(KEYS)

    def _judge(self, verdict: str, figure: Figure, changes: dict[str, object]) -> None:
        self._book.judge(
            verdict, figure.claim, person=self._person, now=now(), changes=changes, round=self._round
        )  # fmt: skip
        self._done += 1

    def _undo(self) -> int:
        last = last_of(self._person, self._book.judgements())
        if last is None:
            self._screen.print("nothing of yours to take back")
            return 0
        self._book.judge("undo", None, person=self._person, now=now(), undoes=last.entry)
        self._screen.print(f"took back {last.verdict} of {last.claim}")
        return -1 if any(figure.claim == last.claim for figure in self._waiting) else 0

    def _ask(self) -> dict[str, object]:
        """Corrections as the person types them: field=value, an empty line ends."""
        self._screen.print(f"field=value, an empty line ends; fields: {', '.join(FIELDS)}")
        texts: dict[str, str] = {}
        while line := click.prompt("", default="", show_default=False, prompt_suffix="> ").strip():
            name, _, value = line.partition("=")
            try:
                read_changes({**texts, name.strip(): value})
            except JudgementError as error:
                self._screen.print(str(error))
                continue
            texts[name.strip()] = value
        return dict(read_changes(texts))


def pressed() -> str:
    """The key that the person presses; without a keyboard the command ends with status 2."""
    try:
        return click.getchar().lower()
    except OSError as error:
        wrong_usage(f"review queue: no terminal to press keys at ({error}); judge by review accept, reject, correct")
