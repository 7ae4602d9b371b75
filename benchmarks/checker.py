"""How long reading and checking 1,000 items takes, against libyaml's bare events: python -m benchmarks.checker."""

import gc
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import yaml

from quiz_app.content.loader import load_library
from quiz_app.content.reading import Desk
from quiz_app.content.source import read
from quiz_app.content.trial import Trials
from tests.content.small_bank import COURSE, TODAY, TOPIC, write_bank
from tests.content.test_broken_files import EVERY
from tests.content.test_source import ATTACKS

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


def bare_events(raw: list[bytes]) -> None:
    """The cheapest pass over libyaml's events: one call an event, nothing kept."""
    for content in raw:
        parser = yaml.CSafeLoader(content.decode())
        while parser.get_event() is not None:
            pass


def parsed_events(raw: list[bytes]) -> None:
    """The same pass by PyYAML's own function."""
    for content in raw:
        for _ in yaml.parse(content.decode(), yaml.CSafeLoader):
            pass


def validated(raw: list[bytes]) -> None:
    """Every topic read with places, filled in and validated, as the loader does it."""
    desk = Desk({"emergency_number": "911", "clinic_phone": "555-0100"})
    for content in raw:
        assert desk.topic(content, file="a.yaml") is not None


def slowest_broken_file() -> tuple[float, str]:
    """The seconds and the name of the broken file of the tests that takes the checker longest."""
    took: list[tuple[float, str]] = []
    for broken in EVERY:
        with tempfile.TemporaryDirectory() as folder:
            questions = write_bank(Path(folder), {broken.file: broken.content})
            took.append((seconds(lambda: load_library(questions, today=TODAY)), broken.name))  # noqa: B023 - called here
    return max(took)


def slowest_attack() -> tuple[float, str]:
    """The seconds and the name of the file made to hold the reader up that holds it longest."""
    return max((seconds(lambda: read(text.encode(), file="a.yaml")), name) for name, text in ATTACKS.items())  # noqa: B023 - called here


def changed_topic() -> float:
    """The seconds a check takes while an educator types into a topic of the shipped course."""
    questions, file = Path(__file__).parents[1] / "questions", "ivig/topics/before.yaml"
    trials, text, numbers = Trials(questions), (questions / file).read_text("utf-8"), count()
    return seconds(lambda: trials.of(file, f"{text}# {next(numbers)}\n".encode(), today=TODAY))


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        questions, cache = bank(Path(folder)), Path(folder) / "cache"
        raw = [path.read_bytes() for path in sorted((questions / "small" / "topics").glob("*.yaml"))]
        library = load_library(questions, today=TODAY, cache=cache)
        items = len(library.courses["small"].items)
        assert items >= TOPICS * ITEMS_PER_TOPIC, library.problems[:3]
        gc.disable()  # as the loader does
        bare = seconds(lambda: bare_events(raw))
        rows = [
            ("libyaml's bare events", bare),
            ("the same by yaml.parse", seconds(lambda: parsed_events(raw))),
            ("read into data with places", seconds(lambda: [read(content, file="a.yaml") for content in raw])),
            ("read, filled in and validated", seconds(lambda: validated(raw))),
            ("checked by all rules", seconds(lambda: load_library(questions, today=TODAY))),
            ("loaded, checked before", seconds(lambda: load_library(questions, today=TODAY, cache=cache))),
        ]
    print(f"{items} items, {sum(map(len, raw)) / 1e6:.2f} MB, {len(library.problems)} findings")
    for name, took in rows:
        print(f"{name:30} {took * 1000:8.1f} ms {took / bare:7.2f} x")
    print(f"one changed topic of the shipped course, checked as in the workbench: {changed_topic() * 1000:.1f} ms")
    longest, name = slowest_attack()
    print(f"slowest of {len(ATTACKS)} attacks on the reader: {longest * 1000:.1f} ms ({name})")
    longest, name = slowest_broken_file()
    print(f"slowest of {len(EVERY)} broken files: {longest * 1000:.1f} ms ({name})")


if __name__ == "__main__":
    main()
