"""Small courses and records for tests, built in one line each."""

from datetime import UTC, datetime, timedelta

from quiz_app.domain.attempt import Attempt, Origin, Passed, Record, Response, Sureness, Turn
from quiz_app.domain.course import Course
from quiz_app.domain.form import Form, deal
from quiz_app.domain.marking import NOT_SURE, Choice
from quiz_app.domain.progress import Progress, Stage, replay

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

RIGHT: Choice = ("a",)
MISS: Choice = ("b",)
UNSURE: Choice = (NOT_SURE,)


def item(name: str, *, critical: bool = False, sibling: str | None = None, **more: object) -> dict[str, object]:
    """A choose-one item whose key is option a."""
    return {
        "id": name,
        "objective": f"know-{name.partition('-')[0]}",
        "level": "act",
        "critical": critical,
        "ask": f"What about {name}?",
        "options": [
            {"right": f"Call about {name}", "why": "Calling helps."},
            {"wrong": f"Wait with {name}", "why": "Waiting is the danger.", "harmful": True},
            {"accept": f"Call the emergency number about {name}", "why": "That is safe, too."},
        ],
        "not_sure": "Thank you. Please call.",
        "revisit": "signs" if critical else None,
        "sibling": sibling,
        "teach_back": f"Tell me about {name}." if critical else None,
        "sources": ["F-01"],
    } | more


def pair(name: str) -> list[dict[str, object]]:
    """A critical item with its sibling."""
    return [
        item(f"{name}-one", critical=True, sibling=f"{name}-two"),
        item(f"{name}-two", critical=True, sibling=f"{name}-one"),
    ]


def topic(name: str, items: list[dict[str, object]]) -> dict[str, object]:
    """A topic with one lesson screen."""
    return {
        "topic": name,
        "title": f"About {name}",
        "objectives": {str(each["objective"]): f"You know {each['objective']}." for each in items},
        "main_message": "Call early.",
        "lesson": [{"id": "signs", "heading": "Signs", "say": "These are signs.", "do": "Call.", "sources": ["F-01"]}],
        "items": items,
    }


def course(*topics: dict[str, object], asked_per_topic: int = 3) -> Course:
    """A course of these topics; one critical pair and one ordinary item when none is given."""
    chosen = list(topics) or [topic("first", [*pair("clot"), item("plasma")])]
    return Course.model_validate(
        {
            "outline": {
                "course": "small",
                "title": "A small course",
                "version": "1",
                "minutes": 5,
                "licence": "CC BY 4.0",
                "topics": [each["topic"] for each in chosen],
                "asked_per_topic": asked_per_topic,
                "take_home": {
                    "plan": ["Call us."],
                    "cards": [{"call": "emergency", "heading": "Call 911 if:", "signs": ["It hurts"]}],
                },
                "review": {"status": "draft", "due": "2027-05-22"},
            },
            "topics": chosen,
            "misconceptions": {},
            "glossary": {},
        }
    )


def record(of: Course, *, seed: int = 1, form: Form | None = None) -> Record:
    """A fresh record over a dealt form."""
    dealt = form or deal(of, seed=seed)
    attempt = Attempt(
        id="a1", course=dealt.course, form=dealt.fingerprint, locale="en", origin=Origin.WALK_IN, opened_at=NOON
    )
    return Record(attempt=attempt, form=dealt)


def answered(
    of: Course, start: Record, choices: list[Choice], *, sureness: Sureness | None = None
) -> tuple[Record, Progress]:
    """Walk on, giving these answers in turn, until they run out or the end is reached."""
    left, now = list(choices), start
    progress = replay(of, now)
    while not progress.finished:
        place, at = progress.current, NOON + timedelta(seconds=len(now.passed) + len(now.responses))
        if place.stage is Stage.ASK:
            if not left or place.turn is None:
                break
            response = Response(turn=place.turn, choice=left.pop(0), sureness=sureness, at=at)
            now = now.model_copy(update={"responses": (*now.responses, response)})
        else:
            now = now.model_copy(update={"passed": (*now.passed, Passed(place=place.id, at=at))})
        progress = replay(of, now)
    return now, progress


def turn(name: str) -> Turn:
    """The first turn of an item."""
    return Turn(item=name, try_no=1)
