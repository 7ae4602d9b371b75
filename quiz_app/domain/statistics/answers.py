"""The answers of many patients in columns: who they are is left out, only what was chosen in which order is there."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Generic, NamedTuple, TypeVar

import numpy as np

from quiz_app.domain.attempt import Origin, Sureness
from quiz_app.domain.marking import Choice
from quiz_app.domain.statistics.arrays import Bools, Floats, Ints

Key = TypeVar("Key", bound=Hashable)

PATIENTS = (Origin.WALK_IN, Origin.INVITED, Origin.PAPER)
"""Origins of attempts of real patients; a refresher is their second attempt, and counts nowhere."""


class Given(NamedTuple):
    """One way an item was answered; course is the fingerprint of the version the patient met."""

    course: str
    item: str
    choice: Choice
    sureness: Sureness | None


@dataclass(frozen=True)
class Sheet(Generic[Key]):
    """What one patient answered, in order; each key stands for one way an item of that course was answered."""

    course: str
    opened_at: datetime
    on_paper: bool
    keys: Iterable[Key]


@dataclass(frozen=True, eq=False)
class Answers:
    """The answers of many patients, one patient after another, each in the order they answered.

    given: every way an item was answered, once. codes: for each answer its place in given. For each patient, lengths:
    the number of answers; opened: when they began, in seconds since 1970; on_paper: whether on paper.
    """

    given: tuple[Given, ...]
    codes: Ints
    lengths: Ints
    opened: Floats
    on_paper: Bools
    simulated: bool


def gather(sheets: Iterable[Sheet[Key]], read: Callable[[str, Key], Given], *, simulated: bool) -> Answers:
    """Put sheets into columns; read turns a key of a course into what it stands for, once for each."""
    number = count()
    known: defaultdict[str, defaultdict[Key, int]] = defaultdict(lambda: defaultdict(number.__next__))
    codes, lengths, opened, on_paper = array("i"), array("i"), array("d"), array("b")
    for sheet in sheets:
        before = len(codes)
        codes.extend(map(known[sheet.course].__getitem__, sheet.keys))
        lengths.append(len(codes) - before)
        opened.append(sheet.opened_at.timestamp())
        on_paper.append(sheet.on_paper)
    found = {code: read(course, key) for course, keys in known.items() for key, code in keys.items()}
    given = tuple(found[code] for code in range(len(found)))
    return Answers(
        given=given,
        codes=np.array(codes, dtype=np.int32),
        lengths=np.array(lengths, dtype=np.int32),
        opened=np.array(opened, dtype=np.float64),
        on_paper=np.array(on_paper, dtype=np.bool_),
        simulated=simulated,
    )
