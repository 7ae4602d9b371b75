"""Own HTML pages beside the app: rendered from templates, every value escaped, never cached."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from quiz_app.i18n.messages import words

HERE = Path(__file__).parent
LONGEST_FIELD = 300


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


async def fields(request: Request) -> dict[str, str]:
    """The fields of a posted form, each cut to what any field of ours may hold."""
    async with request.form(max_files=0, max_fields=10, max_part_size=4096) as form:
        return {key: value[:LONGEST_FIELD] for key, value in form.items() if isinstance(value, str)}


def page(template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """One page in the words of the interface."""
    html = _templates().get_template(template).render(say=words(), **values)
    return HTMLResponse(html, status_code=status, headers={"Cache-Control": "no-store"})
