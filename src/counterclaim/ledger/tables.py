"""The tables of a ledger: what is kept for good, and what is derived from it and can be made again.

Kept tables are append-only; triggers refuse changes. Every row of a kept table belongs to one entry of the chain, and
the entry's digest covers it. Derived tables (`figures` and what hangs on it) can be dropped and rebuilt.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

kept = MetaData()
derived = MetaData()

# The chain. `rows` has a line for each row of the other tables that the entry covers: its table, its key, the SHA-256
# of its values. `hash` is the SHA-256 of all other columns, `previous` the hash of the entry before.
entries = Table(
    "entries",
    kept,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),  # version, extraction, judgement
    Column("at", Text, nullable=False),  # ISO 8601, UTC
    Column("by", Text, nullable=False),  # "counterclaim 0.1.0", or a person
    Column("rows", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
)

# The bytes as they came, compressed with zstd, addressed by the SHA-256 of the uncompressed bytes.
originals = Table(
    "originals",
    kept,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)

# One version of an article: the format's `article` object as JSON, its text apart. `id` is the format's article.id.
versions = Table(
    "versions",
    kept,
    Column("entry", Integer, ForeignKey("entries.seq"), primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False, index=True),
    Column("original", Text, ForeignKey("originals.sha256")),
    Column("read_at", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("record", Text, nullable=False),
)

# A known text read again with something new to it: its page had carried another text, or more of its metadata is told.
sightings = Table(
    "sightings",
    kept,
    Column("entry", Integer, ForeignKey("entries.seq"), primary_key=True),
    Column("version", Text, ForeignKey("versions.id"), nullable=False, index=True),
    Column("key", Text, nullable=False, index=True),
    Column("original", Text, ForeignKey("originals.sha256")),
    Column("read_at", Text, nullable=False),
    Column("record", Text, nullable=False),
)

# One reading of a version by one version of the software, its rules and its parser.
extractions = Table(
    "extractions",
    kept,
    Column("entry", Integer, ForeignKey("entries.seq"), primary_key=True),
    Column("version", Text, ForeignKey("versions.id"), nullable=False),
    Column("made_by", Text, nullable=False),  # JSON: version, rules, model
    Column("skipped", Text, nullable=False),  # JSON
    UniqueConstraint("version", "made_by"),
)

# Claims and statements as they were extracted, as JSON of the format.
claims = Table(
    "claims",
    kept,
    Column("extraction", Integer, ForeignKey("extractions.entry"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),  # claim, statement, revision
    Column("id", Text, nullable=False),
    Column("record", Text, nullable=False),
)

# What people say of claims and claimants; by `anchor` a claim is found again in other versions and extractions.
judgements = Table(
    "judgements",
    kept,
    Column("entry", Integer, ForeignKey("entries.seq"), primary_key=True),
    Column("subject", Text, nullable=False, index=True),  # claim, claims, claimants
    Column("verdict", Text, nullable=False),  # accept, correct, reject, unsure, same, different, undo
    Column("claim", Text, index=True),  # id of the claim judged, or the name of the first claimant
    Column("other", Text),  # the second claim or claimant of same and different
    Column("key", Text, index=True),  # of the claim's article
    Column("anchor", Text),  # JSON: what the claim is found again by
    Column("changes", Text),  # JSON: field -> value, for correct
    Column("person", Text, nullable=False),
    Column("reason", Text),
    Column("round", Text, index=True),  # blind coding: the name of the round
    Column("undoes", Integer, ForeignKey("judgements.entry")),
)

migrations = Table("migrations", kept, Column("number", Integer, primary_key=True, autoincrement=False))

figures = Table(
    "figures",
    derived,
    Column("number", Integer, primary_key=True),
    Column("extraction", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("claim", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("claimant", Text, nullable=False),
    Column("claimant_side", Text),
    Column("speaker", Text),
    Column("chain", Text, nullable=False),
    Column("links", Integer, nullable=False),
    Column("act", Text),
    Column("event", Text),
    Column("category", Text),
    Column("also", Text),
    Column("target", Text),
    Column("scope", Text),
    Column("side", Text),
    Column("actor", Text),
    Column("low", BigInteger),
    Column("high", BigInteger),
    Column("form", Text),
    Column("unit", Text),
    Column("modality", Text, nullable=False),
    Column("basis", Text),
    Column("per", Text),
    Column("start", Text),
    Column("end", Text),
    Column("place", Text),
    Column("precision", Text),
    Column("geonames", Integer),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("country", Text),
    Column("quantity", Text),
    Column("quantity_start", Integer),
    Column("quantity_end", Integer),
    Column("qualifier", Text),
    Column("evidence", Text, nullable=False),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("caveats", Text),
    Column("link", Text, nullable=False),
    Column("outlet", Text),
    Column("title", Text),
    Column("published", Text),
    Column("origin", Text),  # the version this one is a copy of, or null
    Column("part_of", Text),
    Column("restates", Text),
    Column("answers", Text),
    Column("relation", Text),
    Column("whose", Text),
    Column("confidence", Float),
    Column("status", Text, nullable=False),
    Column("block", BigInteger),  # under which claims that may say the same are filed
    Column("same", Text),  # the first of the claims that say the same; null for the first itself
    Column("newest", Boolean, nullable=False),  # of the newest version of its article
    Column("drawer", Integer, nullable=False),  # which part of the indexes it stands in
)
# There are as few indexes as will do, and those in the order of values are in drawers: see `drawers.py`.
# A page is found on an index alone wherever one has all that is asked for; only its figures are then fetched.
Index("figures_by_claim", figures.c.drawer, figures.c.claim)
Index("figures_near", figures.c.block, figures.c.number)
Index("figures_by_extraction", figures.c.extraction)
Index("figures_by_status", figures.c.kind, figures.c.status, figures.c.newest)  # counts; its pages fill in order
_others = figures.c.same.is_not(None)  # than the first of their group
Index("figures_by_same", figures.c.same, sqlite_where=_others, postgresql_where=_others)
_own = figures.c.speaker == figures.c.claimant  # who speaks for no body: few, as claimants go
Index("figures_by_person", figures.c.drawer, figures.c.claimant, sqlite_where=_own, postgresql_where=_own)
for _name, *_columns in (
    ("measure", "event", "category", "side", "country", "claimant", "published", "end", "newest", "also", "number"),
    ("country", "country", "event", "published", "category", "side", "end", "newest", "also", "low", "number"),
    ("claimant", "claimant", "event", "end", "published", "newest", "low", "number"),
    ("outlet", "outlet", "event", "category", "published", "newest", "also", "end", "low", "number"),
    ("published", "published", "number", "newest", "event", "category", "also"),
    ("end", "end", "number", "newest", "side", "start", "event", "category", "also"),
    ("low", "low", "number", "newest", "category", "also", "high", "event"),
):
    Index(f"figures_by_{_name}", figures.c.drawer, *(figures.c[_column] for _column in _columns))

drawers = Table("drawers", derived, Column("number", Integer, primary_key=True, autoincrement=False))
# Which version carries the text of which earlier one, and the keys by which such pairs are found.
copies = Table(
    "copies",
    derived,
    Column("carrier", Text, primary_key=True),
    Column("origin", Text, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
)
bands = Table(
    "bands",
    derived,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),  # the number of the version's entry
    sqlite_with_rowid=False,
)

# Full text: an index of SQLite beside the figures, a column of theirs in PostgreSQL. Both see words in the same way:
# runs of letters and digits, without case and accents.
SEARCHED = ("evidence", "quantity", "claimant", "title")
_SQLITE_SEARCH = (
    f"CREATE VIRTUAL TABLE figures_text USING fts5({', '.join(SEARCHED)}, content='figures', content_rowid='number', "
    "tokenize='unicode61 remove_diacritics 2')"
)
_WORDS = " || ' ' || ".join(f"coalesce({column}, '')" for column in SEARCHED)
_PLAIN = f"regexp_replace(normalize({_WORDS}, NFD), '[\u0300-\u036f]', '', 'g')"
_POSTGRESQL_SEARCH = (
    "ALTER TABLE figures ADD COLUMN words tsvector GENERATED ALWAYS AS "
    f"(to_tsvector('simple', regexp_replace(lower({_PLAIN}), '[^[:alnum:]]+', ' ', 'g'))) STORED",
    "CREATE INDEX figures_by_words ON figures USING gin (words)",
    # What is destroyed is never a civilian: columns that hang together, which the planner would take for independent.
    "CREATE STATISTICS figures_together (mcv) ON event, category, side, country FROM figures",
)


def create_derived(connection: Connection) -> None:
    """Make the derived tables, empty, with their indexes."""
    derived.create_all(connection)
    postgresql = connection.dialect.name == "postgresql"
    for statement in _POSTGRESQL_SEARCH if postgresql else (_SQLITE_SEARCH,):
        connection.exec_driver_sql(statement)


def drop_derived(connection: Connection) -> None:
    """Drop the derived tables; `create_derived` makes them again."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DROP TABLE IF EXISTS figures_text")
    derived.drop_all(connection)
