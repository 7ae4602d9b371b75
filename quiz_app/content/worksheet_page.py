"""The worksheet of a topic as Markdown, to print and to fill in by hand."""

from collections.abc import Iterator

from quiz_app.content.points import Part, Point, Worksheet

PEMAT = "https://www.ahrq.gov/health-literacy/patient-education/pemat.html"
CDC_INDEX = "https://www.cdc.gov/ccindex/"

_ABOUT = f"""\
This sheet is PEMAT-informed and CDC-index-informed. It is **not** a PEMAT score and not a score of the Clear
Communication Index: those are for trained raters with the instruments themselves. They are found at:

- PEMAT: <{PEMAT}>
- CDC Clear Communication Index: <{CDC_INDEX}>

The words on this sheet are our own.

Two people rate on their own: **yes**, **no**, or **n/a** when it does not apply. Then they compare. The machine has
filled in what it can count; a count is no judgement, so look at it too."""


def as_markdown(sheet: Worksheet) -> str:
    """The sheet with an empty column for each rater and the lines for their agreement."""
    lines = [
        f"# Worksheet: {sheet.title}",
        "",
        f"Topic `{sheet.course}/{sheet.topic}`, version {sheet.version}, fingerprint `{sheet.fingerprint[:12]}`.",
        "",
        _ABOUT,
        "",
        "| | name and role | date |",
        "|---|---|---|",
        "| rater 1 | | |",
        "| rater 2 | | |",
    ]
    number = 0
    for part in sheet.parts:
        lines += ["", f"## {part.title}", "", *_table(part, begins=number)]
        number += len(part.points)
    return "\n".join([*lines, "", *_agreement(sheet)]) + "\n"


def _table(part: Part, *, begins: int) -> Iterator[str]:
    yield "| | look at | counted by the machine | rater 1 | rater 2 |"
    yield "|---|---|---|---|---|"
    for number, point in enumerate(part.points, start=begins + 1):
        rated = " | " if point.is_for_raters else "- | -"
        yield f"| {number} | {_cell(point.asks)} | {_counted(point)} | {rated} |"


def _counted(point: Point) -> str:
    if point.counted is None:
        return ""
    verdict = {True: "yes: ", False: "**look again**: ", None: ""}[point.counted.holds]
    return f"{verdict}{_cell(point.counted.evidence)}"


def _agreement(sheet: Worksheet) -> Iterator[str]:
    yield "## Agreement"
    yield ""
    yield f"Both raters gave the same answer at ______ of the {sheet.asked} points that are theirs."
    yield ""
    yield "Where they differ, they talk. What was decided, and what will be changed:"
    yield ""
    yield "______________________________________________________________________"
    yield ""
    yield "______________________________________________________________________"


def _cell(text: str) -> str:
    """A text that stays in its cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")
