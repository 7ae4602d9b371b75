"""Values of another kind, out of range, or in another form than needed."""

from tests.content.broken import CLINIC_FILE, Broken, slip
from tests.content.examples import COURSE_FILE, GLOSSARY_FILE, MISCONCEPTIONS_FILE, SOURCES_FILE, TOPIC_FILE

BROKEN: tuple[Broken, ...] = (
    slip(
        "a level that is no level",
        TOPIC_FILE,
        "level: decide",
        "level: think",
        ("small/topics/signs.yaml:59:12: I do not know 'think' for 'level'.", "Use know or decide or act. [E206]"),
    ),
    slip(
        "a level with a slip",
        TOPIC_FILE,
        "level: decide",
        "level: decied",
        (
            "small/topics/signs.yaml:59:12: I do not know 'decied' for 'level'.",
            "Did you mean 'decide'? Use know or decide or act. [E206]",
        ),
    ),
    slip(
        "a level in capitals",
        TOPIC_FILE,
        "level: decide",
        "level: DECIDE",
        (
            "small/topics/signs.yaml:59:12: I do not know 'DECIDE' for 'level'.",
            "Did you mean 'decide'? Use know or decide or act. [E206]",
        ),
    ),
    slip(
        "an empty level",
        TOPIC_FILE,
        "level: decide",
        "level:",
        ("small/topics/signs.yaml:59:11: 'level' is empty.", "Use know or decide or act. [E206]"),
    ),
    slip(
        "a yes or no that is neither",
        TOPIC_FILE,
        "harmful: true",
        "harmful: very",
        ("small/topics/signs.yaml:30:18: I cannot read 'very' for 'harmful'.", "Write true or false. [E208]"),
    ),
    slip(
        "a critical that is empty",
        TOPIC_FILE,
        "critical: true\n    ask: You",
        "critical:\n    ask: You",
        ("small/topics/signs.yaml:42:14: 'critical' is empty.", "Write true or false. [E208]"),
    ),
    slip(
        "an id with capitals",
        TOPIC_FILE,
        "- id: sort-signs",
        "- id: Sort-Signs",
        (
            "small/topics/signs.yaml:57:9: 'Sort-Signs' is not in the form needed here.",
            "Use small letters, digits and single hyphens, such as 'chest-pain-at-home'. [E207]",
        ),
    ),
    slip(
        "an id with spaces",
        TOPIC_FILE,
        "- id: sort-signs",
        "- id: sort signs",
        (
            "small/topics/signs.yaml:57:9: 'sort signs' is not in the form needed here.",
            "Use small letters, digits and single hyphens, such as 'chest-pain-at-home'. [E207]",
        ),
    ),
    slip(
        "an id with an underscore",
        TOPIC_FILE,
        "- id: sort-signs",
        "- id: sort_signs",
        (
            "small/topics/signs.yaml:57:9: 'sort_signs' is not in the form needed here.",
            "Use small letters, digits and single hyphens, such as 'chest-pain-at-home'. [E207]",
        ),
    ),
    slip(
        "an id with an umlaut",
        TOPIC_FILE,
        "- id: sort-signs",
        "- id: s\xf6rt-signs",
        (
            "small/topics/signs.yaml:57:9: 's\xf6rt-signs' is not in the form needed here.",
            "Use small letters, digits and single hyphens, such as 'chest-pain-at-home'. [E207]",
        ),
    ),
    slip(
        "an id that is empty",
        TOPIC_FILE,
        "- id: sort-signs",
        "- id:",
        (
            "small/topics/signs.yaml:57:8: 'id' is empty.",
            "Use small letters, digits and single hyphens, such as 'chest-pain-at-home'. [E207]",
        ),
    ),
    slip(
        "an id of seventy letters",
        TOPIC_FILE,
        "- id: sort-signs",
        "- id: sort-signs-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        (
            ("small/topics/signs.yaml:57:9: 'sort-signs-xxxxxxxxxxxxxxxxxxxxxxxxxx...' is longer than 60 letters."),
            "Shorten it. [E205]",
        ),
    ),
    slip(
        "a path as the file of a picture",
        TOPIC_FILE,
        "file: clot.svg",
        "file: ../clot.svg",
        (
            "small/topics/signs.yaml:15:21: '../clot.svg' is not in the form needed here.",
            "Use the name of an SVG drawing, such as 'drip-chair.svg'. [E207]",
        ),
    ),
    slip(
        "a photograph as a picture",
        TOPIC_FILE,
        "file: clot.svg",
        "file: clot.jpg",
        (
            "small/topics/signs.yaml:15:21: 'clot.jpg' is not in the form needed here.",
            "Use the name of an SVG drawing, such as 'drip-chair.svg'. [E207]",
        ),
    ),
    slip(
        "a chance of 1000",
        TOPIC_FILE,
        "{of: 100, about",
        "{of: 1000, about",
        ("small/topics/signs.yaml:16:18: I do not know '1000' for 'of'.", "Use 100. [E206]"),
    ),
    slip(
        "a chance in percent",
        TOPIC_FILE,
        "about: 5 to 15",
        "about: 5%",
        (
            "small/topics/signs.yaml:16:30: '5%' is not in the form needed here.",
            "Use a number or a range, such as '15' or '5 to 15'. [E207]",
        ),
    ),
    slip(
        "a chance with a dash",
        TOPIC_FILE,
        "about: 5 to 15",
        "about: 5-15",
        (
            "small/topics/signs.yaml:16:30: '5-15' is not in the form needed here.",
            "Use a number or a range, such as '15' or '5 to 15'. [E207]",
        ),
    ),
    slip(
        "a chance of about nothing",
        TOPIC_FILE,
        "about: 5 to 15",
        "about:",
        (
            "small/topics/signs.yaml:16:28: There is no text behind this colon.",
            "Write the text, or take the line out. [E204]",
        ),
    ),
    slip(
        "a source in small letters",
        TOPIC_FILE,
        "sources: [F-01]\nitems",
        "sources: [f-01]\nitems",
        (
            "small/topics/signs.yaml:17:15: 'f-01' is not in the form needed here.",
            "Use a code of sources.yaml, such as 'F-02' or 'EU02'. [E207]",
        ),
    ),
    slip(
        "a source with a name",
        TOPIC_FILE,
        "sources: [F-01]\nitems",
        "sources: [Smith 2020]\nitems",
        (
            "small/topics/signs.yaml:17:15: 'Smith 2020' is not in the form needed here.",
            "Use a code of sources.yaml, such as 'F-02' or 'EU02'. [E207]",
        ),
    ),
    slip(
        "a text in place of a list of sources",
        TOPIC_FILE,
        "sources: [F-01]\nitems",
        "sources: F-01\nitems",
        (
            "small/topics/signs.yaml:17:14: Here 'sources' needs a list.",
            "Write [a, b], or each entry on a line of its own with a dash in front. [E203]",
        ),
    ),
    slip(
        "a list in place of a text",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: [Rest, wait]",
        (
            "small/topics/signs.yaml:27:16: Here 'wrong' needs a text.",
            "Write one text behind the colon, or '|' there and the text on the lines below. [E203]",
        ),
    ),
    slip(
        "a list of lines in place of a text",
        TOPIC_FILE,
        "    say: |\n      A clot is",
        "    say:\n      - A clot is",
        (
            "small/topics/signs.yaml:10:7: Here 'say' needs a text.",
            "Write one text behind the colon, or '|' there and the text on the lines below. [E203]",
        ),
    ),
    slip(
        "a block in place of a text",
        TOPIC_FILE,
        "    ask: When do you call for each sign?",
        "    ask:\n      text: When do you call for each sign?",
        (
            "small/topics/signs.yaml:61:7: The colon makes this a block, not a text.",
            "Put the whole text in double quotes. [E203]",
        ),
    ),
    slip(
        "a text in place of options",
        TOPIC_FILE,
        (
            "    options:\n      - right: Call {emergency_number}\n        why: It may be a clot. Fast help "
            "matters.\n      - wrong: Rest and wait\n        why: Many people wait. Waiting is the danger.\n    "
            "    misconception: it-passes\n        harmful: true\n      - wrong: Drink some water\n        why: "
            "Water cannot open a blood vessel.\n"
        ),
        "    options: yes or no\n",
        (
            "small/topics/signs.yaml:24:14: Here 'options' needs a list.",
            "Write [a, b], or each entry on a line of its own with a dash in front. [E203]",
        ),
    ),
    slip(
        "a text in place of an option",
        TOPIC_FILE,
        "      - wrong: Drink some water\n        why: Water cannot open a blood vessel.\n",
        "      - Drink some water\n",
        (
            "small/topics/signs.yaml:31:9: Here this entry needs a block.",
            (
                "Write each part on a line of its own: a name, a colon and its text. Known here: right, wrong, "
                "accept, why, misconception, harmful. [E203]"
            ),
        ),
    ),
    slip(
        "a text in place of a lesson",
        TOPIC_FILE,
        "    sources: [F-01]\nitems:\n",
        "    sources: [F-01]\nlesson_notes: none\nitems:\n",
        (
            "small/topics/signs.yaml:18:1: I do not know the word 'lesson_notes' here.",
            "Known here: topic, title, objectives, main_message, lesson, items. [E201]",
        ),
    ),
    slip(
        "a block in place of a list of items",
        TOPIC_FILE,
        "items:\n  - id: clot-evening",
        "items:\n    id: clot-evening",
        (
            "small/topics/signs.yaml:39:3: This line does not line up with the lines above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "a text in place of a picture",
        TOPIC_FILE,
        "picture: {file: clot.svg, alt: A person holds their chest}",
        "picture: clot.svg",
        (
            "small/topics/signs.yaml:15:14: Here 'picture' needs a block.",
            "Write each part on a line of its own: a name, a colon and its text. Known here: file, alt. [E203]",
        ),
    ),
    slip(
        "a text in place of objectives",
        TOPIC_FILE,
        "objectives:\n  spot-clot: You know the signs of a blood clot.",
        "objectives: You know the signs of a blood clot.",
        (
            "small/topics/signs.yaml:3:13: Here 'objectives' needs a block.",
            "Write each part on a line of its own: a name, a colon and its text. [E203]",
        ),
    ),
    slip(
        "a list in place of objectives",
        TOPIC_FILE,
        "  spot-clot: You know the signs",
        "  - You know the signs",
        (
            "small/topics/signs.yaml:4:3: Here 'objectives' needs a block.",
            "Write each part on a line of its own: a name, a colon and its text. [E203]",
        ),
    ),
    slip(
        "no objectives",
        TOPIC_FILE,
        "objectives:\n  spot-clot: You know the signs of a blood clot.",
        "objectives: {}",
        (
            "small/topics/signs.yaml:3:13: 'objectives' has too few entries; it needs at least 1.",
            "Add an entry. [E209]",
        ),
    ),
    slip(
        "groups without things to put",
        TOPIC_FILE,
        (
            "    put:\n      - what: Your chest hurts\n        into: emergency\n        why: It may be a clot.\n "
            "     - what: You have a rash\n        into: today\n        accept: [emergency]\n        why: We "
            "want to see it.\n"
        ),
        "",
        (
            "small/topics/signs.yaml:57:5: A question needs either 'options', or 'groups' together with 'put'.",
            "Write 'options:', or 'groups:' together with 'put:'. [E211]",
        ),
    ),
    slip(
        "an empty option",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong:",
        (
            "small/topics/signs.yaml:27:15: The text of 'wrong' is empty.",
            "Write the text, or take the line out. [E204]",
        ),
    ),
    slip(
        "an option of empty quotes",
        TOPIC_FILE,
        "wrong: Rest and wait",
        'wrong: ""',
        (
            "small/topics/signs.yaml:27:16: The text of 'wrong' is empty.",
            "Write the text, or take the line out. [E204]",
        ),
    ),
    slip(
        "an option of spaces",
        TOPIC_FILE,
        "wrong: Rest and wait",
        'wrong: "   "',
        (
            "small/topics/signs.yaml:27:16: The text of 'wrong' is empty.",
            "Write the text, or take the line out. [E204]",
        ),
    ),
    slip(
        "an option that is right and wrong",
        TOPIC_FILE,
        "- wrong: Rest and wait",
        "- right: Rest and wait\n        wrong: Rest",
        (
            (
                "small/topics/signs.yaml:27:9: An option needs exactly one of 'right', 'wrong' or 'accept' with "
                "its text."
            ),
            "Keep one of 'right:', 'wrong:' or 'accept:'. [E210]",
        ),
    ),
    slip(
        "minutes in words",
        COURSE_FILE,
        "minutes: 5",
        "minutes: five",
        ("small/course.yaml:4:10: I cannot read 'five' for 'minutes'.", "Write a whole number. [E208]"),
    ),
    slip(
        "minutes with a fraction",
        COURSE_FILE,
        "minutes: 5",
        "minutes: 5.5",
        ("small/course.yaml:4:10: I cannot read '5.5' for 'minutes'.", "Write a whole number. [E208]"),
    ),
    slip(
        "no minutes",
        COURSE_FILE,
        "minutes: 5",
        "minutes: 0",
        ("small/course.yaml:4:10: 'minutes' is too small; it must be at least 1.", "Write a larger number. [E209]"),
    ),
    slip(
        "minutes without end",
        COURSE_FILE,
        "minutes: 5",
        "minutes: 99",
        ("small/course.yaml:4:10: 'minutes' is too large; it can be at most 60.", "Write a smaller number. [E209]"),
    ),
    slip(
        "nothing asked in a topic",
        COURSE_FILE,
        "asked_per_topic: 2",
        "asked_per_topic: 0",
        (
            "small/course.yaml:7:18: 'asked_per_topic' is too small; it must be at least 1.",
            "Write a larger number. [E209]",
        ),
    ),
    slip(
        "a confidence nobody knows",
        COURSE_FILE,
        "minutes: 5",
        "minutes: 5\nconfidence: sometimes",
        ("small/course.yaml:5:13: I do not know 'sometimes' for 'confidence'.", "Use off or critical or all. [E206]"),
    ),
    slip(
        "a status nobody knows",
        COURSE_FILE,
        "status: draft",
        "status: final",
        ("small/course.yaml:19:11: I do not know 'final' for 'status'.", "Use draft or approved. [E206]"),
    ),
    slip(
        "a date in American order",
        COURSE_FILE,
        "due: 2027-06-01",
        "due: 06/01/2027",
        (
            "small/course.yaml:20:8: I cannot read '06/01/2027' for 'due'.",
            "Write a date as year-month-day, such as 2027-11-01. [E208]",
        ),
    ),
    slip(
        "a day that does not exist",
        COURSE_FILE,
        "due: 2027-06-01",
        "due: 2027-02-30",
        (
            "small/course.yaml:20:8: I cannot read '2027-02-30' for 'due'.",
            "Write a date as year-month-day, such as 2027-11-01. [E208]",
        ),
    ),
    slip(
        "no topics",
        COURSE_FILE,
        "topics: [signs]",
        "topics: []",
        ("small/course.yaml:6:9: 'topics' has too few entries; it needs at least 1.", "Add an entry. [E209]"),
    ),
    slip(
        "a text in place of topics",
        COURSE_FILE,
        "topics: [signs]",
        "topics: signs",
        (
            "small/course.yaml:6:9: Here 'topics' needs a list.",
            "Write [a, b], or each entry on a line of its own with a dash in front. [E203]",
        ),
    ),
    slip(
        "a language that is a word",
        COURSE_FILE,
        "minutes: 5",
        "minutes: 5\nlocale: English",
        (
            "small/course.yaml:5:9: 'English' is not in the form needed here.",
            "Use a language code, such as 'en' or 'es-MX'. [E207]",
        ),
    ),
    slip(
        "a card for a word nobody knows",
        COURSE_FILE,
        "call: emergency",
        "call: urgent",
        ("small/course.yaml:15:13: I do not know 'urgent' for 'call'.", "Use emergency or today or next-visit. [E206]"),
    ),
    slip(
        "an empty plan",
        COURSE_FILE,
        "  plan:\n    - Call us if you feel ill.",
        "  plan: []",
        ("small/course.yaml:12:9: 'plan' has too few entries; it needs at least 1.", "Add an entry. [E209]"),
    ),
    slip(
        "a plan of eight steps",
        COURSE_FILE,
        "    - Call us if you feel ill.\n",
        (
            "    - Call us if you feel ill.\n    - Call us if you feel ill.\n    - Call us if you feel ill.\n   "
            " - Call us if you feel ill.\n    - Call us if you feel ill.\n    - Call us if you feel ill.\n    - "
            "Call us if you feel ill.\n    - Call us if you feel ill.\n"
        ),
        (
            "small/course.yaml:13:5: 'plan' has too many entries; it takes at most 7.",
            "Take some out, or join two of them. [E209]",
        ),
    ),
    slip(
        "an evidence nobody knows",
        SOURCES_FILE,
        "evidence: conflicting",
        "evidence: unclear",
        (
            "small/sources.yaml:3:46: I do not know 'unclear' for 'evidence'.",
            "Use 2+ or 1 or conflicting or unverified. [E206]",
        ),
    ),
    slip(
        "a fact with a code of another form",
        SOURCES_FILE,
        "  F-02:",
        "  fact2:",
        (
            "small/sources.yaml:3:3: 'fact2' cannot be a name here.",
            "Use a code of sources.yaml, such as 'F-02' or 'EU02'. [E207]",
        ),
    ),
    slip(
        "a word of the glossary without a block",
        GLOSSARY_FILE,
        "  means: A lump of blood.\n  also: [clots]\n",
        "  A lump of blood.\n",
        (
            "small/glossary.yaml:2:3: Here 'clot' needs a block.",
            ("Write each part on a line of its own: a name, a colon and its text. Known here: means, also. [E203]"),
        ),
    ),
    slip(
        "a word of the glossary with an empty meaning",
        GLOSSARY_FILE,
        "means: A lump of blood.",
        "means:",
        ("small/glossary.yaml:2:9: The text of 'means' is empty.", "Write the text, or take the line out. [E204]"),
    ),
    slip(
        "a misconception with a name in words",
        MISCONCEPTIONS_FILE,
        "it-passes:",
        "It passes:",
        (
            "small/misconceptions.yaml:1:1: 'It passes' cannot be a name here.",
            "Use small letters, digits and single hyphens, such as 'chest-pain-at-home'. [E207]",
        ),
    ),
    slip(
        "a telephone number that is empty",
        CLINIC_FILE,
        "clinic_phone: 555-0100",
        "clinic_phone:",
        ("clinic.yaml:2:14: The text of 'clinic_phone' is empty.", "Write the text, or take the line out. [E204]"),
    ),
)
