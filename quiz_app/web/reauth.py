"""Typing the password once more before signing."""

import re

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from quiz_app.domain.attempt import NotSaved
from quiz_app.i18n.messages import words
from quiz_app.services.staffing import Actor
from quiz_app.web.gate import nothing_here
from quiz_app.web.pages import Form, page
from quiz_app.web.running import running
from quiz_app.web.visitor import token_of

ATTEMPT = re.compile(r"[0-9a-f]{32}")


def reauth_page(request: Request, actor: Actor, _form: Form) -> Response:
    """Ask for the password; next is the attempt that is about to be signed."""
    return _asked(actor, request.query_params.get("next", ""))


def reauth(request: Request, actor: Actor, form: Form) -> Response:
    """Note that the password was typed again, and go back to the signature."""
    attempt, say = form.get("next", ""), words()
    try:
        right = running().visiting.reauthenticate(token_of(request), form.get("password", ""))
    except NotSaved:
        return _asked(actor, attempt, problems={"password": say("common.not-saved")}, status=503)
    if not right:
        return _asked(actor, attempt, problems={"password": say("reauth.refused")}, status=422)
    if not ATTEMPT.fullmatch(attempt):
        return nothing_here()
    return RedirectResponse(f"/?patient={attempt}&sign=1", status_code=303)


def _asked(actor: Actor, attempt: str, *, problems: dict[str, str] | None = None, status: int = 200) -> Response:
    member = running().store.staff(actor.id)
    if not ATTEMPT.fullmatch(attempt) or member is None:
        return nothing_here()
    return page("reauth.html", status=status, next=attempt, login=member.login, problems=problems or {})
