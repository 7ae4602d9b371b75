"""Everything on a machine that has only Python and a network.

python3 run.py [--port N] [--data FOLDER]   install what is locked into .venv, then start the quiz
python3 run.py test [pytest options]        get what the tests need, then run every check and every test
python3 run.py COMMAND ...                  any other command of quiz-app, such as: check, doctor, demo
"""

# Only the standard library, and nothing an old Python cannot read: it must be able to say that it is too old.
from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypedDict

    class Locked(TypedDict):
        """One package, as uv.lock names it; each wheel has a url and a hash."""

        name: str
        version: str
        wheels: list[dict[str, str]]


OLDEST = (3, 11)
NEWEST_TO_LOOK_FOR = 16
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed-by-run.txt"
WINDOWS = sys.platform == "win32"
TRIES = 3


class Trouble(Exception):
    """Something the person at the keyboard can mend; the message says how."""


def main(words: list[str]) -> int:
    """Do what was asked for and return the exit code."""
    if sys.version_info < OLDEST:
        return start_again_with_newer_python(words)
    if words[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    try:
        if words[:1] == ["test"]:
            install({"app", "postgres", "dev"})
            os.chdir(ROOT)
            return hand_over([script("python"), "-m", "tests.tooling.every_check", *words[1:]])
        install(parts_to_run(os.environ))
        return hand_over([script("quiz-app"), *quiz_app_words(words)])
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def quiz_app_words(words: list[str]) -> list[str]:
    """What quiz-app is asked to do: to serve, unless another command is named."""
    return words if words and not words[0].startswith("-") else ["serve", *words]


def start_again_with_newer_python(words: list[str]) -> int:
    """Start this file with a newer Python of this machine, or say that one is needed."""
    for minor in range(NEWEST_TO_LOOK_FOR, OLDEST[1] - 1, -1):
        python = shutil.which(f"python3.{minor}")
        if python and works([python, "-c", "import venv"]):
            return hand_over([python, str(ROOT / "run.py"), *words])
    needed, here = ".".join(map(str, OLDEST)), platform.python_version()
    print(f"The quiz needs Python {needed} or newer; this is Python {here}.", file=sys.stderr)
    print("Get a newer one from https://www.python.org/downloads/ and start again with it.", file=sys.stderr)
    return 1


def works(command: list[str]) -> bool:
    """Whether a command runs and ends well."""
    try:
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def hand_over(command: list[str]) -> int:
    """Let another program take the place of this one; Windows cannot, so there it is waited for."""
    if WINDOWS:
        return subprocess.call(command)
    sys.stdout.flush()
    return os.execv(command[0], command)


def parts_to_run(environment: Mapping[str, str]) -> set[str]:
    """What must be installed to start the quiz."""
    uses_postgres = environment.get("QUIZ_APP_DATABASE_URL", "").startswith("postgres")
    return {"app", "postgres"} if uses_postgres else {"app"}


def install(parts: set[str]) -> None:
    """Bring .venv to what uv.lock says, compiled for a quick start; a stamp tells the next start that all is there."""
    if is_installed(parts):
        return
    print("Installing what the quiz needs into .venv, only this once ...", flush=True)
    place, _, there = read_stamp()
    moved = place not in ("", this_place())
    parts = parts if moved else parts | there
    STAMP.unlink(missing_ok=True)
    pip = make_venv(["--clear"] if moved else [])
    fetch([*pip, "install", "--quiet", "--require-hashes", "--no-deps", "-r", str(uv_requirement())])
    fetch([script("uv"), *sync_words(parts)], {"UV_PROJECT_ENVIRONMENT": str(VENV), "UV_PYTHON_DOWNLOADS": "never"})
    run([script("python"), "-m", "compileall", "-q", "quiz_app"], dict(os.environ))
    write_stamp(parts)


def is_installed(parts: set[str]) -> bool:
    """Whether .venv has these parts of this lock, for this Python and in this folder."""
    place, lock, there = read_stamp()
    return place == this_place() and lock == locked() and parts <= there and python_of_venv().exists()


def sync_words(parts: set[str]) -> list[str]:
    """How uv is asked for exactly these parts of the lock; a developer also hears when the lock is out of date."""
    words = ["sync", "--compile-bytecode", "--project", str(ROOT), "--python", str(python_of_venv())]
    words += ["--locked", "--group", "dev"] if "dev" in parts else ["--frozen", "--no-dev"]
    return words + (["--extra", "postgres"] if "postgres" in parts else [])


def read_stamp() -> tuple[str, str, set[str]]:
    """Where, from which lock and which parts were installed; empty if nothing was."""
    if not STAMP.is_file():
        return "", "", set()
    place, lock, parts = (STAMP.read_text(encoding="utf-8") + "\n\n\n").split("\n")[:3]
    return place, lock, set(parts.split())


def write_stamp(parts: set[str]) -> None:
    """Note what is installed now."""
    STAMP.write_text(f"{this_place()}\n{locked()}\n{' '.join(sorted(parts))}\n", encoding="utf-8")


def this_place() -> str:
    """Where .venv stands and for which Python; it works for no other."""
    return f"{VENV} {platform.python_implementation()} {sys.version_info[0]}.{sys.version_info[1]}"


def locked() -> str:
    """Fingerprint of the two files that say what is installed."""
    both = (ROOT / "uv.lock").read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(both).hexdigest()


def make_venv(words: list[str]) -> list[str]:
    """Make .venv and return the command that runs pip in it."""
    if not os.access(ROOT, os.W_OK):
        raise Trouble(f"The quiz installs itself into .venv beside run.py, and may not write here:\n\n    {ROOT}")
    if not importlib.util.find_spec("venv"):
        raise Trouble(MISSING_VENV)
    has_pip = importlib.util.find_spec("ensurepip") is not None
    without = [] if has_pip else ["--without-pip"]
    if run([sys.executable, "-m", "venv", *words, *without, str(VENV)], dict(os.environ)):
        raise Trouble(MISSING_VENV)
    return [script("python"), *(["-m", "pip"] if has_pip else [str(pip_wheel() / "pip")])]


MISSING_VENV = """Python could not make .venv here. On Debian and Ubuntu this helps, then start again:

    sudo apt install python3-venv

Elsewhere: install Python from https://www.python.org/downloads/"""


def pip_wheel() -> Path:
    """Fetch pip itself; Debian leaves it out of Python."""
    import urllib.request  # noqa: PLC0415 - slow to import, and needed once at most

    wheel = locked_package("pip")["wheels"][0]
    path = VENV / wheel["url"].rsplit("/", 1)[1]
    for wait in waits():
        time.sleep(wait)
        try:
            with urllib.request.urlopen(wheel["url"], timeout=60) as answer:
                content = answer.read()
        except OSError as error:
            print(f"Could not fetch {wheel['url']}: {error}", flush=True)
            continue
        if "sha256:" + hashlib.sha256(content).hexdigest() == wheel["hash"]:
            path.write_bytes(content)
            return path
    raise Trouble(f"pip could not be fetched.\n{MISSING_VENV}")


def uv_requirement() -> Path:
    """The line that lets pip install the locked uv and nothing else."""
    uv = locked_package("uv")
    path = VENV / "uv-requirement.txt"
    hashes = [f"--hash={wheel['hash']}" for wheel in uv["wheels"]]
    path.write_text(f"--only-binary :all:\nuv=={uv['version']} {' '.join(hashes)}\n", encoding="utf-8")
    return path


def locked_package(name: str) -> Locked:
    """What uv.lock says of one package."""
    import tomllib  # noqa: PLC0415 - an old Python has none

    packages: list[Locked] = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    return next(package for package in packages if package["name"] == name)


def fetch(command: list[str], settings: dict[str, str] | None = None) -> None:
    """Run a command that downloads, again if the network hiccups."""
    for wait in waits():
        time.sleep(wait)
        if run(command, {**os.environ, **(settings or {})}) == 0:
            return
    tried = f"This did not work, {TRIES} times:\n\n    {' '.join(command)}"
    raise Trouble(f"{tried}\n\nThe lines above say why. Is the network there?")


def waits() -> Iterator[int]:
    """Seconds to wait before each try of a download."""
    return iter([0, 2, 5][:TRIES])


def run(command: list[str], environment: dict[str, str]) -> int:
    """Run a command that asks no questions and return its exit code."""
    sys.stdout.flush()
    return subprocess.run(command, check=False, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL).returncode


def script(name: str) -> str:
    """Where .venv keeps one of its commands."""
    return str(VENV / "Scripts" / f"{name}.exe") if WINDOWS else str(VENV / "bin" / name)


def python_of_venv() -> Path:
    """The Python of .venv."""
    return Path(script("python"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
