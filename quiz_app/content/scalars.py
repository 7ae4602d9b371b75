"""Values written as YAML for people: plain where that is safe, quoted where needed, long texts folded over lines."""

import io
import re
from dataclasses import dataclass

from yaml.emitter import Emitter
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from quiz_app.content.tree import Value

WIDTH = 110
LONGEST_LINE = 120
"""A text that stands on one line may grow to this before it is folded."""

PLAIN_NUMBER = "plain number"
"""The style of a number, a date or the like that stands there without quotes."""

_TEXT = "tag:yaml.org,2002:str"
_CODE = re.compile(r"[A-Za-z0-9][\w.+-]*", re.ASCII)
_ONE_SPACE = re.compile(r"(?<! ) (?! )")
_SPOKEN_PLAIN = {"true", "false"}
_NUMBERS = {"minutes", "asked_per_topic", "of"}
"""Names whose value editors with a schema want to see as a number."""


@dataclass(frozen=True)
class Habits:
    """How a file is laid out: columns from a name to the names inside it, and to the dashes of its list."""

    step: int = 2
    dash: int = 2


@dataclass(frozen=True)
class Written:
    """A value as it follows a name or a dash: what stands on that line, and the lines below it."""

    head: str
    body: tuple[str, ...] = ()


def told(value: Value) -> Value:
    """The value as a bank keeps it: texts without space around them, with plain line ends and no tabs."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").strip(" \n")
    if isinstance(value, list):
        return [told(entry) for entry in value]
    return {name: told(entry) for name, entry in value.items()}


def written(value: Value, *, column: int, habits: Habits, name: str = "") -> Written:
    """A value that follows a name or dash at that column."""
    if isinstance(value, str):
        return text_written(value, like="", room=column + len(name) + 2, indent=column + habits.step, name=name)
    if not value:
        return Written("[]" if isinstance(value, list) else "{}")
    if isinstance(value, list):
        line = in_flow(value)
        is_short = all(isinstance(entry, str) and _CODE.fullmatch(entry) for entry in value)
        if is_short and column + len(name) + 2 + len(line) <= WIDTH:
            return Written(line)
        dashes = column + habits.dash if name else column + 2
        return Written("", tuple(line for entry in value for line in entry_lines(entry, column=dashes, habits=habits)))
    inside = column + habits.step if name else column + 2
    return Written("", tuple(line for key in value for line in named_lines(key, value[key], inside, habits)))


def entry_lines(value: Value, *, column: int, habits: Habits) -> tuple[str, ...]:
    """The lines of a list's entry, its dash at that column."""
    done = written(value, column=column, habits=habits)
    if done.head or not done.body:
        return (f"{' ' * column}- {done.head}", *done.body)
    first, *others = done.body
    return (f"{' ' * column}- {first.lstrip(' ')}", *others)


def named_lines(name: str, value: Value, column: int, habits: Habits) -> tuple[str, ...]:
    """The lines of a name with its value, the name at that column."""
    done = written(value, column=column, habits=habits, name=name)
    head = f" {done.head}" if done.head else ""
    return (f"{' ' * column}{_on_one_line(name, like='', in_flow=False)}:{head}", *done.body)


def text_written(text: str, *, like: str, room: int, indent: int, most: int = WIDTH, name: str = "") -> Written:
    """A text that begins at column `room`; its further lines at column `indent`; one line may be `most` wide.

    like: the style of the text that stood there, which is kept where it can be.
    """
    text = str(told(text))
    if "\n" in text:
        header = like if like in ("|", "|-") else "|"
        return Written(header, tuple(f"{' ' * indent}{line}" if line else "" for line in text.split("\n")))
    if like in ("|", "|-") and text and indent + len(text) <= WIDTH:
        return Written(like, (f"{' ' * indent}{text}",))
    line = _on_one_line(text, like=like, in_flow=False, name=name)
    if room + len(line) <= most:
        return Written(line)
    lines = _folded(text, WIDTH - indent)
    return Written(">-", tuple(f"{' ' * indent}{line}" for line in lines)) if len(lines) > 1 else Written(line)


def in_flow(value: Value, *, like: str = "", name: str = "") -> str:
    """A value in brackets, braces or as a text between them."""
    if isinstance(value, str):
        return _on_one_line(str(told(value)), like=like, in_flow=True, name=name)
    if isinstance(value, list):
        return f"[{', '.join(in_flow(entry) for entry in value)}]"
    return f"{{{', '.join(flow_entry(name, entry) for name, entry in value.items())}}}"


def flow_entry(name: str, value: Value) -> str:
    """A name with its value between braces."""
    return f"{_on_one_line(name, like='', in_flow=True)}: {in_flow(value, name=name)}"


def reads_as_text(text: str) -> bool:
    """Whether every YAML reader takes the words, written without quotes, for a text: not for a number, a date or no."""
    tag: str = Resolver().resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call] # it has no types
    return tag == _TEXT


def _on_one_line(text: str, *, like: str, in_flow: bool, name: str = "") -> str:
    if like not in ("'", '"') and _may_be_plain(text, like=like, in_flow=in_flow, name=name):
        return text
    if "\n" in text:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'
    if like == "'" or '"' in text or "\\" in text:
        return "'{}'".format(text.replace("'", "''"))
    return f'"{text}"'


def _may_be_plain(text: str, *, like: str, in_flow: bool, name: str) -> bool:
    found = Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(text)
    if not text or not (found.allow_flow_plain if in_flow else found.allow_block_plain):
        return False
    is_number = name in _NUMBERS and text.isdecimal()
    return text in _SPOKEN_PLAIN or like == PLAIN_NUMBER or is_number or reads_as_text(text)


def _folded(text: str, width: int) -> list[str]:
    """The text in lines that read as one again: broken only where one space stands alone."""
    lines: list[str] = []
    for word in _ONE_SPACE.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
