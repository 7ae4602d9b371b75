"""Every check and every test, each with its result; started by `python3 run.py test`."""

import glob
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from run import WINDOWS, Trouble, fetch, run, script, works

CHECKS = [
    ("format", ["ruff", "format", "--check", "."]),
    ("lint", ["ruff", "check", "."]),
    ("types", ["mypy"]),
    ("layers", ["lint-imports"]),
    ("questions", ["quiz-app", "check", "questions"]),
]
WHOLE_RUN = ("-n", "3", "--dist", "loadfile", "--no-loadscope-reorder")
"""How pytest runs when nobody says otherwise: three at a time, each file of tests in one of them.

Three are right for two cores, because much of a browser's time goes into waiting. The files keep the order of their
names: those of the browser take long and come early, so that nobody waits for them in the end.
"""
WITHOUT_A_WINDOW = "chromium-headless-shell"
"""Debian's Chromium that never draws a window: a page opens with half the work of the processor."""
LIKE_ARIAL = "fonts-liberation"
"""What stands in for Arial, which other machines have and until our own typeface arrives shows every word."""
BROWSERS_ON_PATH = [
    WITHOUT_A_WINDOW,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
]
BROWSERS_ELSEWHERE = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
]
POSTGRES_FOLDERS = [
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
    "C:/Program Files/PostgreSQL/*/bin",
]
PLAYWRIGHTS_OWN = (
    "from playwright.sync_api import sync_playwright as p\nwith p() as b: print(b.chromium.executable_path)"
)
NO_CLUSTER = Path("/etc/postgresql-common/createcluster.conf")


def main(pytest_words: list[str]) -> int:
    """Run everything, go on after a failure, and return 1 if anything failed."""
    environment = clean(os.environ)
    results = [("browser", add_browser(environment)), ("postgres", add_postgres(environment))]
    for name, (tool, *words) in CHECKS:
        results.append((name, passes(name, [script(tool), *words], environment)))
    print("\n" + "\n".join(f"{'ok    ' if good else 'FAILED'}  {name}" for name, good in results))
    words = pytest_words or list(WHOLE_RUN)
    results.append(("tests", passes("tests", [script("pytest"), *words], environment)))
    return 0 if all(good for _, good in results) else 1


def clean(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment with .venv's commands first, and without the settings of an app that may run here."""
    kept = {name: value for name, value in environment.items() if not name.startswith("QUIZ_APP_")}
    named = {name: environment[name] for name in ("QUIZ_APP_CHROMIUM",) if name in environment}
    path = os.pathsep.join([str(Path(script("python")).parent), environment.get("PATH", "")])
    return {**kept, **named, "PATH": path, "PYTHONUTF8": "1"}


def passes(name: str, command: list[str], environment: dict[str, str]) -> bool:
    """Run one check with a heading, and say how it went."""
    print(f"\n=== {name}: {' '.join([Path(command[0]).stem, *command[1:]])}", flush=True)
    started = time.monotonic()
    good = run(command, environment) == 0
    if name != "tests":  # pytest's own last line is to be the last one
        print(f"--- {name}: {'ok' if good else 'FAILED'} ({time.monotonic() - started:.1f} s)", flush=True)
    return good


# --- A browser -------------------------------------------------------------------------------------------------------


def add_browser(environment: dict[str, str]) -> bool:
    """Put the path of a Chromium that starts into QUIZ_APP_CHROMIUM, getting one if there is none."""
    named = environment.get("QUIZ_APP_CHROMIUM")
    if can_apt() and not named and not shutil.which(WITHOUT_A_WINDOW):
        print("Installing the Chromium without a window; any other Chromium will do, but is slower", flush=True)
        is_done(apt_install(WITHOUT_A_WINDOW, LIKE_ARIAL))
    browser = find_browser(environment)
    for way in ways_to_get_a_browser():
        if not browser:
            print(f"No Chromium that starts; trying: {' '.join(way)}", flush=True)
            browser = find_browser(environment) if is_done(way) else None
    environment.pop("QUIZ_APP_CHROMIUM", None)
    if not browser:
        print("There is no Chromium: install Chromium or Chrome, or name one in QUIZ_APP_CHROMIUM, and try again.")
        return False
    environment["QUIZ_APP_CHROMIUM"] = browser
    return True


def find_browser(environment: dict[str, str]) -> str | None:
    """The first browser that starts: the one named, one on the machine, or Playwright's own."""
    return next((path for path in browsers(environment) if starts(path)), None)


def browsers(environment: dict[str, str]) -> Iterator[str]:
    """Where a browser may be, the one named by the person first."""
    yield environment.get("QUIZ_APP_CHROMIUM", "")
    yield from (shutil.which(name) or "" for name in BROWSERS_ON_PATH)
    yield from BROWSERS_ELSEWHERE
    asked = subprocess.run([script("python"), "-c", PLAYWRIGHTS_OWN], capture_output=True, text=True, check=False)
    yield asked.stdout.strip()


def starts(browser: str) -> bool:
    """Whether a browser is there and has all its libraries; on Windows `--version` would open a window."""
    return bool(browser) and Path(browser).is_file() and (WINDOWS or works([browser, "--version"]))


def ways_to_get_a_browser() -> list[list[str]]:
    """Commands that may bring a browser, the least intrusive first."""
    own = [script("playwright"), "install", "chromium"]
    libraries_of_own = [script("playwright"), "install-deps", "chromium"]
    return [own, apt_install("chromium"), libraries_of_own] if can_apt() else [own]


# --- PostgreSQL ------------------------------------------------------------------------------------------------------


def add_postgres(environment: dict[str, str]) -> bool:
    """Put the folder of PostgreSQL's programs into QUIZ_APP_POSTGRES_BIN; only CI cannot do without."""
    folder = find_postgres()
    if not folder and can_apt():
        print("No PostgreSQL; installing it, without starting a database", flush=True)
        keep_debian_from_making_a_cluster()
        is_done(apt_install("postgresql"))
        folder = find_postgres()
    needed = environment.get("CI", "").lower() in {"1", "true"}
    if needed:
        environment["QUIZ_APP_REQUIRE_POSTGRES"] = "1"
    if folder:
        environment["QUIZ_APP_POSTGRES_BIN"] = folder
    else:
        print(f"There is no PostgreSQL: {'CI needs it' if needed else 'tests that need it are skipped'}.")
    return bool(folder) or not needed


def find_postgres(folders: list[str] = POSTGRES_FOLDERS) -> str | None:
    """The folder of the newest PostgreSQL that can make a database."""
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve().parent] if on_path else []
    found += [
        Path(folder) for pattern in folders for folder in sorted(glob.glob(pattern), key=by_version, reverse=True)
    ]
    both = (folder for folder in found if holds(folder, "initdb") and holds(folder, "postgres"))
    return next((str(folder) for folder in both), None)


def by_version(folder: str) -> list[int]:
    """Numbers in a path, so that 15 comes after 9."""
    return [int(digits) for digits in "".join(c if c.isdigit() else " " for c in folder).split()]


def holds(folder: Path, program: str) -> bool:
    """Whether a program lies in a folder."""
    return shutil.which(program, path=str(folder)) is not None


def keep_debian_from_making_a_cluster() -> None:
    """Tell Debian's package to install programs only."""
    if not NO_CLUSTER.exists():
        NO_CLUSTER.parent.mkdir(parents=True, exist_ok=True)
        NO_CLUSTER.write_text("create_main_cluster = false\n", encoding="utf-8")


# --- Debian's packages -----------------------------------------------------------------------------------------------


def can_apt() -> bool:
    """Whether this is Debian or a relative, and we may install there."""
    return sys.platform != "win32" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> list[str]:
    """How to install packages, asking nothing and keeping configuration that is there."""
    kept = ["--no-install-recommends", "--no-remove", "-o", "Dpkg::Options::=--force-confold"]
    return ["apt-get", "install", "-y", *kept, *packages]


@cache
def update_package_lists() -> None:
    """Fetch Debian's lists, once."""
    fetch(["apt-get", "update"])


def is_done(command: list[str]) -> bool:
    """Run a command that downloads; False if it would not, and there may be another way."""
    if command[0] != "apt-get":
        return run(command, dict(os.environ)) == 0  # Playwright tries again by itself
    try:
        update_package_lists()
        fetch(command, {"DEBIAN_FRONTEND": "noninteractive"})
    except Trouble as trouble:
        print(trouble, flush=True)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
