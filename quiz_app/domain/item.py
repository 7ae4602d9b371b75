"""One question: what is asked, which options there are, and what to say after each of them."""

import operator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}-?\d{2}$")]


class Authored(BaseModel):
    """A part of a question bank: frozen, and every unknown word in it is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Level(StrEnum):
    """What an item asks for: to know, to decide, or to act."""

    KNOW = "know"
    DECIDE = "decide"
    ACT = "act"


class Kind(StrEnum):
    """How an item is answered; it follows from the keys of the item."""

    CHOOSE_ONE = "choose-one"
    CHOOSE_ALL = "choose-all"
    SORT = "sort"


class Verdict(StrEnum):
    """What an option is: the key, a distractor, or over-caution that is accepted."""

    RIGHT = "right"
    ACCEPTED = "accept"
    WRONG = "wrong"


class Option(Authored):
    """One option of a choose item with its rationale; exactly one of right, wrong or accept holds its text."""

    right: Text | None = None
    wrong: Text | None = None
    accept: Text | None = None
    why: Text
    misconception: Name | None = None
    harmful: bool = False

    @model_validator(mode="after")
    def _one_verdict(self) -> Self:
        if sum(text is not None for text in (self.right, self.wrong, self.accept)) != 1:
            raise PydanticCustomError(
                "one_verdict", "An option needs exactly one of 'right', 'wrong' or 'accept' with its text."
            )
        return self

    @property
    def text(self) -> str:
        """The words a patient can choose."""
        return self.right or self.accept or self.wrong or ""

    @property
    def verdict(self) -> Verdict:
        """Whether the option is the key, accepted over-caution or a distractor."""
        if self.right is not None:
            return Verdict.RIGHT
        return Verdict.ACCEPTED if self.accept is not None else Verdict.WRONG


class Put(Authored):
    """One thing to sort: the group it belongs to, the groups accepted as over-caution, and why."""

    what: Text
    into: Name
    accept: tuple[Name, ...] = ()
    why: Text
    misconception: Name | None = None


class Item(Authored):
    """One question about one objective, with the rationale of every option."""

    id: Name
    objective: Name
    level: Level
    critical: bool = False
    ask: Text
    options: tuple[Option, ...] = ()
    groups: dict[Name, Text] = Field(default_factory=dict)
    put: tuple[Put, ...] = ()
    not_sure: Text
    revisit: Name | None = None
    sibling: Name | None = None
    teach_back: Text | None = None
    signs: tuple[Name, ...] = ()
    retired: bool = Field(default=False, exclude_if=operator.not_)  # left out, so that older wordings keep their hash
    sources: tuple[Code, ...]

    @model_validator(mode="after")
    def _options_or_groups(self) -> Self:
        if bool(self.options) == bool(self.groups and self.put):
            raise PydanticCustomError(
                "options_or_groups", "A question needs either 'options', or 'groups' together with 'put'."
            )
        return self

    @cached_property
    def kind(self) -> Kind:
        """Sort when there are groups, choose-all when several options are right, else choose-one."""
        if self.groups:
            return Kind.SORT
        right = sum(option.verdict is Verdict.RIGHT for option in self.options)
        return Kind.CHOOSE_ALL if right > 1 else Kind.CHOOSE_ONE

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Stable names of the options, or of the things to sort, in the authored order: a, b, c ..."""
        return tuple("abcdefghijklmnopqrstuvwxyz"[: len(self.options or self.put)])

    def option(self, key: str) -> Option:
        """The option of that key; raises KeyError for a key the item does not have."""
        if key not in self.keys or not self.options:
            raise KeyError(key)
        return self.options[self.keys.index(key)]

    def thing(self, key: str) -> Put:
        """The thing to sort of that key; raises KeyError for a key the item does not have."""
        if key not in self.keys or not self.put:
            raise KeyError(key)
        return self.put[self.keys.index(key)]
