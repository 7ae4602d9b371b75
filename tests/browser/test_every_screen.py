"""The table of screens leaves nothing out: every route, page, place and template of the code stands in a row."""

import re
from pathlib import Path

from starlette.routing import Route

from quiz_app.domain.item import Kind
from quiz_app.domain.progress import Stage
from quiz_app.web import routes as own
from quiz_app.web.app_pages.educator import workbench
from quiz_app.web.app_pages.patient.views import VIEWS
from quiz_app.web.app_pages.staff import desk
from quiz_app.web.look import SCRIPTS, SHEETS
from tests.browser.table import TABLE

WEB = Path(own.__file__).parent
NO_SCREEN = {
    "/here": "answers the browser, not a person",
    "/refresher": "leads on to the course",
    "/language": "leads back to the page in another language",
    **{f"/assets/{name}": "a style sheet or a script" for name in (*SHEETS, *SCRIPTS)},
    "/assets/fonts/{part}.woff2": "a typeface",
    "/staff/exchange/{file}": "a file",
    "/export/{path:path}": "a file",
    "/pictures/{course}/{file}": "a picture",
    "/healthz": "answers a machine",
    "/readyz": "answers a machine",
}
SHOWN = {row.shows for row in TABLE.values()}


def test_every_route_is_in_a_row_or_shows_nothing_to_people() -> None:
    paths = {route.path for route in own.routes() if isinstance(route, Route)}

    assert paths - SHOWN - NO_SCREEN.keys() == set()
    assert NO_SCREEN.keys() <= paths


def test_every_place_and_view_of_the_course_is_in_a_row() -> None:
    places = {stage.value for stage in Stage if stage is not Stage.ASK}

    wanted = places | {f"ask {kind}" for kind in Kind} | {f"view {view}" for view in VIEWS}

    assert wanted - SHOWN == set()


def test_every_page_of_staff_is_in_a_row() -> None:
    pages = {f"staff {name}" for name in (*desk._PAGES, *desk._TASKS)}
    screens = {*workbench._OF_COURSE, *workbench._OF_FILE} - {""}
    wanted = pages | {f"staff course {name}" for name in screens} | {"staff course file", "staff course part"}

    assert wanted - SHOWN == set()


def test_every_screen_that_tells_its_step_by_a_name_of_its_own_is_in_a_row() -> None:
    main = (WEB / "app_pages" / "main.py").read_text(encoding="utf-8")
    steps = {step.replace("-", " ") for step in re.findall(r'_close\(f?"([a-z-]+?)(?:-\{\w+\})?"', main)}

    assert len(steps) > 3
    assert steps - SHOWN == set()


def test_every_template_is_in_a_row() -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in (WEB / "templates").iterdir()}
    pages = {name for name, text in files.items() if "{% block main %}" in text and name != "base.html"}

    assert pages == {row.template for row in TABLE.values()} - {""}
