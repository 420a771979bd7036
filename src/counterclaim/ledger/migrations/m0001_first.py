"""The first tables, with the triggers that refuse changes to what is kept."""

from __future__ import annotations

from sqlalchemy import Connection

from counterclaim.ledger.tables import create_derived, kept

REFUSE = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the table %% is append-only', TG_TABLE_NAME; END $$
"""


def change(connection: Connection) -> None:
    """Make all tables of an empty ledger."""
    kept.create_all(connection)
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(REFUSE)
    for table in kept.tables:
        refuse_changes(connection, table)
    create_derived(connection)


def refuse_changes(connection: Connection, table: str) -> None:
    """Have the database itself refuse to change or delete what is kept in a table."""
    for statement in _postgresql(table) if connection.dialect.name == "postgresql" else _sqlite(table):
        connection.exec_driver_sql(statement)


def _sqlite(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_keep_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'the table {table} is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    ]


def _postgresql(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_keep BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        f"CREATE TRIGGER {table}_keep_all BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
    ]
