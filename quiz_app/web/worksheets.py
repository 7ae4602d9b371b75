"""The worksheet of a topic as a page to print: what the machine counted, and columns for two raters."""

from starlette.requests import Request
from starlette.responses import Response

from quiz_app.content.worksheet import worksheet
from quiz_app.content.worksheet_page import CDC_INDEX, PEMAT
from quiz_app.services.staffing import Actor
from quiz_app.web.gate import nothing_here
from quiz_app.web.pages import Form, page
from quiz_app.web.running import running

PLACE = "/staff/worksheet"


def worksheet_page(request: Request, _actor: Actor, _form: Form) -> Response:
    """The worksheet of one topic as its files stand."""
    course_id, name = (request.query_params.get(part, "") for part in ("course", "topic"))
    course = running().library.course(course_id)
    topic = next((each for each in course.topics if each.topic == name), None) if course else None
    if course is None or topic is None:
        return nothing_here()
    return page("worksheet.html", sheet=worksheet(course, topic), instruments=(PEMAT, CDC_INDEX))
