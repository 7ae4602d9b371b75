"""Own HTML pages beside the app: rendered from templates, every value escaped, never cached."""

from contextvars import ContextVar
from datetime import date
from functools import cache
from pathlib import Path

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from quiz_app.domain.writing import direction
from quiz_app.i18n.messages import Words, words
from quiz_app.web import look
from quiz_app.web.components import html
from quiz_app.web.components.wording import chance_said, language

HERE = Path(__file__).parent
LONGEST_FIELD = 300
MOST_FIELDS = 100  # a whole sheet of paper answers has about twenty

_IS_FOR_STAFF: ContextVar[bool] = ContextVar("is_for_staff", default=False)

Form = dict[str, str]


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals["look"] = look
    templates.filters["day"] = _day
    templates.filters["language"] = language
    templates.filters["direction"] = direction
    templates.filters["chance_said"] = chance_said
    templates.filters["explained"] = html.explained
    templates.filters["paragraphs"] = html.paragraphs
    return templates


def _day(day: date, say: Words) -> str:
    """A date as the people of that language write it out."""
    return format_date(day, format="long", locale=say.locale)


async def fields(request: Request) -> Form:
    """The fields of a posted form, each cut to what any field of ours may hold."""
    async with request.form(max_files=0, max_fields=MOST_FIELDS, max_part_size=4096) as form:
        return {key: value[:LONGEST_FIELD] for key, value in form.items() if isinstance(value, str)}


def draw_for_staff() -> None:
    """Say that the pages of this request are for staff, who are asked before their visit ends."""
    _IS_FOR_STAFF.set(True)


def page(template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """One page in the words of the interface."""
    say = words()
    idle = html.asks_if_idle(say, "staff") if _IS_FOR_STAFF.get() else html.NOTHING
    text = _templates().get_template(template).render(say=say, idle=idle, **values)
    return HTMLResponse(text, status_code=status, headers={"Cache-Control": "no-store"})


def message(
    title: str,
    *,
    status: int = 200,
    lead: str = "",
    href: str = "/",
    link: str = "app.go-home",
    template: str = "message.html",
) -> HTMLResponse:
    """A page that says one thing and leads on; all but address and template are keys of the words."""
    say = words()
    return page(
        template,
        status=status,
        title=say(title),
        lead=say(lead) if lead else "",
        action="",
        href=href,
        link=say(link),
    )
