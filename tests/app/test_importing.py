"""An import becomes a draft topic: seen first, then written as a new file that the course does not list."""

from pathlib import Path

import pytest

from quiz_app.app.importing import Importing, NoSuchCourse, NothingToSave, Wanted
from quiz_app.app.library import LiveLibrary
from quiz_app.app.workbench import Workbench
from quiz_app.content.patching import value_at
from quiz_app.domain.access import Role
from quiz_app.exchange.imported import About, Note
from quiz_app.exchange.outgoing import Outgoing
from quiz_app.exchange.table_files import csv_file
from quiz_app.services.staffing import NotAllowed
from tests.content.small_bank import TODAY, write_bank
from tests.services.clinic import TestClinic

FOREIGN = b"""\
::Fever {at} home::You have a fever. Who do you call?{
=The clinic at 555-0100
~Nobody#Many people wait. Call us.
}
"""


class Desk:
    """An educator who brings files into the small bank."""

    def __init__(self, folder: Path) -> None:
        self.clinic = TestClinic()
        self.questions = write_bank(folder)
        self.library = LiveLibrary(self.questions, folder / "courses", today=lambda: TODAY)
        work = Workbench(
            self.library, self.clinic.store, self.clinic.clock, self.clinic.audit, data=folder, today=lambda: TODAY
        )
        self.importing = Importing(work, self.library)
        self.era = self.clinic.nurse("era", Role.EDUCATOR)

    def files(self) -> set[str]:
        """The topic files."""
        return {path.name for path in (self.questions / "small" / "topics").iterdir()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def detail(notes: tuple[Note, ...], about: About) -> list[str]:
    """What was said about that."""
    return [note.detail for note in notes if note.about is about]


def test_looking_at_an_import_writes_nothing(desk: Desk) -> None:
    draft = desk.importing.draft(desk.era, Wanted("small", "fever.gift", FOREIGN))

    assert draft.file == "small/topics/fever.yaml"
    assert desk.files() == {"signs.yaml"}


def test_a_saved_import_is_a_topic_that_patients_do_not_meet(desk: Desk) -> None:
    saved = desk.importing.save(desk.era, Wanted("small", "x.gift", FOREIGN, title="Fever: what to do"))
    course = desk.library.course("small")

    assert saved.file == "small/topics/fever-what-to-do.yaml"
    assert value_at(saved.text, ("title",)) == "Fever: what to do"
    assert "W233" in {problem.code for problem in saved.problems if problem.file == saved.file}
    assert course
    assert [topic.topic for topic in course.topics] == ["signs"]


def test_what_the_file_does_not_say_is_left_to_be_written_and_the_checker_points_at_it(desk: Desk) -> None:
    draft = desk.importing.draft(desk.era, Wanted("small", "fever.gift", FOREIGN))
    item = value_at(draft.text, ("items", 0))
    unwritten = [(found.message, found.remedy) for found in draft.findings if found.code == "E212"]

    assert isinstance(item, dict)
    assert item["options"] == [
        {
            "right": "The clinic at {clinic_phone}",
            "why": "{write why this is right, as if you were talking to the patient}",
        },
        {"wrong": "Nobody", "why": "Many people wait. Call us."},
    ]
    assert (item["level"], item["objective"], item["sources"]) == ("know", "know-fever", [])
    remedy = "Replace it, braces and all: write why this is right, as if you were talking to the patient."
    assert ("This is still to be written.", remedy) in unwritten
    assert detail(draft.losses, About.LEVEL_MISSING) == [""]
    assert detail(draft.losses, About.CLINIC_WORDS_BACK) == ["555-0100: {clinic_phone}"]


def test_braces_of_other_programs_become_round_brackets(desk: Desk) -> None:
    table = b"id,ask,part,text,why\nq,What is {this}?,right,a,Yes.\n,,wrong,b,No.\n"

    draft = desk.importing.draft(desk.era, Wanted("small", "q.csv", table))

    assert draft.items[0].ask == "What is (this)?"
    assert detail(draft.losses, About.BRACES) == [""]


def test_our_own_questions_come_back_under_free_names_with_their_siblings(desk: Desk) -> None:
    course = desk.library.course("small")
    assert course
    raw = csv_file(Outgoing("small", "Small", "en", course.topics))

    draft = desk.importing.draft(desk.era, Wanted("small", "signs.csv", raw))

    assert draft.file == "small/topics/signs-2.yaml"
    assert [(item.id, item.sibling) for item in draft.items] == [
        ("clot-evening-2", "clot-bus-2"),
        ("clot-bus-2", "clot-evening-2"),
        ("sort-signs-2", ""),
    ]
    assert detail(draft.losses, About.RENAMED) == [
        "clot-evening: clot-evening-2",
        "clot-bus: clot-bus-2",
        "sort-signs: sort-signs-2",
    ]


def test_an_item_of_ours_is_written_as_it_stood_with_its_placeholders(desk: Desk) -> None:
    course = desk.library.course("small")
    assert course
    before = value_at((desk.questions / "small/topics/signs.yaml").read_text(), ("items",))
    raw = csv_file(Outgoing("small", "Small", "en", course.topics))
    (desk.questions / "small/topics/signs.yaml").write_text("topic: signs\n")

    text = desk.importing.draft(desk.era, Wanted("small", "signs-again.csv", raw)).text

    assert value_at(text, ("items",)) == before
    assert value_at(text, ("objectives",)) == {"spot-clot": "You know the signs of a blood clot."}


def test_a_second_import_of_that_title_gets_a_file_of_its_own(desk: Desk) -> None:
    first = desk.importing.save(desk.era, Wanted("small", "fever.gift", FOREIGN))
    second = desk.importing.save(desk.era, Wanted("small", "fever.gift", FOREIGN))

    assert [first.file, second.file] == ["small/topics/fever.yaml", "small/topics/fever-2.yaml"]
    assert value_at(second.text, ("items", 0, "id")) == "fever-at-home-2"


def test_a_file_without_questions_cannot_be_saved(desk: Desk) -> None:
    wanted = Wanted("small", "essay.gift", b"Write {}")

    draft = desk.importing.draft(desk.era, wanted)

    assert (draft.text, [note.about for note in draft.problems]) == ("", [About.OTHER_KIND])
    with pytest.raises(NothingToSave):
        desk.importing.save(desk.era, wanted)


@pytest.mark.parametrize(
    ("file", "content", "about"),
    [("quiz.docx", b"x", About.OTHER_FILE), ("big.gift", b"x" * 1_000_001, About.TOO_LARGE)],
)
def test_a_file_that_we_do_not_read_says_why(desk: Desk, file: str, content: bytes, about: About) -> None:
    draft = desk.importing.draft(desk.era, Wanted("small", file, content))

    assert [note.about for note in draft.problems] == [about]


def test_only_who_may_edit_brings_questions_in_and_only_into_a_course(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.importing.draft(desk.clinic.nurse("nia", Role.NURSE), Wanted("small", "fever.gift", FOREIGN))
    with pytest.raises(NoSuchCourse):
        desk.importing.draft(desk.era, Wanted("../etc", "fever.gift", FOREIGN))
