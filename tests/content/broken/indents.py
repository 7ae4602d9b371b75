"""Lines that stand too far in or out, tabs, and dashes in strange places."""

from tests.content.broken import Broken, slip
from tests.content.examples import COURSE_FILE, TOPIC_FILE

BROKEN: tuple[Broken, ...] = (
    slip(
        "a tab in front of a name",
        TOPIC_FILE,
        "    level: act\n",
        "\tlevel: act\n",
        (
            "small/topics/signs.yaml:21:1: There is a tab here.",
            "Use spaces in its place, two for each step inwards. [E106]",
        ),
    ),
    slip(
        "a tab behind a colon",
        TOPIC_FILE,
        "    level: act\n",
        "    level:\tact\n",
        (
            "small/topics/signs.yaml:21:11: There is a tab here.",
            "Use spaces in its place, two for each step inwards. [E106]",
        ),
    ),
    slip(
        "a tab inside a text",
        TOPIC_FILE,
        "A friend at home",
        "A friend\tat home",
        (
            "small/topics/signs.yaml:45:24: There is a tab here.",
            "Use spaces in its place, two for each step inwards. [E106]",
        ),
    ),
    slip(
        "a tab at the end of a line",
        TOPIC_FILE,
        "    level: act\n",
        "    level: act\t\n",
        (
            "small/topics/signs.yaml:21:15: There is a tab here.",
            "Use spaces in its place, two for each step inwards. [E106]",
        ),
    ),
    slip(
        "a tab on an empty line",
        TOPIC_FILE,
        "lesson:\n",
        "\t\nlesson:\n",
        (
            "small/topics/signs.yaml:6:1: There is a tab here.",
            "Use spaces in its place, two for each step inwards. [E106]",
        ),
    ),
    slip(
        "a tab behind a dash",
        TOPIC_FILE,
        "- wrong: Rest and wait",
        "-\twrong: Rest and wait",
        (
            "small/topics/signs.yaml:27:8: There is a tab here.",
            "Use spaces in its place, two for each step inwards. [E106]",
        ),
    ),
    slip(
        "a tab in a block of text",
        TOPIC_FILE,
        "      - It can make your chest hurt.",
        "\t- It can make your chest hurt.",
        (
            "small/topics/signs.yaml:12:1: There is a tab here.",
            "Use spaces in its place, two for each step inwards. [E106]",
        ),
    ),
    slip(
        "a tab in a comment",
        COURSE_FILE,
        "minutes: 5",
        "minutes: 5 #\tabout",
        ("small/course.yaml:4:13: There is a tab here.", "Use spaces in its place, two for each step inwards. [E106]"),
    ),
    slip(
        "a name one step too far in",
        TOPIC_FILE,
        "    level: act\n",
        "      level: act\n",
        (
            "small/topics/signs.yaml:21:7: This line stands further in than the line above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "a name one space too far out",
        TOPIC_FILE,
        "    level: act\n",
        "   level: act\n",
        (
            "small/topics/signs.yaml:21:4: This line does not line up with the lines above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "a name one space too far in",
        TOPIC_FILE,
        "    level: act\n",
        "     level: act\n",
        (
            "small/topics/signs.yaml:21:6: This line stands further in than the line above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "an item one space too far out",
        TOPIC_FILE,
        "  - id: clot-bus",
        " - id: clot-bus",
        (
            "small/topics/signs.yaml:39:2: This line does not line up with the lines above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "an item one space too far in",
        TOPIC_FILE,
        "  - id: clot-bus",
        "   - id: clot-bus",
        (
            "small/topics/signs.yaml:39:4: This line does not line up with the lines above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "an option one step too far out",
        TOPIC_FILE,
        "      - wrong: Rest and wait",
        "    - wrong: Rest and wait",
        (
            "small/topics/signs.yaml:27:5: This line does not line up with the lines above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "a reason under its dash",
        TOPIC_FILE,
        "        why: Water cannot open a blood vessel.\n",
        "      why: Water cannot open a blood vessel.\n",
        (
            "small/topics/signs.yaml:32:7: This line does not line up with the lines above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "a reason too far in",
        TOPIC_FILE,
        "        why: Water cannot open a blood vessel.\n",
        "          why: Water cannot open a blood vessel.\n",
        (
            "small/topics/signs.yaml:32:11: This line stands further in than the line above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "the first line of a file too far in",
        TOPIC_FILE,
        "topic: signs",
        "  topic: signs",
        (
            "small/topics/signs.yaml:2:1: This line does not line up with the lines above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "a line at the top too far in",
        TOPIC_FILE,
        "main_message:",
        "  main_message:",
        (
            "small/topics/signs.yaml:5:3: 'main_message' stands too far in.",
            "Start the line further out, under the words it belongs with. [E207]",
        ),
    ),
    slip(
        "the lesson too far in",
        TOPIC_FILE,
        "lesson:\n",
        " lesson:\n",
        (
            "small/topics/signs.yaml:6:2: This line stands further in than the line above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "an objective not far enough in",
        TOPIC_FILE,
        "  spot-clot: You know",
        "spot-clot: You know",
        (
            "small/topics/signs.yaml:3:12: 'objectives' is empty.",
            "Write each part on a line of its own: a name, a colon and its text. Or take the line out. [E203]",
        ),
        (
            "small/topics/signs.yaml:4:1: I do not know the word 'spot-clot' here.",
            "Known here: topic, title, objectives, main_message, lesson, items. [E201]",
        ),
    ),
    slip(
        "a block of text that does not start further in",
        TOPIC_FILE,
        "      A clot is a lump of blood. It can",
        "    A clot is a lump of blood. It can",
        (
            "small/topics/signs.yaml:10:5: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    slip(
        "a block of text that ends early",
        TOPIC_FILE,
        "      - It can make it hard",
        "    - It can make it hard",
        (
            "small/topics/signs.yaml:13:5: This line does not line up with the lines above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "text behind the bar",
        TOPIC_FILE,
        "say: |\n",
        "say: | A clot\n",
        (
            (
                "small/topics/signs.yaml:9:12: After '|' or '>' the text must start on the next line, two spaces "
                "further in."
            ),
            "Move it there, or put the whole text in double quotes. [E115]",
        ),
    ),
    slip(
        "text behind the sign for folding",
        TOPIC_FILE,
        "say: |\n",
        "say: > A clot\n",
        (
            (
                "small/topics/signs.yaml:9:12: After '|' or '>' the text must start on the next line, two spaces "
                "further in."
            ),
            "Move it there, or put the whole text in double quotes. [E115]",
        ),
    ),
    slip(
        "a number too large behind the bar",
        TOPIC_FILE,
        "say: |\n",
        "say: |99\n",
        (
            (
                "small/topics/signs.yaml:9:12: After '|' or '>' the text must start on the next line, two spaces "
                "further in."
            ),
            "Move it there, or put the whole text in double quotes. [E115]",
        ),
    ),
    slip(
        "a dash without a space",
        TOPIC_FILE,
        "      - wrong: Rest and wait",
        "      -wrong: Rest and wait",
        ("small/topics/signs.yaml:27:7: There is no space behind this dash.", "Put a space behind it. [E121]"),
    ),
    slip(
        "a dash is missing in front of an item",
        TOPIC_FILE,
        "  - id: clot-bus",
        "    id: clot-bus",
        (
            "small/topics/signs.yaml:39:5: 'id' and 11 more names of this block stand here a second time.",
            "Put a dash in front of this line if something new starts here. [E111]",
        ),
    ),
    slip(
        "a dash is missing in front of an option",
        TOPIC_FILE,
        "      - wrong: Rest and wait",
        "        wrong: Rest and wait",
        (
            (
                "small/topics/signs.yaml:25:9: An option needs exactly one of 'right', 'wrong' or 'accept' with "
                "its text."
            ),
            "Keep one of 'right:', 'wrong:' or 'accept:'. [E210]",
        ),
        (
            "small/topics/signs.yaml:28:9: 'why' stands here a second time; the first is on line 26.",
            "Keep one of them, or give the second its own block with a dash in front. [E111]",
        ),
    ),
    slip(
        "a dash too many",
        TOPIC_FILE,
        "      - wrong: Rest and wait",
        "      - - wrong: Rest and wait",
        (
            "small/topics/signs.yaml:28:9: This line does not line up with the lines above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "a dash in front of a name",
        TOPIC_FILE,
        "    level: act\n",
        "    - level: act\n",
        (
            "small/topics/signs.yaml:21:5: This line does not line up with the lines above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    slip(
        "a long dash in place of a dash",
        TOPIC_FILE,
        "      - wrong: Rest and wait",
        "      \u2013 wrong: Rest and wait",
        (
            "small/topics/signs.yaml:27:7: This line starts with '\u2013' in place of a dash.",
            "Start it with a plain dash and a space: '- '. [E121]",
        ),
    ),
    slip(
        "a bullet in place of a dash",
        COURSE_FILE,
        "    - Call us if you feel ill.",
        "    \u2022 Call us if you feel ill.",
        (
            "small/course.yaml:13:5: This line starts with '\u2022' in place of a dash.",
            "Start it with a plain dash and a space: '- '. [E203]",
        ),
    ),
    slip(
        "a list on the line of its name",
        COURSE_FILE,
        "  plan:\n    - Call us",
        "  plan: - Call us",
        (
            "small/course.yaml:12:9: A list cannot start on the line of its name.",
            "Put each entry with its dash on a line of its own below the name. [E115]",
        ),
    ),
    slip(
        "an item in a file that begins with a list",
        TOPIC_FILE,
        "topic: signs\n",
        "- topic: signs\n",
        (
            "small/topics/signs.yaml:2:1: This line does not line up with the lines above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
)
