"""What a nurse has typed about a talk so far: the same fields as the record, but each may still be empty."""

from collections.abc import Sequence

from pydantic import Field

from quiz_app.domain.confirmation import (
    MOST_WORDS,
    Barrier,
    Conversation,
    Education,
    Interpreter,
    Learner,
    Method,
    Readiness,
    Support,
    TeachBack,
    Understanding,
    WayToLearn,
)
from quiz_app.domain.form import Frozen


class TypedTeachBack(Frozen):
    """What was typed about one point; understanding is None until it was chosen."""

    understanding: Understanding | None = None
    words: str = Field(default="", max_length=MOST_WORDS)


class Typed(Frozen):
    """Everything typed about one talk; teach-backs by the item of their point."""

    teach_backs: dict[str, TypedTeachBack] = Field(default_factory=dict)
    learner: Learner | None = None
    readiness: Readiness | None = None
    barriers: tuple[Barrier, ...] = ()
    supports: tuple[Support, ...] = ()
    ways: tuple[WayToLearn, ...] = ()
    methods: tuple[Method, ...] = ()
    interpreter: Interpreter | None = None

    def missing(self, items: Sequence[str]) -> tuple[str, ...]:
        """The fields still empty, in the order of the page; items are the points that need a teach-back."""
        points = [
            f"teach-back:{item}" for item in items if self.teach_backs.get(item, TypedTeachBack()).understanding is None
        ]
        filled: dict[str, bool] = {
            "learner": self.learner is not None,
            "readiness": self.readiness is not None,
            "barriers": bool(self.barriers),
            "supports": bool(self.supports),
            "ways": bool(self.ways),
            "methods": bool(self.methods),
            "interpreter": self.interpreter is not None,
        }
        return (*points, *(name for name, is_filled in filled.items() if not is_filled))

    def clashes(self) -> tuple[str, ...]:
        """The fields where "none" was chosen together with something else."""
        clashing = {
            "barriers": Barrier.NONE in self.barriers and len(self.barriers) > 1,
            "supports": Support.NONE in self.supports and len(self.supports) > 1,
            "ways": WayToLearn.NONE in self.ways and len(self.ways) > 1,
        }
        return tuple(name for name, clashes in clashing.items() if clashes)

    def education(self) -> Education:
        """How the teaching went; raises ValueError while one of its fields is missing."""
        return Education.model_validate(self.model_dump(exclude={"teach_backs"}))

    def said_back(self, items: Sequence[str]) -> tuple[TeachBack, ...]:
        """The points that were said back, in the order of the items; those without a result are left out."""
        typed = ((item, self.teach_backs.get(item)) for item in items)
        return tuple(
            TeachBack(item=item, understanding=back.understanding, words=back.words.replace("\0", "").strip())
            for item, back in typed
            if back and back.understanding
        )


def typed_from(conversation: Conversation) -> Typed:
    """What a nurse changes who goes on from a recorded talk."""
    backs = {
        back.item: TypedTeachBack(understanding=back.understanding, words=back.words)
        for back in conversation.teach_backs
    }
    return Typed.model_validate({"teach_backs": backs, **conversation.education.model_dump()})
