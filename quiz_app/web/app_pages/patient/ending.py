"""The end: what is understood, what to talk about, the patient's own questions, every answer with its explanation."""

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.mastery import Outcome, Point
from quiz_app.web.app_pages.patient.feedback import rationale
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Desk, Drawn


def draw(desk: Desk) -> Drawn:
    """Draw the end screen."""
    say, result = desk.say, desk.sitting.result
    lead = "end.talk" if result.outcome is Outcome.TALK_FIRST else "end.ready"
    shell.show(
        html.heading(say("end.title")),
        html.line(say("end.thanks")),
        html.box("note", html.line(say(lead))),
        _list(desk, "end.know", [point for point in result.points if point.right_in_the_end and not point.reason]),
        _list(desk, "end.together", list(result.to_talk_about), lead="end.together-lead"),
        _questions(desk),
        html.link_button("/take-home", say("end.take-home")),
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
        rationale(desk, desk.course.items[answer.response.turn.item], answer) for answer in answers
    )
