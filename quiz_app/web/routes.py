"""Our own pages beside the app: which address answers with what, and who may ask."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from quiz_app.domain.access import Right
from quiz_app.web import (
    approval,
    entering,
    exchange_pages,
    exports,
    hand_over,
    invitation,
    invitations,
    look,
    paper_pages,
    reauth,
    refreshers,
    speaking,
    staff_doors,
    translation_pages,
    worksheets,
)
from quiz_app.web.gate import Answer, for_staff
from quiz_app.web.health import healthz, readyz
from quiz_app.web.running import running
from quiz_app.web.take_home import take_home_page
from quiz_app.web.uploads import uploaded

HERE = Path(__file__).parent
FILES = ("/assets/", "/pictures/")
_STAFF: dict[str, tuple[Right, Answer, Answer]] = {
    "/staff/invite": (Right.INVITE, invitations.invite_page, invitations.invite),
    "/staff/invitation": (Right.INVITE, invitation.invitation_page, invitation.change_invitation),
    "/staff/hand-over": (Right.INVITE, hand_over.hand_over_page, hand_over.hand_over),
    "/staff/paper": (Right.INVITE, paper_pages.paper_page, paper_pages.booklet),
    "/staff/paper/enter": (Right.CONFIRM, paper_pages.enter_page, paper_pages.enter),
    "/staff/approve": (Right.APPROVE_COURSE, approval.approval_page, approval.approve),
    "/reauth": (Right.CONFIRM, reauth.reauth_page, reauth.reauth),
}
_OTHERS = ("/enter", "/e", "/leave", "/done", "/here", "/refresher", "/staff/login", "/staff/setup", "/take-home")
_WITH_FILES: dict[str, tuple[Answer, Answer]] = {
    exchange_pages.PLACE: (exchange_pages.exchange_page, exchange_pages.bring_in),
    translation_pages.PLACE: (translation_pages.translation_page, translation_pages.bring_back),
}
OWN = (
    *_OTHERS,
    speaking.PLACE,
    *_STAFF,
    *_WITH_FILES,
    worksheets.PLACE,
    f"{exchange_pages.PLACE}/",
    "/export/",
    "/healthz",
    "/readyz",
)


def routes() -> list[Route | Mount]:
    """Every page of ours."""
    return [
        Route("/enter", entering.enter_page),
        Route("/enter", entering.enter, methods=["POST"]),
        Route("/e", entering.link_page),
        Route("/leave", entering.leave_page),
        Route("/leave", entering.leave, methods=["POST"]),
        Route("/done", hand_over.done, methods=["POST"]),
        Route("/here", hand_over.here, methods=["POST"]),
        Route("/refresher", refreshers.refresh, methods=["POST"]),
        Route("/staff/login", staff_doors.login_page),
        Route("/staff/login", staff_doors.login, methods=["POST"]),
        Route("/staff/setup", staff_doors.setup_page),
        Route("/staff/setup", staff_doors.setup, methods=["POST"]),
        *(Route(path, for_staff(right, asked)) for path, (right, asked, _) in _STAFF.items()),
        *(Route(path, for_staff(right, sent), methods=["POST"]) for path, (right, _, sent) in _STAFF.items()),
        *(Route(path, for_staff(Right.EDIT_COURSE, asked)) for path, (asked, _) in _WITH_FILES.items()),
        *(
            Route(path, for_staff(Right.EDIT_COURSE, sent, read=uploaded), methods=["POST"])
            for path, (_, sent) in _WITH_FILES.items()
        ),
        Route(exchange_pages.PLACE + "/{file}", for_staff(Right.EDIT_COURSE, exchange_pages.download)),
        Route(worksheets.PLACE, for_staff(Right.EDIT_COURSE, worksheets.worksheet_page)),
        Route("/export/{path:path}", exports.export),
        Route("/take-home", take_home_page),
        Route(speaking.PLACE, speaking.language),
        Route("/pictures/{course}/{file}", picture),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        *(Route(f"/assets/{name}", look.written_file) for name in (*look.SHEETS, *look.SCRIPTS)),
        Route("/assets/fonts/{part}.woff2", look.font_file),
        Mount("/assets", StaticFiles(directory=HERE / "assets")),
    ]


async def picture(request: Request) -> Response:
    """A drawing of a course."""
    path = running().library.picture(request.path_params["course"], request.path_params["file"])
    if path is None:
        return PlainTextResponse("", status_code=404)
    return FileResponse(path, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=3600"})
