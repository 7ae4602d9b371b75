"""What stands in the fields of the talk: their keys, and what a nurse has typed so far."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from quiz_app.domain.confirmation import (
    Barrier,
    Interpreter,
    Learner,
    Method,
    Readiness,
    Support,
    Understanding,
    WayToLearn,
)
from quiz_app.domain.typed import Typed, TypedTeachBack
from quiz_app.web import session

Code = TypeVar("Code", bound=StrEnum)
EMPTY = TypedTeachBack()


def key(field: str, attempt: str, part: str = "") -> str:
    """The name of a widget: field, attempt and the item or code it is about."""
    return "-".join(filter(None, [field, attempt, part]))


def anchor(field: str) -> str:
    """The name of a field as its heading carries it."""
    return field.replace(":", "-")


def read(attempt: str, items: Sequence[str], kept: Typed) -> Typed:
    """What stands in the fields now; what was kept before for a field that is not on the page."""
    backs = kept.teach_backs | {item: _teach_back(attempt, item, kept.teach_backs.get(item, EMPTY)) for item in items}
    return Typed(
        teach_backs={item: back for item, back in backs.items() if back != EMPTY},
        learner=_one(Learner, key("learner", attempt), kept.learner),
        readiness=_one(Readiness, key("readiness", attempt), kept.readiness),
        barriers=_many(Barrier, key("barriers", attempt), kept.barriers),
        supports=_many(Support, key("supports", attempt), kept.supports),
        ways=_many(WayToLearn, key("ways", attempt), kept.ways),
        methods=_many(Method, key("methods", attempt), kept.methods),
        interpreter=_one(Interpreter, key("interpreter", attempt), kept.interpreter),
    )


def _teach_back(attempt: str, item: str, kept: TypedTeachBack) -> TypedTeachBack:
    words = key("words", attempt, item)
    return TypedTeachBack(
        understanding=_one(Understanding, key("understanding", attempt, item), kept.understanding),
        words=session.typed(words) if session.holds(words) else kept.words,
    )


def _one(codes: type[Code], name: str, kept: Code | None) -> Code | None:
    if not session.holds(name):
        return kept
    chosen = session.chosen(name)
    return codes(chosen) if chosen else None


def _many(codes: type[Code], name: str, kept: Sequence[Code]) -> tuple[Code, ...]:
    return tuple(code for code in codes if _is_in(f"{name}-{code}", code in kept))


def _is_in(name: str, kept: bool) -> bool:  # noqa: FBT001 - the state of a tick before it was drawn
    return session.is_ticked(name) if session.holds(name) else kept
