"""More than two hundred broken files: each is told with its place, what is wrong and what to do, and never raises."""

from pathlib import Path

import pytest
import yaml

from quiz_app.content import load_library, tree
from quiz_app.content import source as source_module
from quiz_app.content.source import read
from tests.content.broken import Broken, brackets, colons, encoding, floods, indents, keys, links, marks, quotes, values
from tests.content.small_bank import TODAY, write_bank

MODULES = (encoding, floods, quotes, colons, indents, brackets, marks, keys, values, links)
EVERY: tuple[Broken, ...] = tuple(broken for module in MODULES for broken in module.BROKEN)
READ_AS_YAML = [broken for broken in EVERY if broken not in floods.BROKEN and not broken.file.endswith(".svg")]


@pytest.mark.parametrize("broken", EVERY, ids=[broken.name for broken in EVERY])
def test_a_broken_file_gives_exactly_these_findings(broken: Broken, tmp_path: Path) -> None:
    questions = write_bank(tmp_path, {broken.file: broken.content})

    problems = load_library(questions, today=TODAY).problems

    assert tuple(str(found).replace(f"{questions.as_posix()}/", "") for found in problems) == broken.says


def test_there_are_more_than_two_hundred_and_no_two_are_the_same() -> None:
    assert len(EVERY) > 200
    assert len({broken.name for broken in EVERY}) == len(EVERY)
    assert len({(broken.file, broken.content) for broken in EVERY}) == len(EVERY)


@pytest.mark.parametrize("broken", READ_AS_YAML, ids=lambda each: each.name)
def test_the_parser_in_pure_python_refuses_in_the_same_words(broken: Broken, monkeypatch: pytest.MonkeyPatch) -> None:
    content = broken.content.encode() if isinstance(broken.content, str) else broken.content or b"a: b"
    monkeypatch.setattr(source_module, "grow", lambda text: tree.grow_with(yaml.SafeLoader(text)))

    source, problems = read(content, file=broken.file)

    assert source or tuple(str(found) for found in problems) == broken.says
