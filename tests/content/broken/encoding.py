"""Files saved in another way than UTF-8 text, or holding signs nobody can see."""

from tests.content.broken import Broken, whole
from tests.content.examples import COURSE_FILE, GLOSSARY_FILE, TOPIC_FILE
from tests.content.small_bank import GLOSSARY, TOPIC

BROKEN: tuple[Broken, ...] = (
    whole(
        "nothing at all",
        GLOSSARY_FILE,
        "",
        ("small/glossary.yaml:1:1: This file is empty.", "Write the content, or take the file away. [E105]"),
    ),
    whole(
        "only empty lines",
        GLOSSARY_FILE,
        "\n\n\n",
        ("small/glossary.yaml:1:1: This file is empty.", "Write the content, or take the file away. [E105]"),
    ),
    whole(
        "only spaces",
        GLOSSARY_FILE,
        "   \n  \n",
        ("small/glossary.yaml:1:1: This file is empty.", "Write the content, or take the file away. [E105]"),
    ),
    whole(
        "only a comment",
        TOPIC_FILE,
        "# to be written\n",
        ("small/topics/signs.yaml:1:1: This file is empty.", "Write the content, or take the file away. [E105]"),
    ),
    whole(
        "only the line that starts a document",
        GLOSSARY_FILE,
        "---\n",
        ("small/glossary.yaml:1:1: This file is empty.", "Write the content, or take the file away. [E105]"),
    ),
    whole(
        "only a null",
        GLOSSARY_FILE,
        "~\n",
        (
            "small/glossary.yaml:1:1: This file does not begin with a name and a colon.",
            "Begin it as other files of its kind. [E203]",
        ),
    ),
    whole(
        "only an empty list",
        GLOSSARY_FILE,
        "[]\n",
        ("small/glossary.yaml:1:1: This file is empty.", "Write the content, or take the file away. [E105]"),
    ),
    whole(
        "only an empty block",
        COURSE_FILE,
        "{}\n",
        ("small/course.yaml:1:1: This file is empty.", "Write the content, or take the file away. [E105]"),
    ),
    whole(
        "a NUL in a text",
        GLOSSARY_FILE,
        GLOSSARY.replace("lump", "lu\0mp"),
        (
            "small/glossary.yaml:2:14: There is a sign here that cannot be seen (U+0000).",
            "Delete the sign and type the text around it again. [E119]",
        ),
    ),
    whole(
        "nothing but NULs",
        GLOSSARY_FILE,
        "\0" * 4096,
        ("small/glossary.yaml:1:1: This file is empty.", "Write the content, or take the file away. [E105]"),
    ),
    whole(
        "UTF-16 as Notepad saves Unicode",
        TOPIC_FILE,
        TOPIC.encode("utf-16"),
        (
            "small/topics/signs.yaml:1:1: This file is saved as UTF-16 (Notepad calls it 'Unicode').",
            "Save the file again with the encoding UTF-8. [E104]",
        ),
    ),
    whole(
        "UTF-16 with the big end first",
        GLOSSARY_FILE,
        b"\xfe\xff" + GLOSSARY.encode("utf-16-be"),
        (
            "small/glossary.yaml:1:1: This file is saved as UTF-16 (Notepad calls it 'Unicode').",
            "Save the file again with the encoding UTF-8. [E104]",
        ),
    ),
    whole(
        "UTF-16 without its mark",
        GLOSSARY_FILE,
        GLOSSARY.encode("utf-16-le"),
        (
            "small/glossary.yaml:1:1: This file is saved as UTF-16 (Notepad calls it 'Unicode').",
            "Save the file again with the encoding UTF-8. [E104]",
        ),
    ),
    whole(
        "UTF-32",
        GLOSSARY_FILE,
        GLOSSARY.encode("utf-32"),
        (
            "small/glossary.yaml:1:1: This file is saved as UTF-16 (Notepad calls it 'Unicode').",
            "Save the file again with the encoding UTF-8. [E104]",
        ),
    ),
    whole(
        "Latin-1 in a text",
        TOPIC_FILE,
        TOPIC.replace("evening and", "soirée et").encode("latin-1"),
        (
            "small/topics/signs.yaml:23:20: This letter is not saved as UTF-8 (perhaps as 'ANSI' or Latin-1).",
            "Save the file again with the encoding UTF-8. [E104]",
        ),
    ),
    whole(
        "Windows-1252 quotes",
        TOPIC_FILE,
        TOPIC.replace("A friend at home", "A \u201cfriend\u201d at home").encode("cp1252"),
        (
            "small/topics/signs.yaml:45:18: This letter is not saved as UTF-8 (perhaps as 'ANSI' or Latin-1).",
            "Save the file again with the encoding UTF-8. [E104]",
        ),
    ),
    whole(
        "Latin-1 behind Windows line ends",
        GLOSSARY_FILE,
        GLOSSARY.replace("lump", "b\u00fcndel").replace("\n", "\r\n").encode("latin-1"),
        (
            "small/glossary.yaml:2:13: This letter is not saved as UTF-8 (perhaps as 'ANSI' or Latin-1).",
            "Save the file again with the encoding UTF-8. [E104]",
        ),
    ),
    whole(
        "half a letter of UTF-8 at the end",
        GLOSSARY_FILE,
        GLOSSARY.encode() + b"# caf\xc3",
        (
            "small/glossary.yaml:4:6: This letter is not saved as UTF-8 (perhaps as 'ANSI' or Latin-1).",
            "Save the file again with the encoding UTF-8. [E104]",
        ),
    ),
    whole(
        "a byte order mark in the middle",
        GLOSSARY_FILE,
        GLOSSARY.replace("lump", "\ufefflump"),
        (
            "small/glossary.yaml:2:12: There is a sign here that cannot be seen (U+FEFF).",
            "Delete the sign and type the text around it again. [E119]",
        ),
    ),
    whole(
        "two byte order marks at the start",
        GLOSSARY_FILE,
        "\ufeff\ufeff" + GLOSSARY,
        (
            "small/glossary.yaml:1:1: There is a sign here that cannot be seen (U+FEFF).",
            "Delete the sign and type the text around it again. [E119]",
        ),
    ),
    whole(
        "a mark that turns the writing around",
        TOPIC_FILE,
        TOPIC.replace("first. Then", "first.\u202e Then"),
        (
            "small/topics/signs.yaml:14:39: There is a sign here that cannot be seen (U+202E).",
            "Delete the sign and type the text around it again. [E119]",
        ),
    ),
    whole(
        "a zero width space",
        TOPIC_FILE,
        TOPIC.replace("Rest and wait", "Rest\u200b and wait"),
        (
            "small/topics/signs.yaml:27:20: There is a sign here that cannot be seen (U+200B).",
            "Delete the sign and type the text around it again. [E119]",
        ),
    ),
    whole(
        "a soft hyphen from a word processor",
        TOPIC_FILE,
        TOPIC.replace("Rest and wait", "Rest and wa\u00adit"),
        (
            "small/topics/signs.yaml:27:27: There is a sign here that cannot be seen (U+00AD).",
            "Delete the sign and type the text around it again. [E119]",
        ),
    ),
    whole(
        "a separator of lines from a web page",
        TOPIC_FILE,
        TOPIC.replace("A friend at", "A\u2028friend at"),
        (
            "small/topics/signs.yaml:45:17: There is a sign here that cannot be seen (U+2028).",
            "Delete the sign and type the text around it again. [E119]",
        ),
    ),
    whole(
        "marks that isolate a direction of writing",
        TOPIC_FILE,
        TOPIC.replace("Rest and wait", "\u2067Rest\u2069 and wait"),
        (
            "small/topics/signs.yaml:27:16: There is a sign here that cannot be seen (U+2067).",
            "Delete the sign and type the text around it again. [E119]",
        ),
    ),
    whole(
        "a form feed",
        GLOSSARY_FILE,
        GLOSSARY.replace("lump", "lu\fmp"),
        (
            "small/glossary.yaml:2:14: There is a sign here that cannot be seen (U+000C).",
            "Delete the sign and type the text around it again. [E119]",
        ),
    ),
    whole(
        "an escape sign of a terminal",
        GLOSSARY_FILE,
        GLOSSARY.replace("lump", "\x1b[31mlump"),
        (
            "small/glossary.yaml:2:12: There is a sign here that cannot be seen (U+001B).",
            "Delete the sign and type the text around it again. [E119]",
        ),
    ),
    whole(
        "a delete sign",
        GLOSSARY_FILE,
        GLOSSARY.replace("lump", "lump\x7f"),
        (
            "small/glossary.yaml:2:16: There is a sign here that cannot be seen (U+007F).",
            "Delete the sign and type the text around it again. [E119]",
        ),
    ),
    whole(
        "a picture saved under the name of a file",
        GLOSSARY_FILE,
        b"\x89PNG\r\n\x1a\n" + bytes(64),
        (
            "small/glossary.yaml:1:1: This is not plain text but a picture.",
            "Put the question bank's own file in its place, saved as plain text in UTF-8. [E104]",
        ),
    ),
    whole(
        "a spreadsheet saved under the name of a file",
        TOPIC_FILE,
        b"PK\x03\x04\x14\x00\x06\x00" + bytes(64),
        (
            "small/topics/signs.yaml:1:1: This is not plain text but a file of Word, Excel or another program.",
            "Put the question bank's own file in its place, saved as plain text in UTF-8. [E104]",
        ),
    ),
    whole(
        "a letter of a word processor",
        TOPIC_FILE,
        "{\\rtf1\\ansi Signs to know}",
        (
            "small/topics/signs.yaml:1:1: This is not plain text but a letter of a word processor.",
            "Put the question bank's own file in its place, saved as plain text in UTF-8. [E104]",
        ),
    ),
    whole(
        "a page of the web",
        TOPIC_FILE,
        "<!DOCTYPE html>\n<html><body>Signs</body></html>\n",
        (
            "small/topics/signs.yaml:1:1: This is not plain text but a page of the web.",
            "Put the question bank's own file in its place, saved as plain text in UTF-8. [E104]",
        ),
    ),
    whole(
        "a sentence and nothing else",
        TOPIC_FILE,
        "Please write the topic about signs.\n",
        (
            "small/topics/signs.yaml:1:1: This file does not begin with a name and a colon.",
            "Begin it as other files of its kind. [E203]",
        ),
    ),
    whole(
        "JSON with a slip",
        GLOSSARY_FILE,
        '{"clot": {"means": "A lump of blood." "also": ["clots"]}}',
        (
            "small/glossary.yaml:1:10: This bracket or brace is not closed.",
            "Close it, and quote texts in it that hold a comma. [E122]",
        ),
    ),
    whole(
        "a file larger than 256 KB",
        GLOSSARY_FILE,
        "# " + "x" * 262_144,
        (
            "small/glossary.yaml:1:1: This file is larger than 256 KB.",
            "Keep a file under 256 KB: split it into two topics. [E103]",
        ),
    ),
)
