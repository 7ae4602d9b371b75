"""A whole copy of a SQLite file, made while it is in use."""

import os
from itertools import count
from pathlib import Path

from sqlalchemy import Engine

from quiz_app.storage.engines import BEGIN
from quiz_app.storage.failures import NotSaved, told_plainly


def copy_beside(engine: Engine, *, name: str) -> Path | None:
    """Copy a SQLite database to a new file beside it, on the disk for good; None for PostgreSQL. Raises NotSaved."""
    database = engine.url.database
    if engine.dialect.name != "sqlite" or not database:
        return None
    target = _free(Path(f"{database}.{name}"))
    with told_plainly(), engine.execution_options(**{BEGIN: ""}).connect() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(target),))
    try:
        target.chmod(0o600)
        _flush(target)
        _flush(target.parent)
    except OSError as error:
        raise NotSaved(f"The copy {target} cannot be kept: {error.strerror}.") from error
    return target


def _free(path: Path) -> Path:
    """The path, or the first of path.2, path.3 ... that does not exist."""
    numbered = (path if number == 1 else Path(f"{path}.{number}") for number in count(1))
    return next(each for each in numbered if not each.exists())


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
