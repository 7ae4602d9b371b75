"""The reference pages, generated: settings, commands, what the checker finds. `python -m tests.tooling.reference`."""

from pathlib import Path

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from quiz_app.app.settings import Settings, variable
from quiz_app.cli import main
from quiz_app.content.catalogue import CATALOGUE
from quiz_app.content.help import HELP
from quiz_app.domain.clinic import Clinic

FOLDER = Path(__file__).parents[2] / "docs" / "reference"


def pages() -> dict[str, str]:
    """Each generated page by the name of its file."""
    return {"settings.md": settings(), "commands.md": commands(), "checker.md": checker(), "format.md": bank_format()}


def settings() -> str:
    """Every setting with its default."""
    lines = ["# Settings", "", "Environment variables; `quiz-app doctor` shows what they are now.", ""]
    lines += ["| variable | for | default |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = "the `questions` folder that came with the app" if name == "questions" else field.default
        lines.append(f"| `{variable(name)}` | {field.description} | {default if default != '' else 'none'} |")
    return "\n".join(lines) + "\n"


def commands() -> str:
    """Every command with its options."""
    root = get_command(main)
    lines = ["# Commands", "", f"{root.help}", ""]
    context = typer.Context(root, info_name="quiz-app")
    found = [("quiz-app", root)]
    while found:
        name, command = found.pop(0)
        if isinstance(command, TyperGroup):
            found += [(f"{name} {key}", inner) for key, inner in command.commands.items()]
        elif isinstance(command, TyperCommand):
            lines += _command(name, command, context)
    return "\n".join(lines)


def _command(name: str, command: TyperCommand, context: typer.Context) -> list[str]:
    lines = [f"## {name}", "", f"{command.help}", ""]
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record and parameter.name != "help":
            lines.append(f"- `{' '.join(record[0].split())}` {record[1]}".rstrip())
    return [*lines, ""] if command.params else lines


def checker() -> str:
    """Every code of the checker: why it matters and how to mend it."""
    lines = ["# What the checker looks at", ""]
    lines += ["Errors (E) keep a course from patients; warnings (W) ask an educator to look.", ""]
    lines += ["A finding is switched off for one line by a comment on it that says why, where the last column says so:"]
    lines += ["`# check: off W323 because patients say it like this`. A retired item is checked for its form only.", ""]
    lines += ["| code | what | why this hurts patients | what to do | for one line |", "|---|---|---|---|---|"]
    for code, entry in sorted(CATALOGUE.items()):
        off = "can be off" if entry.can_be_switched_off else ""
        cells = (code, entry.title, entry.why, entry.remedy, off)
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def bank_format() -> str:
    """Every word of the question banks and what it is for."""
    lines = ["# The format of the question banks", ""]
    lines += ["One file per topic holds its lesson and its items. Beside the topics lie `course.yaml`,"]
    lines += ["`glossary.yaml`, `misconceptions.yaml` and `sources.yaml`, and above them `clinic.yaml` with the"]
    lines += ["clinic's own words.", ""]
    lines += ["Every value is read as plain text. Anchors, aliases, tags and duplicate names are refused. The words in"]
    lines += [f"braces that may stand in texts: {', '.join(f'`{{{name}}}`' for name in Clinic.model_fields)}.", ""]
    block = ""
    for name, text in HELP.items():
        part, word = name.split(".", 1)
        if part != block:
            lines += ["", f"## {part}", "", "| word | for |", "|---|---|"]
            block = part
        lines.append(f"| `{word}` | {text} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for file, text in pages().items():
        (FOLDER / file).write_text(text, encoding="utf-8")
