"""The reference pages say what the code says."""

import re
from pathlib import Path

import pytest

from quiz_app.i18n.messages import words
from tests.tooling.reference import FOLDER, pages

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "quiz_app" / "web", ROOT / "quiz_app" / "export"]  # where interface words are said
SOURCES = [path for folder in FOLDERS for path in folder.rglob("*.*") if path.suffix in {".py", ".html"}]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)


@pytest.mark.parametrize("page", sorted(pages()))
def test_a_reference_page_is_as_generated(page: str) -> None:
    written = (FOLDER / page).read_text(encoding="utf-8")

    assert written == pages()[page], "run: python -m tests.tooling.reference"


def test_every_interface_word_is_used_and_every_used_one_is_there() -> None:
    keys = words("en").keys
    used = set(re.findall(r"""["']([a-z]+\.[a-z0-9.-]+)["']""", CODE)) & keys
    begun = set(re.findall(r"""["']([a-z]+\.[a-z.-]*)(?:\{|["'] \+)""", CODE))

    assert {key for key in keys - used if not key.startswith(tuple(begun))} == set()


def test_every_link_in_the_documents_leads_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert broken == []
