"""E6xx and W6xx: texts in other languages."""

from quiz_app.content.catalogue.entries import Entry

_OTHER = "Patients of another language would read something that this course does not say."

ENTRIES = (
    Entry("E601", "Translation is named otherwise", _OTHER, "Give it the name of the file, or move the file."),
    Entry("E602", "Translation of a text that is not there", _OTHER, "Take it out, or mend its name."),
    Entry(
        "E603",
        "Translation has other placeholders",
        "A patient could read no number to call, or a brace where the number belongs.",
        "Use the same words in braces as the original, as often.",
    ),
    Entry("W604", "Translation is out of date", _OTHER, "Translate the new wording, then export and import it again."),
    Entry(
        "W605",
        "Text is not translated",
        "The language cannot be offered until every text is there.",
        "Translate it: export the texts for a translator, and import them back.",
    ),
    Entry(
        "W606",
        "Spanish is hard to read",
        "A tired or worried patient gives up on long words and long sentences.",
        "Shorten the sentences, and use everyday words.",
    ),
    Entry(
        "W607",
        "Clinic has no words in a language",
        "Patients would read the clinic's name or numbers in a language they may not know.",
        "Add a block for the language under 'languages:' in clinic.yaml, as the file explains.",
    ),
)
