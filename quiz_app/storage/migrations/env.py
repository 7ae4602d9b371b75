"""What Alembic runs: revisions on the connection, and in the transaction, that upgrade() opened."""

from alembic import context
from sqlalchemy import Connection

from quiz_app.storage.tables import METADATA


def run(connection: Connection) -> None:
    """Run the revisions; the transaction is committed or taken back by whoever opened it."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        transactional_ddl=True,
        transaction_per_migration=False,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    context.run_migrations()


run(context.config.attributes["connection"])
