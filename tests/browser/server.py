"""A real server of the app in a process of its own, with an empty data folder."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Protocol
from urllib.error import URLError

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Process(Protocol):
    """What is done with a process that was started."""

    @property
    def pid(self) -> int:
        """Its number."""

    def poll(self) -> int | None:
        """None while it lives."""

    def send_signal(self, sig: int, /) -> None:
        """Send it a signal."""

    def kill(self) -> None:
        """Kill it."""

    def wait(self, timeout: float, /) -> int:
        """Wait until it is gone; raises subprocess.TimeoutExpired."""


class Server:
    """The app as `quiz-app serve` starts it."""

    def __init__(self, data: Path, home: Path = ROOT, port: int = 0, /, **settings: str) -> None:
        self.data = data
        self._home = home
        data.parent.mkdir(parents=True, exist_ok=True)
        self.port = port or free_port()
        self.url = f"http://localhost:{self.port}"
        self.settings = {f"QUIZ_APP_{name.upper()}": value for name, value in settings.items()}
        self.settings |= {"QUIZ_APP_PORT": str(self.port), "QUIZ_APP_DATA": str(data)}
        self._log = data.parent / "server.log"
        self._process: Process | None = None

    def start(self) -> "Server":
        """Start and wait until it answers."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith("QUIZ_APP_")}
        environment |= self.settings | {"PYTHONUNBUFFERED": "1"}
        self._process = self._begin(["serve", "--port", str(self.port), "--data", str(self.data)], environment)
        self._wait()
        return self

    def _begin(self, words: list[str], environment: dict[str, str]) -> Process:
        command = [sys.executable, "-m", "quiz_app.__main__", *words]
        with self._log.open("ab") as log:
            return subprocess.Popen(command, cwd=self._home, env=environment, stdout=log, stderr=log)

    def _wait(self) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=2):  # noqa: S310 - our own address
                    return
            except (URLError, OSError):
                if self._process and self._process.poll() is not None:
                    break
                time.sleep(0.05)
        raise AssertionError(f"the server did not start:\n{self.log()}")

    def log(self) -> str:
        """Everything the server printed."""
        return self._log.read_text(encoding="utf-8", errors="replace") if self._log.is_file() else ""

    def first_link(self) -> str:
        """The printed link that makes the first administrator."""
        found = re.search(r"(http\S+/staff/setup#\S+)", self.log())
        assert found, self.log()
        return found.group(1)

    def kill(self) -> None:
        """Kill it as a power cut of the process would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Stop it as a person would."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(how)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(10)
