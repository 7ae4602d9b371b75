"""The form one patient meets: which items, in which order, with which order of options, over one frozen course."""

import hashlib
import json
from random import Random

from pydantic import BaseModel, ConfigDict

from quiz_app.domain.course import Course, Topic
from quiz_app.domain.item import Item


class Frozen(BaseModel):
    """A fact or a view of facts: a value that never changes."""

    model_config = ConfigDict(frozen=True)


class Asked(Frozen):
    """One item as dealt: its id and the order in which its options are shown."""

    item: str
    order: tuple[str, ...]


class Part(Frozen):
    """One topic as dealt: the items asked on the way, and the siblings held back for a miss."""

    topic: str
    asked: tuple[Asked, ...]
    held_back: tuple[Asked, ...]


class Form(Frozen):
    """The frozen plan of one attempt; together with its course it holds every word the patient can see.

    refresher_of: the attempt whose points a refresher asks again, None for a first form.
    """

    course: str
    locale: str
    parts: tuple[Part, ...]
    refresher_of: str | None = None

    @property
    def fingerprint(self) -> str:
        """Hash of the dealt form and, through the course's fingerprint, of its exact wording."""
        dealt = self.model_dump(mode="json", exclude_none=True)
        canonical = json.dumps(dealt, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def order_of(self, item_id: str) -> tuple[str, ...]:
        """The order in which the options of that item are shown; raises KeyError for an item not dealt."""
        for part in self.parts:
            for asked in (*part.asked, *part.held_back):
                if asked.item == item_id:
                    return asked.order
        raise KeyError(item_id)


def deal(course: Course, *, seed: int) -> Form:
    """Deal a form: one item of each critical pair, then ordinary items, up to the course's number per topic.

    Retired items are not dealt.
    """
    random = Random(seed)  # noqa: S311 - shuffling questions is not a secret
    limit = course.outline.asked_per_topic
    parts = tuple(_part(topic, limit=limit, random=random) for topic in course.topics)
    return Form(course=course.fingerprint, locale=course.outline.locale, parts=parts)


def _part(topic: Topic, *, limit: int, random: Random) -> Part:
    chosen, siblings = _one_of_each_pair(topic, random)
    ordinary = [item for item in topic.items if not item.critical and not item.retired]
    asked = chosen + random.sample(ordinary, k=max(0, min(limit - len(chosen), len(ordinary))))
    random.shuffle(asked)
    return Part(
        topic=topic.topic,
        asked=tuple(_shuffled(item, random) for item in asked),
        held_back=tuple(_shuffled(item, random) for item in siblings),
    )


def _one_of_each_pair(topic: Topic, random: Random) -> tuple[list[Item], list[Item]]:
    critical = {item.id: item for item in topic.items if item.critical and not item.retired}
    chosen: list[Item] = []
    siblings: list[Item] = []
    for item in critical.values():
        if item in siblings or item in chosen:
            continue
        pair = [item] + [critical[sibling] for sibling in [item.sibling] if sibling in critical]
        random.shuffle(pair)
        chosen.append(pair[0])
        siblings.extend(pair[1:])
    return chosen, siblings


def _shuffled(item: Item, random: Random) -> Asked:
    keys = list(item.keys)
    random.shuffle(keys)
    return Asked(item=item.id, order=tuple(keys))
