"""Signs that mean something to YAML, second documents, and names given twice."""

from tests.content.broken import Broken, slip
from tests.content.examples import GLOSSARY_FILE, MISCONCEPTIONS_FILE, TOPIC_FILE

BROKEN: tuple[Broken, ...] = (
    slip(
        "a star at the start of a text",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: *Rest and wait",
        (
            "small/topics/signs.yaml:27:16: This starts with *, which YAML reads as a link to another place.",
            "Put the whole text in double quotes, or write it out at each place. [E109]",
        ),
    ),
    slip(
        "bold as in Markdown",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: **Rest** and wait",
        (
            "small/topics/signs.yaml:27:16: This starts with *, which YAML reads as a link to another place.",
            "Put the whole text in double quotes, or write it out at each place. [E109]",
        ),
    ),
    slip(
        "an and sign at the start of a text",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: &Rest and wait",
        (
            "small/topics/signs.yaml:27:16: This starts with &, which YAML reads as a name to link to.",
            "Put the whole text in double quotes, or write it out at each place. [E109]",
        ),
    ),
    slip(
        "an and sign alone",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: & wait",
        (
            "small/topics/signs.yaml:27:16: This starts with &, which YAML reads as a link to another place.",
            "Put the whole text in double quotes, or write it out at each place. [E109]",
        ),
    ),
    slip(
        "an exclamation mark at the start of a text",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: !Rest and wait",
        (
            "small/topics/signs.yaml:27:16: This starts with !, which YAML reads as the name of a type.",
            "Put the whole text in double quotes. [E110]",
        ),
    ),
    slip(
        "an exclamation mark alone",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: ! Rest",
        (
            "small/topics/signs.yaml:27:16: This starts with !, which YAML reads as the name of a type.",
            "Put the whole text in double quotes. [E110]",
        ),
    ),
    slip(
        "a type of Python",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: !!python/object:os.system Rest",
        (
            "small/topics/signs.yaml:27:16: This starts with !, which YAML reads as the name of a type.",
            "Put the whole text in double quotes. [E110]",
        ),
    ),
    slip(
        "a type of YAML",
        TOPIC_FILE,
        "    level: act\n",
        "    level: !!str act\n",
        (
            "small/topics/signs.yaml:21:12: This starts with !, which YAML reads as the name of a type.",
            "Put the whole text in double quotes. [E110]",
        ),
    ),
    slip(
        "an at sign at the start of a text",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: @home rest",
        (
            "small/topics/signs.yaml:27:16: A text without quotes cannot start with @.",
            "Put the whole text in double quotes. [E116]",
        ),
    ),
    slip(
        "a percent sign at the start of a text",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: %5 rest",
        (
            "small/topics/signs.yaml:27:16: A text without quotes cannot start with %.",
            "Put the whole text in double quotes. [E116]",
        ),
    ),
    slip(
        "a percent sign at the start of a line",
        TOPIC_FILE,
        "title: Signs to know",
        "%title: Signs to know",
        (
            "small/topics/signs.yaml:2:1: This line starts with %, which YAML reads as a command.",
            "Take the sign out, or the whole line. [E116]",
        ),
    ),
    slip(
        "a backtick at the start of a text",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: `Rest` and wait",
        (
            "small/topics/signs.yaml:27:16: A text without quotes cannot start with `.",
            "Put the whole text in double quotes. [E116]",
        ),
    ),
    slip(
        "a bar in place of a text",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: |Rest and wait",
        (
            (
                "small/topics/signs.yaml:27:17: After '|' or '>' the text must start on the next line, two "
                "spaces further in."
            ),
            "Move it there, or put the whole text in double quotes. [E115]",
        ),
    ),
    slip(
        "a sign for more at the start of a text",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: > Rest and wait",
        (
            (
                "small/topics/signs.yaml:27:18: After '|' or '>' the text must start on the next line, two "
                "spaces further in."
            ),
            "Move it there, or put the whole text in double quotes. [E115]",
        ),
    ),
    slip(
        "a comma at the start of a text",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: , rest",
        (
            "small/topics/signs.yaml:27:16: A text without quotes cannot start with a comma.",
            "Put the whole text in double quotes. [E116]",
        ),
    ),
    slip(
        "a question mark in front of a name",
        TOPIC_FILE,
        "    level: act\n",
        "    ? level: act\n",
        (
            "small/topics/signs.yaml:21:7: A list or a block stands where a name is needed.",
            "Write one plain word, then a colon, then its text. [E118]",
        ),
    ),
    slip(
        "a merge of blocks",
        TOPIC_FILE,
        "    level: act\n",
        "    <<: act\n",
        (
            "small/topics/signs.yaml:21:5: I do not know the word '<<' here.",
            "If it is part of a text, put the whole text in double quotes. [E201]",
        ),
    ),
    slip(
        "a number sign eats the text",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: # Rest and wait",
        (
            "small/topics/signs.yaml:27:15: The text of 'wrong' is empty.",
            "What follows # is a note; put the whole text in double quotes. [E204]",
        ),
    ),
    slip(
        "a block of options with a name to link to",
        TOPIC_FILE,
        "    options:\n",
        "    options: &options\n",
        (
            "small/topics/signs.yaml:24:14: This starts with &, which YAML reads as a name to link to.",
            "Put the whole text in double quotes, or write it out at each place. [E109]",
        ),
    ),
    slip(
        "a block of options by link",
        TOPIC_FILE,
        "    options:\n      - wrong: A friend",
        "    options: *options\n      - wrong: A friend",
        (
            "small/topics/signs.yaml:44:14: This starts with *, which YAML reads as a link to another place.",
            "Put the whole text in double quotes, or write it out at each place. [E109]",
        ),
    ),
    slip(
        "a block with a type",
        TOPIC_FILE,
        "    options:\n",
        "    options: !!seq\n",
        (
            "small/topics/signs.yaml:24:14: This starts with !, which YAML reads as the name of a type.",
            "Put the whole text in double quotes. [E110]",
        ),
    ),
    slip(
        "a second document",
        TOPIC_FILE,
        "items:\n",
        "---\nitems:\n",
        (
            "small/topics/signs.yaml:18:1: A second document starts here.",
            "Take out the line '---' in the middle of the file. [E112]",
        ),
    ),
    slip(
        "a second document after the end",
        GLOSSARY_FILE,
        "  also: [clots]\n",
        "  also: [clots]\n...\n---\nvein:\n  means: A blood vessel.\n",
        (
            "small/glossary.yaml:5:1: A second document starts here.",
            "Take out the line '---' in the middle of the file. [E112]",
        ),
    ),
    slip(
        "text behind the end of the document",
        GLOSSARY_FILE,
        "  also: [clots]\n",
        "  also: [clots]\n...\nvein:\n  means: A blood vessel.\n",
        (
            "small/glossary.yaml:4:1: This line ends the file, and yet it goes on.",
            "Take out the line with the three dots. [E112]",
        ),
    ),
    slip(
        "a line of a newer YAML",
        GLOSSARY_FILE,
        "clot:\n",
        "%YAML 3.0\n---\nclot:\n",
        (
            "small/glossary.yaml:1:1: This line starts with %, which YAML reads as a command.",
            "Take the sign out, or the whole line. [E116]",
        ),
    ),
    slip(
        "a directive nobody knows",
        GLOSSARY_FILE,
        "clot:\n",
        "%LANG en\n---\nclot:\n",
        (
            "small/glossary.yaml:1:1: This line starts with %, which YAML reads as a command.",
            "Take the sign out, or the whole line. [E116]",
        ),
    ),
    slip(
        "the marks of a clash in git",
        TOPIC_FILE,
        "    level: act\n",
        "<<<<<<< mine\n    level: act\n=======\n    level: know\n>>>>>>> theirs\n",
        (
            "small/topics/signs.yaml:21:1: Two versions of the same lines stand here, as git left them.",
            "Keep one version, and take out the lines that start with <<<<<<<, ======= and >>>>>>>. [E124]",
        ),
    ),
    slip(
        "a name given twice",
        TOPIC_FILE,
        "    level: act\n",
        "    level: act\n    level: know\n",
        (
            "small/topics/signs.yaml:22:5: 'level' stands here a second time; the first is on line 21.",
            "Keep one of them, or give the second its own block with a dash in front. [E111]",
        ),
    ),
    slip(
        "two names given twice",
        TOPIC_FILE,
        "    level: act\n    critical: true\n",
        "    level: act\n    critical: true\n    level: know\n    critical: false\n",
        (
            "small/topics/signs.yaml:23:5: 'level' stands here a second time; the first is on line 21.",
            "Keep one of them, or give the second its own block with a dash in front. [E111]",
        ),
        (
            "small/topics/signs.yaml:24:5: 'critical' stands here a second time; the first is on line 22.",
            "Keep one of them, or give the second its own block with a dash in front. [E111]",
        ),
    ),
    slip(
        "items given twice",
        TOPIC_FILE,
        "    not_sure: Thank you. Call us and we will help.\n    sources: [F-01]\n",
        "    not_sure: Thank you. Call us and we will help.\n    sources: [F-01]\nitems: []\n",
        (
            "small/topics/signs.yaml:74:1: 'items' stands here a second time; the first is on line 18.",
            "Keep one of them, or give the second its own block with a dash in front. [E111]",
        ),
    ),
    slip(
        "a reason given twice",
        TOPIC_FILE,
        "        why: Water cannot open a blood vessel.\n",
        "        why: Water cannot open a blood vessel.\n        why: Water cannot open a blood vessel.\n",
        (
            "small/topics/signs.yaml:33:9: 'why' stands here a second time; the first is on line 32.",
            "Keep one of them, or give the second its own block with a dash in front. [E111]",
        ),
    ),
    slip(
        "a word of the glossary given twice",
        GLOSSARY_FILE,
        "clot:\n",
        "clot:\n  means: A plug.\nclot:\n",
        (
            "small/glossary.yaml:3:1: 'clot' stands here a second time; the first is on line 1.",
            "Keep one of them, or give the second its own block with a dash in front. [E111]",
        ),
    ),
    slip(
        "a misconception given twice",
        MISCONCEPTIONS_FILE,
        "it-passes:\n",
        "it-passes: {belief: It does., truth: No., sources: [F-01]}\nit-passes:\n",
        (
            "small/misconceptions.yaml:2:1: 'it-passes' stands here a second time; the first is on line 1.",
            "Keep one of them, or give the second its own block with a dash in front. [E111]",
        ),
    ),
    slip(
        "a name that is a list",
        GLOSSARY_FILE,
        "clot:\n",
        "[clot, vein]:\n",
        (
            "small/glossary.yaml:1:1: A list or a block stands where a name is needed.",
            "Write one plain word, then a colon, then its text. [E118]",
        ),
    ),
    slip(
        "a name that is a block",
        GLOSSARY_FILE,
        "clot:\n",
        "{clot: vein}:\n",
        (
            "small/glossary.yaml:1:1: A list or a block stands where a name is needed.",
            "Write one plain word, then a colon, then its text. [E118]",
        ),
    ),
)
