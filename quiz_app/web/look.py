"""What every screen and page loads: two style sheets with tokens, type and icons in them, and the screens' scripts."""

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from quiz_app.web.static_files import BEST, FOR_GOOD, accepted, packed

ASSETS = Path(__file__).parent / "assets"
SHEETS = ("app.css", "pages.css")  # Streamlit's screens, our own pages
SCRIPTS = {"line.js": ("line.js",), "screen.js": ("aloud.js", "own.js", "idle.js", "bridge.js")}
"""What Streamlit's screens run: ahead of everything, and once the page is read."""
FONT = "latin"
_FACE = (
    '@font-face{{font-family:"Atkinson Hyperlegible Next";font-display:swap;font-weight:200 800;'
    'src:url({address}) format("woff2");unicode-range:{characters}}}'
)
# What each file of the typeface holds, as its makers cut it; the second is only fetched where a page needs it.
_CHARACTERS = {
    "latin": "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+20AC,U+2122,U+2191,"
    "U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    "latin-ext": "U+100-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,"
    "U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
}
# Arial, or Roboto, which Android has instead, in the space our typeface takes: nothing moves when that arrives.
_STAND_IN = (
    '@font-face{font-family:"Stand-in";src:local("Arial"),local("Liberation Sans"),local("Roboto");size-adjust:99.9%;'
    "ascent-override:98.5%;descent-override:31.6%;line-gap-override:0%}"
)


@cache
def tokens() -> Mapping[str, Mapping[str, str]]:
    """The colours by what they are for, once for light and once for dark."""
    with (ASSETS / "tokens.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def content(name: str) -> str:
    """One whole style sheet or script; raises KeyError for any other name."""
    if name not in SHEETS:
        return f"(() => {{\n{''.join(map(_read, SCRIPTS[name]))}}})()\n"
    faces = (_FACE.format(address=font(part), characters=characters) for part, characters in _CHARACTERS.items())
    return "\n".join((*faces, _STAND_IN, _colours(), _icons(), _read(name)))


@cache
def address(name: str) -> str:
    """Where a style sheet or a script is; it changes with the content, so browsers may keep it."""
    return f"/assets/{name}?v={_edition(content(name).encode())}"


@cache
def file_address(path: str) -> str:
    """Where another file of the look is; it changes with the content as well."""
    return f"/assets/{path}?v={_edition((ASSETS / path).read_bytes())}"


def font(part: str) -> str:
    """Where a part of the typeface is."""
    return file_address(f"fonts/{part}.woff2")


async def written_file(request: Request) -> Response:
    """A style sheet or a script; kept for good under the address that names its edition."""
    name = request.url.path.rpartition("/")[2]
    coding = accepted(request.headers.get("accept-encoding", ""))
    headers = {**_lasting(request), "Vary": "Accept-Encoding"} | ({"Content-Encoding": coding} if coding else {})
    media_type = "text/css" if name in SHEETS else "text/javascript"
    return Response(_coded(name, coding), media_type=media_type, headers=headers)


async def font_file(request: Request) -> Response:
    """A part of the typeface."""
    part = request.path_params["part"]
    if part not in _CHARACTERS:
        return _nothing()
    return FileResponse(ASSETS / "fonts" / f"{part}.woff2", media_type="font/woff2", headers=_lasting(request))


@cache
def _coded(name: str, coding: str) -> bytes:
    written = content(name).encode()
    return packed(written, coding, BEST) if coding else written


def _read(asset: str) -> str:
    return (ASSETS / asset).read_text(encoding="utf-8")


def _nothing() -> Response:
    return PlainTextResponse("", status_code=404)


def _lasting(request: Request) -> Mapping[str, str]:
    return {"Cache-Control": FOR_GOOD if "v" in request.query_params else "no-cache"}


def _edition(whole: bytes) -> str:
    return hashlib.sha256(whole).hexdigest()[:12]


def _colours() -> str:
    """Light unless the device or the patient asks for dark; paper is always light."""
    light, dark = (_declared(scheme) for scheme in ("light", "dark"))
    return (
        f":root{{{light}}}\n"
        f'@media screen and (prefers-color-scheme:dark){{:root:not([data-look="light"]){{{dark}}}}}\n'
        f'@media screen{{:root[data-look="dark"]{{{dark}}}}}'
    )


@cache
def forced(scheme: str) -> str:
    """Rules for a screen whose patient chose a scheme; stronger than what the device says."""
    return f"@media screen{{:root:root:root{{{_declared(scheme)}}}}}"


def _declared(scheme: str) -> str:
    return f"color-scheme:{scheme};" + "".join(f"--{name}:{value};" for name, value in tokens()[scheme].items())


def _icons() -> str:
    """The icons as masks, so that they take the colour of the words beside them."""
    files = sorted((ASSETS / "icons").glob("*.svg"))
    drawn = ((file.stem, quote(file.read_text(encoding="utf-8").strip(), safe=" =:/'<>")) for file in files)
    return ":root{" + "".join(f'--icon-{name}:url("data:image/svg+xml,{drawing}");' for name, drawing in drawn) + "}"
