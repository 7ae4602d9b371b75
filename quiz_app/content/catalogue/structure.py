"""E2xx and W2xx: the parts of a bank, and whether they fit together."""

from quiz_app.content.catalogue.entries import Entry

_LOST = "What the author wrote here would silently not reach the patient."
_UNREAD = "The part cannot be shown as it stands, so patients would miss it."
_RECORD = "Answers are kept under this name; when two things share it, a nurse reads about the wrong one."
_POINTS = "A pointer to nothing breaks the help a patient should get after an answer."
_CRITICAL = "A safety point counts only if a miss leads to a second look, other words and a talk."
_UNSUPPORTED = "Patients act on what they read here; it must rest on a checked fact."
_NO_CHOICE = "Nobody can learn from a question without a right and a not-right answer."

ENTRIES = (
    Entry("E201", "Word that is not known here", _LOST, "Mend the word, or take the line out."),
    Entry("E202", "Something is missing", _UNREAD, "Add it to this block."),
    Entry("E203", "Another kind of value is needed", _UNREAD, "Write it as in the other topics."),
    Entry("E204", "Text is empty", _UNREAD, "Write the text, or take the line out."),
    Entry("E205", "Text is too long", "Nobody reads it to the end.", "Use 2000 letters at most, or two screens."),
    Entry("E206", "Word is not one of the choices", _UNREAD, "Use one of the choices."),
    Entry("E207", "Not written in the needed form", _RECORD, "Write it in the form shown."),
    Entry("E208", "Number, date or yes/no is needed", _UNREAD, "Write it in the form shown."),
    Entry("E209", "Too many or too few", _UNREAD, "Mend the number."),
    Entry("E210", "Option without one clear verdict", _NO_CHOICE, "Keep one of 'right:', 'wrong:' or 'accept:'."),
    Entry("E211", "Neither options nor groups", _NO_CHOICE, "Write 'options:', or 'groups:' together with 'put:'."),
    Entry(
        "E212",
        "Placeholder that is not known",
        "A patient would read a brace instead of a telephone number.",
        "Use one of the placeholders that clinic.yaml fills, or take the brace out.",
    ),
    Entry("E213", "Name does not match the file", _RECORD, "Use the same word for both."),
    Entry("E214", "Name used twice", _RECORD, "Give the second one a name of its own."),
    Entry(
        "E215", "Question asked twice", "Meeting the same words again tires and measures memory.", "Ask in new words."
    ),
    Entry("E216", "Option given twice", _NO_CHOICE, "Change or remove one of them."),
    Entry("E217", "No right option", _NO_CHOICE, "Mark the right option with 'right:'."),
    Entry("E218", "No way to miss", _NO_CHOICE, "Add a 'wrong:' option, or a second group to sort into."),
    Entry(
        "E219",
        "Same reason for a right and a wrong option",
        "The patient cannot tell from it whether the choice was safe.",
        "Write for each option why it is right or not.",
    ),
    Entry("E220", "Objective does not exist", _POINTS, "Use an objective from the top of this file."),
    Entry("E221", "Sibling does not exist", _CRITICAL, "Name the item that asks the same point in other words."),
    Entry("E222", "Sibling does not fit", _CRITICAL, "Let two critical items of one objective point at each other."),
    Entry("E223", "Critical item is not complete", _CRITICAL, "Add what is missing to this item."),
    Entry("E224", "Lesson screen does not exist", _POINTS, "Name a screen of this topic's lesson."),
    Entry("E225", "Misconception does not exist", _POINTS, "Add it to misconceptions.yaml, or mend the word."),
    Entry("E226", "Source does not exist", _UNSUPPORTED, "Use a code that stands in sources.yaml."),
    Entry(
        "E227",
        "Item rests on an uncertain fact",
        "Where experts disagree no answer is right, and a patient would be marked down for a guess.",
        "Do not ask it: move it into the lesson, or use a fact that is supported.",
    ),
    Entry("E228", "Group does not exist", _POINTS, "Use a word that stands under 'groups:' of this item."),
    Entry("E229", "Picture is missing", "The patient sees a gap.", "Put the drawing into the folder 'pictures'."),
    Entry(
        "E230",
        "Picture is not only a picture",
        "A drawing with a script or an outside link could run in the patient's browser and tell others about them.",
        "Save it as plain SVG: shapes and text, no scripts, no links.",
    ),
    Entry("E231", "Warning sign does not exist", _POINTS, "Use a word under 'warning_signs:' of course.yaml."),
    Entry("E232", "Topic has no file", _UNREAD, "Write the topic's file, or take it from the list."),
    Entry("W233", "Topic is not in the course", _LOST, "Add it to 'topics:' in course.yaml, or remove the file."),
    Entry("W234", "File is not used", _LOST, "Rename it, or move it out of the questions folder."),
    Entry("E235", "Mark on a right option", _NO_CHOICE, "Take the line out: it belongs to a 'wrong:' option."),
    Entry(
        "E236",
        "Approval is not complete",
        "Content counts as approved only if it says who stands behind it.",
        "Write approved_by, role and approved_on, or set the status to draft.",
    ),
)
