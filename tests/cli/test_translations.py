"""Translations from the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from quiz_app.cli import main
from tests.content.small_bank import write_bank

PO = 'msgctxt "glossary/clot/word"\nmsgid "clot"\nmsgstr "coágulo"\n\nmsgctxt "course/titel"\nmsgid "x"\nmsgstr "y"\n'


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("QUIZ_APP_QUESTIONS", str(write_bank(tmp_path)))
    monkeypatch.setenv("QUIZ_APP_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return CliRunner()


def test_the_texts_of_a_course_are_written_for_a_translator(run: CliRunner, tmp_path: Path) -> None:
    result = run.invoke(main, ["translation", "out", "small", "es", "es.po"])

    assert result.output == "The texts are in es.po\n"
    assert 'msgctxt "topics/signs/lesson/clot-signs/say"' in (tmp_path / "es.po").read_text()


def test_what_comes_back_is_looked_at_first(run: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "es.po").write_text(PO)

    result = run.invoke(main, ["translation", "in", "small", "es", "es.po"])

    assert result.output.splitlines() == [
        "course/titel: the course has no such text; left out",
        "Texts that can be taken: 1",
        "Nothing was written. To write them, add: --write",
    ]
    assert not (tmp_path / "questions" / "small" / "es").exists()


def test_with_write_it_is_put_into_the_course(run: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "es.po").write_text(PO)

    result = run.invoke(main, ["translation", "in", "small", "es", "es.po", "--write"])

    assert result.output.splitlines()[-1] == "es: 1 of 44 texts are translated, 0 are out of date, 43 are missing."
    assert "says: coágulo" in (tmp_path / "questions" / "small" / "es" / "glossary.yaml").read_text()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("out", "nothing", "es", "x.po"), "nothing: there is no such course, or it has errors."),
        (("out", "small", "klingonish", "x.po"), "klingonish: I do not know this language."),
        (("in", "small", "es", "missing.po"), "missing.po: No such file or directory"),
        (("in", "small", "es", "broken.po"), "broken.po: this is no PO file"),
        (("out", "small", "es", "no/such/folder.po"), "no/such/folder.po: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    words: tuple[str, ...], told: str, run: CliRunner, tmp_path: Path
) -> None:
    (tmp_path / "broken.po").write_text("this is nothing")

    result = run.invoke(main, ["translation", *words])

    assert (result.exit_code, result.output.startswith(told)) == (1, True), result.output
