"""A wrong key is found and mended: an educator marks the answers again, and nurses see what that changes."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from quiz_app.domain.access import Role, StaffMember
from quiz_app.domain.attempt import Turn
from quiz_app.domain.confirmation import (
    Barrier,
    Interpreter,
    Learner,
    Method,
    Readiness,
    Support,
    Understanding,
    WayToLearn,
)
from quiz_app.domain.progress import Stage
from quiz_app.domain.typed import Typed, TypedTeachBack
from quiz_app.services.staffing import Actor
from tests.browser.backstage import Backstage, Walked, at
from tests.browser.clinic import Clinic, open_clinic
from tests.browser.devices import Devices
from tests.browser.school import MENDED, MENDED_ITEM, WRONG
from tests.browser.server import ROOT
from tests.browser.staff import Staff
from tests.browser.steps import step, wait_until_drawn
from tests.browser.watch import Watch

TO_CALL, TO_REST = "b", "c"
FLAG = "The key of a question was corrected after this was signed: please look again"
EVERYTHING = Typed(
    learner=Learner.PATIENT,
    readiness=Readiness.WILLING,
    barriers=(Barrier.NONE,),
    supports=(Support.NONE,),
    ways=(WayToLearn.TALKING,),
    methods=(Method.TEACH_BACK,),
    interpreter=Interpreter.NOT_NEEDED,
)


@dataclass
class Scene:
    """A clinic over a copy of the questions, in which one key is wrong until it is mended."""

    clinic: Clinic
    topic: Path
    nurse: Actor

    @property
    def backstage(self) -> Backstage:
        return self.clinic.backstage

    def mend(self) -> None:
        """The key is mended in the file, and that goes live."""
        self.topic.write_text(self.topic.read_text().replace(WRONG, MENDED))
        self.backstage.put_live()

    def walked(self, chosen: str) -> Walked:
        """A patient who chooses that option of the item, and the right ones of all others."""
        patient, app = self.backstage.begin_asking(MENDED_ITEM), self.backstage.app
        self.backstage.walk(patient.attempt, at(Stage.ASK, item=MENDED_ITEM))
        sitting = app.taking.sitting(patient.attempt)
        app.taking.answer(sitting, Turn(item=MENDED_ITEM, try_no=1), choice=(chosen,))
        self.backstage.walk(patient.attempt, at(Stage.END))
        return patient

    def sign(self, patient: Walked) -> None:
        """A nurse talks with a patient and signs."""
        confirming, attempt = self.backstage.app.confirming, patient.attempt
        case = confirming.case(self.nurse, attempt)
        backs = {gap.item: TypedTeachBack(understanding=Understanding.CLEAR) for gap in case.briefing.talk}
        typed = EVERYTHING.model_copy(update={"teach_backs": backs})
        confirming.record(self.nurse, attempt, typed, seen=case.seen)
        seen = confirming.case(self.nurse, attempt).seen
        confirming.confirm(self.nurse, attempt, seen=seen, reauthenticated_at=self.backstage.app.clock.now())


@pytest.fixture
def scene(devices: Devices, watch: Watch, tmp_path: Path, questions: dict[str, str]) -> Iterator[Scene]:
    folder = Path(shutil.copytree(questions.get("questions", ROOT / "questions"), tmp_path / "questions"))
    topic = folder / "ivig" / "topics" / "after.yaml"
    assert MENDED in topic.read_text()
    topic.write_text(topic.read_text().replace(MENDED, WRONG))
    with open_clinic(devices, watch, tmp_path / "data", questions=str(folder)) as clinic:
        app = clinic.backstage.app
        member = StaffMember(
            id="id-nora", login="nora", role=Role.NURSE, password_hash="sealed", created_at=app.clock.now()
        )
        app.store.add_staff(member)
        made = Scene(clinic, topic, Actor(id=member.id, role=member.role))
        made.backstage.put_live()
        yield made


def walk_to(staff: Staff, name: str) -> str:
    """Press a button that leads to another screen; its heading."""
    before = step(staff.page)
    staff.button(name).click()
    return wait_until_drawn(staff.page, besides=before)


def test_a_mended_key_is_marked_again_and_nurses_see_what_it_changes(scene: Scene) -> None:
    misled, signed, knew = (scene.walked(each) for each in (TO_REST, TO_REST, TO_CALL))
    scene.sign(signed)
    scene.mend()
    educator = scene.clinic.staff(Role.EDUCATOR)

    educator.go("/?page=versions&course=ivig&regrade=1")
    assert walk_to(educator, f"See what would change for {MENDED_ITEM}") == "What would change"
    rows = educator.page.locator(".quiz-table tbody tr").all_inner_texts()
    assert [row[:4] for row in rows] == [each.code[:4] for each in (misled, signed, knew)]
    assert ["missed → right" in row for row in rows] == [False, False, True]
    assert ["signed on " in row for row in rows] == [False, True, False]
    assert not any("nora" in row for row in rows)

    educator.button("Go on with these answers").click()
    expect(educator.page.get_by_text("Please say why, in a few words.")).to_be_visible()
    educator.page.get_by_label("Why the answers are marked again").fill("The key was the option to rest.")
    assert walk_to(educator, "Go on with these answers") == "Mark these answers again?"
    expect(educator.page.get_by_text("The key was the option to rest.")).to_be_visible()
    assert walk_to(educator, "Yes, mark them again") == "Marked again"

    assert_nurses_see(scene, misled=misled, signed=signed, knew=knew)
    walk_to(educator, "Done")
    walk_to(educator, f"See what would change for {MENDED_ITEM}")
    expect(educator.page.get_by_text("Every answer counts by this key already.")).to_be_visible()
    assert len(scene.backstage.rows("SELECT attempt FROM regraded")) == 3


def assert_nurses_see(scene: Scene, *, misled: Walked, signed: Walked, knew: Walked) -> None:
    """The list and the pages of patients say what the corrected key says, and ask to look at what was signed."""
    nurse = scene.clinic.staff(Role.NURSE)
    assert "Talk first" in (row := nurse.row_of(misled.code))
    assert FLAG not in row
    assert FLAG in nurse.row_of(signed.code)
    assert "Ready" in nurse.row_of(knew.code)
    nurse.open_patient(signed.code)
    expect(nurse.page.get_by_text(f"{FLAG}.")).to_be_visible()
    expect(nurse.page.get_by_text("The key was the option to rest.").first).to_be_visible()
