"""The look holds together: contrast, one place for each colour, a light typeface, Streamlit's theme."""

import asyncio
import re
import tomllib
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from quiz_app.web import look
from quiz_app.web.routes import routes

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "design.md").read_text(encoding="utf-8")
FIGURES = re.findall(r"^\| `([\w-]+)` \| `([\w-]+)` \| (text|part) \| ([\d.]+) \| ([\d.]+) \|$", PAGE, re.M)
TABLE = re.findall(r"^\| `([\w-]+)` \| `(#\w{6})` \| `(#\w{6})` \|", PAGE, re.M)
LEAST = {"text": 4.5, "part": 3.0}
HEAVIEST_TYPE = 60_000
THEME = {
    "primaryColor": "brand",
    "backgroundColor": "paper",
    "secondaryBackgroundColor": "surface",
    "textColor": "ink",
    "borderColor": "line",
    "linkColor": "brand",
    "dataframeBorderColor": "hair",
    "codeBackgroundColor": "surface",
    "codeTextColor": "ink",
}


def _light_of(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_light_of(one), _light_of(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _get(address: str) -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=Starlette(routes=list(routes())))
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
            return await client.get(address)

    return asyncio.run(asked())


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert _contrast("#ffffff", "#000000") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("of", "on", "kind", "light", "dark"), FIGURES)
def test_every_contrast_figure_of_the_page_is_what_the_tokens_give_and_enough(
    of: str, on: str, kind: str, light: str, dark: str
) -> None:
    for scheme, said in (("light", light), ("dark", dark)):
        found = _contrast(look.tokens()[scheme][of], look.tokens()[scheme][on])

        assert int(found * 10) / 10 == float(said), scheme
        assert found >= LEAST[kind], scheme


def test_every_colour_that_words_or_borders_take_has_a_figure() -> None:
    grounds = {"paper", "surface", "hair", "halo"} | {name for name in look.tokens()["light"] if "soft" in name}

    assert {of for of, *_ in FIGURES} == set(look.tokens()["light"]) - grounds - {
        "emergency-fill",
        "today-fill",
        "good-fill",
    }


def test_the_page_lists_every_token_as_it_is() -> None:
    tokens = look.tokens()

    assert {name: (light, dark) for name, light, dark in TABLE} == {
        name: (tokens["light"][name], tokens["dark"][name]) for name in tokens["light"]
    }
    assert set(tokens["light"]) == set(tokens["dark"])


@pytest.mark.parametrize("name", look.SHEETS)
def test_a_style_sheet_names_only_tokens_and_paints_nothing_else(name: str) -> None:
    own = (look.ASSETS / name).read_text(encoding="utf-8")
    icons = {f"icon-{path.stem}" for path in (look.ASSETS / "icons").glob("*.svg")}
    made_here = set(re.findall(r"--([\w-]+):", own))

    named = set(re.findall(r"var\(--([\w-]+)\)", own))
    literals = set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{]*})", own)) | set(
        re.findall(r"(?:rgba?|hsla?)\([^)]*\)", own)
    )

    assert named - made_here - icons - set(look.tokens()["light"]) == set()
    assert literals <= {"#000", "rgb(0 0 0 / 0.75)"}  # ink on paper, and the shade behind a dialog


def test_every_token_and_icon_is_used() -> None:
    used = "".join((look.ASSETS / name).read_text(encoding="utf-8") for name in look.SHEETS)
    names = [*look.tokens()["light"], *(f"icon-{path.stem}" for path in (look.ASSETS / "icons").glob("*.svg"))]

    assert [name for name in names if f"var(--{name})" not in used] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_of_streamlit_has_the_same_colours(scheme: str) -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]

    assert theme[scheme] == {option: look.tokens()[scheme][name] for option, name in THEME.items()}


def test_the_typeface_is_light_kept_for_good_and_its_licence_comes_along() -> None:
    sheets = [_get(look.address(name)) for name in look.SHEETS]
    fonts = [_get(look.font(part)) for part in ("latin", "latin-ext")]

    assert {answer.status_code for answer in (*sheets, *fonts)} == {200}
    assert sum(len(font.content) for font in fonts) <= HEAVIEST_TYPE
    assert {font.content[:4] for font in fonts} == {b"wOF2"}
    assert {answer.headers["cache-control"] for answer in (*sheets, *fonts)} == {"public, max-age=31536000, immutable"}
    assert all(look.font(look.FONT) in sheet.text for sheet in sheets)
    assert "SIL OPEN FONT LICENSE Version 1.1" in (ROOT / "quiz_app/export/fonts/OFL.txt").read_text(encoding="utf-8")


def test_a_style_sheet_travels_small() -> None:
    answer = _get(look.address("app.css"))

    assert answer.headers["content-encoding"] in {"br", "gzip"}
    assert answer.text == look.content("app.css")
    assert int(answer.headers["content-length"]) < len(answer.content) / 3


@pytest.mark.parametrize("path", ["/assets/other.css", "/assets/fonts/other.woff2", "/assets/tokens.css"])
def test_no_other_style_sheet_or_font_is_there(path: str) -> None:
    assert _get(path).status_code == 404
