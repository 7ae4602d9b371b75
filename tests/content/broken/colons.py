"""Colons where a text goes on, and lines without one."""

from tests.content.broken import CLINIC_FILE, Broken, slip
from tests.content.examples import COURSE_FILE, GLOSSARY_FILE, MISCONCEPTIONS_FILE, SOURCES_FILE, TOPIC_FILE

BROKEN: tuple[Broken, ...] = (
    slip(
        "a colon in a question",
        TOPIC_FILE,
        "It is evening and",
        "It is evening: and",
        (
            "small/topics/signs.yaml:23:23: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in an option",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: Rest: wait",
        (
            "small/topics/signs.yaml:27:20: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in a reason",
        TOPIC_FILE,
        "why: A friend cannot",
        "why: Remember: a friend cannot",
        (
            "small/topics/signs.yaml:46:22: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in a main message",
        TOPIC_FILE,
        "main_message: Chest pain needs",
        "main_message: Chest pain: it needs",
        (
            "small/topics/signs.yaml:5:25: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in a title",
        TOPIC_FILE,
        "title: Signs to know",
        "title: Signs: what to know",
        (
            "small/topics/signs.yaml:2:13: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in an objective",
        TOPIC_FILE,
        "spot-clot: You know",
        "spot-clot: Signs: you know",
        (
            "small/topics/signs.yaml:4:19: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in what to do",
        TOPIC_FILE,
        "do: Call {emergency_number} first.",
        "do: First: call {emergency_number}.",
        (
            "small/topics/signs.yaml:14:14: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in a heading of a card",
        COURSE_FILE,
        'heading: "Call {emergency_number} if:"',
        "heading: Call {emergency_number} if: now",
        (
            "small/course.yaml:16:42: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon at the end of a heading of a card",
        COURSE_FILE,
        'heading: "Call {emergency_number} if:"',
        "heading: Call {emergency_number} if:",
        (
            "small/course.yaml:16:42: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in an entry of a list",
        COURSE_FILE,
        "- Call us if you feel ill.",
        "- Remember: call us if you feel ill.",
        (
            "small/course.yaml:13:7: The colon makes this a block, not a text.",
            "Put the whole text in double quotes. [E203]",
        ),
    ),
    slip(
        "a colon in a belief",
        MISCONCEPTIONS_FILE,
        "belief: Chest pain passes",
        "belief: I think: chest pain passes",
        (
            "small/misconceptions.yaml:2:18: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in a meaning",
        GLOSSARY_FILE,
        "means: A lump",
        "means: Blood: a lump",
        (
            "small/glossary.yaml:2:15: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in the name of a document",
        SOURCES_FILE,
        "title: Blood clots",
        "title: Blood: clots",
        (
            "small/sources.yaml:6:17: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in the name of the clinic",
        CLINIC_FILE,
        "clinic_name: the Lakeside clinic",
        "clinic_name: Lakeside: the clinic",
        (
            "clinic.yaml:1:22: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in a fever limit",
        CLINIC_FILE,
        "fever_limit: 100.4",
        "fever_limit: fever: 100.4",
        (
            "clinic.yaml:5:19: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon in a text inside braces",
        TOPIC_FILE,
        "alt: A person holds their chest}",
        "alt: A person: holds their chest}",
        (
            (
                "small/topics/signs.yaml:15:44: There is a colon inside a text here, or a comma is missing in "
                "front of this name."
            ),
            "Put a text with a colon in double quotes; put a comma between two parts of a brace. [E113]",
        ),
    ),
    slip(
        "a colon in the second line of a text",
        TOPIC_FILE,
        "        why: Water cannot open a blood vessel.\n",
        "        why: Water cannot\n          open: a blood vessel.\n",
        (
            "small/topics/signs.yaml:33:15: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a colon is missing behind a name",
        TOPIC_FILE,
        "    level: act\n",
        "    level act\n",
        (
            "small/topics/signs.yaml:21:5: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    slip(
        "a colon is missing behind the name of a list",
        TOPIC_FILE,
        "    options:\n",
        "    options\n",
        (
            "small/topics/signs.yaml:24:5: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    slip(
        "a colon is missing behind an objective",
        TOPIC_FILE,
        "  spot-clot: You know",
        "  spot-clot You know",
        (
            "small/topics/signs.yaml:4:3: Here 'objectives' needs a block.",
            "Write each part on a line of its own: a name, a colon and its text. [E203]",
        ),
    ),
    slip(
        "a colon is missing at the top",
        TOPIC_FILE,
        "title: Signs to know",
        "title Signs to know",
        (
            "small/topics/signs.yaml:2:1: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    slip(
        "a colon without a space behind it",
        TOPIC_FILE,
        "    level: act\n",
        "    level:act\n",
        ("small/topics/signs.yaml:21:10: There is no space behind this colon.", "Put a space behind it. [E121]"),
    ),
    slip(
        "a colon without a space at the top",
        COURSE_FILE,
        "minutes: 5",
        "minutes:5",
        ("small/course.yaml:4:8: There is no space behind this colon.", "Put a space behind it. [E121]"),
    ),
    slip(
        "a colon without a space in a glossary",
        GLOSSARY_FILE,
        "means: A lump",
        "means:A lump",
        ("small/glossary.yaml:2:8: There is no space behind this colon.", "Put a space behind it. [E121]"),
    ),
    slip(
        "a name without a colon in front of its block",
        TOPIC_FILE,
        "lesson:\n",
        "lesson\n",
        (
            "small/topics/signs.yaml:6:1: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    slip(
        "an equals sign in place of a colon",
        TOPIC_FILE,
        "    level: act\n",
        "    level = act\n",
        (
            "small/topics/signs.yaml:21:5: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    slip(
        "a dash in place of a colon",
        TOPIC_FILE,
        "title: Signs to know",
        "title - Signs to know",
        (
            "small/topics/signs.yaml:2:1: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    slip(
        "a line of notes without a number sign",
        TOPIC_FILE,
        "items:\n",
        "items:\nRemember to ask Anna\n",
        (
            "small/topics/signs.yaml:19:1: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    slip(
        "a sentence between two items",
        TOPIC_FILE,
        "  - id: clot-bus",
        "  Ask Anna about this one.\n  - id: clot-bus",
        (
            "small/topics/signs.yaml:39:3: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    slip(
        "a semicolon in place of a colon",
        COURSE_FILE,
        "minutes: 5",
        "minutes; 5",
        (
            "small/course.yaml:4:1: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
)
