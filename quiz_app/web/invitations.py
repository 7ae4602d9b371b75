"""Inviting patients: the form for one or many codes, and what is printed of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import segno
from starlette.requests import Request
from starlette.responses import Response

from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.course import Course
from quiz_app.domain.screening import Suspicion, suspicions
from quiz_app.domain.translation import in_language
from quiz_app.i18n.messages import Words, words
from quiz_app.services.codes import new_token, read_token
from quiz_app.services.inviting import MOST_AT_ONCE, NoCourse, Pass, Wanted
from quiz_app.services.staffing import Actor
from quiz_app.web.components.wording import language
from quiz_app.web.pages import Form, page
from quiz_app.web.running import running

LONGEST_LABEL = 40
LATEST = timedelta(days=400)  # an infusion beyond it is a slip in the year
LAYOUTS = ("cards", "sheet")


@dataclass(frozen=True)
class Typed:
    """The form as it was typed; batch is the secret from which the codes of this very form are made."""

    course: str = ""
    count: str = "1"
    infusion: str = ""
    language: str = ""
    label: str = ""
    layout: str = LAYOUTS[0]
    batch: str = ""


@dataclass(frozen=True)
class Printed:
    """One patient's card: everything on it, in the patient's language."""

    say: Words
    course: str
    minutes: int
    code: str
    qr: str
    until: date
    phone: str
    label: str
    selector: str
    infusion: date | None


def invite_page(_request: Request, _actor: Actor, _form: Form) -> Response:
    """The empty form."""
    return _form_page(Typed(course=_first_choice(), language=words().locale, batch=new_token()))


def invite(_request: Request, actor: Actor, form: Form) -> Response:
    """Make the codes and print them; the same form sent again prints the same codes."""
    typed, say = _typed(form), words()
    suspected = () if form.get("no-name") == "yes" else suspicions(typed.label)
    if problems := _problems(typed, suspected):
        return _form_page(typed, problems=problems, suspected=bool(suspicions(typed.label)), status=422)
    app = running()
    wanted = Wanted(
        course=typed.course,
        label=typed.label,
        infusion_on=_day(typed.infusion),
        locale=typed.language,
    )
    try:
        made = app.inviting.invite_many(actor, wanted, count=int(typed.count), batch=typed.batch)
    except NoCourse:
        return _form_page(typed, problems={_where_a_course_is_told(): say("enter.no-course")}, status=503)
    except NotSaved:
        return _form_page(typed, problems={"count": say("common.not-saved")}, status=503)
    return print_page(made, layout=typed.layout)


def print_page(made: list[Pass], *, layout: str) -> Response:
    """Cards or sheets with these codes; they can be shown only now."""
    address = f"{running().settings.url}/enter"
    return page("cards.html", passes=[_printed(each) for each in made], layout=layout, address=address)


def _typed(form: Form) -> Typed:
    batch, layout = form.get("batch", ""), form.get("layout", "")
    return Typed(
        course=form.get("course", "") or _first_choice(),
        count=form.get("count", "").strip(),
        infusion=form.get("infusion", "").strip(),
        language=form.get("language", ""),
        label=" ".join(form.get("label", "").split()),
        layout=layout if layout in LAYOUTS else LAYOUTS[0],
        batch=read_token(batch) or new_token(),
    )


def _problems(typed: Typed, suspected: tuple[Suspicion, ...]) -> dict[str, str]:
    """A sentence for each field that needs a look, in the order of the form."""
    say = words()
    found = {
        "course": say("invite.course-choose") if _must_choose(typed.course) else "",
        "count": "" if _is_count(typed.count) else say("invite.count-range", most=MOST_AT_ONCE),
        "infusion": _problem_of_day(typed.infusion),
        "language": _problem_of_language(typed),
        "label": _problem_of_label(typed.label, suspected),
    }
    return {field: text for field, text in found.items() if text}


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_AT_ONCE


def _problem_of_day(text: str) -> str:
    say, today = words(), running().clock.today()
    day = _day(text)
    if text and day is None:
        return say("invite.infusion-unclear")
    if day and day < today:
        return say("invite.infusion-over")
    return say("invite.infusion-far") if day and day > today + LATEST else ""


def _problem_of_language(typed: Typed) -> str:
    """Whether the chosen course is there in the chosen language; nothing while no course is chosen."""
    say, offered = words(), running().offered
    if typed.language not in _languages(offered.values()):
        return say("invite.language-choose")
    course = offered.get(typed.course)
    spoken = _languages([course]) if course else ()
    if course is None or typed.language in spoken:
        return ""
    return say("invite.language-other", languages=", ".join(language(each, say) for each in spoken))


def _problem_of_label(label: str, suspected: tuple[Suspicion, ...]) -> str:
    say = words()
    if len(label) > LONGEST_LABEL:
        return say("invite.label-long", most=LONGEST_LABEL)
    if not suspected:
        return ""
    return " ".join([*(say(f"invite.looks-like.{each}") for each in suspected), say("invite.no-names")])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _first_choice() -> str:
    """The course of the settings; without it the first that is offered."""
    offered, usual = running().offered, running().settings.course
    return usual if usual in offered else next(iter(offered), usual)


def _must_choose(course: str) -> bool:
    """Whether there are courses, and this is none of them."""
    offered = running().offered
    return bool(offered) and course not in offered


def _where_a_course_is_told() -> str:
    """The field beside which a problem with the course stands: there is none for it while there is no choice."""
    return "course" if len(running().offered) > 1 else "count"


def _languages(offered: Iterable[Course]) -> tuple[str, ...]:
    """The languages of these courses; the staff's own while there are none."""
    spoken = (each for course in offered for each in running().offering.languages(course))
    return tuple(dict.fromkeys(spoken)) or (words().locale,)


def _form_page(
    typed: Typed, *, problems: dict[str, str] | None = None, suspected: bool = False, status: int = 200
) -> Response:
    offered = running().offered
    return page(
        "invite.html",
        status=status,
        typed=typed,
        problems=problems or {},
        suspected=suspected,
        courses={course: running().title_of(course, words().locale) for course in offered},
        languages=_languages(offered.values()),
    )


def _printed(made: Pass) -> Printed:
    app, invitation = running(), made.invitation
    course, say = app.offering.course(invitation.course), words(invitation.locale)
    return Printed(
        say=say,
        course=in_language(course, invitation.locale).outline.title if course else say("app.name"),
        minutes=course.outline.minutes if course else 15,
        code=made.code,
        qr=segno.make(f"{app.settings.url}/e#{made.link_token}", error="m").svg_data_uri(scale=4, border=4),
        until=invitation.expires_at.astimezone().date(),
        phone=app.library.clinic.in_language(invitation.locale).clinic_phone,
        label=invitation.label,
        selector=invitation.selector,
        infusion=invitation.infusion_on,
    )
