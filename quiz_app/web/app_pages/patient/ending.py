"""The end: what is understood, what to talk about, the patient's own questions, every answer with its explanation."""

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.mastery import Outcome, Point
from quiz_app.domain.progress import Answer
from quiz_app.web.app_pages.patient.feedback import rationale
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Desk, Drawn
from quiz_app.web.running import running


@dataclass(frozen=True)
class _Words:
    """The keys of the words of one kind of end."""

    title: str
    thanks: str
    ready: str
    talk: str
    know: str


_COURSE = _Words(title="end.title", thanks="end.thanks", ready="end.ready", talk="end.talk", know="end.know")
_REFRESHER = _Words(
    title="refresher.end",
    thanks="refresher.thanks",
    ready="refresher.ready",
    talk="refresher.talk",
    know="refresher.clear",
)


def draw(desk: Desk) -> Drawn:
    """Draw the end screen of the course, or of a refresher."""
    say, result = desk.say, desk.sitting.result
    words = _REFRESHER if desk.is_refresher else _COURSE
    shell.show(
        html.end_panel(say(words.title), say(words.thanks)),
        html.subheading(say("end.next")),
        html.box("note", html.line(say(words.talk if result.outcome is Outcome.TALK_FIRST else words.ready))),
        html.main_link("/take-home", say("end.take-home")),
        _list(desk, "end.together", list(result.to_talk_about), lead="end.together-lead"),
        _questions(desk),
        _list(desk, words.know, [point for point in result.points if point.right_in_the_end and not point.reason]),
        _refresher(desk),
        _done(desk),
    )
    with st.expander(say("end.answers"), key=f"answers-{desk.attempt}"):
        shell.show(_answers(desk, result.points))
    return Drawn()


def _list(desk: Desk, key: str, points: list[Point], lead: str = "") -> Markup:
    if not points:
        return Markup("")
    said = list(dict.fromkeys(desk.course.objectives[point.objective] for point in points))
    return html.subheading(desk.say(key)) + (html.line(desk.say(lead)) if lead else Markup("")) + html.bullets(said)


def _questions(desk: Desk) -> Markup:
    asked = [question.text for question in desk.sitting.record.questions]
    said = html.bullets(asked) if asked else html.line(desk.say("end.questions-none"))
    return html.subheading(desk.say("end.questions")) + said


def _refresher(desk: Desk) -> Markup:
    """The way into the refresher, once it is offered."""
    if not running().refreshing.may_begin(desk.sitting):
        return Markup("")
    lead = html.line(desk.say("refresher.lead"))
    return html.subheading(desk.say("refresher.name")) + lead + _press("/refresher", desk.say("refresher.begin"))


def _done(desk: Desk) -> Markup:
    """The way out of a device that staff lent."""
    if not desk.handed:
        return Markup("")
    return html.line(desk.say("handover.done-lead")) + _press("/done", desk.say("handover.done"))


def _press(address: str, text: str) -> Markup:
    return Markup('<form method="post" action="{}"><button class="quiz-button">{}</button></form>').format(
        address, text
    )


def _answers(desk: Desk, points: tuple[Point, ...]) -> Markup:
    say, total = desk.say, len(points)
    counts = [
        say("end.first", right=sum(point.right_first for point in points), total=total),
        say("end.last", right=sum(point.right_in_the_end for point in points), total=total),
    ]
    return html.bullets(counts) + Markup("").join(_answer(desk, point) for point in points)


def _answer(desk: Desk, point: Point) -> Markup:
    answers = [answer for answer in (point.first, point.second) if answer]
    return Markup("<hr>") + Markup("").join(
        rationale(desk, desk.course.items[answer.response.turn.item], answer) + _marked_again(desk, answer)
        for answer in answers
    )


def _marked_again(desk: Desk, answer: Answer) -> Markup:
    """What to say beside an explanation whose question has a corrected key since."""
    if answer.mark == answer.shown:
        return Markup("")
    return html.box("note", html.line(desk.say("end.marked-right" if answer.mark.right else "end.marked-talk")))
