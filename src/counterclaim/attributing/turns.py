"""Interviews in print: "ANN BELL, HOST: What did you see? TOM REED: Four people were killed. BELL: Where?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.attributing.lexicon import Lexicon
from counterclaim.attributing.sayings import Range, Saying
from counterclaim.records import Article

NAME = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
LABEL = re.compile(rf"(?:^|\n\n|(?<=[.?!\"”)]) )(?P<name>{NAME})(?:, (?P<role>[A-Z][A-Z '’-]{{2,40}}))?:(?=\s)")
MARK = re.compile(r":(?<=[A-Z.'’ -]:)\s")  # no label without one, and it is found faster
PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\n))*")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of those who talk says until the next one does; `name` and `mark`, its colon, in the article."""

    name: Range
    mark: Range
    start: int
    end: int
    surname: str
    own: bool


def find_turns(article: Article, found: Lexicon) -> Iterator[Saying]:
    """A report for each paragraph of a turn by a guest; what the outlet's own people say is its own voice."""
    turns = _turns(article.text, found)
    full = {turn.surname for turn in turns if " " in article.text[slice(*turn.name)]}
    used = Counter(turn.surname for turn in turns)
    if not any(used[surname] > 1 for surname in full) or len(used) == 1:
        return
    own = {turn.surname for turn in turns if turn.own}
    cue = next(cue for cue in found.cues.values() if "turn" in cue.frames)
    for turn in turns:
        if turn.surname in own or turn.surname not in full:
            continue
        for paragraph in PARAGRAPH.finditer(article.text, turn.start, turn.end):
            yield Saying(
                start=paragraph.start(), end=paragraph.end(), sources=(turn.name,), cue=turn.mark,
                act=cue.act, modality=cue.modality, rule=cue.rule, widens=False,
            )  # fmt: skip


def _turns(text: str, found: Lexicon) -> Sequence[Turn]:
    """The turns of a text, each up to the next label; the last one ends with its paragraph."""
    labels = list(LABEL.finditer(text)) if MARK.search(text) else []
    ends = [label.start() for label in labels[1:]]
    if labels:
        last = text.find("\n\n", labels[-1].end() + 1)
        ends.append(len(text) if last < 0 else last)
    return [
        Turn(
            name=label.span("name"),
            mark=(label.end() - 1, label.end()),
            start=label.end(),
            end=end,
            surname=label["name"].split()[-1],
            own=bool(found.words["own_people"].intersection((label["role"] or "").lower().split())),
        )
        for label, end in zip(labels, ends, strict=True)
    ]
