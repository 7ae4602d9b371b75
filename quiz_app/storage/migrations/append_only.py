"""Tables that only grow: the database itself refuses to change or take away a row.

A later erasure command must replace content in its own, recorded way: in one transaction it drops these triggers,
erases, and puts them back (forbid_changes again). Nothing else may.
"""

from alembic import op

_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'facts in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$
"""


def forbid_changes(*tables: str) -> None:
    """Refuse UPDATE and DELETE (and TRUNCATE) on these tables."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_FUNCTION)
        for table in tables:
            op.execute(
                f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
        return
    for table in tables:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'facts in {table} are only ever added'); END"
            )
