"""What staff screens say above everything: broken banks, content nobody approved."""

from quiz_app.i18n.messages import Words
from quiz_app.web.components import html, shell
from quiz_app.web.running import running


def banner(say: Words) -> None:
    """Say on staff screens what holds for all patients: broken banks, content nobody approved."""
    app = running()
    course = app.offering.course(app.settings.course)
    if app.library.broken:
        shell.show(html.box("miss", html.line(say("staff.old-course" if course else "staff.no-course"))))
    if course and not course.is_approved:
        shell.show(html.box("note", html.line(say("staff.draft"))))
