"""A patient changes the language in mid-course: place, order and answers stay, and the record keeps the words read."""

from datetime import date, timedelta

import pytest

from quiz_app.domain.attempt import Turn
from quiz_app.domain.course import Course, Language, Review, ReviewStatus
from quiz_app.domain.progress import Stage
from quiz_app.domain.summary import summarize_attempt
from quiz_app.domain.translation import in_language, texts_of
from quiz_app.services.offering import Offering
from quiz_app.services.taking import NotAPreference
from quiz_app.storage.memory import MemoryStore
from tests.builders import RIGHT, course, item, topic
from tests.services.clinic import TestClinic

DRAFT = Review(status=ReviewStatus.DRAFT, due=date(2027, 1, 1))


def _bilingual(review: Review = DRAFT) -> Course:
    plain = course(topic("first", [item("plasma"), item("donors")]))
    spanish = Language(texts={place: f"es: {text}" for place, text in texts_of(plain).items()}, review=review)
    return plain.model_copy(update={"languages": {"es": spanish}})


def _reviewed() -> Course:
    words = _bilingual().languages["es"].fingerprint
    return _bilingual(Review(status=ReviewStatus.APPROVED, fingerprint=words, due=date(2027, 1, 1)))


def _answer(clinic: TestClinic, attempt: str) -> Turn:
    sitting = clinic.taking.sitting(attempt)
    while sitting.progress.current.stage is not Stage.ASK:
        sitting = clinic.taking.go_on(sitting, sitting.progress.current)
    turn = sitting.progress.current.turn
    assert turn
    clinic.taking.answer(sitting, turn, choice=RIGHT)
    return turn


def test_a_change_of_language_keeps_place_order_and_answers() -> None:
    clinic = TestClinic(course=_bilingual())
    attempt = clinic.walk_in()
    _answer(clinic, attempt)
    before = clinic.taking.sitting(attempt)

    clinic.taking.prefer(attempt, "language", "es")

    after = clinic.taking.sitting(attempt)
    shown = after.in_language(after.record.language)
    assert after.record.language == "es"
    assert (after.progress, after.record.form) == (before.progress, before.record.form)
    assert shown.course.outline.title == f"es: {before.course.outline.title}"
    assert shown.course.outline.locale == "es"


def test_each_answer_is_recorded_over_the_words_that_were_read_then() -> None:
    clinic = TestClinic(course=_bilingual())
    attempt = clinic.walk_in()
    first = _answer(clinic, attempt)
    clinic.clock.later(minutes=1)
    clinic.taking.prefer(attempt, "language", "es")
    clinic.clock.later(minutes=1)
    second = _answer(clinic, attempt)

    record = clinic.taking.sitting(attempt).record
    summary = summarize_attempt(clinic.course, record)

    words = {point.item: point.first.wording for point in summary.points if point.first}
    assert words[first.item].locale == "en"
    assert words[second.item].locale == "es"
    assert words[second.item].stem.startswith("es: ")
    assert summary.locale == "es"


@pytest.mark.parametrize("locale", ["fr", "", "../es"])
def test_a_language_the_course_does_not_have_is_refused(locale: str) -> None:
    clinic = TestClinic(course=_bilingual())

    with pytest.raises(NotAPreference):
        clinic.taking.prefer(clinic.walk_in(), "language", locale)


def test_an_invitation_opens_the_course_in_its_language() -> None:
    clinic = TestClinic(course=_bilingual())

    _, attempt = clinic.inviting.walk_in(clinic.course.outline.course, locale="es")

    assert clinic.taking.sitting(attempt).record.attempt.locale == "es"


def test_a_language_the_course_lost_meanwhile_falls_back_to_its_own() -> None:
    clinic = TestClinic()

    _, attempt = clinic.inviting.walk_in(clinic.course.outline.course, locale="es")

    assert clinic.taking.sitting(attempt).record.language == "en"


def _offered(course: Course, *, store: MemoryStore | None = None, unreviewed: bool | None = None) -> tuple[str, ...]:
    written = {course.outline.course: course}.get
    offering = Offering(store or MemoryStore(), written=written, approved_only=False, unreviewed_languages=unreviewed)
    return offering.languages(course)


def test_a_language_nobody_reviewed_is_offered_only_where_the_clinic_says_so() -> None:
    assert _offered(_bilingual()) == ("en",)
    assert _offered(_bilingual(), unreviewed=True) == ("en", "es")
    assert _offered(_reviewed()) == ("en", "es")
    assert _offered(_reviewed(), unreviewed=False) == ("en", "es")


def test_a_review_holds_for_exactly_the_words_that_were_read() -> None:
    reviewed = _reviewed().languages["es"]

    changed = reviewed.model_copy(update={"texts": {**reviewed.texts, "course/title": "Otra cosa"}})

    assert reviewed.is_reviewed
    assert not changed.is_reviewed


def test_words_in_another_language_count_as_approved_when_they_and_the_original_are() -> None:
    reviewed = _reviewed()
    seal = Review(status=ReviewStatus.APPROVED, fingerprint=reviewed.content_fingerprint, due=date(2027, 1, 1))
    outline = reviewed.outline.model_copy(update={"review": seal})

    def approved(course: Course) -> Course:
        return Course.model_construct(**{**dict(course), "outline": outline})

    assert in_language(approved(reviewed), "es").is_approved
    assert not in_language(reviewed, "es").is_approved
    assert not in_language(approved(_bilingual()), "es").is_approved
    assert approved(_bilingual()).is_approved


def test_a_language_changes_the_version_but_not_what_a_clinician_approved() -> None:
    plain = _bilingual().model_copy(update={"languages": {}})

    assert _bilingual().fingerprint != plain.fingerprint
    assert _bilingual().content_fingerprint == plain.content_fingerprint


def test_the_language_at_a_moment_is_the_one_chosen_last_before_it() -> None:
    clinic = TestClinic(course=_bilingual())
    attempt = clinic.walk_in()
    clinic.taking.prefer(attempt, "language", "es")
    clinic.clock.later(minutes=1)

    assert clinic.taking.sitting(attempt).record.language_at(clinic.clock.now() - timedelta(minutes=2)) == "en"
    assert clinic.taking.sitting(attempt).record.language_at(clinic.clock.now()) == "es"
