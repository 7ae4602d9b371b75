"""Phrases that sound like an emergency; the app is not watched, so it must say whom to call at once."""

import re

_PHRASES = (
    r"chest\W+(\w+\W+){0,3}(pains?|hurt\w*|tight\w*|pressure|heavy|ache\w*)",
    r"(pain|pressure|tightness|hurt\w*|ache)\W+(\w+\W+){0,3}chest",
    r"(can'?t|cannot|can not|hard|trouble|difficult\w*|short(ness)?|struggl\w*|gasp\w*)\W+(\w+\W+){0,3}(breath\w*|air)",
    r"breathless|out of breath",
    r"(face|lips?|tongue|throat|mouth|leg|arm|calf)\W+(\w+\W+){0,3}(swell\w*|swoll?en)",
    r"swoll?en\W+(\w+\W+){0,2}(face|lips?|tongue|throat|leg|arm|calf)|hives",
    r"throat\W+(\w+\W+){0,2}(clos\w*|tight\w*)|worst headache",
    r"faint\w*|pass(ed|ing)? out|black(ed|ing)? out|collaps\w*",
    r"seizure|having a fit|unconscious|won'?t wake|can'?t wake",
    r"stroke|face (is )?droop\w*|(can'?t|cannot|trouble) (speak|talk)\w*",
    r"confused|slurr\w*",
    r"(weak|numb)\w*\W+(\w+\W+){0,3}one side|one side\W+(\w+\W+){0,4}(weak|numb)\w*",
    r"blue lips|lips (are )?blue|suicid\w*|kill myself|want to die|emergency|911|112|999",
    r"stiff neck|heart attack|blood clot|chok(e|ing)|wheez\w*|cough(ed|ing|s)? (up )?blood",
)
_DANGER = re.compile("|".join(f"(?:{phrase})" for phrase in _PHRASES), re.IGNORECASE)


def sounds_like_danger(text: str) -> bool:
    """Whether the words may describe an emergency; rather once too often than once too little."""
    return _DANGER.search(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")) is not None
