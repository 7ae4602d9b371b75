"""Phrases that sound like an emergency; the app is not watched, so it must say whom to call at once."""

import re

_PHRASES = (
    r"chest (pain|hurts?|tight\w*)|pain in (my )?chest",
    r"(can'?t|cannot|can not|hard to|trouble|difficulty|short of) ?(catch )?(my )?breath\w*",
    r"(face|lips?|tongue|throat|mouth)\W+(\w+\W+){0,3}swell\w*|swoll?en (face|lips?|tongue|throat)",
    r"faint\w*|pass(ed|ing)? out|black(ed|ing)? out|collaps\w*",
    r"seizure|having a fit|unconscious|won'?t wake|can'?t wake",
    r"stroke|face (is )?droop\w*|(can'?t|trouble) (speak|talk)\w*|slurr\w*",
    r"(weak|numb)\w*\W+(\w+\W+){0,3}one side|one side\W+(\w+\W+){0,4}(weak|numb)\w*",
    r"blue lips|lips (are )?blue|suicid\w*|kill myself|want to die|emergency|911|112|999",
    r"stiff neck|heart attack|blood clot|chok(e|ing)|wheez\w*|throat (is )?tight\w*|coughing (up )?blood",
)
_DANGER = re.compile("|".join(f"(?:{phrase})" for phrase in _PHRASES), re.IGNORECASE)


def sounds_like_danger(text: str) -> bool:
    """Whether the words may describe an emergency; rather once too often than once too little."""
    return _DANGER.search(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")) is not None
