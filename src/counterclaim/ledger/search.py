"""Full text: which figures hold which words, in SQLite's FTS5 or PostgreSQL's tsvector."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, column, insert, literal, literal_column, select, table, text

from counterclaim.ledger.tables import SEARCHED, figures

PHRASE = re.compile(r'"([^"]*)"?|(\S+)')
WORD = re.compile(r"[^\W_]+")
_INDEX = table("figures_text", column("figures_text"), *map(column, ("rowid", *SEARCHED)))
_COLUMNS = ", ".join(SEARCHED)


def fill(connection: Connection, first: int) -> None:
    """Take the words of all figures from this number on into the index."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                f"INSERT INTO figures_text(rowid, {_COLUMNS}) SELECT number, {_COLUMNS} FROM figures "
                "WHERE number >= :first"
            ),
            {"first": first},
        )


def forget(connection: Connection, which: ColumnElement[bool]) -> None:
    """Take the words of some figures out of the index, before the figures go."""
    if connection.dialect.name == "sqlite":
        words = (figures.c[name] for name in SEARCHED)
        gone = select(literal("delete"), figures.c.number, *words).where(which)
        connection.execute(insert(_INDEX).from_select(["figures_text", "rowid", *SEARCHED], gone))


def phrases(query: str) -> tuple[tuple[str, ...], ...]:
    """The phrases that a query asks for, all of them: words between quotation marks, else each word for itself.

    Words are runs of letters and digits, so that 1,597 is a phrase of two.

    >>> phrases('killed "near Alpha" 1,597')
    (('killed',), ('near', 'alpha'), ('1', '597'))
    """
    found = (WORD.findall(_plain(quoted or single)) for quoted, single in PHRASE.findall(query))
    return tuple(tuple(words) for words in found if words)


def matches(query: str, dialect: str) -> ColumnElement[bool] | None:
    """The condition that a figure holds all phrases of a query; None where the query has no word."""
    wanted = phrases(query)
    if not wanted:
        return None
    if dialect == "postgresql":
        asked = " & ".join("(" + " <-> ".join(f"'{word}'" for word in phrase) + ")" for phrase in wanted)
        return literal_column("figures.words").op("@@")(text("to_tsquery('simple', :asked)").bindparams(asked=asked))
    asked = " AND ".join('"' + " ".join(phrase) + '"' for phrase in wanted)
    matching = text("figures_text MATCH :asked").bindparams(asked=asked)
    return and_(figures.c.number == _INDEX.c.rowid, matching)


def number_of(query: str | None, dialect: str) -> ColumnElement[Any]:
    """The figures' number, as the database walks along it best: the full text keeps its own order in SQLite."""
    return _INDEX.c.rowid if query is not None and phrases(query) and dialect == "sqlite" else figures.c.number


def _plain(words: str) -> str:
    """Words without case and accents, as both indexes hold them."""
    parts = unicodedata.normalize("NFD", words.lower())
    return "".join(letter for letter in parts if not "\u0300" <= letter <= "\u036f")
