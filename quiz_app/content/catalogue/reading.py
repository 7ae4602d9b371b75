"""E1xx: the file itself cannot be read, or a note that switches a rule off is not clear."""

from quiz_app.content.catalogue.entries import Entry

_NOT_SHOWN = "A file that cannot be read means that its lesson and its questions are missing for every patient."
_GUESSED = "A computer would have to guess what was meant, and a patient could read the guess."
_ATTACK = "A file built to exhaust the server would take the course away from everybody."
_HIDDEN = "A rule that is silent without a reason may hide something that harms a patient."

ENTRIES = (
    Entry("E101", "File is missing", _NOT_SHOWN, "Put the file there, or mend its name."),
    Entry(
        "E102",
        "File lies outside the questions folder",
        "A link out of the folder could show patients text that nobody reviewed.",
        "Copy the file into the questions folder instead of linking to it.",
    ),
    Entry("E103", "File is too large", _ATTACK, "Keep a file under 256 KB: split it into two topics."),
    Entry(
        "E104",
        "File is not plain text in UTF-8",
        "Letters such as é or ° would turn into something else before a patient's eyes.",
        "Save the file again with the encoding UTF-8.",
    ),
    Entry("E105", "File is empty", _NOT_SHOWN, "Write the content, or take the file away."),
    Entry("E106", "Tab", _GUESSED, "Use spaces in its place, two for each step inwards."),
    Entry("E107", "Nested too deep", _ATTACK, "A bank needs six levels; look for brackets or dashes too many."),
    Entry("E108", "Too many parts", _ATTACK, "Split the file into two topics."),
    Entry(
        "E109",
        "Text starts with & or *",
        "YAML reads it as a link to another place, so a patient would see other words than you see here.",
        "Put the whole text in double quotes, or write it out at each place.",
    ),
    Entry("E110", "Text starts with !", _GUESSED, "Put the whole text in double quotes."),
    Entry(
        "E111",
        "Word used twice in one block",
        "Only one of the two could be shown, and nobody would notice which.",
        "Keep one of them, or give the second its own block with a dash in front.",
    ),
    Entry("E112", "More than one document", _NOT_SHOWN, "Take out the line '---' in the middle of the file."),
    Entry("E113", "Colon inside an unquoted text", _GUESSED, "Put the whole text in double quotes."),
    Entry("E114", "Quote is not closed", _GUESSED, "Add the closing quote at the end of the text."),
    Entry("E115", "Line does not line up", _GUESSED, "Start the line under the words it belongs with."),
    Entry("E116", "Sign with a meaning of its own", _GUESSED, "Put the whole text in double quotes."),
    Entry("E117", "Not readable as YAML", _NOT_SHOWN, "Compare the line with the same place in another topic."),
    Entry("E118", "Name is not a plain word", _GUESSED, "Write one plain word, then a colon, then its text."),
    Entry(
        "E119",
        "Sign that cannot be seen",
        "It can turn a telephone number around or glue two words together, and nobody sees why.",
        "Delete the sign and type the text around it again.",
    ),
    Entry(
        "E120",
        "Text after the closing quote",
        _GUESSED,
        "Put the whole text in one pair of double quotes, with single quotes inside.",
    ),
    Entry(
        "E121",
        "Line without a colon",
        _GUESSED,
        "Write 'name: text', move it in under the text above, or put '# ' in front of a note.",
    ),
    Entry("E122", "Bracket or brace is not closed", _GUESSED, "Close it, and quote texts in it that hold a comma."),
    Entry("E123", "Backslash in double quotes", _GUESSED, "Take it out, or put the text in single quotes."),
    Entry(
        "E124",
        "Two versions of the same lines",
        "Nobody decided which of the two a patient should read.",
        "Keep one version, and take out the lines that start with <<<<<<<, ======= and >>>>>>>.",
    ),
    Entry("E130", "Rule switched off without a reason", _HIDDEN, "Write: # check: off W321 because ..."),
    Entry("E131", "Rule that cannot be switched off", _HIDDEN, "Mend what the rule found, and take the note out."),
    Entry("W132", "Rule switched off for nothing", _HIDDEN, "Take the note out."),
    Entry(
        "E133",
        "Note inside the text",
        "Patients would read the note as part of the lesson.",
        "Put the note behind the name of the text: 'say: |  # check: off ...'.",
    ),
)
