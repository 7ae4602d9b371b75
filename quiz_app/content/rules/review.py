"""The review of a course: is it due, and does an approval still hold for these words?"""

from collections.abc import Callable, Iterator

from quiz_app.content.bank import Bank
from quiz_app.content.problems import Problem
from quiz_app.domain.course import ReviewStatus
from quiz_app.domain.release import Due, due_stage

_SAID = {
    Due.IN_60_DAYS: "The review is due in 60 days or fewer, on {}.",
    Due.IN_30_DAYS: "The review is due in 30 days or fewer, on {}.",
    Due.OVER: "The review was due on {}.",
}


def review_is_not_due(bank: Bank) -> Iterator[Problem]:
    """The next review is more than 60 days away."""
    if bank.outline is None:
        return
    due = bank.outline.model.review.due
    stage = due_stage(due, bank.today)
    if stage:
        yield bank.outline.problem("W511", _SAID[stage].format(due.isoformat()), at=("review", "due"))


def approval_is_for_these_words(bank: Bank) -> Iterator[Problem]:
    """What was approved is what stands in the files."""
    if bank.outline is None or not bank.whole:
        return
    review, course = bank.outline.model.review, bank.course
    if course and review.status is ReviewStatus.APPROVED and review.fingerprint != course.content_fingerprint:
        message = "The words have changed since they were approved."
        if review.fingerprint is None:
            message = "This says 'approved', but not which words: the fingerprint is missing."
        yield bank.outline.problem("W512", message, at=("review", "status"))


RULES: tuple[Callable[[Bank], Iterator[Problem]], ...] = (review_is_not_due, approval_is_for_these_words)
