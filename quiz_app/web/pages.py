"""Own HTML pages beside the app: rendered from templates, every value escaped, never cached."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.responses import HTMLResponse

from quiz_app.i18n.messages import words

HERE = Path(__file__).parent


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """One page in the words of the interface."""
    html = _templates().get_template(template).render(say=words(), **values)
    return HTMLResponse(html, status_code=status, headers={"Cache-Control": "no-store"})
