"""Brackets and braces that are not closed or hold more than meant."""

from tests.content.broken import CLINIC_FILE, Broken, slip
from tests.content.examples import TOPIC_FILE

BROKEN: tuple[Broken, ...] = (
    slip(
        "a bracket is not closed in a list of sources",
        TOPIC_FILE,
        "sources: [F-01]\nitems",
        "sources: [F-01\nitems",
        (
            "small/topics/signs.yaml:17:14: This bracket or brace is not closed.",
            "Close it, and quote texts in it that hold a comma. [E122]",
        ),
    ),
    slip(
        "a bracket is not closed at the end of a file",
        TOPIC_FILE,
        "help.\n    sources: [F-01]\n",
        "help.\n    sources: [F-01\n",
        (
            "small/topics/signs.yaml:73:14: This bracket or brace is not closed.",
            "Close it, and quote texts in it that hold a comma. [E122]",
        ),
    ),
    slip(
        "a brace is not closed in a picture",
        TOPIC_FILE,
        "holds their chest}",
        "holds their chest",
        (
            "small/topics/signs.yaml:15:14: This bracket or brace is not closed.",
            "Close it, and quote texts in it that hold a comma. [E122]",
        ),
    ),
    slip(
        "a brace is not closed in a chance",
        TOPIC_FILE,
        "with a headache}",
        "with a headache",
        (
            "small/topics/signs.yaml:16:13: This bracket or brace is not closed.",
            "Close it, and quote texts in it that hold a comma. [E122]",
        ),
    ),
    slip(
        "a bracket closes a brace",
        TOPIC_FILE,
        "holds their chest}",
        "holds their chest]",
        (
            "small/topics/signs.yaml:15:14: This bracket or brace is not closed.",
            "Close it, and quote texts in it that hold a comma. [E122]",
        ),
    ),
    slip(
        "a brace closes a bracket",
        TOPIC_FILE,
        "signs: [clot]",
        "signs: [clot}",
        (
            "small/topics/signs.yaml:37:12: This bracket or brace is not closed.",
            "Close it, and quote texts in it that hold a comma. [E122]",
        ),
    ),
    slip(
        "a bracket too many",
        TOPIC_FILE,
        "signs: [clot]",
        "signs: [clot]]",
        (
            "small/topics/signs.yaml:37:18: This bracket or brace closes nothing that was opened.",
            "Take it out, or put the whole text in double quotes. [E122]",
        ),
    ),
    slip(
        "a bracket opens nothing",
        TOPIC_FILE,
        "signs: [clot]",
        "signs: clot]",
        (
            "small/topics/signs.yaml:37:12: Here 'signs' needs a list.",
            "Write [a, b], or each entry on a line of its own with a dash in front. [E203]",
        ),
    ),
    slip(
        "a comma is missing in braces",
        TOPIC_FILE,
        "{of: 100, about: 5 to 15, what",
        "{of: 100 about: 5 to 15, what",
        (
            (
                "small/topics/signs.yaml:16:27: There is a colon inside a text here, or a comma is missing in "
                "front of this name."
            ),
            "Put a text with a colon in double quotes; put a comma between two parts of a brace. [E113]",
        ),
    ),
    slip(
        "a comma inside a text in braces",
        TOPIC_FILE,
        "alt: A person holds",
        "alt: A person, who holds",
        (
            "small/topics/signs.yaml:15:46: I do not know the word 'who holds their chest' here.",
            "If it is part of a text, put the whole text in double quotes. [E201]",
        ),
    ),
    slip(
        "two commas in a list",
        TOPIC_FILE,
        "signs: [clot]",
        "signs: [clot,,clot]",
        ("small/topics/signs.yaml:37:18: There is a comma too many here.", "Take it out. [E122]"),
    ),
    slip(
        "a list without brackets",
        TOPIC_FILE,
        "signs: [clot]",
        "signs: clot, rash",
        (
            "small/topics/signs.yaml:37:12: Here 'signs' needs a list.",
            "Write [a, b], or each entry on a line of its own with a dash in front. [E203]",
        ),
    ),
    slip(
        "a text that starts with a bracket",
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: [Rest] and wait",
        (
            "small/topics/signs.yaml:27:16: A text without quotes cannot start with a bracket or a brace.",
            "Put the whole text in double quotes. [E116]",
        ),
    ),
    slip(
        "a text that starts with a placeholder",
        TOPIC_FILE,
        "right: Call {emergency_number}",
        "right: {emergency_number}, call it",
        (
            "small/topics/signs.yaml:25:16: A text without quotes cannot start with a bracket or a brace.",
            "Put the whole text in double quotes. [E116]",
        ),
    ),
    slip(
        "a text that is only a placeholder",
        TOPIC_FILE,
        "right: Call {emergency_number}",
        "right: {emergency_number}",
        (
            "small/topics/signs.yaml:25:16: The brace at the start makes this a block, not a text.",
            "A text that starts with a brace needs double quotes around it. [E203]",
        ),
    ),
    slip(
        "a text that starts with a placeholder and goes on",
        TOPIC_FILE,
        "right: Call {emergency_number}",
        "right: {emergency_number} at once",
        (
            "small/topics/signs.yaml:25:16: A text without quotes cannot start with a bracket or a brace.",
            "Put the whole text in double quotes. [E116]",
        ),
    ),
    slip(
        "a placeholder with two braces",
        TOPIC_FILE,
        "Then call {clinic_phone}",
        "Then call {{clinic_phone}}",
        (
            "small/topics/signs.yaml:14:50: I do not know the placeholder '{{clinic_phone}}'.",
            "Did you mean '{clinic_phone}'? [E212]",
        ),
    ),
    slip(
        "a placeholder that is misspelt",
        TOPIC_FILE,
        "Then call {clinic_phone}",
        "Then call {clinic_telephone}",
        (
            "small/topics/signs.yaml:14:50: I do not know the placeholder '{clinic_telephone}'.",
            "Did you mean '{clinic_phone}'? [E212]",
        ),
    ),
    slip(
        "a placeholder in capitals",
        TOPIC_FILE,
        "Then call {clinic_phone}",
        "Then call {CLINIC_PHONE}",
        (
            "small/topics/signs.yaml:14:50: I do not know the placeholder '{CLINIC_PHONE}'.",
            "Did you mean '{clinic_phone}'? [E212]",
        ),
    ),
    slip(
        "a placeholder with a space",
        TOPIC_FILE,
        "Then call {clinic_phone}",
        "Then call {clinic phone}",
        (
            "small/topics/signs.yaml:14:50: I do not know the placeholder '{clinic phone}'.",
            "Did you mean '{clinic_phone}'? [E212]",
        ),
    ),
    slip(
        "a placeholder that is not closed",
        TOPIC_FILE,
        "Then call {clinic_phone}.",
        "Then call {clinic_phone.",
        (
            "small/topics/signs.yaml:14:50: There is a single '{' here.",
            "A placeholder has a brace on both sides, such as {clinic_phone}; take out any other brace. [E212]",
        ),
    ),
    slip(
        "a placeholder that is not opened",
        TOPIC_FILE,
        "Then call {clinic_phone}",
        "Then call clinic_phone}",
        (
            "small/topics/signs.yaml:14:62: There is a single '}' here.",
            "A placeholder has a brace on both sides, such as {clinic_phone}; take out any other brace. [E212]",
        ),
    ),
    slip(
        "an empty placeholder",
        TOPIC_FILE,
        "Then call {clinic_phone}",
        "Then call {}",
        (
            "small/topics/signs.yaml:14:50: I do not know the placeholder '{}'.",
            (
                "Known placeholders: {clinic_name}, {clinic_phone}, {after_hours_phone}, {emergency_number}, "
                "{fever_limit}. [E212]"
            ),
        ),
    ),
    slip(
        "a placeholder of another language of templates",
        TOPIC_FILE,
        "Then call {clinic_phone}",
        "Then call {% clinic_phone %}",
        (
            "small/topics/signs.yaml:14:50: I do not know the placeholder '{% clinic_phone %}'.",
            "Did you mean '{clinic_phone}'? [E212]",
        ),
    ),
    slip(
        "braces in the file of the clinic",
        CLINIC_FILE,
        "clinic_name: the Lakeside clinic",
        "clinic_name: {the Lakeside clinic}",
        (
            "clinic.yaml:1:14: The brace at the start makes this a block, not a text.",
            "A text that starts with a brace needs double quotes around it. [E203]",
        ),
    ),
    slip(
        "a placeholder in the name of an item",
        TOPIC_FILE,
        "- id: clot-evening",
        "- id: clot-{emergency_number}",
        (
            "small/topics/signs.yaml:19:9: 'clot-{emergency_number}' is not in the form needed here.",
            "Use small letters, digits and single hyphens, such as 'chest-pain-at-home'. [E207]",
        ),
    ),
)
