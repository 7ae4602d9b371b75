"""E4xx and W4xx: how hard a topic is to read."""

from quiz_app.content.catalogue.entries import Entry

_HARD = "About one adult in two cannot use a text above grade 8, and worry makes reading harder."

ENTRIES = (
    Entry("E401", "Too hard to read", _HARD, "Use shorter sentences and shorter words; aim for grade 5."),
    Entry("W402", "Hard to read", _HARD, "Use shorter sentences and shorter words; aim for grade 5."),
    Entry("W403", "Long sentences", _HARD, "Make two sentences of each long one: 15 words or fewer on average."),
    Entry(
        "W404",
        "Abbreviation is not explained",
        "Who does not know the letters loses the sentence.",
        "Add it to glossary.yaml, or write the words out.",
    ),
)
