"""What JSON can hold, for builders of plain resources."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json]"
Resource: TypeAlias = dict[str, Json]
