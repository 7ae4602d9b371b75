"""`quiz-app serve` as people start it, in a process of its own that has imported nothing before."""

import subprocess
import sys
from pathlib import Path

from tests.browser.server import ROOT, Server, free_port


def test_it_says_where_it_is_and_goes_quietly_when_asked(tmp_path: Path) -> None:
    server = Server(tmp_path / "clinic" / "data").start()
    server.stop()

    assert f"Open {server.url} in a browser." in server.log()
    assert server.first_link().startswith(f"{server.url}/staff/setup#")
    assert "Traceback" not in server.log()
    assert "ERROR" not in server.log()


def test_a_port_that_is_taken_is_told_and_no_address_that_is_somebody_elses(tmp_path: Path) -> None:
    first = Server(tmp_path / "first" / "data").start()

    second = _serve(tmp_path, port=first.port)
    first.stop()

    assert second.returncode == 1
    assert second.stdout == ""
    assert second.stderr.startswith(f"Port {first.port} is taken. Perhaps the quiz is running already")
    assert "Traceback" not in second.stderr


def test_an_address_of_another_machine_is_told(tmp_path: Path) -> None:
    port = free_port()

    ended = _serve(tmp_path, port=port, QUIZ_APP_ADDRESS="192.0.2.1")

    assert ended.returncode == 1
    assert f"QUIZ_APP_ADDRESS=192.0.2.1, QUIZ_APP_PORT={port}: the app cannot listen there" in ended.stderr
    assert "Traceback" not in ended.stderr


def _serve(folder: Path, *, port: int, **settings: str) -> subprocess.CompletedProcess[str]:
    """A start that is not expected to last."""
    command = [sys.executable, "-m", "quiz_app.__main__", "serve", "--port", str(port), "--data", str(folder / "data")]
    return subprocess.run(
        command, cwd=ROOT, env=settings, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )
