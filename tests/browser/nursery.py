"""Servers that start at once: a process imports the app one time, and becomes a server each time one is wanted.

Importing is nearly all that a start costs, and a run of these tests starts more than a hundred servers.
"""

import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import cast

from tests.browser.server import ROOT, Process, Server


class QuickServer(Server):
    """A server that need not import the app, nor check the courses that another one checked."""

    def __init__(self, data: Path, home: Path = ROOT, port: int = 0, /, **settings: str) -> None:
        super().__init__(data, home, port, **settings)
        self._checked = data / "courses" / "checked"
        if not self._checked.exists():
            shutil.copytree(_checked_before(), self._checked)

    def start(self) -> "QuickServer":
        super().start()
        shutil.copytree(self._checked, _checked_before(), dirs_exist_ok=True)
        return self

    def _begin(self, words: list[str], environment: dict[str, str]) -> Process:
        if sys.platform != "linux" or self._home != ROOT:
            return super()._begin(words, environment)
        return Child(_nursery().bear(words, environment, self._log))


class Child:
    """A server of the nursery, handled as if it were our own process."""

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        """None while it lives."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def send_signal(self, how: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, how)

    def kill(self) -> None:
        """Kill it."""
        self.send_signal(signal.SIGKILL)

    def wait(self, seconds: float) -> int:
        """Wait until it is gone; raises subprocess.TimeoutExpired."""
        deadline = time.monotonic() + seconds
        while self.poll() is None:
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired("quiz-app serve", seconds)
            time.sleep(0.01)
        return 0


class Nursery:
    """The process that has imported the app."""

    def __init__(self) -> None:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("QUIZ_APP_")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.nursery"],
            cwd=ROOT,
            env=environment | {"PYTHONUNBUFFERED": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def bear(self, words: list[str], environment: dict[str, str], log: Path) -> int:
        """Start `quiz-app` with these words in a process of its own; its number."""
        order, answer = self._process.stdin, self._process.stdout
        assert order
        assert answer
        order.write(json.dumps([words, environment, str(log)]) + "\n")
        order.flush()
        return int(answer.readline())


@cache
def _nursery() -> Nursery:
    return Nursery()


@cache
def _checked_before() -> Path:
    """Where courses lie that a server of this run checked."""
    folder = Path(tempfile.mkdtemp(prefix="checked-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def wait_for_orders() -> None:
    """Become a server for each line that comes in; end when no more can come."""
    from quiz_app.cli import main  # noqa: PLC0415 - here only: the tests themselves need neither
    from quiz_app.web import routes, server  # noqa: F401, PLC0415 - as above

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how a server ended
    for line in sys.stdin:
        words, environment, log = cast("tuple[list[str], dict[str, str], str]", json.loads(line))
        if pid := os.fork():
            sys.stdout.write(f"{pid}\n")
            continue
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _become(environment, log)
        main(words)


def _become(environment: dict[str, str], log: str) -> None:
    os.environ.clear()
    os.environ.update(environment)
    with open(os.devnull, "rb") as nothing, open(log, "ab") as file:
        os.dup2(nothing.fileno(), 0)
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)


if __name__ == "__main__":
    wait_for_orders()
