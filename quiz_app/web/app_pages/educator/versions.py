"""Which version of a course patients get, what changed, and who met which."""

from quiz_app.i18n.messages import Words
from quiz_app.services.staffing import Actor
from quiz_app.web.components import html, shell


def draw(_actor: Actor, say: Words) -> None:
    """Draw the page."""
    shell.show(html.heading(say("staff.versions")))
