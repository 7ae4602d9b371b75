"""What the whole course teaches and asks."""

from tests.content.examples import COURSE_FILE, MISCONCEPTIONS_FILE, TOPIC_FILE, Example, changed, whole
from tests.content.small_bank import COURSE, MISCONCEPTIONS, TOPIC

APPROVED = "status: approved\n  approved_by: ria\n  role: Pharmacist\n  approved_on: 2026-11-01"


def another_item(number: int, *, key: str, position: int) -> str:
    """An ordinary item with its key in that position."""
    options = ["      - wrong: Wait and see\n        why: It can get worse.\n"] * 2
    options[1] = "      - wrong: Go to bed\n        why: It can get worse at night.\n"
    options.insert(position, f"      - right: {key}\n        why: They can help.\n")
    return (
        f"  - id: more-{number}\n    objective: spot-clot\n    level: act\n    "
        f"ask: What do you do on evening {number}?\n"
        f"    options:\n{''.join(options)}    not_sure: Thank you. Call us.\n    sources: [F-01]\n"
    )


EXAMPLES: tuple[Example, ...] = (
    changed(
        TOPIC_FILE,
        "    do: Call {emergency_number} first. Then call {clinic_phone}.\n",
        "",
        code="E501",
        says="small/topics/signs.yaml:6:1: No screen of 'signs' says what to do.",
        remedy="Add 'do:' to a screen.",
    ),
    whole(
        {
            COURSE_FILE: COURSE.replace("asked_per_topic: 2", "asked_per_topic: 1"),
            TOPIC_FILE: TOPIC.replace("    level: decide\n", "    level: decide\n    critical: true\n"),
        },
        code="E502",
        says="small/topics/signs.yaml:18:1: 'signs' has 2 critical pairs; asked_per_topic is 1.",
        remedy="Raise asked_per_topic, or split the topic.",
    ),
    changed(
        COURSE_FILE,
        "asked_per_topic: 2",
        "asked_per_topic: 3",
        code="W503",
        says="small/topics/signs.yaml:1:1: 'signs' has 2 to ask; asked_per_topic is 3.",
        remedy="Add ordinary items, or lower asked_per_topic.",
    ),
    changed(
        TOPIC_FILE,
        "objectives:\n",
        "objectives:\n  spot-rash: You know what to do about a rash.\n",
        code="E504",
        says="small/topics/signs.yaml:4:3: No item asks about 'spot-rash'.",
        remedy="Add an item for it, or take the objective out.",
    ),
    changed(
        TOPIC_FILE,
        "signs: [clot]",
        "",
        code="E505",
        says="small/course.yaml:9:3: The sign 'clot' is asked in no wordings.",
        remedy="Ask about it in two items, in different words.",
    ),
    whole(
        {
            MISCONCEPTIONS_FILE: MISCONCEPTIONS + MISCONCEPTIONS.replace("it-passes", "water-helps"),
            COURSE_FILE: COURSE.replace("[it-passes]", "[it-passes, water-helps]"),
        },
        code="E506",
        says="small/course.yaml:10:38: No option carries the required misconception 'water-helps'.",
        remedy="Point a 'wrong:' option at it.",
    ),
    whole(
        {MISCONCEPTIONS_FILE: MISCONCEPTIONS + MISCONCEPTIONS.replace("it-passes", "water-helps")},
        code="E507",
        says="small/misconceptions.yaml:5:1: No option carries 'water-helps'.",
        remedy="Point a 'wrong:' option at it, or take it out.",
    ),
    changed(
        TOPIC_FILE,
        "level: act",
        "level: know",
        code="W508",
        says="small/course.yaml:6:1: Only 1 of 3 items ask to decide or act.",
        remedy="Add items of level decide or act.",
    ),
    whole(
        {TOPIC_FILE: TOPIC + "".join(another_item(n, key="Call the clinic now", position=n % 3) for n in range(10))},
        code="W509",
        says="small/course.yaml:6:1: The right option is the longest in 10 of 12 items.",
        remedy="Shorten keys, or say more in other options.",
    ),
    whole(
        {TOPIC_FILE: TOPIC + "".join(another_item(n, key="Call us", position=1) for n in range(10))},
        code="W510",
        says="small/course.yaml:6:1: The right option is number 2 in 11 of 12 items.",
        remedy="Move right options to other positions.",
    ),
    changed(
        COURSE_FILE,
        "due: 2027-06-01",
        "due: 2027-01-20",
        code="W511",
        says="small/course.yaml:20:8: The review is due in 60 days or fewer, on 2027-01-20.",
        remedy="Let a clinician look at the course and set a new date.",
    ),
    changed(
        COURSE_FILE,
        "due: 2027-06-01",
        "due: 2026-12-22",
        code="W511",
        says="small/course.yaml:20:8: The review is due in 30 days or fewer, on 2026-12-22.",
        remedy="Let a clinician look at the course and set a new date.",
    ),
    changed(
        COURSE_FILE,
        "status: draft",
        APPROVED,
        code="W512",
        says="small/course.yaml:19:11: This says 'approved', but not which words: the fingerprint is missing.",
        remedy="Let a reviewer approve it again, in the app; until then it is a draft.",
    ),
    changed(
        COURSE_FILE,
        "status: draft",
        f"{APPROVED}\n  fingerprint: {'0' * 64}",
        code="W512",
        says="small/course.yaml:19:11: The words have changed since they were approved.",
        remedy="Let a reviewer approve it again, in the app; until then it is a draft.",
    ),
    changed(
        COURSE_FILE,
        "due: 2027-06-01",
        "due: 2026-11-21",
        code="W511",
        says="small/course.yaml:20:8: The review was due on 2026-11-21.",
        remedy="Let a clinician look at the course and set a new date.",
    ),
)
