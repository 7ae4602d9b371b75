"""Names that lead nowhere, that two things share, or that do not fit, with line ends of Windows among them."""

from tests.content.broken import Broken, slip, whole
from tests.content.examples import COURSE_FILE, GLOSSARY_FILE, PICTURE_FILE, SOURCES_FILE, TOPIC_FILE
from tests.content.small_bank import PICTURE, SOURCES, TOPIC

BROKEN: tuple[Broken, ...] = (
    slip(
        "an id used twice",
        TOPIC_FILE,
        "- id: clot-bus",
        "- id: clot-evening",
        (
            "small/topics/signs.yaml:35:14: There is no item in this topic called 'clot-bus'.",
            "Name the item that asks the same point in other words. [E221]",
        ),
        (
            "small/topics/signs.yaml:39:9: The id 'clot-evening' is taken: signs.yaml, line 19.",
            "Give the second one a name of its own. [E214]",
        ),
        (
            "small/topics/signs.yaml:53:14: An item cannot be its own sibling.",
            "Let two critical items of one objective point at each other. [E222]",
        ),
    ),
    slip(
        "a sibling nobody knows",
        TOPIC_FILE,
        "sibling: clot-bus",
        "sibling: clot-train",
        (
            "small/topics/signs.yaml:35:14: There is no item in this topic called 'clot-train'.",
            "Name the item that asks the same point in other words. [E221]",
        ),
        (
            "small/topics/signs.yaml:53:14: The sibling 'clot-evening' does not point back at 'clot-bus'.",
            "Let two critical items of one objective point at each other. [E222]",
        ),
    ),
    slip(
        "a sibling with a slip",
        TOPIC_FILE,
        "sibling: clot-bus",
        "sibling: clot-buss",
        (
            "small/topics/signs.yaml:35:14: There is no item in this topic called 'clot-buss'.",
            "Did you mean 'clot-bus'? [E221]",
        ),
        (
            "small/topics/signs.yaml:53:14: The sibling 'clot-evening' does not point back at 'clot-bus'.",
            "Let two critical items of one objective point at each other. [E222]",
        ),
    ),
    slip(
        "a sibling of its own",
        TOPIC_FILE,
        "sibling: clot-bus",
        "sibling: clot-evening",
        (
            "small/topics/signs.yaml:35:14: An item cannot be its own sibling.",
            "Let two critical items of one objective point at each other. [E222]",
        ),
        (
            "small/topics/signs.yaml:53:14: The sibling 'clot-evening' does not point back at 'clot-bus'.",
            "Let two critical items of one objective point at each other. [E222]",
        ),
    ),
    slip(
        "an objective nobody knows",
        TOPIC_FILE,
        "objective: spot-clot\n    level: decide",
        "objective: treat-clot\n    level: decide",
        (
            "small/topics/signs.yaml:58:16: There is no objective 'treat-clot'.",
            "Use an objective from the top of this file. [E220]",
        ),
    ),
    slip(
        "a screen nobody knows",
        TOPIC_FILE,
        "revisit: clot-signs\n    sibling: clot-bus",
        "revisit: signs-of-clots\n    sibling: clot-bus",
        (
            "small/topics/signs.yaml:34:14: There is no lesson screen 'signs-of-clots'.",
            "Name a screen of this topic's lesson. [E224]",
        ),
    ),
    slip(
        "a misconception nobody knows",
        TOPIC_FILE,
        "misconception: it-passes",
        "misconception: water-helps",
        (
            "small/course.yaml:10:27: No option carries the required misconception 'it-passes'.",
            "Point a 'wrong:' option at it. [E506]",
        ),
        (
            "small/topics/signs.yaml:29:24: There is no misconception 'water-helps'.",
            "Add it to misconceptions.yaml, or mend the word. [E225]",
        ),
    ),
    slip(
        "a source nobody knows",
        TOPIC_FILE,
        "sources: [F-01]\nitems",
        "sources: [F-77]\nitems",
        ("small/topics/signs.yaml:17:15: There is no source 'F-77'.", "Use a code that stands in sources.yaml. [E226]"),
    ),
    slip(
        "a group nobody knows",
        TOPIC_FILE,
        "into: today",
        "into: tonight",
        (
            "small/topics/signs.yaml:69:15: There is no group 'tonight' in this item.",
            "Use a word that stands under 'groups:' of this item. [E228]",
        ),
    ),
    slip(
        "a picture that is not there",
        TOPIC_FILE,
        "file: clot.svg",
        "file: vein.svg",
        (
            "small/topics/signs.yaml:15:21: There is no picture 'vein.svg'.",
            "Put the drawing into the folder 'pictures'. [E229]",
        ),
    ),
    slip(
        "a sign nobody knows",
        TOPIC_FILE,
        "    signs: [clot]\n    sources: [F-01]\n  - id: clot-bus",
        "    signs: [clots]\n    sources: [F-01]\n  - id: clot-bus",
        (
            "small/course.yaml:9:3: The sign 'clot' is asked in 1 wording.",
            "Ask about it in two items, in different words. [E505]",
        ),
        ("small/topics/signs.yaml:37:13: There is no warning sign 'clots'.", "Did you mean 'clot'? [E231]"),
    ),
    slip(
        "a topic nobody wrote",
        COURSE_FILE,
        "topics: [signs]",
        "topics: [signs, drips]",
        (
            "small/course.yaml:6:17: There is no file topics/drips.yaml.",
            "Write the topic's file, or take it from the list. [E232]",
        ),
    ),
    slip(
        "a topic listed twice",
        COURSE_FILE,
        "topics: [signs]",
        "topics: [signs, signs]",
        ("small/course.yaml:6:17: The topic 'signs' is listed twice.", "Give the second one a name of its own. [E214]"),
    ),
    slip(
        "another name than the file",
        TOPIC_FILE,
        "topic: signs",
        "topic: clots",
        (
            "small/topics/signs.yaml:1:8: The topic is called 'clots', its file 'signs'.",
            "Use the same word for both. [E213]",
        ),
        (
            "small/topics/signs.yaml:1:8: course.yaml does not list 'clots'.",
            "Add it to 'topics:' in course.yaml, or remove the file. [W233]",
        ),
    ),
    slip(
        "another name than the folder",
        COURSE_FILE,
        "course: small",
        "course: tiny",
        (
            "small/course.yaml:1:9: The course is called 'tiny', its folder 'small'.",
            "Use the same word for both. [E213]",
        ),
    ),
    slip(
        "a document nobody knows",
        SOURCES_FILE,
        "sources: [P01]",
        "sources: [P09]",
        ("small/sources.yaml:2:58: There is no document 'P09'.", "Use a code that stands in sources.yaml. [E226]"),
    ),
    whole(
        "a missing file",
        GLOSSARY_FILE,
        None,
        ("small/glossary.yaml:1:1: This file is missing.", "Put the file there, or mend its name. [E101]"),
    ),
    whole(
        "a missing topic",
        TOPIC_FILE,
        None,
        (
            "small/course.yaml:6:10: There is no file topics/signs.yaml.",
            "Write the topic's file, or take it from the list. [E232]",
        ),
    ),
    whole(
        "no course.yaml",
        COURSE_FILE,
        None,
        ("small/course.yaml:1:1: This file is missing.", "Put the file there, or mend its name. [E101]"),
    ),
    whole(
        "a topic with the ending yml",
        "small/topics/drips.yml",
        TOPIC,
        (
            "small/topics/drips.yml:1:1: This file is not used: I do not know its name.",
            "Let its name end in '.yaml'. [W234]",
        ),
    ),
    whole(
        "a file with a name nobody knows",
        "small/source.yaml",
        SOURCES,
        (
            "small/source.yaml:1:1: This file is not used: I do not know its name.",
            "Did you mean 'sources.yaml'? [W234]",
        ),
    ),
    whole(
        "a script in a drawing",
        PICTURE_FILE,
        PICTURE.replace("<circle", "<script/><circle"),
        (
            "small/pictures/clot.svg:1:1: This drawing holds a part that is no shape (<script>).",
            "Save it as plain SVG: shapes and text, no scripts, no links. [E230]",
        ),
    ),
    whole(
        "a drawing that is no drawing",
        PICTURE_FILE,
        b"\x89PNG\r\n",
        (
            "small/pictures/clot.svg:1:1: This drawing holds something that is not plain SVG.",
            "Save it as plain SVG: shapes and text, no scripts, no links. [E230]",
        ),
    ),
    whole(
        "a drawing that stops in the middle",
        PICTURE_FILE,
        PICTURE[:60],
        (
            "small/pictures/clot.svg:1:1: This drawing holds something that is not plain SVG.",
            "Save it as plain SVG: shapes and text, no scripts, no links. [E230]",
        ),
    ),
    whole(
        "Windows line ends and a slip in a word",
        TOPIC_FILE,
        TOPIC.replace("misconception: it-passes", "misconcepton: it-passes").replace("\n", "\r\n"),
        (
            "small/topics/signs.yaml:29:9: I do not know the word 'misconcepton' here.",
            "Did you mean 'misconception'? [E201]",
        ),
    ),
    whole(
        "Windows line ends and a colon in a text",
        TOPIC_FILE,
        TOPIC.replace("It is evening and", "It is evening: and").replace("\n", "\r\n"),
        (
            "small/topics/signs.yaml:23:23: There is a colon inside this text, and the text has no quotes.",
            "Put the whole text in double quotes. [E113]",
        ),
    ),
    whole(
        "Windows line ends and an open quote",
        TOPIC_FILE,
        TOPIC.replace("wrong: Rest and wait", 'wrong: "Rest and wait').replace("\n", "\r\n"),
        (
            "small/topics/signs.yaml:27:16: This quote is never closed.",
            "Add the closing quote at the end of the text. [E114]",
        ),
    ),
    whole(
        "Windows line ends and a tab",
        TOPIC_FILE,
        TOPIC.replace("    level: decide", "\tlevel: decide").replace("\n", "\r\n"),
        (
            "small/topics/signs.yaml:59:1: There is a tab here.",
            "Use spaces in its place, two for each step inwards. [E106]",
        ),
    ),
    whole(
        "Windows line ends and a name twice",
        TOPIC_FILE,
        TOPIC.replace("    level: decide\n", "    level: decide\n    level: act\n").replace("\n", "\r\n"),
        (
            "small/topics/signs.yaml:60:5: 'level' stands here a second time; the first is on line 59.",
            "Keep one of them, or give the second its own block with a dash in front. [E111]",
        ),
    ),
    whole(
        "Windows line ends and a line too far in",
        TOPIC_FILE,
        TOPIC.replace("    level: decide\n", "      level: decide\n").replace("\n", "\r\n"),
        (
            "small/topics/signs.yaml:59:7: This line stands further in than the line above it.",
            "Start the line under the words it belongs with. [E115]",
        ),
    ),
    whole(
        "line ends of an old Macintosh and a slip in a word",
        TOPIC_FILE,
        TOPIC.replace("level: decide", "level: decied").replace("\n", "\r"),
        (
            "small/topics/signs.yaml:59:12: I do not know 'decied' for 'level'.",
            "Did you mean 'decide'? Use know or decide or act. [E206]",
        ),
    ),
    whole(
        "a byte order mark and a slip in a word",
        TOPIC_FILE,
        "\ufeff" + TOPIC.replace("level: decide", "level: decied"),
        (
            "small/topics/signs.yaml:59:12: I do not know 'decied' for 'level'.",
            "Did you mean 'decide'? Use know or decide or act. [E206]",
        ),
    ),
    whole(
        "a byte order mark and a slip in the first word",
        TOPIC_FILE,
        "\ufeff" + TOPIC.replace("topic: signs", "topics: signs"),
        ("small/topics/signs.yaml:1:1: I do not know the word 'topics' here.", "Did you mean 'topic'? [E201]"),
    ),
)
