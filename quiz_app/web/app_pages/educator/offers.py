"""What a question or screen can point at: the objectives, screens, beliefs, signs and facts that the course has."""

import textwrap
from dataclasses import dataclass, field

from quiz_app.app.workbench import NoSuchFile
from quiz_app.content.tree import Value
from quiz_app.web.app_pages.educator import drafts
from quiz_app.web.app_pages.educator.sketch import TopicSketch, block, data_of, text, texts
from quiz_app.web.app_pages.educator.where import Where

_LONGEST = 70


@dataclass(frozen=True)
class Offers:
    """Each by its name, with words to choose by."""

    objectives: dict[str, str] = field(default_factory=dict)
    screens: dict[str, str] = field(default_factory=dict)
    siblings: dict[str, str] = field(default_factory=dict)
    misconceptions: dict[str, str] = field(default_factory=dict)
    signs: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)


def offers(at: Where, topic: TopicSketch) -> Offers:
    """Everything a part of this topic can point at, also what is not saved yet."""
    facts = texts(block(_data(at, "sources.yaml")).get("facts"), "about")
    return Offers(
        objectives=_short(topic.objectives),
        screens=_short({screen.id: screen.words for screen in topic.screens}),
        siblings=_short({item.id: item.words for item in topic.questions if item.critical}),
        misconceptions=_short(texts(_data(at, "misconceptions.yaml"), "belief")),
        signs=_short(texts(block(_data(at, "course.yaml")).get("warning_signs"))),
        facts={code: f"{code} {textwrap.shorten(about, _LONGEST, placeholder=' …')}" for code, about in facts.items()},
    )


def _data(at: Where, name: str) -> Value | None:
    """A file beside the topics; None where there is none or it cannot be read."""
    try:
        return data_of(drafts.glance(at.actor, f"{at.course}/{name}").text)
    except NoSuchFile:
        return None


def _short(named: dict[str, str]) -> dict[str, str]:
    """Words first, since people look for those; the name behind them tells two of the same apart."""
    return {
        name: f"{textwrap.shorten(text(words), _LONGEST, placeholder=' …')} ({name})" if words else name
        for name, words in named.items()
    }
