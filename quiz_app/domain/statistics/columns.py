"""Answers in columns: which were first tries, what followed a miss, and the total of each patient."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np

from quiz_app.domain.course import Course
from quiz_app.domain.statistics.answers import Answers
from quiz_app.domain.statistics.arrays import Bools, Floats, Ints
from quiz_app.domain.statistics.meant import Meant
from quiz_app.domain.statistics.versions import slots

NONE = -1

Name = TypeVar("Name", str, frozenset[str])


@dataclass(frozen=True, eq=False)
class Columns:
    """One entry for each answer (patient, first, second) or patient (total, whole).

    patient: the number of who answered. first: asked on the way, not as a second wording. second: place of the answer
    to the second wording, NONE without one. total: credit over the first tries. whole: answered every slot of the
    course as it is today.
    """

    answers: Answers
    meant: tuple[Meant, ...]
    patient: Ints
    first: Bools
    second: Ints
    total: Floats
    whole: Bools

    @cached_property
    def credit(self) -> Floats:
        """The credit of each answer, 0..1."""
        return np.array([each.mark.credit for each in self.meant], dtype=np.float64)[self.answers.codes]

    @cached_property
    def right(self) -> Bools:
        """Whether each answer is fully right."""
        return np.array([each.mark.right for each in self.meant], dtype=np.bool_)[self.answers.codes]

    @cached_property
    def tries_of_version(self) -> Mapping[str, Ints]:
        """The places of all first tries, by the version of their item."""
        return _split(self, [each.version for each in self.meant])

    @cached_property
    def tries_of_point(self) -> Mapping[frozenset[str], Ints]:
        """The places of all first tries, by the point they asked."""
        return _split(self, [each.point for each in self.meant])

    def counts(self, places: Ints) -> Mapping[int, int]:
        """How often each way of answering stands at these places."""
        found, times = np.unique(self.answers.codes[places], return_counts=True)
        return dict(zip(found.tolist(), times.tolist(), strict=True))


def columns(answers: Answers, meant: tuple[Meant, ...], courses: Mapping[str, Course], *, today: Course) -> Columns:
    """Work the columns out; courses by fingerprint, today as new patients get it."""
    many = len(answers.lengths)
    patient = np.repeat(np.arange(many, dtype=np.int32), answers.lengths)
    second = _seconds(answers, patient, _numbered([each.point for each in meant]))
    first = np.ones(len(patient), dtype=np.bool_)
    first[second[second != NONE]] = False
    credit = np.array([each.mark.credit for each in meant], dtype=np.float64)[answers.codes]
    answered = np.bincount(patient[first], minlength=many)
    return Columns(
        answers=answers,
        meant=meant,
        patient=patient,
        first=first,
        second=second,
        total=np.bincount(patient[first], weights=credit[first], minlength=many).astype(np.float64, copy=False),
        whole=answered == _slots_of_patients(answers, courses, today),
    )


def _seconds(answers: Answers, patient: Ints, point_of_code: Ints) -> Ints:
    """For each answer the place of the next answer of the same patient about the same point, NONE without one."""
    second = np.full(len(patient), NONE, dtype=np.int32)
    if not len(patient):
        return second
    about = patient.astype(np.int64) * (int(point_of_code.max()) + 1) + point_of_code[answers.codes]
    order = np.argsort(about, kind="stable")
    again = about[order[1:]] == about[order[:-1]]
    second[order[:-1][again]] = order[1:][again]
    return second


def _slots_of_patients(answers: Answers, courses: Mapping[str, Course], today: Course) -> Ints:
    """How many slots the form of each patient has; NONE where the course had others than today."""
    wanted = slots(today)
    number = {name: len(wanted) if slots(course) == wanted else NONE for name, course in courses.items()}
    of_code = np.array([number[each.course] for each in answers.given], dtype=np.int32)
    begins = np.cumsum(answers.lengths) - answers.lengths
    return of_code[answers.codes[begins]] if len(begins) else np.array([], dtype=np.int32)


def _numbered(names: Sequence[Name]) -> Ints:
    """The same number for the same name, counted from 0 as they come."""
    known: dict[Name, int] = {}
    return np.array([known.setdefault(name, len(known)) for name in names], dtype=np.int32)


def _split(all_: Columns, names: Sequence[Name]) -> dict[Name, Ints]:
    """The places of all first tries by name; names has one for each way of answering."""
    tries = np.flatnonzero(all_.first).astype(np.int32)
    numbers = _numbered(names).astype(np.min_scalar_type(len(names)))  # small numbers are sorted much faster
    named = numbers[all_.answers.codes[tries]]
    order = np.argsort(named, kind="stable")
    parts = np.split(tries[order], np.flatnonzero(np.diff(named[order])) + 1) if len(tries) else []
    return {names[all_.answers.codes[part[0]]]: part for part in parts}
