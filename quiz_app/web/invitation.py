"""One invitation: where it stands, a new code for it, taking it back, and the ways on with this patient."""

from starlette.requests import Request
from starlette.responses import Response

from quiz_app.domain.access import Invitation
from quiz_app.i18n.messages import words
from quiz_app.services.staffing import Actor
from quiz_app.web.gate import nothing_here
from quiz_app.web.invitations import print_page
from quiz_app.web.pages import Form, page
from quiz_app.web.running import running


def invitation_page(request: Request, _actor: Actor, _form: Form) -> Response:
    """Where one invitation stands."""
    return _shown(request.query_params.get("selector", ""))


def change_invitation(_request: Request, actor: Actor, form: Form) -> Response:
    """Renew a code, or take it back after asking once."""
    selector, act, app = form.get("selector", ""), form.get("act", ""), running()
    if found(selector) is None:
        return nothing_here()
    if act == "renew":
        return print_page([app.inviting.renew(actor, selector)], layout="sheet")
    if act == "revoke-sure":
        app.inviting.revoke(actor, selector)
    return _shown(selector, asks=act == "revoke")


def found(selector: str) -> Invitation | None:
    """The invitation whose code begins like this."""
    return running().store.invitation(selector.strip().upper())


def asked_for(request: Request) -> str:
    """The beginning of the code that an address asks for, by itself or by the attempt it opened."""
    attempt = request.query_params.get("attempt", "")
    opened = running().store.invitations_of([attempt]).get(attempt) if attempt else None
    return opened.selector if opened else request.query_params.get("selector", "")


def name_of(invitation: Invitation) -> str:
    """How staff speak of a patient: the label, and the beginning of the code."""
    begins = words()("invite.begins", selector=invitation.selector)
    return f"{invitation.label} \N{MIDDLE DOT} {begins}" if invitation.label else begins


def is_usable(invitation: Invitation) -> bool:
    """Whether the code lets its patient in now."""
    return invitation.is_usable(running().clock.now())


def _shown(selector: str, *, asks: bool = False) -> Response:
    invitation = found(selector)
    if invitation is None:
        return nothing_here()
    return page(
        "invitation.html",
        found=invitation,
        course=running().title_of(invitation.course, words().locale),
        state=_state(invitation),
        until=invitation.expires_at.astimezone().date(),
        usable=is_usable(invitation),
        asks=asks and is_usable(invitation),
    )


def _state(invitation: Invitation) -> str:
    if invitation.revoked_at:
        return "revoked"
    if not is_usable(invitation):
        return "over"
    return "begun" if invitation.attempt else "new"
