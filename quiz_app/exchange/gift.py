"""GIFT out: the plain text that Moodle and its relatives read; see docs/reference/exchange.md for what it holds."""

from collections.abc import Iterator

from quiz_app.domain.item import Item, Kind, Option, Verdict
from quiz_app.exchange.judging import share
from quiz_app.exchange.outgoing import Outgoing
from quiz_app.exchange.tags import tags_of

CONTROL = "\\~=#{}:"
ARROW = "\N{RIGHTWARDS ARROW}"
_ESCAPES = str.maketrans({**{sign: f"\\{sign}" for sign in CONTROL}, "\n": "\\n"})


def gift(outgoing: Outgoing) -> bytes:
    """The items as GIFT in UTF-8, one category for each topic."""
    blocks: list[str] = []
    for topic in outgoing.topics:
        blocks.append(f"$CATEGORY: {outgoing.course}/{topic.topic}")
        blocks.extend(_question(item) for item in topic.items)
    return ("\n\n".join(blocks) + "\n").encode()


def escaped(text: str) -> str:
    """The text with a backslash before every sign that GIFT reads as its own; a line end becomes `\\n`."""
    return text.translate(_ESCAPES)


def _question(item: Item) -> str:
    tags = " ".join(f"[tag:{tag}]" for tag in tags_of(item))
    answers = _pairs(item) if item.kind is Kind.SORT else _choices(item)
    return "\n".join(
        (
            f"// [id:{item.id}] {tags}",
            f"::{item.id}::[plain]{escaped(item.ask)} {{",
            *(f"\t{answer}" for answer in answers),
            f"\t####{escaped(item.not_sure)}",
            "}",
        )
    )


def _choices(item: Item) -> Iterator[str]:
    for option in item.options:
        yield f"{_verdict(item, option)}{escaped(option.text)}#{escaped(option.why)}"


def _verdict(item: Item, option: Option) -> str:
    """`=` for the one right option, `~` with a share wherever full marks or none would be read otherwise."""
    worth = share(item, option.verdict)
    if item.kind is Kind.CHOOSE_ALL or option.verdict is Verdict.ACCEPTED:
        return f"~%{worth}%"
    sign = "=" if option.verdict is Verdict.RIGHT else "~"
    return f"{sign}%{worth}%" if option.text.startswith("%") else sign


def _pairs(item: Item) -> Iterator[str]:
    for thing in item.put:
        yield f"={escaped(thing.what.replace('->', ARROW))} -> {escaped(item.groups[thing.into])}"
    used = {thing.into for thing in item.put}
    yield from (f"= -> {escaped(words)}" for name, words in item.groups.items() if name not in used)
