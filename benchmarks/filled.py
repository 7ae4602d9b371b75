"""A database that was filled in a process of its own, so that its memory does not count for what is measured."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from tempfile import TemporaryDirectory

Fill = Callable[[str, str, int], None]


@contextmanager
def filled(fill: Fill, *, about: str | None, what: str, most: int, rounds: int) -> Iterator[tuple[str, int, int]]:
    """Read what was asked for on the command line and fill the database: its address, how much is in it, the rounds."""
    wanted = argparse.ArgumentParser(description=about)
    wanted.add_argument(f"--{what}", dest="many", type=int, default=most)
    wanted.add_argument("--rounds", type=int, default=rounds)
    wanted.add_argument("--questions", default="questions")
    wanted.add_argument("--database", help="an empty database; a SQLite file in a temporary folder without it")
    given = wanted.parse_args()
    with TemporaryDirectory() as folder:
        url = given.database or f"sqlite:///{folder}/quiz.db"
        filling = get_context("spawn").Process(target=fill, args=(url, given.questions, given.many))
        filling.start()
        filling.join()
        assert filling.exitcode == 0, "the database was not filled"
        yield url, given.many, given.rounds
