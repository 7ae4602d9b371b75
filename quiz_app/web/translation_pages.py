"""Texts for translators: a PO file out, and what comes back looked at first, then written."""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from quiz_app.app.edits import Clash, Refused
from quiz_app.app.translating import Language, NoLanguage, NotWhole
from quiz_app.app.workbench import CannotSave, PatchFailed
from quiz_app.domain.access import RIGHTS, Right
from quiz_app.domain.translation import State
from quiz_app.exchange.po import Left, NotPo, Returned
from quiz_app.i18n.messages import words
from quiz_app.services.staffing import Actor
from quiz_app.web.components.wording import language
from quiz_app.web.gate import nothing_here
from quiz_app.web.pages import Form, page
from quiz_app.web.running import running
from quiz_app.web.uploads import CONTENT, NAME, TOO_LARGE, content_of

PLACE = "/staff/translation"
MOST_PLACES = 40


def translation_page(request: Request, actor: Actor, _form: Form) -> Response:
    """How far each language is, the file for a translator, and where to bring one back."""
    asked = request.query_params
    if asked.get("language"):
        return _sent(actor, asked.get("course", ""), asked["language"].strip())
    return _shown(actor, asked.get("course", ""), {})


def bring_back(_request: Request, actor: Actor, form: Form) -> Response:
    """Show what a translator's file would bring, or write it when that was seen and asked for."""
    say, course, locale = words(), form.get("course", ""), form.get("language", "").strip()
    if TOO_LARGE in form or not content_of(form):
        said = say("exchange.too-large" if TOO_LARGE in form else "exchange.no-file")
        return _shown(actor, course, form, problems={"upload": said}, status=422)
    try:
        back = running().translating.returned(actor, course, locale, content_of(form))
    except NotWhole:
        return nothing_here()
    except (NoLanguage, NotPo) as reason:
        return _shown(actor, course, form, problems=_problem(reason), status=422)
    return _save(actor, course, form, back) if form.get("do") == "save" else _preview(course, locale, form, back)


def _problem(reason: NoLanguage | NotPo) -> dict[str, str]:
    say = words()
    if isinstance(reason, NoLanguage):
        return {"language": say("translate.no-language")}
    return {"upload": say("translate.no-po-line", line=reason.line) if reason.line else say("translate.no-po")}


def _save(actor: Actor, course: str, form: Form, back: Returned) -> Response:
    try:
        done = running().translating.take(actor, course, back.translation)
    except CannotSave as reason:
        said, status = str(reason), 503
    except (Clash, PatchFailed, Refused):
        said, status = words()("translate.clash"), 409
    else:
        return _shown(actor, course, {}, done=_told(done))
    return _preview(course, back.translation.locale, form, back, problem=said, status=status)


def _sent(actor: Actor, course: str, locale: str) -> Response:
    app = running()
    try:
        content = app.translating.sent(actor, course, locale)
    except NotWhole:
        return nothing_here()
    except NoLanguage:
        typed = {"language": locale}
        problems = {"out-language": words()("translate.no-language")}
        return _shown(actor, course, typed, problems=problems, status=422)
    app.audit.note(actor.id, "export-texts", f"{course}/{locale}")
    named = f'attachment; filename="{course}-{locale}-{app.clock.today():%Y-%m-%d}.po"'
    return Response(content, media_type="text/x-gettext-translation", headers={"Content-Disposition": named})


def _shown(
    actor: Actor,
    course: str,
    form: Form,
    *,
    problems: dict[str, str] | None = None,
    done: str = "",
    status: int = 200,
) -> Response:
    try:
        known = running().translating.languages(actor, course)
    except NotWhole:
        return nothing_here()
    written = running().library.as_written(course)
    whole = written.languages if written and Right.APPROVE_COURSE in RIGHTS[actor.role] else {}
    return page(
        "translation.html",
        status=status,
        course=course,
        title=running().title_of(course, ""),
        languages=[_told(each) for each in known],
        reviewable=[locale for locale, found in whole.items() if not found.is_reviewed],
        typed=form.get("language", "es"),
        problems=problems or {},
        done=done,
    )


def _preview(course: str, locale: str, form: Form, back: Returned, *, problem: str = "", status: int = 200) -> Response:
    kept = {"course": course, "language": locale, NAME: form.get(NAME, ""), CONTENT: form[CONTENT]}
    return page(
        "translation_preview.html",
        status=status,
        course=course,
        locale=locale,
        count=len(back.translation.texts),
        changes=back.changes,
        left=list(_left(back)),
        hidden_fields=kept,
        problem=problem,
    )


def _left(back: Returned) -> Iterable[tuple[str, list[str], int]]:
    """Why texts are not taken or taken with a note: the words, some places, and how many more there are."""
    for why in Left:
        places = [place for place, reason in back.left if reason is why]
        if places:
            yield words()(f"translate.left.{why}"), places[:MOST_PLACES], max(0, len(places) - MOST_PLACES)


def _told(found: Language) -> str:
    say, counts = words(), found.counts
    return say(
        "translate.state",
        language=language(found.locale, say),
        current=counts[State.CURRENT],
        texts=found.texts,
        stale=counts[State.STALE],
        missing=counts[State.MISSING],
    )
