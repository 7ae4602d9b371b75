"""The record of one patient as files to download: note, PDF, FHIR bundle, table."""

import json
import logging
import re
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.summary import Summary
from quiz_app.export.codings import BadCodings
from quiz_app.export.fhir import bundle
from quiz_app.export.note import note
from quiz_app.export.record_pdf import record_pdf
from quiz_app.export.spreadsheet import spreadsheet
from quiz_app.services.staffing import Actor, NotAllowed
from quiz_app.services.taking import NoSuchAttempt
from quiz_app.web.gate import nothing_here, refuse
from quiz_app.web.pages import message
from quiz_app.web.running import running
from quiz_app.web.visitor import asking_by

ATTEMPT = re.compile(r"[0-9a-f]{32}")
_LOG = logging.getLogger(__name__)


def _bundle(summary: Summary) -> bytes:
    codings = running().settings.questions / "codings.json"
    return json.dumps(bundle(summary, record_pdf(summary), codings=codings), ensure_ascii=False, indent=1).encode()


FILES: dict[str, tuple[str, Callable[[Summary], bytes]]] = {
    "note.txt": ("text/plain; charset=utf-8", lambda summary: note(summary).encode()),
    "record.pdf": ("application/pdf", record_pdf),
    "record.json": ("application/fhir+json", _bundle),
    "record.csv": ("text/csv; charset=utf-8", spreadsheet),
}


async def export(request: Request) -> Response:
    """One file of the record; whoever may not have it learns nothing, and leaves a trace."""
    return await run_in_threadpool(_export, request)


def _export(request: Request) -> Response:
    attempt, _, name = request.path_params["path"].partition("/")
    visitor = None
    try:
        visitor = asking_by(request)
        if name not in FILES or not ATTEMPT.fullmatch(attempt):
            return nothing_here()
        if visitor is None or visitor.member is None:
            raise NotAllowed("no member of staff")
        actor = Actor(id=visitor.member.id, role=visitor.member.role)
        return _file(running().recording.summary(actor, attempt), name)
    except NotAllowed:
        return refuse(request, visitor)
    except NoSuchAttempt:
        return nothing_here()
    except BadCodings as reason:
        _LOG.warning("the clinic's own codings cannot be used: %s", reason)
        return message("export.codings", status=503, lead="export.codings-lead")
    except NotSaved as reason:
        _LOG.warning("a record could not be read: %s", reason)
        return message("app.name", status=503, lead="common.not-saved")


def _file(summary: Summary, name: str) -> Response:
    media_type, made = FILES[name]
    today = running().clock.today()
    called = f"{summary.selector}-{today:%Y-%m-%d}.{name.rpartition('.')[2]}"
    headers = {"Content-Disposition": f'attachment; filename="{called}"', "Cache-Control": "no-store"}
    return Response(made(summary), media_type=media_type, headers=headers)
