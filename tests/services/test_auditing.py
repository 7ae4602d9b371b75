"""The audit trail and its seals."""

from collections.abc import Callable, Sequence

import pytest

from quiz_app.domain.access import AuditLink
from quiz_app.services.auditing import Audit, BadAnchor, Verdict
from quiz_app.services.codes import Vault
from quiz_app.storage.memory import MemoryStore
from tests.services.clinic import FixedClock, TestClinic

Tampering = Callable[[list[AuditLink]], list[AuditLink]]


class OpenTrail(MemoryStore):
    """A store whose trail somebody changes behind the app."""

    tamper: Tampering = staticmethod(lambda links: links)

    def audit_chain(self, *, after: int, most: int) -> Sequence[AuditLink]:
        links = self.tamper(list(super().audit_chain(after=0, most=99_999)))
        return [link for link in links if link.seq > after][:most]


def trail(facts: int) -> tuple[OpenTrail, Audit]:
    """A trail of that many facts."""
    store, clock = OpenTrail(), FixedClock()
    audit = Audit(store, clock, Vault(b"a pepper for tests only, 32 bytes"))
    for number in range(facts):
        clock.later(seconds=1)
        audit.note("nora", "confirm", f"attempt-{number}")
    return store, audit


def other_actor(link: AuditLink) -> AuditLink:
    return link.model_copy(update={"fact": link.fact.model_copy(update={"actor": "eve"})})


def without_seal(link: AuditLink) -> AuditLink:
    return link.model_copy(update={"seal": ""})


def test_an_empty_trail_is_whole() -> None:
    _, audit = trail(0)

    assert audit.verify() == Verdict(links=0, broken_at=None, anchor="0:")


def test_a_trail_nobody_touched_is_whole_however_long() -> None:
    store, audit = trail(2001)

    newest = store.audit_chain(after=2000, most=1)[0]
    assert audit.verify() == Verdict(links=2001, broken_at=None, anchor=f"2001:{newest.seal}")


@pytest.mark.parametrize(
    ("tamper", "broken_at"),
    [
        (lambda links: [*links[:2], other_actor(links[2]), *links[3:]], 3),
        (lambda links: [*links[:2], *links[3:]], 4),
        (lambda links: links[1:], 2),
        (lambda links: [*links[:2], without_seal(links[2]), *links[3:]], 3),
        (lambda links: [without_seal(links[0]), *links[1:]], 2),
        (lambda links: [links[0].model_copy(update={"fact": links[1].fact}), *links[1:]], 1),
    ],
    ids=["changed", "taken out", "first taken out", "seal taken off", "first seal taken off", "fact repeated"],
)
def test_whatever_is_changed_in_the_trail_is_found_where_it_is(tamper: Tampering, broken_at: int) -> None:
    store, audit = trail(6)

    store.tamper = tamper

    assert audit.verify().broken_at == broken_at


def test_a_tail_that_was_cut_off_is_noticed_by_an_anchor_kept_elsewhere() -> None:
    store, audit = trail(6)
    anchor = audit.verify().anchor

    store.tamper = lambda links: links[:4]

    assert audit.verify().broken_at is None
    assert audit.verify(expect=anchor).broken_at == 6


def test_an_anchor_stays_in_the_trail_while_it_grows() -> None:
    _, audit = trail(3)
    anchor = audit.verify().anchor

    audit.note("nora", "withdraw", "attempt-1")

    assert audit.verify(expect=anchor).broken_at is None
    assert audit.verify(expect=anchor).links == 4


def test_a_trail_that_was_written_anew_under_another_key_does_not_hold_the_anchor() -> None:
    _, audit = trail(3)
    store = OpenTrail()
    other = Audit(store, FixedClock(), Vault(b"another pepper, 32 bytes or more"))
    for _ in range(3):
        other.note("eve", "confirm", "attempt")

    assert other.verify().broken_at is None
    assert other.verify(expect=audit.verify().anchor).broken_at == 3


def test_facts_from_before_seals_were_kept_are_counted_and_not_judged() -> None:
    store, audit = trail(3)

    store.tamper = lambda links: [without_seal(other_actor(link)) for link in links]

    assert audit.verify() == Verdict(links=3, broken_at=None, anchor="3:")


def test_the_chain_begins_after_facts_from_before() -> None:
    store, audit = trail(3)

    store.tamper = lambda links: [
        without_seal(links[0]),
        *(link.model_copy(update={"seq": link.seq + 1}) for link in links),
    ]

    assert audit.verify().links == 4
    assert audit.verify().broken_at is None


@pytest.mark.parametrize("anchor", ["", "nonsense", "abc:def", "-1:abc"])
def test_what_is_no_anchor_is_said_to_be_none(anchor: str) -> None:
    with pytest.raises(BadAnchor):
        trail(1)[1].verify(expect=anchor)


def test_staff_and_patients_leave_their_facts_in_one_trail() -> None:
    clinic = TestClinic()
    clinic.walk_in()
    clinic.staffing.make_first(clinic.staffing.first_link() or "", login="anna", password="warm tea by the window")

    links = clinic.store.audit_chain(after=0, most=9)

    assert [link.fact.action for link in links] == ["open-attempt", "make-first-administrator"]
    assert clinic.audit.verify().broken_at is None
