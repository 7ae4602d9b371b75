"""Publishing a version, retiring a course, and who is in mid-course on which words."""

import pytest

from quiz_app.domain.access import Role
from quiz_app.domain.course import Course
from quiz_app.domain.release import ReleaseKind
from quiz_app.services.offering import Offering
from quiz_app.services.releasing import NotApproved, NothingNew, NoVersion, Releasing, Stale
from quiz_app.services.staffing import Actor, NotAllowed
from tests.builders import course, item, pair, topic
from tests.services.clinic import TestClinic

OLD = course()


def _with(**more: object) -> Course:
    """The small course with other words in its critical item."""
    first, second = pair("clot")
    return course(topic("first", [first | more, second, item("plasma")]))


class Bench:
    """A clinic whose files a test rewrites."""

    def __init__(self, *, approved_only: bool = False) -> None:
        self.written: Course | None = OLD
        self.clinic = TestClinic()
        store, clinic = self.clinic.store, self.clinic
        self.offering = Offering(store, written=lambda _: self.written, approved_only=approved_only)
        self.clinic.inviting._course = self.offering.course
        self.releasing = Releasing(
            store, clinic.clock, clinic.audit, written=lambda _: self.written, approved_only=approved_only
        )
        self.educator = clinic.nurse("eda", Role.EDUCATOR)

    def write(self, version: Course) -> str:
        """Save other files; their fingerprint."""
        self.written = version
        return version.fingerprint

    def publish(self, version: Course) -> None:
        fingerprint = self.write(version)
        seen = self.releasing.shelf(self.educator, "small").seen
        self.releasing.publish(self.educator, "small", fingerprint, seen=seen)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_until_something_is_published_patients_get_the_files(bench: Bench) -> None:
    shelf = bench.releasing.shelf(bench.educator, "small")

    assert (shelf.live, shelf.seen, shelf.versions, shelf.waiting) == (OLD, 0, (), ())


def test_a_published_version_stays_live_while_the_files_are_edited(bench: Bench) -> None:
    bench.publish(OLD)
    bench.write(_with(ask="Your leg hurts. Who do you call?"))

    shelf = bench.releasing.shelf(bench.educator, "small")

    assert shelf.live == OLD
    assert [(each.name, each.safety) for each in shelf.waiting] == [("ask", True)]
    assert bench.offering.course("small") == OLD


def test_publishing_switches_new_patients_at_once_and_nobody_in_mid_course(bench: Bench) -> None:
    new = _with(ask="Your leg hurts. Who do you call?")
    bench.publish(OLD)
    began = bench.clinic.walk_in()

    bench.publish(new)

    assert bench.clinic.taking.sitting(began).course == OLD
    assert bench.clinic.taking.sitting(bench.clinic.walk_in()).course == new


def test_who_published_what_and_when_is_kept_with_an_audit_fact(bench: Bench) -> None:
    bench.publish(OLD)

    [release] = bench.clinic.store.releases("small")
    assert (release.number, release.kind, release.fingerprint) == (1, ReleaseKind.PUBLISHED, OLD.fingerprint)
    assert (release.signer, release.at) == ("eda", bench.clinic.clock.now())
    [link] = bench.clinic.store.audit_chain(after=0, most=9)
    assert (link.fact.actor, link.fact.action) == ("id-eda", "publish-course")
    assert link.fact.subject == f"small/{OLD.fingerprint[:12]}"


def test_a_retired_course_lets_nobody_new_in_and_can_come_back(bench: Bench) -> None:
    bench.publish(OLD)
    bench.releasing.retire(bench.educator, "small", seen=1)

    assert bench.offering.course("small") is None

    bench.releasing.publish(bench.educator, "small", OLD.fingerprint, seen=2)

    assert bench.offering.course("small") == OLD


def test_a_course_that_was_never_published_can_be_retired_too(bench: Bench) -> None:
    bench.releasing.retire(bench.educator, "small", seen=0)

    assert bench.offering.course("small") is None
    assert bench.releasing.shelf(bench.educator, "small").live is None


def test_an_earlier_version_can_be_published_again(bench: Bench) -> None:
    bench.publish(OLD)
    bench.publish(_with(ask="Other words?"))

    bench.releasing.publish(bench.educator, "small", OLD.fingerprint, seen=2)

    assert bench.offering.course("small") == OLD
    assert [release.number for release in bench.clinic.store.releases("small")] == [1, 2, 3]


def test_two_who_publish_at_once_the_second_is_told(bench: Bench) -> None:
    bench.publish(OLD)
    fingerprint = bench.write(_with(ask="Other words?"))

    with pytest.raises(Stale):
        bench.releasing.publish(bench.educator, "small", fingerprint, seen=0)
    assert bench.offering.course("small") == OLD


def test_the_live_version_is_not_published_twice_nor_one_that_is_not_there(bench: Bench) -> None:
    bench.publish(OLD)

    with pytest.raises(NothingNew):
        bench.releasing.publish(bench.educator, "small", OLD.fingerprint, seen=1)
    with pytest.raises(NoVersion):
        bench.releasing.publish(bench.educator, "small", "f" * 64, seen=1)
    with pytest.raises(NoVersion):
        bench.releasing.publish(bench.educator, "other", OLD.fingerprint, seen=0)


def test_where_only_approved_content_is_offered_a_draft_is_not_published() -> None:
    bench = Bench(approved_only=True)

    with pytest.raises(NotApproved):
        bench.releasing.publish(bench.educator, "small", OLD.fingerprint, seen=0)


def test_the_versions_say_who_met_them(bench: Bench) -> None:
    bench.clinic.ready()
    bench.clinic.walk_in()
    bench.publish(_with(ask="Other words?"))
    bench.clinic.clock.later(hours=1)
    bench.clinic.walk_in()

    newest, first = bench.releasing.shelf(bench.educator, "small").versions

    assert first.use
    assert (first.fingerprint, first.use.patients, first.use.open, first.releases) == (OLD.fingerprint, 2, 1, ())
    assert newest.use
    assert (newest.use.patients, newest.use.open, len(newest.releases)) == (1, 1, 1)


def test_after_a_change_of_safety_those_in_mid_course_are_listed(bench: Bench) -> None:
    bench.clinic.ready()
    began = bench.clinic.walk_in()
    new = _with(ask="Your leg hurts. Who do you call?")

    [sitting] = bench.releasing.on_older_safety(bench.educator, "small", new)

    assert sitting.attempt == began
    assert sitting.selector == bench.clinic.store.invitations_of([began])[began].selector
    assert bench.releasing.on_older_safety(bench.educator, "small", _with(teach_back="Tell me.")) == ()


@pytest.mark.parametrize("role", [Role.NURSE, Role.CHARGE_NURSE, Role.ADMINISTRATOR])
def test_only_those_who_edit_courses_publish(bench: Bench, role: Role) -> None:
    somebody = Actor(id="id-nora", role=role)

    for act in (
        lambda: bench.releasing.shelf(somebody, "small"),
        lambda: bench.releasing.publish(somebody, "small", OLD.fingerprint, seen=0),
        lambda: bench.releasing.retire(somebody, "small", seen=0),
        lambda: bench.releasing.differences_between(somebody, "a", "b"),
        lambda: bench.releasing.on_older_safety(somebody, "small", OLD),
    ):
        with pytest.raises(NotAllowed):
            act()
