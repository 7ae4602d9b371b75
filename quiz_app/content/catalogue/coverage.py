"""E5xx and W5xx: what the whole course teaches and asks."""

from quiz_app.content.catalogue.entries import Entry

_UNASKED = "The nurse would read that all is understood although nobody asked."
_GUESS = "People notice the habit and pick by it instead of by what they know."

ENTRIES = (
    Entry("E501", "Topic without something to do", "Knowing without doing helps nobody.", "Add 'do:' to a screen."),
    Entry("E502", "More critical pairs than are asked", _UNASKED, "Raise asked_per_topic, or split the topic."),
    Entry("W503", "Fewer items than are asked", _UNASKED, "Add ordinary items, or lower asked_per_topic."),
    Entry("E504", "Objective is not asked", _UNASKED, "Add an item for it, or take the objective out."),
    Entry("E505", "Warning sign is asked too little", _UNASKED, "Ask about it in two items, in different words."),
    Entry("E506", "Required misconception is not used", _UNASKED, "Point a 'wrong:' option at it."),
    Entry("E507", "Misconception is not used", _UNASKED, "Point a 'wrong:' option at it, or take it out."),
    Entry("W508", "Few items ask what to do", "Facts alone do not help at home.", "Add items of level decide or act."),
    Entry("W509", "Right option is often the longest", _GUESS, "Shorten keys, or say more in other options."),
    Entry(
        "W520",
        "Course is long",
        "Tired people stop before the end, and the signs to watch for come last.",
        "Ask fewer questions in each topic, or make two courses; 15 minutes and 15 to 20 questions are enough.",
    ),
    Entry(
        "W521",
        "Glossary word is not used",
        "A word that stands in no lesson is one more thing to read.",
        "Take it out, or mend its spelling.",
    ),
    Entry("W510", "Right option often stands in one position", _GUESS, "Move right options to other positions."),
    Entry(
        "W511",
        "Review is due",
        "Medical advice ages; old advice can harm.",
        "Let a clinician look at the course and set a new date.",
    ),
    Entry(
        "W512",
        "Changed since it was approved",
        "Patients would read words under a clinician's name that the clinician never saw.",
        "Let a reviewer approve it again, in the app; until then it is a draft.",
    ),
)
