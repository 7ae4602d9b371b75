"""The figures of a whole course: how well its slots go together, and what each of them weighs."""

from collections.abc import Mapping

import numpy as np

from quiz_app.domain.course import Course
from quiz_app.domain.form import Frozen
from quiz_app.domain.statistics.arrays import Bools, Floats, Ints
from quiz_app.domain.statistics.columns import Columns
from quiz_app.domain.statistics.formulas import covariance, cronbach_alpha, effective_weights, standard_error
from quiz_app.domain.statistics.numbers import Interval, feldt
from quiz_app.domain.statistics.small_numbers import Enough, enough
from quiz_app.domain.statistics.versions import Slot, slot_of_items, slots


class CourseFigures(Frozen):
    """Patients who answered the whole course as it is today; None is not to be said yet, or undefined.

    mean, spread, error: of the totals, in points of that many slots. weights: share of each slot, 0..1.
    """

    patients: int
    slots: int
    mean: float | None = None
    spread: float | None = None
    alpha: float | None = None
    interval: Interval | None = None
    error: float | None = None
    weights: Mapping[Slot, float | None] = {}


def course_figures(all_: Columns, today: Course, courses: Mapping[str, Course]) -> CourseFigures:
    """The figures of a course; every patient has one mark for each slot, whichever question was asked in it.

    Moodle treats random questions so: what counts is the slot. courses: the versions that were met, by fingerprint.
    """
    named = slots(today)
    totals = all_.total[all_.whole]
    bare = CourseFigures(patients=len(totals), slots=len(named))
    if enough(len(totals)) < Enough.ALL:
        return bare
    marks = _marks(all_, _slot_of_tries(all_, named, courses), len(named))
    return bare.model_copy(update={"mean": float(totals.mean()), **_figures(marks, named)})


def _figures(marks: Floats, named: tuple[Slot, ...]) -> dict[str, object]:
    """The figures of marks: one row for each patient, one column for each slot."""
    totals = marks.sum(axis=1)
    total = float(totals.var(ddof=1))
    alpha = cronbach_alpha([float(column.var(ddof=1)) for column in marks.T], total)
    weights = effective_weights([covariance(column, totals) or 0.0 for column in marks.T])
    return {
        "spread": total**0.5,
        "alpha": alpha,
        "interval": feldt(alpha, patients=len(marks), slots=len(named)) if alpha is not None else None,
        "error": standard_error(total, alpha) if alpha is not None else None,
        "weights": dict(zip(named, weights, strict=True)),
    }


def _marks(all_: Columns, slot: Ints, many: int) -> Floats:
    """The mark of each patient who answered the whole course (rows) in each slot (columns)."""
    row = np.cumsum(all_.whole) - 1
    tries = _tries(all_)
    marks = np.zeros((int(all_.whole.sum()), many), dtype=np.float64)
    marks[row[all_.patient[tries]], slot] = all_.credit[tries]
    return marks


def _tries(all_: Columns) -> Ints:
    """The first tries of those who answered the whole course."""
    return np.flatnonzero(all_.first & all_.whole[all_.patient]).astype(np.int32)


def _slot_of_tries(all_: Columns, named: tuple[Slot, ...], courses: Mapping[str, Course]) -> Ints:
    """The slot of each of these first tries; ordinary items of a topic fill its slots in the order they were met."""
    at, tries = {slot: place for place, slot in enumerate(named)}, _tries(all_)
    slot_of = {(name, item): slot for name, course in courses.items() for item, slot in slot_of_items(course).items()}
    first = [slot_of[given.course, given.item] for given in all_.answers.given]
    codes = all_.answers.codes[tries]
    found = np.array([at.get(slot, 0) for slot in first], dtype=np.int32)[codes]
    drawn: Bools = np.array([number > 0 for _, number in first], dtype=np.bool_)[codes]
    found[drawn] += _rank(all_.patient[tries][drawn], found[drawn], len(named))
    return found


def _rank(patient: Ints, begin: Ints, many: int) -> Ints:
    """For each answer how many the same patient gave before to the same topic."""
    about = patient.astype(np.int64) * many + begin
    order = np.argsort(about, kind="stable")
    ordered = about[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else order
    lengths = np.diff(np.append(starts, len(ordered)))
    ranks = np.empty(len(about), dtype=np.int32)
    ranks[order] = np.arange(len(ordered)) - np.repeat(starts, lengths)
    return ranks
