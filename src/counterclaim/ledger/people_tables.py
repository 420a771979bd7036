"""The tables of who works on a ledger: beside the chain, for they say nothing of claims and may change."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, MetaData, Table, Text

people = MetaData()

# Passwords are kept as argon2 hashes only.
accounts = Table(
    "accounts",
    people,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),  # coder, admin
    Column("password", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("disabled", Boolean, nullable=False),
)

# Of a session's token only the SHA-256 is kept: who reads the table cannot log in with it.
sessions = Table(
    "sessions",
    people,
    Column("digest", Text, primary_key=True),
    Column("person", Text, nullable=False, index=True),
    Column("began", Text, nullable=False),
    Column("ends", Text, nullable=False),
)

# Logins that failed or are being tried, for as long as they count.
attempts = Table(
    "attempts",
    people,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("at", Text, nullable=False),
)
Index("attempts_by_time", attempts.c.at)

# Who did what when, oldest first.
audit = Table(
    "audit",
    people,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("what", Text, nullable=False),
)
