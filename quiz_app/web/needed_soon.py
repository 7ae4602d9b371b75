"""The parts of Streamlit that a patient's screens are made of, asked for before they are drawn."""

import re
from functools import cache
from html import escape

from pydantic import BaseModel, TypeAdapter

from quiz_app.web.static_files import installed

_ON_EVERY_SCREEN = re.compile(r"/(Html|Radio|Button|BidiComponent)\.tsx$")
_ON_SOME = re.compile(r"/(Checkbox|TextArea)\.tsx$")


class _Part(BaseModel):
    file: str
    imports: list[str] = []


@cache
def needed_soon() -> str:
    """Links that load what every screen needs at once, and the rest when nothing else is under way.

    Streamlit would ask for one part after the other when it draws, and show an error if the line is gone just then.
    """
    index = (installed() / "index.html").read_text(encoding="utf-8")
    parts = TypeAdapter(dict[str, _Part]).validate_json((installed() / "manifest.json").read_bytes())
    first = _files(_ON_EVERY_SCREEN, parts, without=index)
    later = _files(_ON_SOME, parts, without=index + "".join(first))
    return "".join(
        [f'<link rel="modulepreload" crossorigin href="./{escape(file)}">' for file in first]
        + [f'<link rel="prefetch" as="script" crossorigin href="./{escape(file)}">' for file in later]
    )


def _files(wanted: re.Pattern[str], parts: dict[str, _Part], *, without: str) -> list[str]:
    names, files = [name for name in parts if wanted.search(name)], dict[str, None]()
    while names:
        part = parts[names.pop()]
        if part.file not in files and part.file not in without:
            files[part.file] = None
            names += part.imports
    return list(files)
