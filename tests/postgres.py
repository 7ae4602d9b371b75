"""A private PostgreSQL for tests: made in a temporary folder, reached by a socket, gone at the end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

BIN = "QUIZ_APP_POSTGRES_BIN"
REQUIRED = "QUIZ_APP_REQUIRE_POSTGRES"
SUPERUSER = "quiz"


class Cluster:
    """One running PostgreSQL server with as many databases as tests ask for."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self.folder = folder
        self._data = folder / "data"
        self._names = count(1)

    def make(self) -> None:
        """Make the cluster and start it."""
        self._run("initdb", "-D", self._data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c max_connections=60"
        self._run("pg_ctl", "start", "-w", "-D", self._data, "-l", self.folder / "log", "-o", options)

    def stop(self, mode: str = "fast") -> None:
        """Stop the server: fast, or immediate as in a crash."""
        self._run("pg_ctl", "stop", "-w", "-D", self._data, "-m", mode)

    def url(self, database: str) -> str:
        """The URL of a database."""
        return f"postgresql://{SUPERUSER}@/{database}?host={self.folder}"

    def new_database(self, *, like: str = "template1") -> str:
        """The name of a new database, a copy of another."""
        name = f"test_{next(self._names)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            connection.execute(statement.format(sql.Identifier(name), sql.Identifier(like)))
        return name

    def _run(self, program: str, *arguments: str | Path) -> None:
        """Run one of PostgreSQL's programs, never as root."""
        command = [*_as_postgres(), str(self._programs / program), *map(str, arguments)]
        done = subprocess.run(
            command, cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=program == "initdb", check=False
        )
        if done.returncode:
            log = self.folder / "log"
            pytest.fail(f"{program} failed: {done.stderr!r} {log.read_text() if log.exists() else ''}")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """A running cluster; skips where PostgreSQL is not installed, unless QUIZ_APP_REQUIRE_POSTGRES=1."""
    programs = _programs()
    if programs is None:
        missing = f"PostgreSQL's own programs (initdb, pg_ctl) are not on PATH, in /usr/lib/postgresql or in {BIN}"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket path must be short
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    cluster = Cluster(programs, folder)
    try:
        cluster.make()
        yield cluster
    finally:
        with suppress(pytest.fail.Exception):
            cluster.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """The folder of initdb and pg_ctl, the newest version first."""
    named = os.environ.get(BIN)
    on_path = shutil.which("pg_ctl")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    folders = [Path(named)] if named else [*installed, *([Path(on_path).resolve().parent] if on_path else [])]
    return next((each for each in folders if (each / "initdb").exists() and (each / "pg_ctl").exists()), None)


def _as_postgres() -> list[str]:
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv"):
        return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
    return ["runuser", "-u", "postgres", "--"]
