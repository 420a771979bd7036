"""Why an article was read as it was: each sentence, its parse, the rules that fired, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extraction import ExplainedSentence, Explanation, Token
from counterclaim.records import Claim, Statement
from counterclaim.views import words


def render(explanation: Explanation, *, at: int | None = None) -> str:
    """Plain text; with `at`, only the sentence that holds this character, or the one before it."""
    chosen = explanation.sentences if at is None else _holding(explanation, at)
    return "\n".join("\n".join(_lines(sentence)) + "\n" for sentence in chosen)


def _holding(explanation: Explanation, at: int) -> tuple[ExplainedSentence, ...]:
    before = [sentence for sentence in explanation.sentences if sentence.start <= at]
    return tuple(before[-1:] or explanation.sentences[:1])


def _lines(sentence: ExplainedSentence) -> Iterator[str]:
    yield f"{sentence.start}-{sentence.end}  {sentence.text}"
    if not sentence.parsed:
        yield f"  not parsed: {sentence.why_not_parsed or 'no reason given'}"
    yield from _table(sentence.tokens)
    if sentence.rules:
        yield f"  rules: {', '.join(sentence.rules)}"
    for claim in sentence.claims:
        yield from _claim(claim)
    for statement in sentence.statements:
        yield _statement(statement)
    for skipped in sentence.skipped:
        yield f"  passed over {skipped.start}-{skipped.end} {skipped.text!r}: {skipped.reason}"


def _table(tokens: tuple[Token, ...]) -> Iterator[str]:
    if not tokens:
        return
    wide = max(len(token.text) for token in tokens)
    for token in tokens:
        yield f"    {token.text:<{wide}}  {token.tag:<5} {token.dep:<9} {token.head}"


def _claim(claim: Claim) -> Iterator[str]:
    quantity = claim.quantity
    yield f"  claim {quantity.start}-{quantity.end}: {words.how_many(quantity)}, {claim.event} ({claim.trigger.text})"
    yield f"    who: {words.who(claim.sources)}"
    yield f"    whom: {words.whom(claim.target)} ({words.plain(claim.target.category)}), {words.whose(claim)}"
    yield f"    when: {words.when(claim.period)}; where: {words.where(claim.place)}; {words.firmness(claim)}"
    for field, why in claim.unknown.items():
        yield f"    {field} not known: {why}"
    yield f"    rules: {', '.join(claim.rules) or 'none'}"


def _statement(statement: Statement) -> str:
    content = statement.content
    return f"  statement {content.start}-{content.end}: {words.who(statement.sources)}: {content.text!r}"
