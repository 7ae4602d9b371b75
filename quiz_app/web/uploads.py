"""A posted form that may hold one file: read within limits, the file as base64 so that a form can carry it on."""

from base64 import b64decode, b64encode
from binascii import Error

from starlette.datastructures import UploadFile
from starlette.requests import Request

from quiz_app.exchange.imported import MOST_BYTES
from quiz_app.web.pages import LONGEST_FIELD, Form

CONTENT, NAME, TOO_LARGE = "content", "file-name", "too-large"
_MOST_POSTED = MOST_BYTES * 2
"""What a whole form may weigh, in bytes: base64 takes a third more, and a form without a file escapes some of it."""


async def uploaded(request: Request) -> Form:
    """The fields of the form with the file under CONTENT and its name under NAME; a form that is too large is not read.

    It then has only the field TOO_LARGE.
    """
    told = request.headers.get("content-length", "")
    if not told.isdigit() or int(told) > _MOST_POSTED:
        return {TOO_LARGE: "yes"}
    found: Form = {}
    async with request.form(max_files=1, max_fields=20, max_part_size=_MOST_POSTED) as form:
        for key, value in form.items():
            if isinstance(value, UploadFile):
                content = await value.read(MOST_BYTES + 1)
                if content or value.filename:
                    found |= {CONTENT: b64encode(content).decode(), NAME: (value.filename or "")[-LONGEST_FIELD:]}
            else:
                found[key] = value if key == CONTENT else value[:LONGEST_FIELD]
    return found


def content_of(form: Form) -> bytes:
    """The file that the form carries; nothing when it carries none, or when what it carries was changed on the way."""
    try:
        return b64decode(form.get(CONTENT, ""), validate=True)
    except (Error, ValueError):
        return b""
