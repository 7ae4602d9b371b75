"""Running the revisions with Alembic, which is imported only when there is something to run."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from quiz_app.storage.failures import NotSaved

FOLDER = Path(__file__).parent


def run_revisions(connection: Connection) -> None:
    """Run every revision the database lacks, in the open transaction of the connection; raises NotSaved."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise NotSaved("The database was made by a newer version of this app. Install that version.") from error
