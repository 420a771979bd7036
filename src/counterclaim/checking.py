"""Whether rules fire on the sentences that they carry, read end to end like any article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.explaining import fired
from counterclaim.pipeline import Reader
from counterclaim.reading import Given, read_text
from counterclaim.records import Article
from counterclaim.rules import Rule

PUBLISHED = "2022-03-02"  # the day that the sentences' "today" and "Thursday" count from
STOPS = (".", "?", "!", '."', '?"', ".\u201d")
NO_BODY = "\u2014"


@dataclass(frozen=True, slots=True)
class Misfire:
    """A sentence on which a rule does not do what it says; `sentence` is None for a rule without sentences."""

    rule: Rule
    sentence: str | None
    expected: bool = True

    def __str__(self) -> str:
        where = f"{self.rule.where}: {self.rule.id}"
        if self.sentence is None:
            return f"{where} has no sentence under 'yes'; give one on which it fires"
        wrong = "does not fire on" if self.expected else "fires on"
        return f"{where} {wrong} {self.sentence!r}; mend the rule or the sentence"


def misfires(reader: Reader, rules: Sequence[Rule]) -> Iterator[Misfire]:
    """Each sentence of these rules on which its rule fires and must not, or does not and must."""
    yield from (Misfire(rule, None) for rule in rules if not rule.yes)
    cases = [(rule, text, True) for rule in rules for text in rule.yes]
    cases += [(rule, text, False) for rule in rules for text in rule.no]
    ids = fired((as_article(text) for _, text, _ in cases), reader)
    for (rule, text, expected), found in zip(cases, ids, strict=True):
        if (rule.id in found) != expected:
            yield Misfire(rule, text, expected)


def as_article(sentence: str) -> Article:
    """An article of one sentence; a headline if it ends without a stop."""
    if sentence.endswith(STOPS):
        return read_text(sentence, given=Given(published=PUBLISHED, language="en"))
    return read_text(NO_BODY, given=Given(published=PUBLISHED, language="en", title=sentence))
