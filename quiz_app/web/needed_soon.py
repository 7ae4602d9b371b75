"""The parts of Streamlit that every screen of a patient is made of, asked for before they are drawn."""

import re
from functools import cache
from html import escape

from pydantic import BaseModel, TypeAdapter

from quiz_app.web.static_files import installed

_PARTS = re.compile(r"/(Html|Radio|Button|BidiComponent)\.tsx$")


class _Part(BaseModel):
    file: str
    imports: list[str] = []


@cache
def needed_soon() -> str:
    """Links that load them all at once, where Streamlit would ask for one after the other when it draws."""
    index = (installed() / "index.html").read_text(encoding="utf-8")
    parts = TypeAdapter(dict[str, _Part]).validate_json((installed() / "manifest.json").read_bytes())
    wanted, files = [name for name in parts if _PARTS.search(name)], dict[str, None]()
    while wanted:
        part = parts[wanted.pop()]
        if part.file not in files and part.file not in index:
            files[part.file] = None
            wanted += part.imports
    return "".join(f'<link rel="modulepreload" crossorigin href="./{escape(file)}">' for file in files)
