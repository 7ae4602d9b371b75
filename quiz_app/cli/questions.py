"""Commands for those who write the question banks: check them, watch them, describe their format."""

import time
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quiz_app.app.assembly import SystemClock
from quiz_app.cli.commands import plain_errors, say, settings_of
from quiz_app.content.loader import check as check_banks
from quiz_app.content.loader import load_library, questions_folder
from quiz_app.content.problems import Problem, Severity, has_errors
from quiz_app.content.report import as_github, as_json, as_text
from quiz_app.content.schema import write_schemas
from quiz_app.content.worksheet import worksheet as sheet_of
from quiz_app.content.worksheet_page import as_markdown

SECONDS_BETWEEN_LOOKS = 0.5
PARTS_OF_BANKS = frozenset((".yaml", ".yml", ".svg"))

Stamp = tuple[str, int, int]


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


_RENDER = {Format.TEXT: as_text, Format.JSON: as_json, Format.GITHUB: as_github}

Questions = Annotated[Path | None, typer.Argument(help="A questions folder, a course, or one file.")]


def check(
    path: Questions = None,
    *,
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TEXT,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes; Ctrl-C ends.")] = False,
) -> None:
    """Check question banks and explain every problem; exit code 1 if there is an error."""
    with plain_errors():
        place = path or settings_of().questions
    if not place.exists():
        typer.echo(f"{place}: there is no such file or folder.", err=True)
        raise typer.Exit(1)
    if watch:
        _watch(place, form)
        return
    problems = check_banks(place, today=SystemClock().today())
    _print(problems, form)
    if has_errors(problems):
        raise typer.Exit(1)


def schema(
    folder: Annotated[Path | None, typer.Argument(help="Where to write; the questions folder by default.")] = None,
) -> None:
    """Write the JSON Schemas that editors use to complete and check the question banks."""
    with plain_errors():
        target = folder or settings_of().questions / "schema"
    try:
        write_schemas(target)
    except OSError as reason:
        typer.echo(f"{target}: {reason.strerror}", err=True)
        raise typer.Exit(1) from reason
    say(f"The schemas are in {target}")


def worksheet(
    topic: Annotated[str, typer.Argument(help="The course and the topic, such as my-course/before.")],
) -> None:
    """Print a topic's worksheet (PEMAT-informed, CDC-index-informed) for two raters, as Markdown."""
    with plain_errors():
        folder = settings_of().questions
    course_id, _, name = topic.partition("/")
    course = load_library(folder, today=SystemClock().today()).courses.get(course_id)
    if course is None:
        typer.echo(f"{course_id}: there is no such course, or it has errors. Run: quiz-app check", err=True)
        raise typer.Exit(1)
    found = next((each for each in course.topics if each.topic == name), None)
    if found is None:
        names = ", ".join(f"{course_id}/{each.topic}" for each in course.topics)
        typer.echo(f"{topic}: there is no such topic. There are: {names}", err=True)
        raise typer.Exit(1)
    say(as_markdown(sheet_of(course, found)).rstrip("\n"))


def _print(problems: tuple[Problem, ...], form: Format) -> None:
    if problems or form is Format.JSON:
        say(_RENDER[form](problems))
    elif form is Format.TEXT:
        say("No problems.")


def _watch(place: Path, form: Format) -> None:
    """Check at once and after every change until somebody presses Ctrl-C."""
    try:
        for _ in _changes(place):
            typer.echo(f"Checking {place}", err=True)
            problems = check_banks(place, today=SystemClock().today())
            _print(problems, form)
            typer.echo(f"Checked: {_counted(problems)}. Waiting for a change; Ctrl-C ends.", err=True)
    except KeyboardInterrupt:
        typer.echo("", err=True)


def _changes(place: Path) -> Iterator[None]:
    """Yields now, and whenever a file of the banks is changed, added or taken away."""
    folder = questions_folder(place) or place
    seen: frozenset[Stamp] | None = None
    while True:
        stamps = _stamps(folder)
        if stamps != seen:
            seen = stamps
            yield
        time.sleep(SECONDS_BETWEEN_LOOKS)


def _stamps(folder: Path) -> frozenset[Stamp]:
    files = [folder] if folder.is_file() else folder.rglob("*")
    return frozenset(stamp for file in files if file.suffix in PARTS_OF_BANKS and (stamp := _stamp(file)))


def _stamp(file: Path) -> Stamp | None:
    try:
        stat = file.stat()
    except OSError:  # gone between the list and the look
        return None
    return str(file), stat.st_mtime_ns, stat.st_size


def _counted(problems: tuple[Problem, ...]) -> str:
    errors = sum(found.severity is Severity.ERROR for found in problems)
    warnings = len(problems) - errors
    return f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}"
