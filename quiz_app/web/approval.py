"""Approving a course: a clinician reads what changed, says who they are, and types the password."""

import logging
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from quiz_app.app.approving import Approval, BadApproval, ContentChanged, NotInOrder, ToApprove
from quiz_app.app.edits import Clash, Refused
from quiz_app.content.patching import PatchFailed
from quiz_app.content.saving import CannotSave
from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.course import Course
from quiz_app.domain.difference import Difference, differences, touches_safety
from quiz_app.domain.translation import texts_of
from quiz_app.i18n.messages import words
from quiz_app.services.staffing import Actor
from quiz_app.web.components import differing
from quiz_app.web.gate import nothing_here
from quiz_app.web.pages import Form, page
from quiz_app.web.running import running
from quiz_app.web.visitor import token_of

_LOG = logging.getLogger(__name__)


def approval_page(request: Request, actor: Actor, _form: Form) -> Response:
    """Show what is asked to be approved."""
    return _asked(actor, request.query_params.get("course", ""), dict(request.query_params))


def approve(request: Request, actor: Actor, form: Form) -> Response:
    """Approve, or say what is missing; nothing typed is lost."""
    course_id, locale = form.get("course", ""), form.get("language", "")
    problems = _problems(request, form)
    if problems:
        return _asked(actor, course_id, form, problems=problems, status=422)
    try:
        signed = Approval(form.get("fingerprint", ""), role=form.get("role", ""), due=_day(form.get("due", "")))
        approved = running().approving.approve(actor, course_id, signed, locale)
    except BadApproval as bad:
        return _asked(actor, course_id, form, problems=_of(bad.fields), status=422)
    except (ContentChanged, Clash):
        return _asked(actor, course_id, form, problems={"read": words()("approve.changed")}, status=409)
    except (CannotSave, Refused, PatchFailed) as reason:
        _LOG.warning("an approval could not be written: %s", reason)
        return _asked(actor, course_id, form, problems={"read": words()("approve.not-saved")}, status=503)
    except NotInOrder:
        return _asked(actor, course_id, form)
    review = approved.languages[locale].review if locale else approved.outline.review
    return page("approved.html", course=course_id, locale=locale, approved=approved, review=review)


def _problems(request: Request, form: Form) -> dict[str, str]:
    """What is missing, in the order of the page; the password is looked at only when all else is there."""
    say = words()
    fields = [name for name in ("role", "due") if not form.get(name, "").strip()]
    problems = _of(tuple(fields))
    if form.get("read") != "yes":
        problems["read"] = say("approve.read-missing")
    if problems:
        return problems
    try:
        right = running().visiting.reauthenticate(token_of(request), form.get("password", ""))
    except NotSaved:
        return {"password": say("common.not-saved")}
    return {} if right else {"password": say("reauth.refused")}


def _of(fields: tuple[str, ...]) -> dict[str, str]:
    said = {"role": words()("approve.role-missing"), "due": words()("approve.due-missing")}
    return {field: said[field] for field in fields}


def _asked(
    actor: Actor, course_id: str, form: Form, *, problems: dict[str, str] | None = None, status: int = 200
) -> Response:
    say, locale = words(), form.get("language", "")
    try:
        found = running().approving.to_approve(actor, course_id, locale)
    except NotInOrder as reason:
        if not reason.problems and course_id not in running().library.courses:
            return nothing_here()
        told = [str(problem) for problem in reason.problems]
        return page("approve_errors.html", status=409, course=course_id, told=told)
    changed = None if locale else _since(actor, found, course_id)
    return page(
        "approve.html",
        status=status,
        course=course_id,
        locale=locale,
        texts=_side_by_side(found.course, locale) if locale else (),
        found=found,
        typed=form,
        due=form.get("due") or found.due.isoformat(),
        told=[str(problem) for problem in found.problems],
        changes=differing.table(changed, found.course, say, caption=say("approve.changes")) if changed else None,
        safety=touches_safety(changed or ()),
        problems=problems or {},
    )


def _side_by_side(course: Course, locale: str) -> list[tuple[str, str, str]]:
    """Every text of the course beside its translation, with its place."""
    translated = course.languages[locale].texts
    return [(place, text, translated[place]) for place, text in texts_of(course).items()]


def _since(actor: Actor, found: ToApprove, course_id: str) -> tuple[Difference, ...] | None:
    """What changed since the version that was approved last, else since the one patients get; None if there is none."""
    shelf = running().releasing.shelf(actor, course_id)
    approved = [version.course for version in shelf.versions if version.course.is_approved]
    last = approved[0] if approved else shelf.live
    return None if last is None or last == found.course else differences(last, found.course)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
