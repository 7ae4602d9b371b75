"""The smallest bank without a single problem, and changed copies of it on disk."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 22)

CLINIC = """\
clinic_name: the Lakeside clinic
clinic_phone: 555-0100
after_hours_phone: 555-0199
emergency_number: "911"
fever_limit: 100.4 F (38 C)
"""
COURSE = """\
course: small
title: Your first drip
version: "1"
minutes: 5
licence: CC BY 4.0
topics: [signs]
asked_per_topic: 2
warning_signs:
  clot: Chest pain or short of breath
required_misconceptions: [it-passes]
take_home:
  plan:
    - Call us if you feel ill.
  cards:
    - call: emergency
      heading: "Call {emergency_number} if:"
      signs: [Your chest hurts]
review:
  status: draft
  due: 2027-06-01
"""
TOPIC = """\
topic: signs
title: Signs to know
objectives:
  spot-clot: You know the signs of a blood clot.
main_message: Chest pain needs help right away.
lesson:
  - id: clot-signs
    heading: Signs of a clot
    say: |
      A clot is a lump of blood. It can block a blood vessel.

      - It can make your chest hurt.
      - It can make it hard to breathe.
    do: Call {emergency_number} first. Then call {clinic_phone}.
    picture: {file: clot.svg, alt: A person holds their chest}
    chance: {of: 100, about: 5 to 15, what: people with a headache}
    sources: [F-01]
items:
  - id: clot-evening
    objective: spot-clot
    level: act
    critical: true
    ask: It is evening and your chest hurts. What do you do?
    options:
      - right: Call {emergency_number}
        why: It may be a clot. Fast help matters.
      - wrong: Rest and wait
        why: Many people wait. Waiting is the danger.
        misconception: it-passes
        harmful: true
      - wrong: Drink some water
        why: Water cannot open a blood vessel.
    not_sure: Thank you. Please call {emergency_number}.
    revisit: clot-signs
    sibling: clot-bus
    teach_back: If your chest hurt, who would you call?
    signs: [clot]
    sources: [F-01]
  - id: clot-bus
    objective: spot-clot
    level: act
    critical: true
    ask: You ride a bus. Suddenly you cannot get your breath. Who can help?
    options:
      - wrong: A friend at home
        why: A friend cannot treat a clot.
      - right: The team at {emergency_number}
        why: They can treat a clot on the way.
      - accept: The driver, who can call for you
        why: That is safe. The driver can get help.
    not_sure: Thank you. Please call {emergency_number}.
    revisit: clot-signs
    sibling: clot-evening
    teach_back: If you could not breathe well, what would you do?
    signs: [clot]
    sources: [F-01]
  - id: sort-signs
    objective: spot-clot
    level: decide
    ask: When do you call for each sign?
    groups:
      emergency: Call {emergency_number} now
      today: Call us today
    put:
      - what: Your chest hurts
        into: emergency
        why: It may be a clot.
      - what: You have a rash
        into: today
        accept: [emergency]
        why: We want to see it.
    not_sure: Thank you. Call us and we will help.
    sources: [F-01]
"""
MISCONCEPTIONS = """\
it-passes:
  belief: Chest pain passes when I rest.
  truth: Chest pain needs help right away.
  sources: [F-01]
"""
GLOSSARY = """\
clot:
  means: A lump of blood.
  also: [clots]
"""
SOURCES = """\
facts:
  F-01: {about: Signs of a clot, evidence: 2+, sources: [P01]}
  F-02: {about: How long to watch, evidence: conflicting}
documents:
  P01:
    title: Blood clots
    by: A hospital
    url: https://example.org/clots
"""
PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Chest</title><circle cx="4" cy="4" r="3"/></svg>
"""

FILES: Mapping[str, str] = {
    "clinic.yaml": CLINIC,
    "small/course.yaml": COURSE,
    "small/topics/signs.yaml": TOPIC,
    "small/misconceptions.yaml": MISCONCEPTIONS,
    "small/glossary.yaml": GLOSSARY,
    "small/sources.yaml": SOURCES,
    "small/pictures/clot.svg": PICTURE,
}


def write_bank(folder: Path, changed: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The small bank in `folder`/questions, some files changed, added, or (None) left out."""
    questions = folder / "questions"
    for name, content in {**FILES, **(changed or {})}.items():
        if content is not None:
            path = questions / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return questions
