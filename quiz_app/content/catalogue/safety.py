"""E31x and W33x: what could harm a patient who trusts a text, and what a question must not be about."""

from quiz_app.content.catalogue.entries import Entry

_LOOKS = "People pick the option that looks different, whatever it says."

ENTRIES = (
    Entry(
        "E310",
        "Chance told against another chance",
        "'Twice as likely' frightens or comforts without saying how likely it is.",
        "Say it as so many of every 100, or only 'more likely'.",
    ),
    Entry(
        "E311",
        "Dose",
        "A dose that is right for one patient can harm the next.",
        "Leave the amount out: 'Ask your team how much'.",
    ),
    Entry(
        "E312",
        "Number of one clinic",
        "A patient of another clinic would call a number that brings no help, or wait for the wrong fever.",
        "Use the placeholder; clinic.yaml fills it.",
    ),
    Entry(
        "E313",
        "Tells to stop or start a medicine",
        "A medicine stopped or started without the team can do more harm than the sign did.",
        "Write 'tell your team' or 'ask your team first'.",
    ),
    Entry(
        "E314",
        "Asks about the patient's own health",
        "Nobody reads the answer in time, and health data would be kept that nobody needs.",
        "Tell a short scene and ask what to do in it.",
    ),
    Entry(
        "W328",
        "What to do does not begin with a verb",
        "A step is easier to do than a statement.",
        "Begin with the verb: 'Call the clinic'.",
    ),
    Entry(
        "W329",
        "Chance is not drawn",
        "Many people cannot picture 5 of 100 until they see 100 small figures.",
        "Add 'chance: {of: 100, about: ..., what: ...}' to this screen.",
    ),
    Entry(
        "W330",
        "Comfort that may be false",
        "Who is told not to worry does not call.",
        "Say 'rare, so learn the signs', and what to do.",
    ),
    Entry("W331", "Asks for trivia", "A figure known by heart keeps nobody safe.", "Ask what to do in a short scene."),
    Entry(
        "W332",
        "Not three options",
        "Two can be guessed; more are only longer to read.",
        "Offer three options; the app adds 'I'm not sure'.",
    ),
    Entry(
        "W333", "Options are not of one form", _LOOKS, "Begin all options alike, and end all or none with a full stop."
    ),
    Entry(
        "W334",
        "Care that is marked as not right",
        "Who learns that calling was too much may not call when it counts.",
        "Mark it 'accept:', or add the group to 'accept: [...]'; only waiting is not right.",
    ),
)
