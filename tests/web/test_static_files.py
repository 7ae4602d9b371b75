import asyncio
import gzip
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # the package carries no types
import httpx
import pytest
import streamlit
from playwright.sync_api import CDPSession, Page, sync_playwright
from starlette.responses import PlainTextResponse

from quiz_app.web.needed_soon import needed_soon
from quiz_app.web.static_files import (
    PACKING,
    Copies,
    StaticFiles,
    accepted,
    icons_on_demand,
    installed,
    without_stock_type,
)
from tests.web.test_guard import throwaway

STOCK = installed() / "static"
SCRIPT = next(path for path in sorted((STOCK / "js").glob("react-dom.*.js")))
STYLE = next(path for path in sorted((STOCK / "css").glob("index.*.css")))
FONT = next(path for path in sorted((STOCK / "media").glob("SourceSansVF-Upright.*.woff2")))
HEAVIEST = 1_100_000
ICONS_ARE_LOADED = "[...document.fonts].some(face => face.family.includes('Material') && face.status === 'loaded')"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def ask(path: str, *, method: str = "GET", **headers: str) -> httpx.Response:
    """An answer of the layer as it stands before any copy is ready."""
    app = StaticFiles(PlainTextResponse("not static"), data=Path("nowhere"))

    async def asked() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://testserver") as client:
            given = {"accept-encoding": "identity"} | {name.replace("_", "-"): value for name, value in headers.items()}
            return await client.request(method, path, headers=given)

    return asyncio.run(asked())


def address(path: Path) -> str:
    """Where a file of Streamlit is served."""
    return f"/static/{path.relative_to(STOCK).as_posix()}"


@pytest.mark.parametrize(
    ("header", "best"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("BR;Q=0.1", "br"),
        ("br; q=0.000", ""),
        ("identity", ""),
        ("brotli", ""),
        ("", ""),
    ],
)
def test_the_best_coding_the_browser_takes_is_chosen(header: str, best: str) -> None:
    assert accepted(header) == best


@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
def test_a_script_arrives_whole_in_every_coding(coding: str) -> None:
    answer = ask(address(SCRIPT), accept_encoding=coding)

    assert answer.content == SCRIPT.read_bytes()
    assert answer.headers.get("content-encoding", "identity") == coding
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert (int(answer.headers["content-length"]) < SCRIPT.stat().st_size / 2) == (coding != "identity")


def test_a_font_goes_out_as_it_is() -> None:
    answer = ask(address(FONT), accept_encoding="br, gzip")

    assert answer.content == FONT.read_bytes()
    assert answer.headers["content-type"] == "font/woff2"
    assert "content-encoding" not in answer.headers


def test_every_file_of_streamlit_has_a_known_type() -> None:
    names = Copies(STOCK, Path("nowhere")).files

    unknown = [
        name for name in names if ask(f"/static/{name}", method="HEAD").headers["content-type"].endswith("stream")
    ]

    assert len(names) > 300
    assert unknown == []


def test_a_browser_that_has_the_file_gets_no_second_copy() -> None:
    first = ask(address(SCRIPT), accept_encoding="br")

    again = ask(address(SCRIPT), accept_encoding="br", if_none_match=f'"other", {first.headers["etag"]}')

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert ask(address(SCRIPT), if_none_match=first.headers["etag"]).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static/js",
        "/static/js/",
        "/static/js/none.js",
        "/static/%2e%2e/index.html",
        "/static/js/..%2f..%2findex.html",
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/static/js%5c..%5cx",
        "/static/js/x%00.js",
    ],
)
def test_nothing_but_the_listed_files_is_there(path: str) -> None:
    assert ask(path).status_code == 404


def test_files_are_only_read() -> None:
    answer = ask(address(SCRIPT), method="POST")

    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_other_paths_pass_on() -> None:
    assert ask("/staticx").text == "not static"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "js").mkdir(parents=True)
    (folder / "js" / "long.12345678.js").write_bytes(b"let a = 'patience'; " * 5000)
    (folder / "js" / "tiny.12345678.js").write_bytes(b"a")
    return folder


def test_copies_are_used_once_made_and_only_where_they_save_something(source: Path, tmp_path: Path) -> None:
    copies = Copies(source, tmp_path / "copies")
    quick, coding = copies.read("js/long.12345678.js", "br")

    copies.make()

    best, _ = copies.read("js/long.12345678.js", "br")
    assert coding == "br"
    assert brotli.decompress(best) == brotli.decompress(quick) == (source / "js" / "long.12345678.js").read_bytes()
    assert best == (tmp_path / "copies" / "js" / "long.12345678.js.br").read_bytes()
    assert copies.read("js/tiny.12345678.js", "gzip") == (b"a", "")


@pytest.mark.parametrize("found", [b"", b"\x1f\x8b\x08", gzip.compress(b"an older file", mtime=0)])
def test_copies_are_made_once_and_damaged_or_foreign_ones_anew(found: bytes, source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    Copies(source, folder).make()
    good, bad = folder / "js" / "long.12345678.js.br", folder / "js" / "long.12345678.js.gz"
    made_at = good.stat().st_mtime_ns
    bad.write_bytes(found)

    Copies(source, folder).make()

    assert good.stat().st_mtime_ns == made_at
    assert gzip.decompress(bad.read_bytes()) == (source / "js" / "long.12345678.js").read_bytes()
    assert list(folder.rglob("*.part")) == []


def test_a_copy_that_was_tidied_away_is_done_without(source: Path, tmp_path: Path) -> None:
    copies = Copies(source, tmp_path / "copies")
    copies.make()
    (tmp_path / "copies" / "js" / "long.12345678.js.gz").unlink()

    content, coding = copies.read("js/long.12345678.js", "gzip")

    assert gzip.decompress(content) == (source / "js" / "long.12345678.js").read_bytes()
    assert coding == "gzip"


def test_a_folder_that_cannot_be_written_costs_only_bandwidth(
    source: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "copies").write_text("a file where the folder should be", encoding="utf-8")
    copies = Copies(source, tmp_path / "copies")

    copies.make()

    content, coding = copies.read("js/long.12345678.js", "gzip")
    assert gzip.decompress(content) == (source / "js" / "long.12345678.js").read_bytes()
    assert coding == "gzip"
    assert "cannot be kept compressed" in caplog.text


def test_the_icon_font_of_the_installed_streamlit_is_bound_to_the_letters_of_icon_names() -> None:
    stock = STYLE.read_bytes()

    ours = icons_on_demand(stock)

    face = b"@font-face{font-family:Material Symbols Rounded;"
    assert stock.count(face) == 1
    assert ours == stock.replace(face, face + b"unicode-range:U+30-39,U+5F,U+61-7A,U+E000-F8FF;")
    assert ask(address(STYLE), accept_encoding="br").content == without_stock_type(ours)


def test_the_typeface_of_the_installed_streamlit_is_left_out_and_nothing_else() -> None:
    stock = STYLE.read_bytes()

    ours = without_stock_type(stock)

    assert stock.count(b"font-family:Source Sans;") == 2
    assert stock.count(b"@font-face") - ours.count(b"@font-face") == 2
    assert b"SourceSansVF" not in ours


def test_every_part_that_is_needed_soon_is_a_file_of_the_installed_streamlit() -> None:
    files = re.findall(r'href="\./([^"]+)"', needed_soon())

    names = {Path(file).name.split(".")[0] for file in files}
    assert {"Html", "Radio", "Button", "BidiComponent", "Checkbox", "TextArea"} <= names
    assert len(files) == len(set(files))
    assert all((installed() / file).is_file() for file in files)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("static") / "app"


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    with throwaway(folder) as port:
        yield port


def test_a_head_request_gets_the_headers_alone(port: int) -> None:
    answer = httpx.head(f"http://127.0.0.1:{port}{address(SCRIPT)}", headers={"accept-encoding": "gzip"})

    assert answer.status_code == 200
    assert int(answer.headers["content-length"]) > 1000
    assert answer.content == b""


def test_the_server_makes_its_copies_by_itself(port: int, folder: Path) -> None:
    edition = folder / "data" / "static" / f"{streamlit.__version__}-{PACKING}" / "js"
    deadline = time.monotonic() + 30

    while not list(edition.glob("*.js.br")) and time.monotonic() < deadline:
        time.sleep(0.1)

    assert port
    assert list(edition.glob("*.js.br")) != []


@pytest.fixture(scope="module")
def chromium() -> str:
    path = os.environ.get("QUIZ_APP_CHROMIUM", "")
    if not path:
        pytest.skip("set QUIZ_APP_CHROMIUM to the path of a Chromium")
    return path


class Weighing:
    """What one page brings over the wire, and what its console complains of."""

    def __init__(self, page: Page, devtools: CDPSession) -> None:
        self.weight = 0
        self.first_paint = ""
        self.has_icons = False
        self.requests: list[str] = []
        self.complaints: list[str] = []
        devtools.send("Network.enable")
        devtools.on("Network.loadingFinished", self._add)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda line: self.complaints.append(line.text))

    def _add(self, event: dict[str, float]) -> None:
        self.weight += int(event["encodedDataLength"])


def weigh(chromium: str, url: str, *, visitor: str) -> Weighing:
    """Open a page in a fresh browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        context = browser.new_context()
        context.add_cookies([{"name": "visit", "value": visitor, "url": url}])
        page = context.new_page()
        weighing = Weighing(page, context.new_cdp_session(page))
        page.goto(url, wait_until="commit")
        weighing.first_paint = page.evaluate("document.documentElement.lang + ' ' + document.title")
        page.get_by_text("run 1").wait_for()
        page.wait_for_timeout(1500)
        weighing.has_icons = page.evaluate(ICONS_ARE_LOADED)
        browser.close()
    return weighing


@pytest.mark.browser
def test_a_cold_page_is_light_and_nothing_is_blocked(chromium: str, port: int) -> None:
    weighing = weigh(chromium, f"http://127.0.0.1:{port}/", visitor="anna")

    assert 300_000 < weighing.weight <= HEAVIEST
    assert [url for url in weighing.requests if "MaterialSymbols" in url] == []
    assert [url for url in weighing.requests if f"127.0.0.1:{port}/" not in url] == []
    assert weighing.complaints == []
    assert weighing.first_paint == "es Learn"


@pytest.mark.browser
def test_the_icon_font_comes_with_the_first_icon(chromium: str, port: int) -> None:
    weighing = weigh(chromium, f"http://127.0.0.1:{port}/", visitor="icons")

    assert weighing.has_icons
    assert len([url for url in weighing.requests if "MaterialSymbols" in url]) == 1
