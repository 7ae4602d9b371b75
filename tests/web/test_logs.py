import asyncio
import json
import logging
import re
import subprocess
import sys
import time
import urllib.request

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route

from quiz_app.services.codes import new_code, new_token
from quiz_app.web.logs import AccessLog, Discretion, Line, as_json, as_text, new_error_id, redact, story_of
from tests.web.test_guard import ROOT, message, run, talk, throwaway

TOKEN = "dGhpcyBpcyBhIHNlY3JldCB0b2tlbiBvZiA0MyBjaGFy"[:43]


@pytest.mark.parametrize(
    "text",
    [
        "key ABCD-EFGH-JKMN typed",
        "key abcd-efgh-jkmn typed",
        "key oil1-oil1-oil1 typed",
        "key ABCD - EFGH - JKMN typed",
        "key ABCD\u2013EFGH\u2013JKMN typed",
        "key ABCD EFGH JKMN typed",
        "key abcd 3fgh jkmn typed",
        "key ABCDEFGHJKMN typed",
        "key abc7efghjkmn typed",
        f"key {TOKEN} typed",
        "key 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 typed",
    ],
)
def test_codes_and_tokens_are_taken_out(text: str) -> None:
    assert redact(text) == "key [redacted] typed"


@pytest.mark.parametrize(
    "text",
    [
        "disconnected from this page that does have words",
        "the attempt was answered at 2025-11-22T17:56:01.123+00:00",
        "quiz_app.services.taking",
        "/work/main/quiz_app/web/logs.py:120 configure",
        "test_missing_a_critical_item_twice_asks_for_a_talk",
        "is it saved? yes",
        "0x7f2b8c0d1e50",
    ],
)
def test_ordinary_lines_stay_as_they_are(text: str) -> None:
    assert redact(text) == text


def test_every_code_and_token_the_app_makes_is_taken_out() -> None:
    made = [make() for make in (new_code, new_token) for _ in range(500)]
    tight = [code.replace("-", "") for code in made[:500] if re.search(r"\d", code)]

    assert {redact(f"got {secret}.") for secret in made + tight} == {"got [redacted]."}


def test_query_strings_and_cookies_are_taken_out() -> None:
    assert redact('GET "/enter?code=x&way=y" 200') == 'GET "/enter[redacted]" 200'
    assert redact("Cookie: visit=short; lang=es") == "Cookie: [redacted]"
    assert redact("[(b'cookie', b'visit=short')]") == "[(b'cookie', [redacted]"


def test_error_ids_differ_and_survive_the_redaction() -> None:
    made = [new_error_id() for _ in range(1000)]

    assert len(set(made)) == 1000
    assert [each for each in made if redact(f"this code {each} here") != f"this code {each} here"] == []


def fail() -> None:
    try:
        int("an answer somebody typed")
    except ValueError as reason:
        raise OSError(28, "an answer somebody typed") from reason


def test_an_error_is_told_without_its_words() -> None:
    with pytest.raises(OSError, match="typed") as caught:
        fail()

    story = story_of(caught.value)

    assert "typed" not in story
    assert re.search(r"^builtins\.OSError \[28\] in .*test_logs\.py:\d+ fail <- builtins\.ValueError in ", story)


def test_every_part_of_a_group_of_errors_is_told() -> None:
    group = ExceptionGroup("typed", [ValueError("typed"), KeyError("typed")])

    assert story_of(group) == (
        "builtins.ExceptionGroup in no place <- builtins.ValueError in no place <- builtins.KeyError in no place"
    )


def line(record: logging.LogRecord, *, as_one: bool = True) -> str:
    assert Discretion().filter(record)
    return Line(as_json if as_one else as_text).format(record)


def record(
    name: str = "quiz_app", level: int = logging.INFO, text: str = "saved", **extra: object
) -> logging.LogRecord:
    return logging.getLogger(name).makeRecord(name, level, "file.py", 1, text, (), None, extra=extra)


def test_a_line_of_json_has_all_that_came_along() -> None:
    told = json.loads(line(record(text="saved\nABCD-EFGH-JKMN", status=200, error_id="7F3K9Q2M", link=TOKEN)))

    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", told.pop("time"))
    assert told == {
        "level": "INFO",
        "logger": "quiz_app",
        "message": "saved\n[redacted]",
        "status": 200,
        "error_id": "7F3K9Q2M",
        "link": "[redacted]",
    }


def test_a_line_of_text_is_one_line_and_cannot_be_forged() -> None:
    told = line(record(text='saved\nlevel=ERROR "x"', status=200), as_one=False)

    assert told.split(" ", 1)[1] == r'level=INFO logger=quiz_app message="saved\nlevel=ERROR \"x\"" status=200'


def test_an_error_in_a_line_keeps_its_words_to_itself() -> None:
    with pytest.raises(OSError, match="typed") as caught:
        fail()
    made = record(level=logging.ERROR, text="not drawn")
    made.exc_info = (OSError, caught.value, caught.tb)

    told = json.loads(line(made))

    assert "typed" not in json.dumps(told)
    assert told["trace"].startswith("builtins.OSError [28] in ")


@pytest.mark.parametrize("name", ["uvicorn.access", "uvicorn.error"])
def test_uvicorn_tells_of_trouble_only(name: str) -> None:
    assert not Discretion().filter(record(name))
    assert Discretion().filter(record(name, logging.ERROR))


async def answer(_request: Request) -> Response:
    return PlainTextResponse("", status_code=201)


async def break_down(_request: Request) -> Response:
    raise OSError(5, "typed")


ROUTES = [
    Route("/", answer),
    Route("/pictures/{course}/{file}", answer),
    Route("/broken", break_down),
    Route("/healthz", answer),
    Route("/static/js/a.js", answer),
    Mount("/assets", routes=[Route("/{name}", answer)]),
]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/?code=ABCD", ("GET", "/", 201)),
        ("/pictures/ivig/secret.svg", ("GET", "/pictures/{course}/{file}", 201)),
        ("/e/ABCD-EFGH-JKMN", ("GET", "(unknown)", 404)),
        ("/broken", ("GET", "/broken", 500)),
    ],
)
def test_a_request_is_told_by_its_template(
    path: str, told: tuple[str, str, int], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "quiz_app.web.logs")

    open_page(path)

    lines = [vars(each) for each in caplog.records if each.name == "quiz_app.web.logs"]
    assert [(each["method"], each["path"], each["status"]) for each in lines] == [told]
    assert 0 <= lines[0]["ms"] < 1000


@pytest.mark.parametrize("path", ["/healthz", "/static/js/a.js"])
def test_pulse_and_static_files_are_not_worth_a_line(path: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "quiz_app.web.logs")

    open_page(path)

    assert [each for each in caplog.records if each.name == "quiz_app.web.logs"] == []


def open_page(path: str) -> None:
    app = Starlette(routes=ROUTES, middleware=[Middleware(AccessLog)])
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)

    async def opened() -> None:
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
            await client.get(path)

    asyncio.run(opened())


def test_every_logger_of_a_process_flows_into_one_place() -> None:
    program = """
import logging, threading, warnings
import uvicorn
from streamlit.logger import get_logger
from quiz_app.app.settings import LogFormat
from quiz_app.web.logs import configure
old = get_logger("streamlit.old")
configure(LogFormat.JSON)
uvicorn.Config(None, access_log=True)
configure(LogFormat.JSON)
old.warning("one ABCD-EFGH-JKMN")
get_logger("streamlit.young").warning("two")
logging.getLogger("uvicorn.error").error("three")
logging.getLogger("uvicorn.access").info('%s - "%s"', "1.2.3.4", "GET /enter?code=x")
warnings.warn("four")
threading.Thread(target=lambda: int("typed")).start()
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    told = [json.loads(each) for each in done.stderr.splitlines()]
    assert [(each["logger"], each["message"].splitlines()[0].removeprefix("<string>:15: ")) for each in told] == [
        ("streamlit.old", "one [redacted]"),
        ("streamlit.young", "two"),
        ("uvicorn.error", "three"),
        ("py.warnings", "UserWarning: four"),
        ("quiz_app.web.logs", "ended by an error"),
    ]
    assert "typed" not in done.stderr
    assert done.stdout == ""


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a real server logs of a page, a refused one, a websocket, and a script that breaks."""
    folder = tmp_path_factory.mktemp("logs") / "app"
    with throwaway(folder) as port:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/?code=ABCD-EFGH-JKMN", timeout=5).close()
        httpx.get(f"http://127.0.0.1:{port}/e/{TOKEN}?code=typed")
        with talk(port, visitor="error") as talking:
            talking.send(message("clear_cache"))
            run(talking)
        until = time.monotonic() + 15  # a line is written once its answer has been sent
        while (folder / "server.log").read_text(encoding="utf-8").count('"request"') < 3 and time.monotonic() < until:
            time.sleep(0.1)
    return (folder / "server.log").read_text(encoding="utf-8")


def test_a_real_server_writes_nothing_but_lines_of_json(log: str) -> None:
    told = [json.loads(each) for each in log.splitlines()]

    requests = [(each["method"], each["path"], each["status"]) for each in told if each["message"] == "request"]
    assert sorted(requests) == [("GET", "(unknown)", 404), ("GET", "/", 200), ("WS", "/_stcore/stream", 101)]
    assert [each["kind"] for each in told if "kind" in each] == ["clear_cache"]
    assert [each["trace"].split(" in ")[0] for each in told if "trace" in each] == ["builtins.ValueError"]


def test_a_real_servers_log_gives_nothing_away(log: str) -> None:
    for secret in ("ABCD", "EFGH", TOKEN, "typed", "code=", "visit=", "127.0.0.1"):
        assert secret not in log
