import asyncio
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.error import URLError

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import Message, Scope
from starlette.websockets import WebSocket, WebSocketDisconnect
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from quiz_app.i18n.messages import Words
from quiz_app.web.guard import (
    BINDING_HEADER,
    NEEDED_OPTIONS,
    Guard,
    Rules,
    UnsafeOptions,
    binding,
    unsafe_options,
)
from quiz_app.web.mail import LARGEST_MESSAGE
from quiz_app.web.static_files import inline_scripts, installed

ROOT = Path(__file__).parents[2]
OUR_ORIGIN = "http://testserver"
OURS = [("origin", OUR_ORIGIN)]
STREAM = "/_stcore/stream"
RUN_IS_OVER = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()


def is_staff(asker: HTTPConnection) -> bool:
    return asker.cookies.get("visit") == "nurse"


RULES = Rules(
    secret=b"the clinic's own key, 32 letters",
    cookie_name="visit",
    tls=False,
    is_staff=is_staff,
    say=lambda: Words("es-MX", {"app.name": "Learn <together>"}),
    stylesheet="/assets/look.css?v=1",
    font="/assets/fonts/type.woff2?v=1",
    refused=lambda status: PlainTextResponse("not here", status_code=status),
    pages=frozenset({"/", "/board"}),
    own=("/enter",),
    files=("/assets/",),
    media=is_staff,
)


@pytest.fixture(autouse=True)
def safe_options() -> Iterator[None]:
    before = {name: config.get_option(name) for name in NEEDED_OPTIONS}
    for name, value in NEEDED_OPTIONS.items():
        config.set_option(name, value)
    yield
    for name, value in before.items():
        config.set_option(name, value)


async def start_page(_request: Request) -> Response:
    html = (installed() / "index.html").read_text(encoding="utf-8")
    return HTMLResponse(html, headers={"ETag": '"stock"', "Cache-Control": "no-cache"})


async def what_came(request: Request) -> Response:
    return JSONResponse({"path": request.url.path, "binding": request.headers.getlist(BINDING_HEADER)})


async def kept_file(_request: Request) -> Response:
    return PlainTextResponse("style", headers={"Cache-Control": "public, immutable"})


async def stream(websocket: WebSocket) -> None:
    """Answer with the headers of the handshake, then with the kind of each message that comes through.

    After each it says that a run is over, as Streamlit does after each run.
    """
    await websocket.accept()
    headers = websocket.headers
    await websocket.send_json({"binding": headers.getlist(BINDING_HEADER), "hosts": headers.getlist("host")})
    try:
        while True:
            await websocket.send_text(str(BackMsg.FromString(await websocket.receive_bytes()).WhichOneof("type")))
            await websocket.send_bytes(RUN_IS_OVER)
    except WebSocketDisconnect:
        return


ROUTES = [
    Route("/", start_page),
    Route("/board", start_page),
    Route("/static/js/a.12345678.js", kept_file),
    WebSocketRoute(STREAM, stream),
    Route("/{path:path}", what_came, methods=["GET", "POST", "PUT", "DELETE", "OPTIONS"]),
]


class Visit:
    """A visitor of a small guarded app, with the cookies given."""

    def __init__(self, rules: Rules = RULES, **cookies: str) -> None:
        self._app = Starlette(routes=ROUTES, middleware=[Middleware(Guard, rules=rules)])
        self._cookies = cookies

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.ask("GET", path, list(headers.items()))

    def post(self, path: str, **headers: str) -> httpx.Response:
        return self.ask("POST", path, list(headers.items()))

    def ask(self, method: str, path: str, headers: list[tuple[str, str]]) -> httpx.Response:
        return asyncio.run(self._ask(method, path, [(name.replace("_", "-"), value) for name, value in headers]))

    async def _ask(self, method: str, path: str, headers: list[tuple[str, str]]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self._app)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://testserver", cookies=self._cookies
        ) as client:
            return await client.request(method, path, headers=headers)

    def talk(self, *sent: bytes | str, path: str = STREAM, **headers: str) -> list[Message]:
        """All that comes back over a websocket for what is sent over it."""
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        given = {"host": "testserver", "cookie": cookies} | headers
        scope: Scope = {
            "type": "websocket",
            "path": path,
            "query_string": b"",
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in given.items()],
        }
        arriving: list[Message] = [{"type": "websocket.connect"}]
        arriving += [{"type": "websocket.receive", "text" if isinstance(each, str) else "bytes": each} for each in sent]
        arriving.append({"type": "websocket.disconnect", "code": 1000})
        answers: list[Message] = []

        async def receive() -> Message:
            return arriving.pop(0)

        async def send(answer: Message) -> None:
            answers.append(answer)

        asyncio.run(self._app(scope, receive, send))
        return answers


def passed(answers: list[Message]) -> list[str]:
    """The kinds of messages that came through to Streamlit's place."""
    return [answer["text"] for answer in answers[2:] if answer["type"] == "websocket.send" and "text" in answer]


@pytest.mark.parametrize("path", ["/", "/board", "/enter", "/favicon.png", "/_stcore/health", "/_stcore/host-config"])
def test_what_the_app_needs_is_open_to_everybody(path: str) -> None:
    assert Visit().get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/interact",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/script-health-check",
        "/_stcore/stream",
        "/auth/login",
        "/oauth2callback",
        "/manifest.json",
        "/index.html",
        "/enter/",
        "/entering",
        "/board/_stcore/health",
        "/static/..%2f_stcore/metrics",
        "/static/%2e%2e/x",
        "/static//evil",
        "/static/a%5cb",
        "/static/a%00b",
        "/media",
    ],
)
def test_anything_not_on_the_list_is_not_there_even_for_staff(path: str) -> None:
    assert Visit(visit="nurse").get(path).status_code == 404


@pytest.mark.parametrize(("method", "path"), [("PUT", "/_stcore/upload_file/s/f"), ("GET", "/media/f.csv")])
def test_uploads_and_media_are_there_for_staff_only(method: str, path: str) -> None:
    assert Visit().ask(method, path, OURS).status_code == 404
    assert Visit(visit="nurse").ask(method, path, OURS).status_code == 200


@pytest.mark.parametrize("path", ["/component/x/index.html", "/_stcore/bidi-components/x/a.js"])
def test_components_stay_shut_unless_somebody_may_use_them(path: str) -> None:
    assert Visit(visit="nurse").get(path).status_code == 404
    assert Visit(replace(RULES, components=is_staff), visit="nurse").get(path).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize(
    "origin", [None, "null", "https://testserver", "http://testserver:81", "http://evil", "http://testserver.evil"]
)
def test_a_change_from_elsewhere_is_refused(method: str, origin: str | None) -> None:
    answer = Visit().ask(method, "/enter", [] if origin is None else [("origin", origin)])

    assert answer.status_code == 403


def test_a_change_from_our_own_page_passes() -> None:
    assert Visit().post("/enter", origin=OUR_ORIGIN).status_code == 200


def test_with_tls_only_the_https_origin_is_ours() -> None:
    rules = replace(RULES, tls=True)

    assert Visit(rules).post("/enter", origin=OUR_ORIGIN).status_code == 403
    assert Visit(rules).post("/enter", origin="https://testserver").status_code == 200


def test_named_origins_are_the_only_ones() -> None:
    rules = replace(RULES, origins=frozenset({"https://learn.clinic.example"}))

    assert Visit(rules).post("/enter", origin=OUR_ORIGIN).status_code == 403
    assert Visit(rules).post("/enter", origin="https://learn.clinic.example").status_code == 200


def test_two_origins_are_none() -> None:
    assert Visit().ask("POST", "/enter", [*OURS, *OURS]).status_code == 403


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("learn.clinic.example", 200),
        ("LEARN.clinic.example:8501", 200),
        ("localhost:8501", 200),
        ("evil.example", 400),
        ("learn.clinic.example.evil", 400),
        ("", 400),
    ],
)
def test_only_named_hosts_and_this_machine_itself_are_answered(host: str, status: int) -> None:
    rules = replace(RULES, hosts=frozenset({"learn.clinic.example"}))

    assert Visit(rules).get("/enter", host=host).status_code == status


@pytest.mark.parametrize("host", ["a b", "x;script-src *", "x'", "user@x", "x/y"])
def test_a_host_that_is_none_is_refused_and_never_gets_into_the_policy(host: str) -> None:
    answer = Visit().get("/enter", host=host)

    assert answer.status_code == 400
    assert host not in answer.headers["content-security-policy"]


def test_every_answer_carries_the_security_headers() -> None:
    page, refused = Visit().get("/"), Visit().get("/_stcore/metrics")

    expected = (
        f"default-src 'self'; script-src 'self' blob: {inline_scripts()}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws://testserver; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )
    for answer in (page, refused):
        assert answer.headers["content-security-policy"] == expected
        assert answer.headers["referrer-policy"] == "same-origin"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["permissions-policy"] == "camera=(), microphone=(), geolocation=()"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert answer.headers["cache-control"] == "no-store"
        assert "strict-transport-security" not in answer.headers


def test_tls_adds_strict_transport_and_a_secure_socket() -> None:
    answer = Visit(replace(RULES, tls=True)).get("/")

    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert "connect-src 'self' wss://testserver;" in answer.headers["content-security-policy"]


def test_browsers_keep_hashed_files_ask_about_our_own_and_forget_pages() -> None:
    answers = {path: Visit().get(path) for path in ("/static/js/a.12345678.js", "/assets/app.css", "/enter")}

    assert {path: answer.headers["cache-control"] for path, answer in answers.items()} == {
        "/static/js/a.12345678.js": "public, immutable",
        "/assets/app.css": "no-cache",
        "/enter": "no-store",
    }


def test_the_first_paint_speaks_the_readers_language() -> None:
    stock = (installed() / "index.html").read_text(encoding="utf-8")

    answer = Visit().get("/board", accept_encoding="identity", if_none_match='"stock"')

    expected = stock.replace('<html lang="en">', '<html lang="es-MX" dir="ltr">')
    expected = expected.replace("<title>Streamlit</title>", "<title>Learn &lt;together&gt;</title>")
    expected = expected.replace("</head>", '<link rel="stylesheet" href="/assets/look.css?v=1"></head>')
    preload = stock[stock.index('<link\n      rel="preload"') : stock.index("<title>")].rstrip()
    ours = '<link rel="preload" href="/assets/fonts/type.woff2?v=1" as="font" type="font/woff2" crossorigin>'
    assert answer.text == expected.replace(preload, ours)
    assert answer.text != stock
    assert "etag" not in answer.headers
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_the_first_paint_begins_with_what_was_asked_for() -> None:
    first = replace(RULES, first=lambda asker, locale: f"<!-- {asker.cookies['visit']}, {locale} -->")

    answer = Visit(first, visit="anna").get("/")

    assert answer.text.index("<!-- anna, es-MX -->") < answer.text.index("<script")


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_the_first_paint_is_compressed(coding: str) -> None:
    plain = Visit().get("/", accept_encoding="identity")

    answer = Visit().get("/", accept_encoding=coding)

    assert (answer.headers["content-encoding"], answer.headers["vary"]) == (coding, "Accept-Encoding")
    assert answer.text == plain.text
    assert int(answer.headers["content-length"]) < len(plain.content) / 2


def test_an_asset_with_its_version_in_the_address_is_kept_for_good() -> None:
    answers = [Visit().get(path).headers["cache-control"] for path in ("/assets/app.css?v=1", "/assets/app.css")]

    assert answers == ["public, max-age=31536000, immutable", "no-cache"]


def test_a_forged_binding_never_arrives() -> None:
    handshake = Visit(visit="anna").talk(origin=OUR_ORIGIN, x_visitor_binding="forged")

    assert json.loads(handshake[1]["text"])["binding"] == [binding(RULES.secret, "anna")]
    assert Visit().get("/enter", x_visitor_binding="forged").json()["binding"] == []


def test_the_binding_differs_by_cookie_and_by_key_and_without_a_cookie_each_time() -> None:
    made = [binding(b"a", "x"), binding(b"a", "y"), binding(b"b", "x"), binding(b"a", None), binding(b"a", None)]

    assert len(set(made)) == 5
    assert binding(b"a", "x") == made[0]


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "https://testserver"])
def test_a_websocket_from_elsewhere_is_refused(origin: str | None) -> None:
    answers = Visit().talk(**({} if origin is None else {"origin": origin}))

    assert [answer["type"] for answer in answers] == ["websocket.close"]


@pytest.mark.parametrize("path", ["/", "/_stcore/other", "/static/x"])
def test_there_is_one_websocket_only(path: str) -> None:
    answers = Visit().talk(path=path, origin=OUR_ORIGIN)

    assert [answer["type"] for answer in answers] == ["websocket.close"]


def test_streamlit_is_told_the_host_of_the_origin_so_that_it_never_looks_up_addresses() -> None:
    rules = replace(RULES, origins=frozenset({"https://learn.clinic.example"}))

    handshake = Visit(rules).talk(origin="https://learn.clinic.example")

    assert json.loads(handshake[1]["text"])["hosts"] == ["learn.clinic.example"]


KINDS = [field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields]


def message(kind: str) -> bytes:
    """A message of that kind as a browser would send it."""
    made = BackMsg()
    if made.DESCRIPTOR.fields_by_name[kind].message_type:
        getattr(made, kind).SetInParent()
    else:
        setattr(made, kind, True)
    return bytes(made.SerializeToString())


@pytest.mark.parametrize(
    ("visitor", "through"),
    [
        ("anna", {"rerun_script", "stop_script", "app_heartbeat"}),
        ("nurse", {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request"}),
    ],
)
def test_only_the_known_kinds_of_messages_pass_and_file_urls_for_staff_only(visitor: str, through: set[str]) -> None:
    answers = Visit(visit=visitor).talk(b"", *map(message, KINDS), origin=OUR_ORIGIN)

    assert len(KINDS) == 10
    assert sorted(passed(answers)) == sorted(through)


@pytest.mark.parametrize(
    ("sent", "code"), [(b"\xff" * 9, 1002), (b"\x00" * (LARGEST_MESSAGE + 1), 1009), ("hello", 1003)]
)
def test_nonsense_and_giants_end_the_talk(sent: bytes | str, code: int) -> None:
    answers = Visit().talk(sent, message("rerun_script"), origin=OUR_ORIGIN)

    assert passed(answers) == []
    assert answers[-1] == {"type": "websocket.close", "code": code}


def test_the_largest_message_passes() -> None:
    made = BackMsg()
    made.rerun_script.query_string = "x" * (LARGEST_MESSAGE - 8)
    padded = made.SerializeToString()

    assert len(padded) == LARGEST_MESSAGE
    assert passed(Visit().talk(padded, origin=OUR_ORIGIN)) == ["rerun_script"]


def test_dropped_messages_are_counted_without_their_content(caplog: pytest.LogCaptureFixture) -> None:
    Visit().talk(*[message("clear_cache")] * 12, origin=OUR_ORIGIN)

    counted = [
        (record.__dict__["kind"], record.__dict__["times"]) for record in caplog.records if "kind" in vars(record)
    ]
    assert counted == [("clear_cache", 1), ("clear_cache", 10)]


def test_the_guard_refuses_options_it_could_be_walked_around_with() -> None:
    config.set_option("server.trustedUserHeaders", {})

    with pytest.raises(UnsafeOptions, match="trustedUserHeaders must be"):
        Visit().get("/")
    assert unsafe_options() == [f"server.trustedUserHeaders must be {NEEDED_OPTIONS['server.trustedUserHeaders']!r}"]


SCRIPT = """
import time

import streamlit as st

st.session_state.runs = st.session_state.get("runs", 0) + 1
if st.context.cookies.get("visit") == "slow":
    for _ in range(10):
        time.sleep(0.1)
        st.write("drawing")
    st.session_state.done = st.session_state.get("done", 0) + 1
    st.write(f"done {st.session_state.done}")
else:
    st.write(f"run {st.session_state.runs}")
if st.context.cookies.get("visit") == "icons":
    st.button("Go on", icon=":material/thumb_up:")
if st.context.cookies.get("visit") == "error":
    raise ValueError("the code is ABCD-EFGH-JKMN")
"""
LAUNCHER = """
import os
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quiz_app.app.settings import LogFormat
from quiz_app.i18n.messages import Words
from quiz_app.web.guard import Guard, Rules
from quiz_app.web.logs import AccessLog, configure
from quiz_app.web.mail import LARGEST_MESSAGE
from quiz_app.web.static_files import StaticFiles

configure(LogFormat.JSON)
rules = Rules(
    secret=b"the clinic's own key, 32 letters",
    cookie_name="visit",
    tls=False,
    is_staff=lambda asker: asker.cookies.get("visit") == "nurse",
    say=lambda: Words("es", {"app.name": "Learn"}),
    stylesheet="/look.css",
    font="/look.css",
    own=("/look.css",),
    refused=lambda status: Response(status_code=status),
)
guarded = [
    Middleware(AccessLog),
    Middleware(Guard, rules=rules),
    Middleware(StaticFiles, data=Path(__file__).parent / "data"),
]


async def look(_request: Request) -> Response:
    return Response("h1 { color: black }", media_type="text/css")


is_guarded = os.environ["GUARDED"] == "yes"
app = st.App("script.py", routes=[Route("/look.css", look)], middleware=guarded if is_guarded else [])
"""
CONFIG = """
[server]
headless = true
fileWatcherType = "none"
trustedUserHeaders = '{"x-visitor-binding": "visitor_binding"}'
[browser]
gatherUsageStats = false
[logger]
hideWelcomeMessage = true
[client]
showErrorDetails = "none"
"""


@contextmanager
def throwaway(folder: Path, *, guarded: str = "yes") -> Iterator[int]:
    """A real Streamlit server of its own, told by its port; what it logs is in server.log."""
    (folder / ".streamlit").mkdir(parents=True)
    (folder / ".streamlit" / "config.toml").write_text(CONFIG, encoding="utf-8")
    (folder / "script.py").write_text(SCRIPT, encoding="utf-8")
    (folder / "app.py").write_text(LAUNCHER, encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "GUARDED": guarded}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        wait_for(port, folder / "server.log")
        yield port
    finally:
        process.terminate()
        process.wait(10)


def wait_for(port: int, log: Path) -> None:
    """Wait until the server answers."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


def talk(port: int, *, visitor: str, session: str = "", origin: str | None = None) -> ClientConnection:
    """A browser's websocket, naming the session it would like back."""
    wanted = [Subprotocol(each) for each in ("streamlit", "none", session) if each]
    return connect(
        f"ws://127.0.0.1:{port}{STREAM}",
        origin=Origin(origin or f"http://127.0.0.1:{port}"),
        subprotocols=wanted,
        additional_headers={"Cookie": f"visit={visitor}"},
    )


def run(talking: ClientConnection) -> tuple[str, str]:
    """Run the script once: the session it ran in, and what it wrote."""
    talking.send(message("rerun_script"))
    session, written = "", ""
    while True:
        answer = ForwardMsg.FromString(bytes(talking.recv(10, decode=False)))
        session = answer.new_session.initialize.session_id or session
        written = answer.delta.new_element.markdown.body or written
        if answer.WhichOneof("type") == "script_finished":
            return session, written


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with throwaway(tmp_path_factory.mktemp("guarded") / "app") as port:
        yield port


def test_a_leaked_id_of_a_session_in_use_gets_a_new_session(guarded: int) -> None:
    with talk(guarded, visitor="anna") as owner:
        leaked, _ = run(owner)

        with talk(guarded, visitor="mallory", session=leaked) as thief:
            stolen, written = run(thief)

        assert stolen != leaked
        assert written == "run 1"
        assert run(owner) == (leaked, "run 2")


def test_a_leaked_id_of_a_session_that_waits_gets_a_new_session(guarded: int) -> None:
    with talk(guarded, visitor="anna") as owner:
        leaked, _ = run(owner)

    with talk(guarded, visitor="mallory", session=leaked) as thief:
        stolen, written = run(thief)

    assert stolen != leaked
    assert written == "run 1"
    with talk(guarded, visitor="anna", session=leaked) as again:
        assert run(again) == (leaked, "run 2")


def test_without_a_cookie_no_session_is_resumed(guarded: int) -> None:
    with talk(guarded, visitor="") as first:
        leaked, _ = run(first)

    with talk(guarded, visitor="", session=leaked) as second:
        assert run(second)[0] != leaked


def test_without_the_guard_the_same_theft_succeeds(tmp_path: Path) -> None:
    with throwaway(tmp_path / "app", guarded="no") as port:
        with talk(port, visitor="anna") as owner:
            leaked, _ = run(owner)

        with talk(port, visitor="mallory", session=leaked) as thief:
            assert run(thief) == (leaked, "run 2")


def test_a_run_that_was_asked_for_ends_although_its_line_does(guarded: int) -> None:
    with talk(guarded, visitor="slow") as phone:
        session, written = run(phone)
        phone.send(message("rerun_script"))
    with talk(guarded, visitor="slow", session=session) as again:
        after = run(again)

    assert written == "done 1"
    assert after == (session, "done 3")


def test_a_run_that_was_asked_for_ends_before_a_new_line_takes_its_session_over(guarded: int) -> None:
    with talk(guarded, visitor="slow") as phone:
        session, _ = run(phone)
        phone.send(message("rerun_script"))
        time.sleep(0.2)

        with talk(guarded, visitor="slow", session=session) as again:
            assert run(again) == (session, "done 3")


def test_a_foreign_handshake_is_refused(guarded: int) -> None:
    with pytest.raises(InvalidStatus) as refused, talk(guarded, visitor="anna", origin="http://evil.example"):
        pass

    assert refused.value.response.status_code == 403


def test_a_dropped_message_leaves_the_page_working(guarded: int) -> None:
    with talk(guarded, visitor="anna") as talking:
        for kind in ("clear_cache", "debug_shutdown_runtime", "load_git_info", "file_urls_request"):
            talking.send(message(kind))

        assert run(talking)[1] == "run 1"


def test_a_giant_message_ends_that_talk_only(guarded: int) -> None:
    with talk(guarded, visitor="anna") as giant:
        run(giant)
        giant.send(b"\x00" * (LARGEST_MESSAGE + 1))
        while giant.close_code is None:
            time.sleep(0.01)

    assert giant.close_code == 1009
    with talk(guarded, visitor="anna") as other:
        assert run(other)[1] == "run 1"
