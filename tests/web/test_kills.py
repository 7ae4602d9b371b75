"""A server killed again and again in mid-course; `benchmarks.kills` does the same fifty times."""

import asyncio
from pathlib import Path

from benchmarks.kills import kill_often


def test_what_was_acknowledged_before_a_kill_is_kept_once(tmp_path: Path) -> None:
    outcome = asyncio.run(kill_often(tmp_path, kills=4, patients=3))
    assert outcome.acknowledged > 0
    assert (outcome.lost, outcome.twice, outcome.never_sent) == (0, 0, 0)
