"""A lesson screen, read for the first time or once more after a miss."""

from markupsafe import Markup

from quiz_app.domain.progress import Stage
from quiz_app.web.components import html, screen
from quiz_app.web.components.screen import Desk, Drawn


def draw(desk: Desk) -> Drawn:
    """Draw the lesson screen of this place."""
    topic = next(topic for topic in desk.course.topics if topic.topic == desk.place.topic)
    lesson = topic.screen(desk.place.screen)
    lead = html.box("note", html.line(desk.say("revisit.lead"))) if desk.place.stage is Stage.REVISIT else Markup("")
    if lesson:
        screen.show(desk, html.lesson_screen(lesson, desk.course, desk.say, lead=lead))
    return Drawn(go_on=desk.say("common.continue"))
