"""A lesson screen, read for the first time or once more after a miss."""

from markupsafe import Markup

from quiz_app.domain.course import Topic
from quiz_app.domain.progress import Stage
from quiz_app.web.components import html, screen
from quiz_app.web.components.lesson import lesson_screen
from quiz_app.web.components.screen import Desk, Drawn


def draw(desk: Desk) -> Drawn:
    """Draw the lesson screen of this place."""
    topic = next(topic for topic in desk.course.topics if topic.topic == desk.place.topic)
    lesson = topic.screen(desk.place.screen)
    if lesson:
        lead = _lead(desk, topic, is_first=lesson == topic.lesson[0])
        screen.show(desk, lesson_screen(lesson, desk.course, desk.say, lead=lead))
    return Drawn(go_on=desk.say("common.continue"))


def _lead(desk: Desk, topic: Topic, *, is_first: bool) -> Markup:
    """What stands below the heading: why the screen comes again, or the main message of a topic that begins."""
    if desk.place.stage is Stage.REVISIT:
        return html.box("note", html.line(desk.say("revisit.lead")))
    if is_first:
        return html.box("note", html.line(desk.say("read.main"), "quiz-main"), html.line(topic.main_message))
    return html.NOTHING
