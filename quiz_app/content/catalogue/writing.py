"""E3xx and W3xx: how texts, questions and options are worded."""

from quiz_app.content.catalogue.entries import Entry

_GUESS = "People who know how tests are made can pick the option without knowing the answer."
_PUZZLE = "Tired people trip over the puzzle, although they know what to do."
_LONG = "Long texts are not read to the end, and the end may hold what to do."
_VAGUE = "It draws people to or from an option for its wording, not for its meaning."

ENTRIES = (
    Entry("E301", "Shame word", "People who feel judged stop asking.", "Say it kindly, for example 'Not quite'."),
    Entry(
        "E302",
        "Chance that is hard to compare",
        "Most people misjudge '1 in N', other bases and percentages.",
        "Say 'about 5 of every 100', always out of 100.",
    ),
    Entry("E303", "All or none of the above", _GUESS, "Write an option that says one thing."),
    Entry("E304", "Question asks for what is not so", _PUZZLE, "Ask for what is so, or what to do."),
    Entry("E305", "Option joins other options", _PUZZLE, "Write options that each say one thing."),
    Entry(
        "E306",
        "More than plain text",
        "Links, pictures and code in a text can send a patient's address to others or run in the browser.",
        "Write plain words; pictures go under 'picture:'.",
    ),
    Entry("E307", "List is too long", _LONG, "Keep seven entries at most; make two lists or two screens."),
    Entry("E308", "Too many words on one screen", _LONG, "Keep 150 words at most; make two screens of it."),
    Entry("E309", "Main message is too long", _LONG, "Say it in 20 words or fewer."),
    Entry("W320", "Long question", _LONG, "Use 25 words or fewer."),
    Entry("W321", "Long option", _LONG, "Use 12 words or fewer."),
    Entry("W322", "Right option stands out by its length", _GUESS, "Make the options about equally long."),
    Entry("W323", "Absolute or vague word in an option", _VAGUE, "Take the word out, or say how often."),
    Entry("W324", "Word of the question only in the right option", _GUESS, "Use the word in another option too."),
    Entry(
        "W325",
        "Passive voice",
        "It hides who acts, and the patient may wait for somebody else to do it.",
        "Say who does it: 'You call the clinic', 'The nurse starts the drip'.",
    ),
    Entry("W326", "Numbers out of order", _PUZZLE, "Put the options in the order of their numbers."),
    Entry("W327", "Question does not end in a question mark", _PUZZLE, "End the question with '?'."),
)
