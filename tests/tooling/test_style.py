"""Rules of the project that no tool knows."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST_MODULE = 250
STUDIO = ROOT / "quiz_app" / "cli" / "studio"  # its command says what to install
# The first is part of pydantic, the others of the pinned Streamlit.
PARTS_OF_DEPENDENCIES = {"pydantic-core", "starlette", "uvicorn", "anyio", "protobuf"}
REASON = re.compile(r"#\s*(?:noqa:\s*[A-Z0-9, ]+?|type:\s*ignore\[[\w\-, ]+\]|pragma:[\w ]+?)\s+(?:-|#)\s*\S")
ANY_IGNORE = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:)")


def sources(*folders: str) -> list[Path]:
    """The Python files in these folders."""
    return sorted(chain.from_iterable((ROOT / folder).rglob("*.py") for folder in folders))


def place(path: Path, line: int) -> str:
    """A place as an editor opens it."""
    return f"{path.relative_to(ROOT)}:{line}"


def test_every_ignore_in_code_says_why() -> None:
    files = [ROOT / "run.py", ROOT / "streamlit_app.py", *sources("quiz_app", "tests", "benchmarks")]

    silent = [
        place(path, number)
        for path in files
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if ANY_IGNORE.search(line) and not REASON.search(line)
    ]

    assert silent == [], "write the reason behind it: # noqa: S311 - a simulation, not a secret"


def test_every_ignore_in_pyproject_says_why() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    start, end = lines.index("ignore = ["), lines.index("[tool.ruff.lint.flake8-tidy-imports]")

    silent = [line for line in lines[start:end] if re.search(r'"[A-Z]+\d*"', line.split("#")[0]) and "# " not in line]

    assert silent == []


def test_no_module_is_longer_than_a_person_reads_in_one_go() -> None:
    lengths = {place(path, 1): len(path.read_text(encoding="utf-8").splitlines()) for path in sources("quiz_app")}

    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_package_that_is_imported_is_a_declared_dependency() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared, of_developers = names(settings["project"]["dependencies"]), names(settings["dependency-groups"]["dev"])
    owners = packages_distributions()

    undeclared = {
        f"{path.relative_to(ROOT)}: {module}"
        for path in sources("quiz_app")
        for module in imported(path) - sys.stdlib_module_names - {"quiz_app"}
        if not (declared | PARTS_OF_DEPENDENCIES | (of_developers if STUDIO in path.parents else set()))
        & {normal(owner) for owner in owners.get(module, [])}
    }

    assert undeclared == set()


def names(requirements: list[str]) -> set[str]:
    """The packages that requirements name."""
    return {normal(re.split(r"[\[<>=~;! ]", line)[0]) for line in requirements}


def imported(path: Path) -> set[str]:
    """Top-level names a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    taken_from = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in plain + taken_from}


def normal(name: str) -> str:
    """A package's name as PyPI compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()
