"""Educators edit the question banks: the running course is never worse for it."""

import shutil
import time
from pathlib import Path

import pytest

from quiz_app.app.edits import Answered, Clash, NoSuchFile, NoSuchItem, Refused
from quiz_app.app.library import LiveLibrary
from quiz_app.app.workbench import Workbench
from quiz_app.content.history import NoSuchVersion
from quiz_app.content.patching import value_at, with_entry, with_value
from quiz_app.content.saving import CannotSave
from quiz_app.content.templates import new_item, new_screen, with_sibling
from quiz_app.domain.access import Role
from quiz_app.domain.item import Kind
from quiz_app.services.staffing import Actor, NotAllowed
from tests.app.shipped import copied_questions
from tests.content.small_bank import TODAY, TOPIC, write_bank
from tests.services.clinic import TestClinic

FILE = "small/topics/signs.yaml"
MORE = TOPIC.replace("topic: signs", "topic: more").split("items:")[0] + "items: []\n"


class Bench:
    """A workbench over the small bank, with somebody who may edit."""

    def __init__(self, folder: Path) -> None:
        self.clinic = TestClinic()
        self.questions = folder / "questions"
        self.data = folder / "data"
        self.library = LiveLibrary(self.questions, self.data / "courses", today=lambda: TODAY)
        self.workbench = Workbench(
            self.library,
            self.clinic.store,
            self.clinic.clock,
            self.clinic.audit,
            data=self.data,
            today=lambda: TODAY,
        )
        self.era = self.clinic.nurse("era", Role.EDUCATOR)

    def save(self, text: str, file: str = FILE) -> str:
        base = self.workbench.open(self.era, file).fingerprint
        return self.workbench.save(self.era, file, text, base=base).fingerprint

    def title(self) -> str:
        course = self.library.course("small")
        return course.topics[0].title if course else ""


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    write_bank(tmp_path)
    return Bench(tmp_path)


def test_the_shelves_hold_the_files_of_each_course_and_the_clinics_own_words(bench: Bench) -> None:
    small, clinic = bench.workbench.shelves(bench.era)

    assert (small.course, small.title) == ("small", "Your first drip")
    assert small.files == (
        "small/course.yaml",
        "small/misconceptions.yaml",
        "small/glossary.yaml",
        "small/sources.yaml",
        "small/topics/signs.yaml",
    )
    assert (clinic.course, clinic.files) == ("", ("clinic.yaml",))


@pytest.mark.parametrize("role", [Role.NURSE, Role.CHARGE_NURSE, Role.ADMINISTRATOR])
def test_only_who_may_edit_courses_is_let_in(bench: Bench, role: Role) -> None:
    other = Actor(id="id-nora", role=role)

    for asked in (
        lambda: bench.workbench.shelves(other),
        lambda: bench.workbench.open(other, FILE),
        lambda: bench.workbench.check(other, FILE, TOPIC),
        lambda: bench.workbench.save(other, FILE, TOPIC, base=""),
        lambda: bench.workbench.versions(other, FILE),
        lambda: bench.workbench.text_of(other, FILE, "x"),
        lambda: bench.workbench.add_topic(other, "small", "more", "More"),
        lambda: bench.workbench.take_out(other, FILE, "clot-bus", ""),
        lambda: bench.workbench.move_item(other, "clot-bus", FILE, FILE, {}),
    ):
        with pytest.raises(NotAllowed):
            asked()


def test_a_saved_change_is_what_the_files_say_at_once(bench: Bench) -> None:
    opened = bench.workbench.open(bench.era, FILE)

    saved = bench.workbench.save(
        bench.era,
        FILE,
        with_value(opened.text, ("title",), "Signs to watch for"),
        base=opened.fingerprint,
        note="Plainer",
    )

    assert saved.text == TOPIC.replace("title: Signs to know", "title: Signs to watch for")
    assert saved.problems == ()
    assert bench.title() == "Signs to watch for"
    newest = bench.workbench.versions(bench.era, FILE)[0]
    assert (newest.by, newest.note) == ("era", "Plainer")
    trail = [
        (link.fact.actor, link.fact.action, link.fact.subject)
        for link in bench.clinic.store.audit_chain(after=0, most=9)
    ]
    assert [(actor, action) for actor, action, _ in trail] == [
        ("id-era", "publish-course"),
        ("id-era", "save-course-file"),
    ]
    assert trail[-1][2] == "small/topics/signs.yaml"


def test_the_first_change_publishes_what_patients_get_so_that_changes_wait(bench: Bench) -> None:
    opened = bench.workbench.open(bench.era, FILE)
    assert bench.clinic.store.newest_release("small") is None

    saved = bench.workbench.save(bench.era, FILE, TOPIC.replace("Signs to know", "One"), base=opened.fingerprint)
    bench.workbench.save(bench.era, FILE, TOPIC.replace("Signs to know", "Two"), base=saved.fingerprint)

    [release] = bench.clinic.store.releases("small")
    live = bench.clinic.store.course(release.fingerprint)
    assert live
    assert live.topics[0].title == "Signs to know"
    assert bench.title() == "Two"


def test_a_change_of_a_translation_or_of_the_clinic_publishes_nothing(bench: Bench) -> None:
    spanish = "translates: glossary\nlocale: es\ntexts: {}\n"

    bench.workbench.save(bench.era, "small/es/glossary.yaml", spanish, base="")

    assert bench.clinic.store.newest_release("small") is None


def test_a_check_tells_every_problem_and_touches_nothing(bench: Bench) -> None:
    before = bench.title()

    checked = bench.workbench.check(bench.era, FILE, TOPIC.replace("sibling: clot-bus", "sibling: clot-buss"))
    clean = bench.workbench.check(bench.era, FILE, TOPIC.replace("Signs to know", "Signs"))

    assert checked.course is None
    assert {(found.file, found.code) for found in checked.problems} == {(FILE, "E221"), (FILE, "E222")}
    assert clean.problems == ()
    assert clean.course is not None
    assert clean.course.topics[0].title == "Signs"
    assert bench.title() == before
    assert (bench.questions / FILE).read_text("utf-8") == TOPIC


def test_a_check_of_the_clinics_words_checks_every_course_with_them(bench: Bench) -> None:
    checked = bench.workbench.check(bench.era, "clinic.yaml", "clinic_name: ours\n")

    assert {found.file for found in checked.problems} == {"clinic.yaml"}
    assert {found.code for found in checked.problems} == {"E202"}


def test_findings_of_rules_do_not_hinder_a_save_and_the_last_good_course_stays(bench: Bench) -> None:
    bench.save(with_value(TOPIC, ("items", 0, "sibling"), "nobody"))

    assert bench.library.broken
    assert bench.title() == "Signs to know"


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("topic: signs\ntitle: a: b\n", (2, 9), "E113"),
        ("[" * 60_000, (1, 21), "E107"),
        ("a: &x 1\nb: *x\n", (1, 4), "E109"),
        ("topic: signs\n\ttitle: x\n", (2, 1), "E106"),
        ('topic: "signs\ntitle: x\n', (1, 8), "E114"),
        ("topic: a\0b\n", (1, 9), "E119"),
        ("topic: \udce9\n", (1, 8), "E104"),
        ("", (1, 1), "E105"),
        ("x" * 300_000, (1, 1), "E103"),
        ("topic: signs\ntopic: signs\n", (2, 1), "E111"),
        ("just words\n", (1, 1), "E203"),
        ("topic: signs\ntitel: x\n", (2, 1), "E201"),
    ],
)
def test_bad_input_is_told_with_its_place_and_never_saved(
    bench: Bench, text: str, place: tuple[int, int], code: str
) -> None:
    checked = bench.workbench.check(bench.era, FILE, text)

    assert (place, code) in {((found.line, found.column), found.code) for found in checked.problems}
    assert checked.course is None
    with pytest.raises(Refused) as caught:
        bench.save(text)
    assert code in {found.code for found in caught.value.problems}
    assert (bench.questions / FILE).read_text("utf-8") == TOPIC


def test_two_educators_the_second_is_shown_what_the_first_saved(bench: Bench) -> None:
    opened = bench.workbench.open(bench.era, FILE)
    bench.save(TOPIC.replace("Signs to know", "Signs of the first"))

    with pytest.raises(Clash) as caught:
        bench.workbench.save(bench.era, FILE, TOPIC.replace("Signs to know", "Mine"), base=opened.fingerprint)

    theirs = caught.value.theirs
    assert "Signs of the first" in theirs.text
    assert theirs.fingerprint == bench.workbench.open(bench.era, FILE).fingerprint
    assert bench.title() == "Signs of the first"


def test_a_file_that_was_taken_away_meanwhile_clashes_with_nothing(bench: Bench) -> None:
    opened = bench.workbench.open(bench.era, FILE)
    (bench.questions / FILE).unlink()

    with pytest.raises(Clash) as caught:
        bench.workbench.save(bench.era, FILE, TOPIC, base=opened.fingerprint)

    assert (caught.value.theirs.text, caught.value.theirs.fingerprint) == ("", "")
    bench.workbench.save(bench.era, FILE, TOPIC, base="")
    assert bench.title() == "Signs to know"


def test_saving_what_stands_there_already_makes_no_version(bench: Bench) -> None:
    bench.save(TOPIC)

    assert bench.workbench.versions(bench.era, FILE) == ()


def test_every_version_can_be_brought_back_as_a_new_one(bench: Bench) -> None:
    bench.save(TOPIC.replace("Signs to know", "First"))
    bench.clinic.clock.later(minutes=5)
    bench.save(TOPIC.replace("Signs to know", "Second"))
    bench.clinic.clock.later(minutes=5)
    second, first, original = bench.workbench.versions(bench.era, FILE)

    bench.save(bench.workbench.text_of(bench.era, FILE, first.id))

    assert bench.title() == "First"
    assert "Second" in bench.workbench.text_of(bench.era, FILE, second.id)
    assert bench.workbench.text_of(bench.era, FILE, original.id) == TOPIC
    assert len(bench.workbench.versions(bench.era, FILE)) == 4
    with pytest.raises(NoSuchVersion):
        bench.workbench.text_of(bench.era, FILE, "nothing")


def test_line_ends_and_the_mark_of_windows_survive_a_browser_that_drops_them(bench: Bench) -> None:
    (bench.questions / FILE).write_bytes(b"\xef\xbb\xbf" + TOPIC.replace("\n", "\r\n").encode())

    bench.save(TOPIC.replace("Signs to know", "Signs"))

    raw = (bench.questions / FILE).read_bytes()
    assert raw == b"\xef\xbb\xbf" + TOPIC.replace("Signs to know", "Signs").replace("\n", "\r\n").encode()


def test_an_old_encoding_can_be_opened_and_is_saved_as_utf_8(bench: Bench) -> None:
    (bench.questions / FILE).write_bytes(TOPIC.replace("Signs to know", "Über Zeichen").encode("cp1252"))

    opened = bench.workbench.open(bench.era, FILE)
    bench.save(opened.text)

    assert {found.code for found in opened.problems} >= {"E104"}
    assert bench.title() == "Über Zeichen"


@pytest.mark.parametrize("file", ["small/topics/none.yaml", "../secret.yaml", "small/notes.yaml", "small/topics"])
def test_what_is_no_file_of_a_bank_cannot_be_opened(bench: Bench, file: str) -> None:
    with pytest.raises(NoSuchFile):
        bench.workbench.open(bench.era, file)


def test_a_disk_that_takes_nothing_leaves_the_file_and_says_so(bench: Bench) -> None:
    (bench.data / "history").parent.mkdir(exist_ok=True)
    (bench.data / "history").write_text("a file, not a folder", "utf-8")

    with pytest.raises(CannotSave, match="Nothing was changed"):
        bench.save(TOPIC.replace("Signs to know", "Signs"))

    assert bench.title() == "Signs to know"


def test_a_new_topic_is_a_file_that_fits_the_form_and_is_listed_last(bench: Bench) -> None:
    made = bench.workbench.add_topic(bench.era, "small", "after", "After your drip: what now?")

    outline = bench.workbench.open(bench.era, "small/course.yaml").text
    assert made.file == "small/topics/after.yaml"
    assert made.text.startswith("# yaml-language-server: $schema=../../schema/topic.json\ntopic: after\n")
    assert value_at(made.text, ("title",)) == "After your drip: what now?"
    assert "topics: [signs, after]\n" in outline
    assert bench.title() == "Signs to know"
    with pytest.raises(Clash):
        bench.workbench.add_topic(bench.era, "small", "after", "Again")


@pytest.mark.parametrize("kind", list(Kind))
def test_a_new_item_can_be_saved_and_the_checker_points_at_what_is_to_be_written(bench: Bench, kind: Kind) -> None:
    item = new_item(bench.library.course("small"), "spot-clot", kind)

    bench.save(with_entry(TOPIC, ("items",), item))

    opened = bench.workbench.open(bench.era, FILE)
    pointed_at = {found.line for found in opened.problems if found.code == "E212"}
    lines = opened.text.splitlines()
    assert pointed_at == {number for number, line in enumerate(lines, start=1) if "{write " in line}
    assert len(pointed_at) >= 7
    assert bench.title() == "Signs to know"
    assert value_at(bench.workbench.open(bench.era, FILE).text, ("items", 3, "id")) == "new-question"


def test_a_second_new_item_and_screen_get_names_of_their_own() -> None:
    item = new_item(None, "spot-clot", Kind.CHOOSE_ONE, taken=["new-question", "new-question-2"])
    screen = new_screen(taken=["new-screen"])

    assert isinstance(item, dict)
    assert item["id"] == "new-question-3"
    assert isinstance(screen, dict)
    assert screen["id"] == "new-screen-2"


def test_an_item_is_doubled_as_a_sibling_right_behind_it(bench: Bench) -> None:
    text = with_sibling(TOPIC, "sort-signs", "sort-more")

    assert value_at(text, ("items", 2, "sibling")) == "sort-more"
    assert value_at(text, ("items", 3, "sibling")) == "sort-signs"
    assert value_at(text, ("items", 3, "ask")) == "When do you call for each sign?"
    assert value_at(text, ("items", 3, "id")) == "sort-more"


def _with_more(bench: Bench) -> dict[str, str]:
    shutil.copy(bench.questions / FILE, bench.questions / "small/topics/more.yaml")
    (bench.questions / "small/topics/more.yaml").write_text(MORE, "utf-8")
    return {file: bench.workbench.open(bench.era, file).fingerprint for file in (FILE, "small/topics/more.yaml")}


def test_an_item_moves_to_another_topic(bench: Bench) -> None:
    bases = _with_more(bench)

    there = bench.workbench.move_item(bench.era, "sort-signs", FILE, "small/topics/more.yaml", bases)

    assert value_at(there.text, ("items", 0, "id")) == "sort-signs"
    assert "sort-signs" not in bench.workbench.open(bench.era, FILE).text


def test_an_item_stays_where_it_is_when_one_of_the_files_changed_meanwhile(bench: Bench) -> None:
    bases = _with_more(bench)
    (bench.questions / FILE).write_text(TOPIC.replace("Signs to know", "Theirs"), "utf-8")

    with pytest.raises(Clash):
        bench.workbench.move_item(bench.era, "sort-signs", FILE, "small/topics/more.yaml", bases)

    assert bench.workbench.open(bench.era, "small/topics/more.yaml").text == MORE


def test_an_item_is_not_doubled_when_it_cannot_be_taken_out_where_it_stands(bench: Bench) -> None:
    _with_more(bench)
    (bench.questions / FILE).write_text(TOPIC.replace("title:", "titel:"), "utf-8")
    bases = {file: bench.workbench.open(bench.era, file).fingerprint for file in (FILE, "small/topics/more.yaml")}

    with pytest.raises(Refused):
        bench.workbench.move_item(bench.era, "sort-signs", FILE, "small/topics/more.yaml", bases)

    assert bench.workbench.open(bench.era, "small/topics/more.yaml").text == MORE


def test_an_item_moved_to_where_it_is_stays(bench: Bench) -> None:
    base = bench.workbench.open(bench.era, FILE).fingerprint

    assert bench.workbench.move_item(bench.era, "sort-signs", FILE, FILE, {FILE: base}).text == TOPIC


def test_a_file_of_another_language_is_held_to_its_own_form(bench: Bench) -> None:
    spanish = "translates: signs\nlocale: es\ntexts:\n  title: {of: abc, says: Señales}\n"

    saved = bench.workbench.save(bench.era, "small/es/topics/signs.yaml", spanish, base="")

    assert saved.text == spanish
    assert "small/es/topics/signs.yaml" in bench.workbench.shelves(bench.era)[0].files
    with pytest.raises(Refused):
        bench.workbench.save(bench.era, "small/es/topics/signs.yaml", TOPIC, base=saved.fingerprint)


def test_an_item_that_nobody_answered_can_be_taken_out(bench: Bench) -> None:
    base = bench.workbench.open(bench.era, FILE).fingerprint

    left = bench.workbench.take_out(bench.era, FILE, "sort-signs", base)

    assert left.text == TOPIC[: TOPIC.index("  - id: sort-signs")]
    with pytest.raises(NoSuchItem):
        bench.workbench.take_out(bench.era, FILE, "sort-signs", left.fingerprint)
    with pytest.raises(Clash):
        bench.workbench.take_out(bench.era, FILE, "clot-bus", base)


def test_an_item_that_somebody_answered_can_only_be_retired(bench: Bench) -> None:
    bench.clinic.ready()
    answered = next(item for item in bench.clinic.course.items if bench.clinic.store.is_answered(item))
    base = bench.save(with_value(TOPIC, ("items", 2, "id"), answered))

    with pytest.raises(Answered):
        bench.workbench.take_out(bench.era, FILE, answered, base)

    assert bench.workbench.open(bench.era, FILE).fingerprint == base


def test_the_same_text_of_the_shipped_course_is_checked_once(tmp_path: Path) -> None:
    copied_questions(tmp_path)
    bench = Bench(tmp_path)
    text = (bench.questions / "ivig/topics/before.yaml").read_text("utf-8")
    bench.workbench.check(bench.era, "ivig/topics/before.yaml", text)

    begun = time.process_time()
    checked = bench.workbench.check(bench.era, "ivig/topics/before.yaml", text.replace("Tell us", "Please tell us", 1))
    took = time.process_time() - begun
    begun = time.process_time()
    again = bench.workbench.check(bench.era, "ivig/topics/before.yaml", text.replace("Tell us", "Please tell us", 1))
    took_again = time.process_time() - begun

    assert checked.course is not None
    assert again == checked
    assert took_again < took / 4  # how long it takes is in benchmarks/checker.py
