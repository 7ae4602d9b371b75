"""Quotes that are not closed, go on, or hold what they cannot hold."""

from tests.content.broken import Broken, slip
from tests.content.examples import COURSE_FILE, GLOSSARY_FILE, TOPIC_FILE

BROKEN: tuple[Broken, ...] = (
    slip(
        "a double quote is never closed in a question",
        TOPIC_FILE,
        "    ask: It is evening and your chest hurts. What do you do?\n",
        '    ask: "It is evening and your chest hurts. What do you do?\n',
        (
            "small/topics/signs.yaml:23:10: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
    slip(
        "a single quote is never closed in a question",
        TOPIC_FILE,
        "    ask: It is evening and your chest hurts. What do you do?\n",
        "    ask: 'It is evening and your chest hurts. What do you do?\n",
        (
            "small/topics/signs.yaml:23:10: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
    slip(
        "a double quote is never closed in an option",
        TOPIC_FILE,
        "wrong: Rest and wait",
        'wrong: "Rest and wait',
        (
            "small/topics/signs.yaml:27:16: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
    slip(
        "a single quote is never closed in a reason",
        TOPIC_FILE,
        "why: A friend cannot",
        "why: 'A friend cannot",
        (
            "small/topics/signs.yaml:46:14: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
    slip(
        "a double quote is never closed in the last line",
        TOPIC_FILE,
        "not_sure: Thank you. Call us and we will help.\n    sources: [F-01]\n",
        'not_sure: Thank you. Call us and we will help.\n    sources: ["F-01]\n',
        (
            "small/topics/signs.yaml:73:15: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
    slip(
        "a quote is never closed in a list",
        TOPIC_FILE,
        "signs: [clot]",
        'signs: ["clot]',
        (
            "small/topics/signs.yaml:37:13: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
    slip(
        "a quote is never closed in braces",
        TOPIC_FILE,
        "alt: A person holds their chest}",
        'alt: "A person holds their chest}',
        (
            "small/topics/signs.yaml:15:36: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
    slip(
        "the next quoted text closes it",
        COURSE_FILE,
        'version: "1"',
        'version: "1',
        ("small/course.yaml:3:10: This quote is never closed.", "Add the closing quote at the end of the text. [E114]"),
    ),
    slip(
        "the text goes on after its quotes",
        TOPIC_FILE,
        "why: A friend cannot treat a clot.",
        'why: "A friend" cannot treat a clot.',
        (
            "small/topics/signs.yaml:46:25: The text goes on after its closing quote.",
            "Put the whole text in one pair of double quotes, with single quotes inside. [E120]",
        ),
    ),
    slip(
        "the text goes on after its single quotes",
        TOPIC_FILE,
        "why: A friend cannot treat a clot.",
        "why: 'A friend' cannot treat a clot.",
        (
            "small/topics/signs.yaml:46:25: The text goes on after its closing quote.",
            "Put the whole text in one pair of double quotes, with single quotes inside. [E120]",
        ),
    ),
    slip(
        "an apostrophe ends a text in single quotes",
        TOPIC_FILE,
        "why: A friend cannot treat a clot.",
        "why: 'A friend can't treat a clot.'",
        (
            "small/topics/signs.yaml:46:28: The text goes on after its closing quote.",
            "Put the whole text in one pair of double quotes, with single quotes inside. [E120]",
        ),
    ),
    slip(
        "a quote inside a quoted text",
        TOPIC_FILE,
        "why: A friend cannot treat a clot.",
        'why: "A friend cannot "treat" a clot."',
        (
            "small/topics/signs.yaml:46:32: The text goes on after its closing quote.",
            "Put the whole text in one pair of double quotes, with single quotes inside. [E120]",
        ),
    ),
    slip(
        "a heading in quotes goes on",
        COURSE_FILE,
        'heading: "Call {emergency_number} if:"',
        'heading: "Call {emergency_number}" if:',
        (
            "small/course.yaml:16:42: The text goes on after its closing quote.",
            "Put the whole text in one pair of double quotes, with single quotes inside. [E120]",
        ),
    ),
    slip(
        "a backslash in double quotes",
        TOPIC_FILE,
        "why: A friend cannot treat a clot.",
        'why: "A friend cannot \\treat a \\clot."',
        (
            "small/topics/signs.yaml:46:40: There is a backslash in a text with double quotes.",
            "Take it out, or put the text in single quotes. [E123]",
        ),
    ),
    slip(
        "a path of Windows in double quotes",
        TOPIC_FILE,
        "file: clot.svg",
        'file: "C:\\Users\\clot.svg"',
        (
            "small/topics/signs.yaml:15:24: There is a backslash in a text with double quotes.",
            "Take it out, or put the text in single quotes. [E123]",
        ),
    ),
    slip(
        "a code of a letter that is too short",
        TOPIC_FILE,
        "why: A friend cannot treat a clot.",
        'why: "A friend \\u20 cannot treat a clot."',
        (
            "small/topics/signs.yaml:46:24: There is a backslash in a text with double quotes.",
            "Take it out, or put the text in single quotes. [E123]",
        ),
    ),
    slip(
        "curly quotes are no quotes when a colon follows",
        TOPIC_FILE,
        "why: A friend cannot treat a clot.",
        "why: \u201cA friend: cannot treat a clot.\u201d",
        (
            "small/topics/signs.yaml:46:23: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    slip(
        "a quote in place of a name",
        TOPIC_FILE,
        "    level: act\n",
        '    "level: act\n',
        (
            "small/topics/signs.yaml:21:5: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
    slip(
        "two texts in quotes on one line",
        TOPIC_FILE,
        "wrong: A friend at home",
        'wrong: "A friend" "at home"',
        (
            "small/topics/signs.yaml:45:27: The text goes on after its closing quote.",
            "Put the whole text in one pair of double quotes, with single quotes inside. [E120]",
        ),
    ),
    slip(
        "a quoted text at the top is not closed",
        GLOSSARY_FILE,
        "clot:\n",
        '"clot:\n',
        (
            "small/glossary.yaml:1:1: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
    slip(
        "a quote on a line of its own",
        TOPIC_FILE,
        "        why: Water cannot open a blood vessel.\n",
        '        why: Water cannot open a blood vessel.\n        "\n',
        (
            "small/topics/signs.yaml:33:9: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
)
