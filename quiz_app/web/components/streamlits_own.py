"""What Streamlit itself says in English on our screens, and our words for it."""

from quiz_app.i18n.messages import Words

STREAMLITS_OWN = {
    "Skip to main content": "shell.skip",
    "Copy to clipboard": "shell.copy",
    "Open": "shell.open",
    "Choose an option": "shell.choose-one",
    "Choose options": "shell.choose-some",
    "Clear all": "shell.clear",
    "Remove {}": "shell.remove",
    "Select all": "shell.select-all",
    "Select {} matches": "shell.select-found",
    "No results": "shell.no-results",
    "Press Enter to apply": "shell.enter",
    "Press Ctrl+Enter to apply": "shell.ctrl-enter",
    "Press ⌘+Enter to apply": "shell.command-enter",
    "Choose date": "shell.date",
    "Choose date, {}": "shell.date-of",
    "Previous month": "shell.month-before",
    "Next month": "shell.month-after",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": "shell.date-keys",
    "visualization": "shell.chart",
    "group mark container": "shell.chart-part",
}
"""Streamlit's words, and the key of ours; {} stands for what Streamlit fills in."""


def in_our_words(say: Words) -> dict[str, str]:
    """Our words for each of Streamlit's where they are others; assets/own.js puts them onto the page."""
    ours = {english: say(key) for english, key in STREAMLITS_OWN.items()}
    return {english: said for english, said in ours.items() if said != english}
