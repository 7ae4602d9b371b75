"""Parts that do not have the form they need."""

from tests.content.examples import COURSE_FILE, MISCONCEPTIONS_FILE, TOPIC_FILE, Example, changed

EXAMPLES: tuple[Example, ...] = (
    changed(
        TOPIC_FILE,
        "        misconception: it-passes",
        "        misconcepton: it-passes",
        code="E201",
        says="small/topics/signs.yaml:29:9: I do not know the word 'misconcepton' here.",
        remedy="Did you mean 'misconception'?",
    ),
    changed(
        TOPIC_FILE,
        "picture: {file: clot.svg, alt: A person holds their chest}",
        "picture: {file: clot.svg, alt: A person, who holds their chest}",
        code="E201",
        says="small/topics/signs.yaml:15:46: I do not know the word 'who holds their chest' here.",
        remedy="If it is part of a text, put the whole text in double quotes.",
    ),
    changed(
        TOPIC_FILE,
        "        why: Water cannot open a blood vessel.\n",
        "",
        code="E202",
        says="small/topics/signs.yaml:31:9: 'why' is missing in this block.",
        remedy="Add 'why:'. Why the option is right or not, and what to do; shown after it was chosen.",
    ),
    changed(
        TOPIC_FILE,
        "right: Call {emergency_number}\n        why: It may",
        "right: {emergency_number}\n        why: It may",
        code="E203",
        says="small/topics/signs.yaml:25:16: The brace at the start makes this a block, not a text.",
        remedy="A text that starts with a brace needs double quotes around it.",
    ),
    changed(
        TOPIC_FILE,
        "sources: [F-01]\nitems",
        "sources: F-01\nitems",
        code="E203",
        says="small/topics/signs.yaml:17:14: Here 'sources' needs a list.",
        remedy="Write [a, b], or each entry on a line of its own with a dash in front.",
    ),
    changed(
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong:",
        code="E204",
        says="small/topics/signs.yaml:27:15: The text of 'wrong' is empty.",
        remedy="Write the text, or take the line out.",
    ),
    changed(
        TOPIC_FILE,
        "Water cannot open a blood vessel.",
        "Water cannot open a blood vessel. " * 70,
        code="E205",
        says=("small/topics/signs.yaml:32:14: 'Water cannot open a blood vessel. Wat...' is longer than 2000 letters."),
        remedy="Shorten it.",
    ),
    changed(
        TOPIC_FILE,
        "level: decide",
        "level: decde",
        code="E206",
        says="small/topics/signs.yaml:59:12: I do not know 'decde' for 'level'.",
        remedy="Did you mean 'decide'? Use know or decide or act.",
    ),
    changed(
        TOPIC_FILE,
        "- id: clot-evening",
        "- id: Clot evening",
        code="E207",
        says="small/topics/signs.yaml:19:9: 'Clot evening' is not in the form needed here.",
        remedy="Use small letters, digits and single hyphens, such as 'chest-pain-at-home'.",
    ),
    changed(
        TOPIC_FILE,
        "about: 5 to 15",
        "about: a few",
        code="E207",
        says="small/topics/signs.yaml:16:30: 'a few' is not in the form needed here.",
        remedy="Use a number or a range, such as '15' or '5 to 15'.",
    ),
    changed(
        MISCONCEPTIONS_FILE,
        "it-passes:",
        "It passes:",
        code="E207",
        says="small/misconceptions.yaml:1:1: 'It passes' cannot be a name here.",
        remedy="Use small letters, digits and single hyphens, such as 'chest-pain-at-home'.",
    ),
    changed(
        TOPIC_FILE,
        "harmful: true",
        "harmful: perhaps",
        code="E208",
        says="small/topics/signs.yaml:30:18: I cannot read 'perhaps' for 'harmful'.",
        remedy="Write true or false.",
    ),
    changed(
        COURSE_FILE,
        "due: 2027-06-01",
        "due: next June",
        code="E208",
        says="small/course.yaml:20:8: I cannot read 'next June' for 'due'.",
        remedy="Write a date as year-month-day, such as 2027-11-01.",
    ),
    changed(
        COURSE_FILE,
        "minutes: 5",
        "minutes: 500",
        code="E209",
        says="small/course.yaml:4:10: 'minutes' is too large; it can be at most 60.",
        remedy="Write a smaller number.",
    ),
    changed(
        TOPIC_FILE,
        "      - wrong: Drink some water",
        ("      - wrong: Drink some water\n        right: Drink some water"),
        code="E210",
        says=(
            "small/topics/signs.yaml:31:9: An option needs exactly one of 'right', 'wrong' or 'accept' with its text."
        ),
        remedy="Keep one of 'right:', 'wrong:' or 'accept:'.",
    ),
    changed(
        TOPIC_FILE,
        (
            "    put:\n"
            "      - what: Your chest hurts\n"
            "        into: emergency\n"
            "        why: It may be a clot.\n"
            "      - what: You have a rash\n"
            "        into: today\n"
            "        accept: [emergency]\n"
            "        why: We want to see it.\n"
        ),
        "",
        code="E211",
        says="small/topics/signs.yaml:57:5: A question needs either 'options', or 'groups' together with 'put'.",
        remedy="Write 'options:', or 'groups:' together with 'put:'.",
    ),
    changed(
        TOPIC_FILE,
        "Then call {clinic_phone}",
        "Then call {clinic_fone}",
        code="E212",
        says="small/topics/signs.yaml:14:50: I do not know the placeholder '{clinic_fone}'.",
        remedy="Did you mean '{clinic_phone}'?",
    ),
    changed(
        TOPIC_FILE,
        "Then call {clinic_phone}",
        "Then call {clinic_phone",
        code="E212",
        says="small/topics/signs.yaml:14:50: There is a single '{' here.",
        remedy="A placeholder has a brace on both sides, such as {clinic_phone}; take out any other brace.",
    ),
)
