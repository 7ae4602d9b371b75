"""Double clicks and two tabs: one effect each, nothing lost, nothing twice, no error."""

from collections import Counter
from secrets import token_hex

from quiz_app.domain.item import Kind
from quiz_app.domain.marking import Choice
from quiz_app.domain.progress import Stage
from tests.browser.backstage import Walked, at
from tests.browser.clinic import Clinic
from tests.browser.patient import ON, Patient
from tests.browser.policy import Policy, choice
from tests.browser.screens import an_item, item_of
from tests.browser.staff import Staff
from tests.browser.steps import step, wait_until_drawn


def test_a_whole_topic_of_double_clicks_keeps_one_response_and_one_step_each(clinic: Clinic) -> None:
    walked = clinic.backstage.begin_asking(item_of(clinic, Kind.CHOOSE_ALL))
    patient = clinic.patient(walked)
    topics = [topic.topic for topic in clinic.backstage.course.topics]

    while clinic.backstage.place(walked.attempt).topic in {"", topics[0]}:
        _double_click(patient)

    answered = clinic.backstage.responses(walked.attempt)
    assert len(answered) == 3
    assert max(Counter(item for item, _, _ in answered).values()) == 1
    assert _places_passed(clinic, walked) == _places_of_history(clinic, walked)


def _double_click(patient: Patient) -> None:
    before = step(patient.page)
    if patient.item:
        patient.choose(Policy.RIGHT)
        patient.button("Check my answer").dblclick()
    else:
        patient.button(ON).dblclick()
    wait_until_drawn(patient.page, besides=before)


def _places_passed(clinic: Clinic, walked: Walked) -> list[object]:
    rows = clinic.backstage.rows("SELECT place FROM passed WHERE attempt = ? ORDER BY seq", walked.attempt)
    return [place for (place,) in rows]


def _places_of_history(clinic: Clinic, walked: Walked) -> list[object]:
    history = clinic.backstage.app.taking.sitting(walked.attempt).progress.history
    return [place.id for place in history if place.stage is not Stage.ASK]


def test_a_double_click_on_a_lesson_does_not_skip_the_next_one(clinic: Clinic) -> None:
    patient = clinic.patient(clinic.backstage.begin())
    lessons = [screen.heading for screen in clinic.backstage.course.topics[0].lesson]

    seen = []
    for _ in range(3):
        _double_click(patient)
        patient.page.wait_for_timeout(400)
        seen.append(patient.heading)

    assert seen == lessons[:3]


def test_a_double_click_keeps_a_question_of_ones_own_once(clinic: Clinic) -> None:
    walked = clinic.backstage.begin()
    patient = clinic.patient(walked)
    patient.press("I have a question")
    asked = [f"May I drive home after drip {number}?" for number in range(6)]

    for text in asked:
        patient.page.get_by_label("My question").fill(text)
        patient.button("Keep my question").dblclick()
        patient.page.get_by_role("listitem").filter(has_text=text).first.wait_for()

    kept = clinic.backstage.rows("SELECT text FROM questions WHERE attempt = ? ORDER BY seq", walked.attempt)
    assert [text for (text,) in kept] == asked


def test_a_double_click_adds_one_colleague_and_shows_the_link(clinic: Clinic, administrator: Staff) -> None:
    administrator.turn_to("Staff accounts")
    before = _count(clinic, "staff")

    shown = []
    for _ in range(4):
        administrator.page.get_by_label("Login of the new colleague").fill(f"double-{token_hex(4)}")
        administrator.button("Add account").dblclick()
        administrator.page.locator(".quiz-code, .quiz-problem").first.wait_for()
        administrator.page.wait_for_timeout(500)
        shown += administrator.page.locator(".quiz-code").all_inner_texts()

    assert _count(clinic, "staff") == before + 4
    assert len(set(shown)) == 4


def _count(clinic: Clinic, table: str) -> int:
    [(found,)] = clinic.backstage.rows(f"SELECT count(*) FROM {table}")
    return int(str(found))


def test_a_double_click_on_begin_opens_one_attempt(clinic: Clinic) -> None:
    patient = clinic.newcomer()
    patient.page.goto("/enter")
    before = _count(clinic, "attempts")

    patient.button("Begin").dblclick()
    patient.page.locator(".code").wait_for()
    patient.code = patient.page.locator(".code").inner_text()
    patient.page.get_by_role("link", name="I have it. Go on").click()
    wait_until_drawn(patient.page)

    opened = clinic.backstage.app.visiting.by_code(patient.code, "test").attempt
    assert _count(clinic, "attempts") == before + 1
    assert opened


def test_two_tabs_answering_the_same_question_keep_the_first_answer(clinic: Clinic) -> None:
    walked = clinic.backstage.begin()
    clinic.backstage.walk(walked.attempt, at(Stage.ASK))
    first, second = _two_tabs(clinic, walked)
    item = first.asked()
    second.choose(Policy.MISS)

    first.answer(Policy.RIGHT)
    second.check()

    assert clinic.backstage.responses(walked.attempt) == [(item.id, 1, choice(item, Policy.RIGHT))]
    assert second.heading == first.heading == "Yes, that's right"


def test_a_late_answer_from_another_tab_never_answers_the_next_question(clinic: Clinic) -> None:
    walked = clinic.backstage.begin_asking(ordinary := an_item(clinic, lambda item: not item.critical))
    clinic.backstage.walk(walked.attempt, at(Stage.ASK, item=ordinary))
    first, second = _two_tabs(clinic, walked)
    second.choose(Policy.MISS)
    first.page.bring_to_front()
    first.answer(Policy.RIGHT)
    clinic.backstage.walk(walked.attempt, lambda place: place.stage is Stage.ASK)
    kept = clinic.backstage.responses(walked.attempt)

    second.page.bring_to_front()
    second.check()

    assert clinic.backstage.responses(walked.attempt) == kept
    assert second.asked().id == _asked_now(clinic, walked)


def _asked_now(clinic: Clinic, walked: Walked) -> str:
    """The item that is asked now, or an empty string."""
    place = clinic.backstage.place(walked.attempt)
    return place.turn.item if place.turn and place.stage is Stage.ASK else ""


def test_two_tabs_taking_turns_through_a_topic_lose_nothing(clinic: Clinic) -> None:
    walked = clinic.backstage.begin()
    first, second = _two_tabs(clinic, walked)
    sent: list[tuple[str, int, Choice]] = []

    for turn in range(24):
        active = first if turn % 3 else second
        active.page.bring_to_front()
        before, item = step(active.page), active.item
        way = Policy.MISS if turn % 2 else Policy.RIGHT
        if item and item.id == _asked_now(clinic, walked):
            sent.append((item.id, 1, choice(item, way)))
        if item:
            active.choose(way).button("Check my answer").click()
        else:
            active.button(ON).click()
        wait_until_drawn(active.page, besides=before)

    assert clinic.backstage.responses(walked.attempt) == sent
    assert len(sent) >= 3
    assert _places_passed(clinic, walked) == _places_of_history(clinic, walked)


def _two_tabs(clinic: Clinic, walked: Walked) -> tuple[Patient, Patient]:
    first = clinic.patient(walked)
    second = Patient(first.page.context.new_page(), clinic.backstage.course, walked)
    return first, second.open()
