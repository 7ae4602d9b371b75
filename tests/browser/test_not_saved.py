"""The database cannot be written in mid-course: an honest word, no feedback, and the same click works afterwards."""

import json
import sqlite3
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import expect

from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.policy import Policy, choice
from tests.browser.server import Server
from tests.browser.watch import Watch

PATIENCE = 25_000  # the store waits five seconds for a lock before it gives up
NOT_SAVED = "Not saved yet. Please try again in a moment."


@contextmanager
def _locked(database: Path) -> Iterator[None]:
    """Hold the database as another program would."""
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


def _ready(server: Server) -> tuple[int, object]:
    try:
        with urllib.request.urlopen(f"{server.url}/readyz", timeout=30) as answer:  # noqa: S310 - our own address
            return answer.status, json.load(answer)
    except HTTPError as answer:
        return answer.code, json.load(answer)


@pytest.fixture
def apart(own_clinic: Callable[..., Clinic], watch: Watch) -> Clinic:
    """A clinic whose database may be taken away."""
    watch.expect("503")
    return own_clinic()


def test_a_locked_database_says_not_saved_yet_and_the_same_click_works_afterwards(apart: Clinic) -> None:
    walked = apart.backstage.begin()
    apart.backstage.walk(walked.attempt, at(Stage.ASK))
    patient = apart.patient(walked)
    item, heading = patient.asked(), patient.heading
    patient.choose(Policy.RIGHT)

    with _locked(apart.server.data / "quiz.db"):
        patient.button("Check my answer").click()
        expect(patient.page.locator(".quiz-problem")).to_contain_text(NOT_SAVED, timeout=PATIENCE)
        expect(patient.page.locator("#quiz-live")).to_contain_text(NOT_SAVED, timeout=PATIENCE)
        meanwhile = (patient.heading, apart.backstage.responses(walked.attempt), _ready(apart.server))
    feedback = patient.check()

    assert meanwhile == (heading, [], (503, {"ready": False, "missing": ["database"]}))
    assert feedback == "Yes, that's right"
    assert apart.backstage.responses(walked.attempt) == [(item.id, 1, choice(item, Policy.RIGHT))]
    assert _ready(apart.server) == (200, {"ready": True, "missing": []})


def test_a_locked_database_keeps_the_patient_on_the_lesson_until_it_is_free(apart: Clinic) -> None:
    walked = apart.backstage.begin()
    apart.backstage.walk(walked.attempt, at(Stage.READ))
    patient = apart.patient(walked)

    with _locked(apart.server.data / "quiz.db"):
        patient.button("Continue").click()
        expect(patient.page.get_by_text(NOT_SAVED).first).to_be_visible(timeout=PATIENCE)
        meanwhile = apart.backstage.place(walked.attempt)
    patient.page.get_by_role("button", name="Continue").or_(
        patient.page.get_by_role("button", name="Try again")
    ).first.click()
    patient.page.wait_for_function("() => !document.body.innerText.includes('Not saved yet')")

    assert meanwhile.stage is Stage.READ


def test_a_question_of_ones_own_is_not_lost_while_the_database_is_locked(apart: Clinic) -> None:
    walked = apart.backstage.begin()
    patient = apart.patient(walked)
    patient.press("I have a question")
    patient.page.get_by_label("My question").fill("May I sleep?")

    with _locked(apart.server.data / "quiz.db"):
        patient.button("Keep my question").click()
        expect(patient.page.locator(".quiz-problem")).to_contain_text(NOT_SAVED, timeout=PATIENCE)
    expect(patient.page.get_by_label("My question")).to_have_value("May I sleep?")
    patient.button("Keep my question").click()

    expect(patient.page.locator("#quiz-live")).to_have_text("Your question is kept for your nurse.")


def test_a_database_that_is_gone_says_not_saved_yet_at_the_door_and_in_the_course(apart: Clinic) -> None:
    walked = apart.backstage.begin()
    apart.backstage.walk(walked.attempt, at(Stage.ASK))
    patient = apart.patient(walked)
    patient.choose(Policy.RIGHT)
    newcomer = apart.newcomer()
    newcomer.page.goto("/enter")
    database = apart.server.data / "quiz.db"

    away = database.rename(database.with_suffix(".away"))
    patient.button("Check my answer").click()
    expect(patient.page.get_by_text(NOT_SAVED).first).to_be_visible()
    newcomer.button("Begin").click()
    expect(newcomer.page.get_by_text(NOT_SAVED)).to_be_visible()
    away.rename(database)

    newcomer.button("Begin").click()
    newcomer.page.locator(".code").wait_for()
    assert patient.open().heading != "Yes, that's right"
    assert patient.answer(Policy.RIGHT) == "Yes, that's right"
