"""Which items have another key now than patients were marked by, and which became other questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from quiz_app.domain.course import Course
from quiz_app.domain.item import Item
from quiz_app.domain.regrade import Regrade, Unlike, same_key, unlike


@dataclass(frozen=True)
class Offer:
    """An item of the live version: which older versions (by fingerprint) differ in its key only, or why none does."""

    item: str
    stem: str
    topic: str
    versions: tuple[str, ...]
    why: Unlike | None = None


@dataclass(frozen=True)
class MetVersion:
    """A version that patients met, with its corrections so far."""

    fingerprint: str
    course: Course
    corrections: Sequence[Regrade]

    @property
    def items(self) -> dict[str, Item]:
        """Every item as patients met it."""
        return self.course.items

    def correction(self, item: str) -> Regrade | None:
        """The correction of that item that counts now."""
        return next((each for each in reversed(self.corrections) if each.item == item), None)

    def why_not(self, item: str, live: Course) -> Unlike | None:
        """What makes the live item another question."""
        if self.course.outline.locale != live.outline.locale:
            return Unlike.LANGUAGE
        return unlike(self.items[item], live.items.get(item))

    def differs(self, item: str, live: Course) -> bool:
        """Whether patients met another key than the live one, or are marked by another."""
        counts = self.correction(item)
        written, key = self.items[item], live.items[item]
        return not same_key(written, key) or bool(counts and not same_key(counts.corrected, key))


def offer_of(item: str, live: Course, found: Sequence[MetVersion]) -> Offer | None:
    """What can be said of an item; None where nothing differs."""
    met = [each for each in found if item in each.items]
    if not met:
        return None
    words = live.items.get(item) or met[-1].items[item]
    home = live if item in live.items else met[-1].course
    topic = next(each.title for each in home.topics if any(asked.id == item for asked in each.items))
    reasons = {each.fingerprint: each.why_not(item, live) for each in met}
    fit = tuple(each.fingerprint for each in met if not reasons[each.fingerprint] and each.differs(item, live))
    unfit = next((why for why in reasons.values() if why), None)
    if fit or unfit:
        return Offer(item=item, stem=words.ask, topic=topic, versions=fit, why=None if fit else unfit)
    return None
