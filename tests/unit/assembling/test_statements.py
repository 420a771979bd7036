"""Attributions put together into statements."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.assembling import assemble_statements
from counterclaim.parsed import Attribution
from counterclaim.records import Mention, Source
from tests.fixtures.extractions import FULL

ARTICLE, CLAIM = FULL.article, FULL.claims[0]


def attribution(start: int, end: int, sources: tuple[Source, ...]) -> Attribution:
    content = Mention(text=ARTICLE.text[start:end], start=start, end=end)
    return Attribution(content=content, sources=sources, act="conceded", event="casualties")


def test_statement_has_what_is_said_by_whom() -> None:
    """Content, sources, act and event are the attribution's."""
    source = Source(text=ARTICLE.text[:4], start=0, end=4)
    [statement] = assemble_statements(ARTICLE, [attribution(5, 20, (source,))], ())

    assert ((source,), ARTICLE.text[5:20], "conceded", "casualties") == (
        statement.sources, statement.content.text, statement.act, statement.event,
    )  # fmt: skip


def test_outlets_own_voice_is_no_statement() -> None:
    """Somebody must say it."""
    assert () == assemble_statements(ARTICLE, [attribution(5, 20, ())], ())


def test_statement_knows_its_claims() -> None:
    """The claims of the same sources whose numbers stand in it."""
    source = Source(text=ARTICLE.text[:4], start=0, end=4)
    claim = replace(CLAIM, sources=(source,))
    around = attribution(claim.quantity.start, claim.quantity.end, (source,))
    outside = attribution(claim.quantity.end, claim.quantity.end + 4, (source,))
    found = assemble_statements(ARTICLE, [around, outside], [claim])

    assert [(claim.id,), ()] == [statement.claims for statement in found]


def test_same_words_of_the_same_speaker_are_one_statement() -> None:
    """Found twice, told once."""
    source = Source(text=ARTICLE.text[:4], start=0, end=4)

    assert 1 == len(assemble_statements(ARTICLE, [attribution(5, 20, (source,))] * 2, ()))
