"""The page to take home, for screen and printer: plan, warning signs, numbers, questions, infusion log."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from quiz_app.domain.attempt import NotSaved
from quiz_app.i18n.messages import speak
from quiz_app.web.pages import page
from quiz_app.web.running import running
from quiz_app.web.visitor import asking_by


async def take_home_page(request: Request) -> Response:
    """The patient's own page to take home."""
    return await run_in_threadpool(_take_home, request)


def _take_home(request: Request) -> Response:
    app = running()
    try:
        visitor = asking_by(request)
        if visitor is None or visitor.attempt is None:
            return RedirectResponse("/enter", status_code=303)
        sitting = app.taking.sitting(visitor.attempt)
        sitting = sitting.in_language(sitting.record.language)
    except NotSaved:
        return RedirectResponse("/", status_code=303)
    speak(sitting.record.language)
    outline = sitting.course.outline
    points = [sitting.course.objectives[point.objective] for point in sitting.result.to_talk_about]
    return page(
        "take_home.html",
        scheme=sitting.record.scheme,
        title=outline.title,
        cards=outline.take_home.cards,
        plan=outline.take_home.plan,
        clinic=app.library.clinic.in_language(sitting.record.language),
        points=list(dict.fromkeys(points)),
        questions=[question.text for question in sitting.record.questions],
        version=f"{outline.version}, {sitting.record.attempt.course[:12]}",
        date=f"{app.clock.today():%Y-%m-%d}",
    )
