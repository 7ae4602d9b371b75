"""The record as a table: CSV as RFC 4180 writes it, one row for each point, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime

from quiz_app.domain.cells import guarded
from quiz_app.domain.summary import AttemptSummary, PointSummary, Summary
from quiz_app.domain.wording import Answered
from quiz_app.export import phrases

_ABOUT = ("code_begins", "label", "course", "version", "content", "part", "attempt", "course_fingerprint")
_RAN = ("form_fingerprint", "language", "origin", "answered_by", "started", "finished", "outcome")
_POINT = ("item", "topic", "objective", "critical", "reason", "marked_again")
_ANSWER = ("item", "question", "answer", "right", "unsure", "sureness", "at")
_CARE = ("teach_back", "teach_back_words", "talk_by", "talk_at", "confirmation", "confirmed_by", "confirmed_at")
COLUMNS = (
    *_ABOUT,
    *_RAN,
    *_POINT,
    *(f"first_{name}" for name in _ANSWER),
    *(f"final_{name}" for name in _ANSWER),
    *_CARE,
)


def spreadsheet(summary: Summary) -> bytes:
    """CSV with a heading and one row for each point, refresher included; UTF-8 with the mark Excel looks for."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in row] for row in _rows(summary))
    return sheet.getvalue().encode("utf-8-sig")


def _rows(summary: Summary) -> Iterator[tuple[str, ...]]:
    parts = (("check", summary.attempt), ("refresher", summary.refresher))
    for part, attempt in parts:
        for point in attempt.points if attempt else ():
            if attempt:
                care = _care(summary, point) if part == "check" else ("",) * len(_CARE)
                yield (*_about(summary, part), *_ran(attempt), *_point(attempt, point), *care)


def _about(summary: Summary, part: str) -> tuple[str, ...]:
    content = "approved" if summary.approved else "draft"
    return (summary.selector, summary.label, summary.course_id, summary.version, content, part)


def _ran(attempt: AttemptSummary) -> tuple[str, ...]:
    return (
        attempt.attempt,
        attempt.course,
        attempt.form,
        attempt.locale,
        attempt.origin,
        attempt.answering,
        _moment(attempt.started),
        _moment(attempt.finished),
        attempt.outcome,
    )


def _point(attempt: AttemptSummary, point: PointSummary) -> tuple[str, ...]:
    again = " ".join(_again(attempt, point))
    about = (point.item, point.topic, point.objective, _yes(yes=point.critical), point.reason or "", again)
    return (*about, *_answer(point.first), *_answer(point.final))


def _again(attempt: AttemptSummary, point: PointSummary) -> Iterator[str]:
    """How the answers to this point were marked again."""
    items = {answered.wording.item for answered in (point.first, point.final) if answered}
    for again, said in zip(attempt.marked_again, phrases.marked_again(attempt), strict=True):
        if again.item in items:
            yield said


def _answer(answered: Answered | None) -> tuple[str, ...]:
    if answered is None:
        return ("",) * len(_ANSWER)
    return (
        answered.wording.item,
        answered.wording.stem,
        phrases.told(answered),
        _yes(yes=answered.right),
        _yes(yes=answered.unsure),
        answered.sureness or "",
        _moment(answered.at),
    )


def _care(summary: Summary, point: PointSummary) -> tuple[str, ...]:
    said = next((each for each in summary.said_back if each.item == point.item), None)
    talk, signed = summary.conversation, summary.confirmation
    return (
        said.understanding if said else "",
        said.words if said else "",
        talk.signer if talk else "",
        _moment(talk.at if talk else None),
        summary.standing,
        signed.signer if signed else "",
        _moment(signed.at if signed else None),
    )


def _yes(*, yes: bool) -> str:
    return "yes" if yes else "no"


def _moment(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""
