"""From who is asking to the screen they get."""

import logging

from quiz_app.domain.attempt import NotSaved
from quiz_app.i18n.messages import speak, words
from quiz_app.services.taking import NoSuchAttempt
from quiz_app.web.app_pages.patient.course import draw_course
from quiz_app.web.app_pages.staff.desk import draw_desk
from quiz_app.web.app_pages.staff.talk import rescue
from quiz_app.web.components import html, shell
from quiz_app.web.running import running
from quiz_app.web.visitor import asking, language_here

_LOG = logging.getLogger(__name__)


def draw() -> None:
    """Draw the screen of whoever is asking."""
    speak(language_here())
    try:
        visitor = asking()
        if visitor and visitor.member:
            draw_desk(visitor.member, visitor.visit)
        elif visitor and visitor.attempt:
            draw_course(visitor.attempt, handed=visitor.handed)
        else:
            _draw_nobody()
    except NoSuchAttempt:
        _draw_nobody()
    except NotSaved as reason:
        _LOG.warning("the page could not be drawn: %s", reason)
        _draw_not_saved()


def sorry(number: str) -> None:
    """Draw what stands in for a page that could not be drawn."""
    say = words()
    shell.show(html.heading(say("app.name")), html.box("miss", html.line(say("common.sorry", error=number))))
    _close(f"sorry-{number}", title=say("common.title-sorry"))


def _draw_nobody() -> None:
    say, rescued = words(), rescue()
    if rescued:
        login = html.link_button("/staff/login", say("staff.login-title"))
        shell.show(html.heading(say("talk.over-title")), html.box("note", html.line(rescued)), login)
        _close("draft-kept", title=say("talk.over-title"), said=rescued)
        return
    shell.show(
        html.heading(say("common.visit-over")),
        html.line(say("common.visit-over-text")),
        html.link_button("/enter", say("common.enter-again")),
        html.link_button("/staff/login", say("enter.staff")),
    )
    _close("nobody", title=say("common.visit-over"))


def _draw_not_saved() -> None:
    say = words()
    shell.show(
        html.heading(say("app.name")),
        html.box("miss", html.line(say("common.not-saved"))),
        html.link_button("/", say("common.try-again")),
    )
    _close("not-saved", title=say("common.title-not-saved"), said=say("common.not-saved"))


def _close(step: str, *, title: str, said: str = "") -> None:
    say = words()
    numbers = running().library.clinic.in_language(say.locale).model_dump()
    lines = [say("help.emergency", **numbers), say("help.clinic", **numbers), say("help.unwatched")]
    shell.show(html.help_lines(say("help.title"), lines))
    shell.close_page(f"{title} - {say('app.name')}", step, locale=say.locale, said=said)
