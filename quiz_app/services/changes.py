"""What changed about a patient between a page that was drawn and the button pressed on it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from quiz_app.domain.attempt import Record
from quiz_app.domain.confirmation import Care
from quiz_app.domain.regrade import Regrade


@dataclass(frozen=True)
class Seen:
    """What a page was drawn from, as counts; facts are only ever added. regrades: keys corrected of items answered."""

    responses: int
    conversations: int
    confirmations: int
    withdrawals: int
    regrades: int = 0


@dataclass(frozen=True)
class Change:
    """One thing that came since: what, when, and who signed it (empty for the patient)."""

    kind: Literal["answers", "conversation", "confirmation", "withdrawal", "regrade"]
    signer: str
    at: datetime


def seen_of(record: Record, care: Care) -> Seen:
    """What somebody sees who looks now."""
    return Seen(
        responses=len(record.responses),
        conversations=len(care.conversations),
        confirmations=len(care.confirmations),
        withdrawals=len(care.withdrawals),
        regrades=len(_corrections(record)),
    )


def changes_since(seen: Seen, record: Record, care: Care) -> tuple[Change, ...]:
    """What was added since, in the order it came; several answers are one change."""
    answers = record.responses[seen.responses :]
    entered_by = care.papers[-1].signer if care.papers else ""
    changes = [Change(kind="answers", signer=entered_by, at=answers[-1].at)] if answers else []
    changes += [Change("conversation", each.signer, each.at) for each in care.conversations[seen.conversations :]]
    changes += [Change("confirmation", each.signer, each.at) for each in care.confirmations[seen.confirmations :]]
    changes += [Change("withdrawal", each.signer, each.at) for each in care.withdrawals[seen.withdrawals :]]
    changes += [Change("regrade", each.signer, each.at) for each in _corrections(record)[seen.regrades :]]
    return tuple(sorted(changes, key=lambda change: change.at))


def _corrections(record: Record) -> list[Regrade]:
    """The keys that were corrected of what this patient had answered by then."""
    answered = {response.turn.item: response.at for response in record.responses}
    return [each for each in record.regrades if each.item in answered and answered[each.item] < each.at]
