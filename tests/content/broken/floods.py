"""Files built, or slipped, into sizes and depths that would keep a computer busy."""

from tests.content.broken import Broken, whole
from tests.content.examples import GLOSSARY_FILE, TOPIC_FILE
from tests.content.small_bank import TOPIC

BROKEN: tuple[Broken, ...] = (
    whole(
        "60 KB of square brackets",
        TOPIC_FILE,
        "[" * 60_000,
        (
            "small/topics/signs.yaml:1:21: This is nested more than 20 levels deep.",
            "A bank needs six levels; look for brackets or dashes too many. [E107]",
        ),
    ),
    whole(
        "60 KB of braces",
        TOPIC_FILE,
        "{" * 60_000,
        (
            "small/topics/signs.yaml:1:2: A list or a block stands where a name is needed.",
            "Write one plain word, then a colon, then its text. [E118]",
        ),
    ),
    whole(
        "60 KB of closing brackets",
        TOPIC_FILE,
        "]" * 60_000,
        (
            "small/topics/signs.yaml:1:1: This bracket or brace closes nothing that was opened.",
            "Take it out, or put the whole text in double quotes. [E122]",
        ),
    ),
    whole(
        "60 KB of closing braces",
        TOPIC_FILE,
        "}" * 60_000,
        (
            "small/topics/signs.yaml:1:1: This bracket or brace closes nothing that was opened.",
            "Take it out, or put the whole text in double quotes. [E122]",
        ),
    ),
    whole(
        "60 KB of round brackets",
        TOPIC_FILE,
        "(" * 60_000,
        (
            "small/topics/signs.yaml:1:1: This file does not begin with a name and a colon.",
            "Begin it as other files of its kind. [E203]",
        ),
    ),
    whole(
        "60 KB of angle brackets",
        TOPIC_FILE,
        "<" * 60_000,
        (
            "small/topics/signs.yaml:1:1: This file does not begin with a name and a colon.",
            "Begin it as other files of its kind. [E203]",
        ),
    ),
    whole(
        "60 KB of closing angle brackets",
        TOPIC_FILE,
        ">" * 60_000,
        (
            (
                "small/topics/signs.yaml:1:2: After '|' or '>' the text must start on the next line, two spaces "
                "further in."
            ),
            "Move it there, or put the whole text in double quotes. [E115]",
        ),
    ),
    whole(
        "brackets in pairs",
        TOPIC_FILE,
        "[]" * 30_000,
        (
            "small/topics/signs.yaml:1:1: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    whole(
        "braces in pairs",
        TOPIC_FILE,
        "{}" * 30_000,
        (
            "small/topics/signs.yaml:1:1: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    whole(
        "brackets, each on its line",
        TOPIC_FILE,
        "[\n" * 30_000,
        (
            "small/topics/signs.yaml:21:1: This is nested more than 20 levels deep.",
            "A bank needs six levels; look for brackets or dashes too many. [E107]",
        ),
    ),
    whole(
        "brackets behind a name",
        GLOSSARY_FILE,
        "clot: " + "[" * 60_000,
        (
            "small/glossary.yaml:1:26: This is nested more than 20 levels deep.",
            "A bank needs six levels; look for brackets or dashes too many. [E107]",
        ),
    ),
    whole(
        "braces in braces by name",
        GLOSSARY_FILE,
        "{clot: " * 10_000,
        (
            "small/glossary.yaml:1:141: This is nested more than 20 levels deep.",
            "A bank needs six levels; look for brackets or dashes too many. [E107]",
        ),
    ),
    whole(
        "brackets that all close",
        GLOSSARY_FILE,
        "[" * 30_000 + "]" * 30_000,
        (
            "small/glossary.yaml:1:21: This is nested more than 20 levels deep.",
            "A bank needs six levels; look for brackets or dashes too many. [E107]",
        ),
    ),
    whole(
        "60 KB of dashes",
        TOPIC_FILE,
        "- " * 30_000,
        (
            "small/topics/signs.yaml:1:41: This is nested more than 20 levels deep.",
            "A bank needs six levels; look for brackets or dashes too many. [E107]",
        ),
    ),
    whole(
        "60 KB of question marks",
        TOPIC_FILE,
        "? " * 30_000,
        (
            "small/topics/signs.yaml:1:3: A list or a block stands where a name is needed.",
            "Write one plain word, then a colon, then its text. [E118]",
        ),
    ),
    whole(
        "60 KB of colons",
        TOPIC_FILE,
        ":" * 60_000,
        (
            "small/topics/signs.yaml:1:60000: There is a colon where a text goes on.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    whole(
        "60 KB of quotes",
        TOPIC_FILE,
        '"' * 60_000,
        (
            "small/topics/signs.yaml:1:1: This line has no name with a colon in front of its text.",
            "Write 'name: text', move it in under the text above, or put '# ' in front of a note. [E121]",
        ),
    ),
    whole(
        "60 KB of single quotes",
        TOPIC_FILE,
        "'" * 60_000,
        (
            "small/topics/signs.yaml:1:1: This file does not begin with a name and a colon.",
            "Begin it as other files of its kind. [E203]",
        ),
    ),
    whole(
        "60 KB of stars",
        TOPIC_FILE,
        "*" * 60_000,
        (
            "small/topics/signs.yaml:1:1: This starts with *, which YAML reads as a link to another place.",
            "Put the whole text in double quotes, or write it out at each place. [E109]",
        ),
    ),
    whole(
        "60 KB of and signs",
        TOPIC_FILE,
        "&" * 60_000,
        (
            "small/topics/signs.yaml:1:1: This starts with &, which YAML reads as a link to another place.",
            "Put the whole text in double quotes, or write it out at each place. [E109]",
        ),
    ),
    whole(
        "60 KB of exclamation marks",
        TOPIC_FILE,
        "!" * 60_000,
        (
            "small/topics/signs.yaml:1:1: This starts with !, which YAML reads as the name of a type.",
            "Put the whole text in double quotes. [E110]",
        ),
    ),
    whole(
        "60 KB of number signs",
        TOPIC_FILE,
        "#" * 60_000,
        ("small/topics/signs.yaml:1:1: This file is empty.", "Write the content, or take the file away. [E105]"),
    ),
    whole(
        "60 KB of percent signs",
        TOPIC_FILE,
        "%" * 60_000,
        (
            "small/topics/signs.yaml:1:1: This line starts with %, which YAML reads as a command.",
            "Take the sign out, or the whole line. [E116]",
        ),
    ),
    whole(
        "60 KB of at signs",
        TOPIC_FILE,
        "@" * 60_000,
        (
            "small/topics/signs.yaml:1:1: A text without quotes cannot start with @.",
            "Put the whole text in double quotes. [E116]",
        ),
    ),
    whole(
        "60 KB of backticks",
        TOPIC_FILE,
        "`" * 60_000,
        (
            "small/topics/signs.yaml:1:1: A text without quotes cannot start with `.",
            "Put the whole text in double quotes. [E116]",
        ),
    ),
    whole(
        "60 KB of bars",
        TOPIC_FILE,
        "|" * 60_000,
        (
            (
                "small/topics/signs.yaml:1:2: After '|' or '>' the text must start on the next line, two spaces "
                "further in."
            ),
            "Move it there, or put the whole text in double quotes. [E115]",
        ),
    ),
    whole(
        "60 KB of backslashes",
        TOPIC_FILE,
        "\\" * 60_000,
        (
            "small/topics/signs.yaml:1:1: This file does not begin with a name and a colon.",
            "Begin it as other files of its kind. [E203]",
        ),
    ),
    whole(
        "60 KB of tabs",
        TOPIC_FILE,
        "\t" * 60_000,
        (
            "small/topics/signs.yaml:1:1: There is a tab here.",
            "Use spaces in its place, two for each step inwards. [E106]",
        ),
    ),
    whole(
        "60 KB of one letter",
        TOPIC_FILE,
        "a" * 60_000,
        (
            "small/topics/signs.yaml:1:1: This file does not begin with a name and a colon.",
            "Begin it as other files of its kind. [E203]",
        ),
    ),
    whole(
        "a thousand documents",
        TOPIC_FILE,
        "---\n" * 1_000,
        ("small/topics/signs.yaml:1:1: This file is empty.", "Write the content, or take the file away. [E105]"),
    ),
    whole(
        "thirty thousand entries",
        GLOSSARY_FILE,
        "clot:\n" + "  - a\n" * 30_000,
        (
            "small/glossary.yaml:19996:5: This file has more than 20,000 parts.",
            "Split the file into two topics. [E108]",
        ),
    ),
    whole(
        "thirty thousand names",
        GLOSSARY_FILE,
        "".join(f"word{n}: a\n" for n in range(15_000)),
        ("small/glossary.yaml:9999:1: This file has more than 20,000 parts.", "Split the file into two topics. [E108]"),
    ),
    whole(
        "a stair of three hundred steps",
        GLOSSARY_FILE,
        "".join(" " * n + "a:\n" for n in range(300)),
        (
            "small/glossary.yaml:21:21: This is nested more than 20 levels deep.",
            "A bank needs six levels; look for brackets or dashes too many. [E107]",
        ),
    ),
    whole(
        "an alias that doubles and doubles",
        GLOSSARY_FILE,
        "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        (
            "small/glossary.yaml:1:4: This starts with &, which YAML reads as a name to link to.",
            "Put the whole text in double quotes, or write it out at each place. [E109]",
        ),
    ),
    whole(
        "an alias to itself",
        GLOSSARY_FILE,
        "clot: &a [*a]\n",
        (
            "small/glossary.yaml:1:7: This starts with &, which YAML reads as a name to link to.",
            "Put the whole text in double quotes, or write it out at each place. [E109]",
        ),
    ),
    whole(
        "a quote that swallows 60 KB",
        GLOSSARY_FILE,
        'clot: "' + "x\n" * 30_000,
        (
            "small/glossary.yaml:1:7: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
    whole(
        "a topic with four thousand items",
        TOPIC_FILE,
        TOPIC + TOPIC.partition("items:\n")[2] * 400,
        (
            "small/topics/signs.yaml:1:1: This file is larger than 256 KB.",
            "Keep a file under 256 KB: split it into two topics. [E103]",
        ),
    ),
)
