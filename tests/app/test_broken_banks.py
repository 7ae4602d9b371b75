"""A running course is untouched by whatever breaks in its files, and comes back when they are mended."""

from datetime import date
from pathlib import Path

import pytest

from quiz_app.app.library import LiveLibrary
from tests.content.broken import Broken, brackets, colons, encoding, floods, indents, keys, links, marks, quotes, values
from tests.content.small_bank import FILES, write_bank

KINDS = {
    broken.name: broken
    for module in (encoding, floods, quotes, colons, indents, brackets, marks, keys, values, links)
    for broken in module.BROKEN
}
A_DOZEN_AND_MORE = (
    "nothing at all",
    "nothing but NULs",
    "UTF-16 as Notepad saves Unicode",
    "Latin-1 in a text",
    "a letter of a word processor",
    "60 KB of square brackets",
    "an alias that doubles and doubles",
    "a double quote is never closed in a question",
    "a colon in a question",
    "a tab in front of a name",
    "a bracket is not closed at the end of a file",
    "the marks of a clash in git",
    "a slip in the word misconception",
    "an id used twice",
    "Windows line ends and a colon in a text",
    "no course.yaml",
    "a missing topic",
)


@pytest.mark.parametrize("broken", [KINDS[name] for name in A_DOZEN_AND_MORE], ids=A_DOZEN_AND_MORE)
def test_patients_keep_the_last_good_course_while_a_file_is_broken(broken: Broken, tmp_path: Path) -> None:
    questions = write_bank(tmp_path)
    library = LiveLibrary(questions, tmp_path / "courses", today=lambda: date(2026, 11, 22))
    before = library.course("small")
    file = questions / broken.file

    if broken.content is None:
        file.unlink()
    else:
        file.write_bytes(broken.content if isinstance(broken.content, bytes) else broken.content.encode())
    library.refresh()

    assert library.broken
    assert library.course("small") == before

    file.write_text(FILES[broken.file], encoding="utf-8")
    library.refresh()

    assert library.problems == ()
    assert library.course("small") == before
