"""For each thing the checker can say, a bank that is nearly the same as the bad one and in order."""

from collections.abc import Mapping

from tests.content.examples import (
    COURSE_FILE,
    GLOSSARY_FILE,
    MISCONCEPTIONS_FILE,
    PICTURE_FILE,
    SOURCES_FILE,
    TOPIC_FILE,
)
from tests.content.examples.coverage import another_item
from tests.content.small_bank import COURSE, FILES, GLOSSARY, MISCONCEPTIONS, PICTURE, SOURCES, TOPIC

Files = Mapping[str, str | bytes | None]

ASK = "ask: It is evening and your chest hurts. What do you do?"
SAID = "It can block a blood vessel."
WATER = "why: Water cannot open a blood vessel."
WAIT = "wrong: Rest and wait"
DRINK = "wrong: Drink some water"


def topic(old: str, new: str, *, where: str = TOPIC_FILE) -> Files:
    """One text of the small bank replaced by another."""
    assert old in FILES[where], f"{old!r} does not stand in {where}"
    return {where: FILES[where].replace(old, new)}


def saying(sentence: str) -> Files:
    """The lesson with one other sentence."""
    return topic(SAID, sentence)


TWO_PAIRS = TOPIC.replace("    level: decide\n", "    level: decide\n    critical: true\n    retired: true\n")
MORE_ITEMS = "".join(
    another_item(n, key=("Call us", "Call the clinic now")[n % 5 == 0], position=n % 3) for n in range(10)
)

GOOD: Mapping[str, Files] = {
    "E101": {MISCONCEPTIONS_FILE: MISCONCEPTIONS},
    "E103": {GLOSSARY_FILE: GLOSSARY + "# " + 250 * 1024 * "x"},
    "E104": {GLOSSARY_FILE: GLOSSARY.replace("A lump", "Une masse épaisse, a lump")},
    "E105": {GLOSSARY_FILE: "# one word so far\n" + GLOSSARY},
    "E106": topic("    level: act\n", "    level:   act\n"),
    "E107": topic("signs: [clot]", 'signs: ["clot"]'),
    "E108": {
        SOURCES_FILE: SOURCES + "".join(f"  P{n}: {{title: T, by: B, url: https://x.org/{n}}}\n" for n in range(10, 99))
    },
    "E109": topic("why: It may be a clot. Fast", "why: It may be a clot & more. Fast"),
    "E110": topic("why: It may be a clot. Fast", "why: It may be a clot! Fast"),
    "E111": topic("      - wrong: A friend at home", "      - wrong: A friend"),
    "E112": {GLOSSARY_FILE: "---\n" + GLOSSARY},
    "E113": topic("ask: It is evening and", "ask: It is 9:30 and"),
    "E114": topic(ASK, 'ask: "It is evening and your chest hurts. What do you do?"'),
    "E115": topic(WATER, "why:\n          Water cannot open\n          a blood vessel."),
    "E116": topic(WATER, 'why: "@Water cannot open a blood vessel."'),
    "E117": {GLOSSARY_FILE: "clot: {means: A lump of blood., also: [clots]}\n"},
    "E118": {GLOSSARY_FILE: '"clot":\n  means: A lump of blood.\n'},
    "E119": topic("first. Then", "first \u2013 then"),
    "E120": topic(WATER, "why: '\"Water\" cannot open a blood vessel.'"),
    "E121": topic(
        "    level: act\n    critical: true\n    ask: It is", "    level: act\n    critical: true\n\n    ask: It is"
    ),
    "E122": topic("signs: [clot]", "signs: [clot,]"),
    "E123": topic(WATER, r"why: 'Water cannot \open a blood vessel.'"),
    "E124": topic("    level: decide\n", "    # <<<<<<< decide or act?\n    level: decide\n"),
    "E130": topic(WAIT, "wrong: Never mind  # check: off W323 because people say it so"),
    "E131": topic(WAIT, "wrong: Never mind  # check: off w323 because people say it so"),
    "W132": topic(WAIT, "wrong: Never mind  # check: off W323 because people say it so"),
    "E133": topic("say: |", "say: |  # the check: it is turned off at night"),
    "E201": topic("        misconception: it-passes\n", '        "misconception": it-passes\n'),
    "E202": topic(WATER, WATER.replace("why:", "why:  ")),
    "E203": topic("sources: [F-01]\nitems", "sources:\n      - F-01\nitems"),
    "E204": topic(WAIT, "wrong: Rest"),
    "E205": topic("Water cannot open a blood vessel.", "Water cannot open a blood vessel. " * 57),
    "E206": topic("level: decide", "level: know"),
    "E207": topic("about: 5 to 15", "about: 5"),
    "E208": topic("harmful: true", "harmful: no"),
    "E209": topic("minutes: 5", "minutes: 20", where=COURSE_FILE),
    "E210": topic(DRINK, "accept: Drink some water"),
    "E211": topic("    put:\n", "    put:   # two things\n"),
    "E212": topic("Then call {clinic_phone}", "Then call {after_hours_phone}"),
    "E213": {
        TOPIC_FILE: None,
        "small/topics/clots.yaml": TOPIC.replace("topic: signs", "topic: clots"),
        COURSE_FILE: COURSE.replace("[signs]", "[clots]"),
    },
    "E214": topic("- id: sort-signs", "- id: clot-train"),
    "E215": topic("You ride a bus. Suddenly you", "It is evening, you ride a bus. Suddenly you"),
    "E216": topic(DRINK, "wrong: Rest and drink"),
    "E217": {
        TOPIC_FILE: TOPIC.replace("- accept: The driver", "- right: The driver").replace(
            "- right: The team at", "- accept: The team at"
        )
    },
    "E218": topic("- accept: The driver", "- right: The driver"),
    "E219": topic(WATER, "why: It may be a clot. Water does not help."),
    "E220": topic("objective: spot-clot\n    level: decide", 'objective: "spot-clot"\n    level: decide'),
    "E221": topic("sibling: clot-bus", 'sibling: "clot-bus"'),
    "E222": topic("sibling: clot-evening", "sibling:   clot-evening"),
    "E223": topic("teach_back: If your chest hurt, who would you call?", "teach_back: Who would you call?"),
    "E224": topic("    level: decide", "    level: decide\n    revisit: clot-signs"),
    "E225": topic(DRINK + "\n", DRINK + "\n        misconception: it-passes\n"),
    "E226": topic("sources: [F-01]\nitems", "sources: [F-01, P01]\nitems"),
    "E227": topic("sources: [F-01]\nitems", "sources: [F-02]\nitems"),
    "E228": topic("accept: [emergency]", "accept: [today, emergency]"),
    "E229": topic("    picture: {file: clot.svg, alt: A person holds their chest}\n", ""),
    "E230": {PICTURE_FILE: PICTURE.replace("<circle", '<use href="#a"/><circle id="a"')},
    "E231": topic("    level: decide", "    level: decide\n    signs: [clot]"),
    "E232": {
        COURSE_FILE: COURSE.replace("[signs]", "[signs, drips]"),
        "small/topics/drips.yaml": TOPIC.replace("topic: signs", "topic: drips")
        .replace("clot-evening", "drip-evening")
        .replace("clot-bus", "drip-bus")
        .replace("sort-signs", "sort-drips")
        .replace("ask: ", "ask: At home, "),
    },
    "W233": topic("topics: [signs]", "topics:\n  - signs", where=COURSE_FILE),
    "W234": {"small/notes.txt": "Ask Anna."},
    "E235": topic(DRINK + "\n", DRINK + "\n        harmful: true\n"),
    "E236": topic(
        "status: draft",
        "status: approved\n  approved_by: A. Smith\n  role: pharmacist\n  approved_on: 2026-11-01",
        where=COURSE_FILE,
    ),
    "E301": saying("This is the latest example."),
    "E302": saying("It happens to 2 of every 100 people."),
    "E303": topic(DRINK, "wrong: All the water"),
    "E304": topic(ASK, "ask: You cannot breathe well and nobody is at home. What do you do?"),
    "E305": topic(DRINK, "wrong: Drink and read"),
    "E306": saying("It was < 5 (see below)."),
    "E307": topic("      - It can make your chest hurt.\n", "      - It hurts.\n" * 6),
    "E308": topic("A clot is a lump of blood.", "A clot is a lump of blood. " * 15),
    "E309": topic(
        "main_message: Chest pain needs",
        "main_message: If you feel ill at home, then you should know that chest pain needs",
    ),
    "E310": saying("It is more likely in bed. Look 3 times a day."),
    "E311": saying("It takes 2 hours. Take it with water and ask how much."),
    "E312": topic("do: Call {emergency_number} first.", "do: Call {emergency_number} in the first 112 minutes."),
    "E313": topic(DRINK, "wrong: Stop my water pills"),
    "E314": topic(ASK, "ask: You have had chest pain since noon. What do you do?"),
    "W320": topic(
        ASK, "ask: It is a warm evening, you are at home with tea and a book, and your chest hurts. What do you do?"
    ),
    "W321": topic(WAIT, "wrong: Rest with both feet up and wait until the day after"),
    "W322": topic(
        "right: Call {emergency_number}\n        why: It may",
        "right: Call {emergency_number} right away\n        why: It may",
    ),
    "W323": topic(WAIT, "wrong: Wait until May"),
    "W324": topic(WAIT, "wrong: Rub my chest"),
    "W325": saying("You call the clinic."),
    "W326": topic("wrong: A friend at home", "wrong: 2 friends"),
    "W327": topic("Who can help?", "Which of these help? Choose all that apply."),
    "W328": topic("do: Call {emergency_number} first.", "do: If it hurts, call {emergency_number} first."),
    "W329": saying("It happens to about 5 of every 100 people."),
    "W330": saying("It is rare, so learn the signs. Call if it worries you."),
    "W331": topic("What do you do?\n    options", "How do you get help?\n    options"),
    "W332": topic(DRINK, "accept: Call the clinic"),
    "W333": {TOPIC_FILE: TOPIC.replace(WAIT, "wrong: Rest. And wait")},
    "W334": topic("wrong: A friend at home", "wrong: Somebody at {emergency_number}, but only tomorrow"),
    "E401": saying("It can block a blood vessel. " * 9),
    "W402": saying("It can block a blood vessel in your immunoglobulin chair. " * 4),
    "W403": topic(
        "It may be a clot.", "Water goes to your stomach. It cannot open a blood vessel that is full of blood. " * 9
    ),
    "W404": {**saying("Use the IV."), GLOSSARY_FILE: GLOSSARY + "intravenous:\n  means: Into a vein.\n  also: [IV]\n"},
    "E501": topic("    do: Call {emergency_number} first. Then call {clinic_phone}.", "    do: Rest."),
    "E502": {COURSE_FILE: COURSE.replace("asked_per_topic: 2", "asked_per_topic: 1"), TOPIC_FILE: TWO_PAIRS},
    "W503": topic("asked_per_topic: 2", "asked_per_topic: 1", where=COURSE_FILE),
    "E504": topic("spot-clot", "spot-the-clot"),
    "E505": topic("    level: decide", "    level: decide\n    signs: [clot]"),
    "E506": {
        MISCONCEPTIONS_FILE: MISCONCEPTIONS + MISCONCEPTIONS.replace("it-passes", "water-helps"),
        COURSE_FILE: COURSE.replace("[it-passes]", "[it-passes, water-helps]"),
        TOPIC_FILE: TOPIC.replace(DRINK + "\n", DRINK + "\n        misconception: water-helps\n"),
    },
    "E507": {
        MISCONCEPTIONS_FILE: MISCONCEPTIONS + MISCONCEPTIONS.replace("it-passes", "water-helps"),
        TOPIC_FILE: TOPIC.replace(DRINK + "\n", DRINK + "\n        misconception: water-helps\n"),
    },
    "W508": topic("level: decide", "level: know"),
    "W509": {TOPIC_FILE: TOPIC + MORE_ITEMS},
    "W510": {TOPIC_FILE: TOPIC + MORE_ITEMS},
    "W512": FILES,  # an approval that fits is in tests/app/test_approving.py
    "W511": topic("due: 2027-06-01", "due: 2027-01-22", where=COURSE_FILE),
    "W520": topic("minutes: 5", "minutes: 20", where=COURSE_FILE),
    "W521": {
        GLOSSARY_FILE: GLOSSARY.replace("A lump of blood.", "A lump of blood. Plasma is in it.")
        + "plasma:\n  means: The clear part of blood.\n"
    },
}
