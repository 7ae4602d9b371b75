"""One thing the checker can say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A code (E error, W warning), its title, why it hurts patients, and how to mend it."""

    code: str
    title: str
    why: str
    remedy: str

    @property
    def can_be_switched_off(self) -> bool:
        """Whether a written reason on the line may silence it: rules of writing, reading level and coverage only."""
        return self.code[1] in "345" and self.code != "E306"
