"""How long reading and checking 1,000 items takes, as a ratio to libyaml's bare events: python -m benchmarks.checker."""

import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from quiz_app.content.loader import load_library
from quiz_app.content.reading import Desk
from quiz_app.content.source import read
from tests.content.small_bank import COURSE, TODAY, TOPIC, write_bank

TOPICS = 10
ITEMS_PER_TOPIC = 100
ROUNDS = 7


def item(topic: int, number: int) -> str:
    """An ordinary item, unlike the others in its words."""
    return f"""\
  - id: item-{topic}-{number}
    objective: spot-clot
    level: act
    ask: It is day {number} after drip {topic} and your chest hurts. What do you do first?
    options:
      - wrong: Rest and see if it passes by noon
        why: Many people wait. With a clot, waiting is the danger. Call first, then tell us about day {number}.
        misconception: it-passes
        harmful: true
      - right: Call {{emergency_number}} right away
        why: It may be a blood clot. Fast help matters most in the first hour of day {number}.
      - wrong: Wait for the clinic to open, then call
        why: The clinic may open too late to help you. Call first, then tell us on day {number}.
        harmful: true
    not_sure: Thank you for telling us. Chest pain needs help right away. Call {{emergency_number}}.
    revisit: clot-signs
    sources: [F-01]
"""


def bank(folder: Path) -> Path:
    """A course of 1,000 items and more in ten topics, in order but for some warnings."""
    names = [f"signs-{topic}" for topic in range(TOPICS)]
    files: dict[str, str | bytes | None] = {
        f"small/topics/{name}.yaml": TOPIC.replace("topic: signs", f"topic: {name}")
        .replace("clot-evening", f"clot-evening-{number}")
        .replace("clot-bus", f"clot-bus-{number}")
        .replace("sort-signs", f"sort-signs-{number}")
        .replace("ask: ", f"ask: On day {number} of your trip, ")
        + "".join(item(number, each) for each in range(ITEMS_PER_TOPIC))
        for number, name in enumerate(names)
    }
    files["small/topics/signs.yaml"] = None
    files["small/course.yaml"] = COURSE.replace("topics: [signs]", f"topics: [{', '.join(names)}]")
    return write_bank(folder, files)


def seconds(work: Callable[[], object]) -> float:
    """The best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def events(raw: list[bytes], loader: type[yaml.CSafeLoader] | type[yaml.SafeLoader]) -> None:
    """A pass over the bare events of every file."""
    for content in raw:
        parser = loader(content.decode())
        while parser.get_event() is not None:
            pass


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        questions = bank(Path(folder))
        raw = [path.read_bytes() for path in sorted((questions / "small" / "topics").glob("*.yaml"))]
        cache, today = Path(folder) / "cache", date.fromisoformat(TODAY.isoformat())
        words = {"emergency_number": "911", "clinic_phone": "555-0100"}
        library = load_library(questions, today=today, cache=cache)
        assert len(library.courses["small"].items) >= TOPICS * ITEMS_PER_TOPIC, library.problems[:3]
        bare = seconds(lambda: events(raw, yaml.CSafeLoader))
        rows = [
            ("libyaml's bare events", bare),
            ("read into data with places", seconds(lambda: [read(content, file="a.yaml") for content in raw])),
            (
                "read, filled in and validated",
                seconds(lambda: [Desk(words).topic(content, file="a.yaml") for content in raw]),
            ),
            ("check (all rules)", seconds(lambda: load_library(questions, today=today))),
            ("load a course checked before", seconds(lambda: load_library(questions, today=today, cache=cache))),
        ]
        print(
            f"{len(library.courses['small'].items)} items, {sum(map(len, raw)) / 1e6:.2f} MB, {len(library.problems)} findings"
        )
        for name, took in rows:
            print(f"{name:32} {took * 1000:8.1f} ms  {took / bare:6.2f} x")


if __name__ == "__main__":
    main()
