"""What the printed record says, block by block; the template only sets it."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator

from quiz_app.domain.confirmation import Standing
from quiz_app.domain.form import Frozen
from quiz_app.domain.summary import AttemptSummary, PointSummary, Summary
from quiz_app.domain.wording import Answered
from quiz_app.export import phrases
from quiz_app.export.phrases import say, when
from quiz_app.export.printable import printable

Printable = Annotated[str, AfterValidator(printable)]
Pair = tuple[Printable, Printable]


class Heading(Frozen):
    """A heading of the record."""

    kind: Literal["heading"] = "heading"
    level: int
    text: Printable


class Facts(Frozen):
    """Names with their values."""

    kind: Literal["facts"] = "facts"
    pairs: tuple[Pair, ...]


class Paragraph(Frozen):
    """A paragraph."""

    kind: Literal["text"] = "text"
    text: Printable


class Bullets(Frozen):
    """A list."""

    kind: Literal["list"] = "list"
    entries: tuple[Printable, ...]


class Notice(Frozen):
    """A sentence in a frame, which nobody should miss."""

    kind: Literal["notice"] = "notice"
    text: Printable


class AnswerBlock(Frozen):
    """One question as it was asked, in its language, and what was answered."""

    kind: Literal["answer"] = "answer"
    lang: str
    stem: Printable
    pairs: tuple[Pair, ...]


Block = Heading | Facts | Paragraph | Bullets | Notice | AnswerBlock


class Document(Frozen):
    """The whole printed record."""

    title: Printable
    lead: Printable
    author: str
    footer: Printable
    lang: str
    paper: str
    blocks: tuple[Block, ...]


def document(summary: Summary) -> Document:
    """The record of one patient as it is printed, on US letter paper."""
    return Document(
        title=say("record.title", title=summary.title),
        lead=phrases.headline(summary),
        author="quiz-app",
        footer=say("record.footer", code=summary.selector or "-", attempt=summary.attempt.attempt),
        lang=say.locale,
        paper="us-letter",
        blocks=tuple(_blocks(summary)),
    )


def _blocks(summary: Summary) -> Iterator[Block]:
    yield from _about(summary)
    yield from _signed(summary)
    yield from _marked_again(summary.attempt)
    yield from _talk(summary)
    yield from _questions(summary.attempt)
    yield Heading(level=1, text=say("record.every-point"))
    yield from _points(summary.attempt)
    if summary.refresher:
        yield from _refresher(summary.refresher)
    yield from _proof(summary)


def _about(summary: Summary) -> Iterator[Block]:
    attempt = summary.attempt
    if not summary.approved:
        yield Notice(text=say("record.draft-notice"))
    yield Facts(
        pairs=(
            (say("record.patient"), phrases.code(summary)),
            (say("record.course"), say("record.course-version", title=summary.title, version=summary.version)),
            (say("record.language"), summary.locale),
            (say("record.answered"), f"{phrases.who_answered(attempt)}, {phrases.origin(summary)}"),
            (say("record.started"), when(attempt.started)),
            (say("record.finished"), when(attempt.finished)),
            *_counts(attempt),
        )
    )


def _counts(attempt: AttemptSummary) -> tuple[tuple[str, str], ...]:
    asked = len(attempt.points)
    return (
        (say("record.first-result"), say("record.count", right=attempt.right_first, asked=asked)),
        (say("record.final-result"), say("record.count", right=attempt.right_in_the_end, asked=asked)),
    )


def _signed(summary: Summary) -> Iterator[Block]:
    yield Heading(level=1, text=say("record.confirmation"))
    said = phrases.confirmation(summary)
    if said and (summary.standing is not Standing.CONFIRMED or summary.look_again):
        yield Notice(text=said)
    else:
        yield Paragraph(text=said or say("record.unconfirmed"))


def _marked_again(attempt: AttemptSummary) -> Iterator[Block]:
    if attempt.marked_again:
        yield Heading(level=1, text=say("record.marked-again-title"))
        yield Bullets(entries=tuple(phrases.marked_again(attempt)))


def _talk(summary: Summary) -> Iterator[Block]:
    talk = summary.conversation
    said = {each.item: each for each in summary.said_back}
    yield Heading(level=1, text=say("record.talks"))
    points = summary.attempt.to_talk_about
    if not points:
        yield Paragraph(text=say("record.no-talks"))
    lines = [phrases.objective(point.objective, say(f"record.reason.{point.reason}")) for point in points]
    if lines:
        yield Bullets(entries=tuple(lines))
    yield Heading(level=1, text=say("record.talk"))
    if talk is None:
        yield Paragraph(text=say("record.no-talk"))
        return
    back = [(phrases.objective(each.objective), _said(each.understanding, each.words)) for each in said.values()]
    yield Facts(pairs=((say("record.talk-by"), f"{talk.signer}, {when(talk.at)}"), *phrases.education(talk)))
    if back:
        yield Heading(level=2, text=say("record.teach-back"))
        yield Facts(pairs=tuple(back))


def _said(understanding: str, words: str) -> str:
    quoted = f' "{words}"' if words else ""
    return say(f"record.understanding.{understanding}") + quoted


def _questions(attempt: AttemptSummary) -> Iterator[Block]:
    if attempt.questions:
        yield Heading(level=1, text=say("record.questions"))
        yield Bullets(entries=attempt.questions)


def _points(attempt: AttemptSummary) -> Iterator[Block]:
    topic = ""
    for point in attempt.points:
        if point.topic != topic:
            topic = point.topic
            yield Heading(level=2, text=topic)
        yield from _point(point)


def _point(point: PointSummary) -> Iterator[Block]:
    remark = say("record.critical") if point.critical else ""
    yield Heading(level=3, text=phrases.objective(point.objective, remark))
    if point.first is None:
        yield Paragraph(text=say("record.not-asked"))
        return
    yield _answer(point.first, say("record.first-answer"))
    if point.final and point.asked_again:
        yield _answer(point.final, say("record.other-wording"))


def _answer(answered: Answered, name: str) -> AnswerBlock:
    result = f"{phrases.verdict(answered)}, {when(answered.at)}"
    pairs = ((name, phrases.told(answered)), (say("record.result"), result))
    return AnswerBlock(lang=answered.wording.locale, stem=answered.wording.stem, pairs=pairs)


def _refresher(attempt: AttemptSummary) -> Iterator[Block]:
    yield Heading(level=1, text=say("record.refresher"))
    yield Facts(pairs=((say("record.finished"), when(attempt.finished)), *_counts(attempt)))
    yield from _marked_again(attempt)
    yield from _points(attempt)


def _proof(summary: Summary) -> Iterator[Block]:
    yield Heading(level=1, text=say("record.proof"))
    yield Paragraph(text=say("record.proof-lead", command=f"quiz-app record verify {summary.selector or '-'}"))
    digest = summary.confirmation.digest if summary.confirmation else say("record.not-yet")
    yield Facts(
        pairs=(
            (say("record.course-fingerprint"), _grouped(summary.course)),
            (say("record.form-fingerprint"), _grouped(summary.attempt.form)),
            (say("record.digest"), _grouped(digest)),
            (say("record.attempt"), summary.attempt.attempt),
        )
    )


def _grouped(digits: str) -> str:
    """Sixteen digits and a space, so that a person can compare them."""
    return " ".join(digits[at : at + 16] for at in range(0, len(digits), 16)) if len(digits) == 64 else digits
