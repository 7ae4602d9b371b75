"""What VS Code, git and GitHub are told about the question banks is so."""

import json
import os
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from quiz_app.content import load_library
from quiz_app.content.problems import problem
from quiz_app.content.report import as_text
from quiz_app.content.schema import schemas
from tests.content.small_bank import TODAY, TOPIC, write_bank

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "editors.md").read_text(encoding="utf-8")


class Pattern(BaseModel):
    """How a problem matcher reads a line: the number of the group for each part."""

    regexp: str
    file: int
    line: int
    column: int
    message: int
    code: int
    severity: int


class Matcher(BaseModel):
    """What a task's problem matcher says."""

    pattern: Pattern
    background: dict[str, str | bool] = {}


class Task(BaseModel):
    """What is used of a task of VS Code."""

    label: str
    args: list[str]
    problemMatcher: Matcher  # noqa: N815 - the name VS Code gives it


TASKS = TypeAdapter(list[Task]).validate_python(
    json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
)
SCHEMAS = TypeAdapter(dict[str, list[str]]).validate_python(
    json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
)


@pytest.mark.parametrize("task", TASKS, ids=[task.label for task in TASKS])
def test_the_problem_matcher_reads_every_printed_finding(task: Task, tmp_path: Path) -> None:
    topic = TOPIC.replace("level: decide", "level: decied").replace("wrong: Drink some water", "wrong: Never [drink]")
    problems = load_library(write_bank(tmp_path, {"small/topics/signs.yaml": topic}), today=TODAY).problems
    problems += (problem("W511", "The review was due: [2026].", file="C:/my questions/course.yaml"),)
    pattern = task.problemMatcher.pattern

    lines = as_text(problems).splitlines()

    assert len(lines) == 3
    for line, told in zip(lines, problems, strict=True):
        found = re.search(pattern.regexp, line)
        assert found
        assert found[pattern.file] == told.file
        assert (found[pattern.line], found[pattern.column]) == (str(told.line), str(told.column))
        assert found[pattern.message] == f"{told.message} {told.remedy}"
        assert (found[pattern.code], found[pattern.severity]) == (told.code, told.code[0])


def test_the_watching_task_knows_when_a_check_begins_and_ends() -> None:
    (watching,) = [task for task in TASKS if "--watch" in task.args]

    begins, ends = (watching.problemMatcher.background[name] for name in ("beginsPattern", "endsPattern"))

    assert re.search(str(begins), "Checking questions")
    assert re.search(str(ends), "Checked: 0 errors, 0 warnings. Waiting for a change; Ctrl-C ends.")


def test_every_schema_is_mapped_to_its_files_and_is_there() -> None:
    assert {Path(path).name for path in SCHEMAS} == set(schemas())
    assert all((ROOT / path).is_file() for path in SCHEMAS)


def test_each_shipped_file_is_mapped_to_the_schema_its_first_line_names() -> None:
    files = [path.relative_to(ROOT) for path in (ROOT / "questions").rglob("*.yaml")]

    for file in files:
        first = (ROOT / file).read_text(encoding="utf-8").splitlines()[0]
        named = re.search(r"\$schema=(\S+)", first)
        assert named, file
        mapped = [path for path, globs in SCHEMAS.items() if any(is_like(file, glob) for glob in globs)]
        assert mapped == [f"./questions/schema/{Path(named[1]).name}"], file
        assert (ROOT / file.parent / named[1]).resolve().is_file(), file


def is_like(file: Path, glob: str) -> bool:
    """Whether a file fits a glob in which * stays within one folder."""
    parts, patterns = file.parts, Path(glob).parts
    return len(parts) == len(patterns) and all(fnmatch(*pair) for pair in zip(parts, patterns, strict=True))


def test_the_hook_of_pre_commit_is_a_command_there_is() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert hook["entry"].split() == ["quiz-app", "check"]
    assert hook["pass_filenames"] is False
    assert f"- id: {hook['id']}" in PAGE


@pytest.mark.skipif(sys.platform == "win32", reason="a hook of git is a shell script")
def test_the_plain_hook_stops_a_commit_with_an_error_and_lets_a_good_one_pass(tmp_path: Path) -> None:
    questions = write_bank(tmp_path)
    (tmp_path / ".venv").symlink_to(Path(sys.prefix))
    line = re.search(r"<!-- a plain hook -->\n\n```sh\n(.*?)```", PAGE, re.S)
    assert line
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "QUIZ_APP_"))}
    me = ["-c", "user.name=Me", "-c", "user.email=me@example.org"]

    def git(*words: str) -> int:
        return subprocess.run(
            ["git", *me, *words], cwd=tmp_path, env=clean, capture_output=True, check=False
        ).returncode

    assert git("init") == 0
    assert subprocess.run(["sh", "-c", line[1]], cwd=tmp_path, env=clean, check=False).returncode == 0
    git("add", "questions")
    assert git("commit", "-m", "A bank in order") == 0
    (questions / "small" / "topics" / "signs.yaml").write_text(TOPIC.replace("level: decide", "level: decied"))
    git("add", "questions")
    assert git("commit", "-m", "A bank with an error") == 1


def test_the_workflow_in_the_page_runs_a_command_there_is() -> None:
    workflow = next(block for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.S) if "jobs:" in block)

    steps = yaml.safe_load(workflow)["jobs"]["check"]["steps"]

    assert steps[-1]["run"] == "python3 run.py check questions --format github"
