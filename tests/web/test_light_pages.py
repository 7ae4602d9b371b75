"""What every screen carries stays small: it is sent and drawn anew with each press."""

import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from quiz_app.web import look

PAGE = """
from markupsafe import Markup
from quiz_app.web.components import shell
shell.show(Markup("<h1>Heading</h1>"))
shell.close_page("Title", "step", locale="{locale}", reads="reads")
"""
TABLES = {"pandas", "pyarrow", "altair"}


def _page(folder: Path, locale: str = "en") -> Path:
    page = folder / "page.py"
    page.write_text(PAGE.format(locale=locale), encoding="utf-8")
    return page


def test_a_screen_loads_no_library_of_tables(tmp_path: Path) -> None:
    drawn = f"assert not AppTest.from_file({str(_page(tmp_path))!r}).run().exception"
    code = f"import sys\nfrom streamlit.testing.v1 import AppTest\n{drawn}\nprint(*sorted(sys.modules))"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "quiz_app.web.components.shell" in loaded
    assert TABLES & set(loaded) == set()


@pytest.mark.parametrize("locale", ["en", "es"])
def test_what_the_browser_is_told_with_every_screen_is_small(tmp_path: Path, locale: str) -> None:
    drawn = AppTest.from_file(str(_page(tmp_path, locale))).run()

    (bridge,) = drawn.get("bidi_component")

    assert len(bridge.proto.SerializeToString()) < 3_000
    assert "quizDraw" in bridge.proto.js_content
    assert "quizDraw = data" in look.content("screen.js")
