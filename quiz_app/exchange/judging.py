"""Moodle's shares of the marks and our verdicts, in both directions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.exchange.imported import About, GivenOption, GivenPut, Reading, Spot
from quiz_app.exchange.plain import free_name, name_from

MOST_SHARED = 10
"""Moodle's list of shares has one for each number of right answers up to this: 100, 50, 33.33333 ... 10."""


@dataclass(frozen=True)
class Answer:
    """One answer as Moodle sees it; share is -100..100, the part of the marks it gives or takes."""

    text: str
    why: str
    share: float


def share(item: Item, verdict: Verdict) -> str:
    """What an option of that verdict is worth in Moodle, as Moodle writes it."""
    if item.kind is not Kind.CHOOSE_ALL:
        return "0" if verdict is Verdict.WRONG else "100"
    if verdict is Verdict.ACCEPTED:
        return "0"
    if verdict is Verdict.WRONG:
        return "-100"
    right = sum(option.verdict is Verdict.RIGHT for option in item.options)
    return f"{100 / right:.5f}".rstrip("0").rstrip(".")


def choose_one(answers: Sequence[Answer], accepted: Collection[int], reading: Reading, at: Spot) -> list[GivenOption]:
    """Options of which one is ticked: the first with full marks is right, others with full marks are accepted."""
    full = [place for place, answer in enumerate(answers) if answer.share >= 100]
    right = next((place for place in full if place not in accepted), None)
    if any(place != right and place not in accepted for place in full):
        reading.lose(at, About.SEVERAL_FULL)
    for answer in answers:
        if 0 < answer.share < 100:
            reading.lose(at, About.PART_MARKS, f"{answer.share:g}")
    return [_option(answer, _verdict(place, right, full)) for place, answer in enumerate(answers)]


def choose_all(answers: Sequence[Answer], accepted: Collection[int], reading: Reading, at: Spot) -> list[GivenOption]:
    """Options of which several are ticked: what gives marks is right, what gives none or takes some is not."""
    gives = [answer.share for answer in answers if answer.share > 0]
    if len(gives) == 1:
        reading.lose(at, About.ONE_RIGHT)
    elif max(gives, default=0) - min(gives, default=0) > 0.01:
        reading.lose(at, About.OWN_SHARES)
    if any(-100 < each.share <= 0 and place not in accepted for place, each in enumerate(answers)):
        reading.lose(at, About.MILD_WRONG)
    return [
        _option(
            answer,
            Verdict.RIGHT if answer.share > 0 else Verdict.ACCEPTED if place in accepted else Verdict.WRONG,
        )
        for place, answer in enumerate(answers)
    ]


def sorted_into(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[tuple[str, str], ...], tuple[GivenPut, ...]]:
    """Groups and things of a matching question; equal answers are one group, a pair without a thing only a group."""
    names: dict[str, str] = {}
    for _, words in pairs:
        if words not in names:
            made = name_from(words) or "group"
            names[words] = free_name(made, names.values())
    things = tuple(GivenPut(what, names[words]) for what, words in pairs if what)
    return tuple((name, words) for words, name in names.items()), things


def _verdict(place: int, right: int | None, full: Collection[int]) -> Verdict:
    if place == right:
        return Verdict.RIGHT
    return Verdict.ACCEPTED if place in full else Verdict.WRONG


def _option(answer: Answer, verdict: Verdict) -> GivenOption:
    return GivenOption(answer.text, verdict, answer.why)
