"""How many syllables an English word has: rules with a list of exceptions, no download, no dictionary."""

import re
from functools import lru_cache

_LISTED = """
ache 1|aches 1|ached 1|headache 2|headaches 2|stomachache 3|area 3|areas 3|idea 3|ideas 3|nausea 3|diabetes 4
diarrhea 4|maybe 2|every 2|everything 3|everyone 3|everybody 4|everyday 3|everywhere 3|evening 2|evenings 2
business 2|colonel 2|wednesday 2|element 3|elements 3|supplement 3|supplements 3|implement 3|complement 3
cement 2|recipe 3|recipes 3|acne 2|being 2|beings 2|poem 2|video 3|videos 3|soldier 2|soldiers 2|real 2|really 2
ruin 2|genuine 3|cooperate 4|coordinate 4|something 2|sometimes 2|sometime 2|someone 2|somewhere 2|somebody 3
somehow 2|therefore 2|forehead 2|whatever 3|naked 2|wicked 2|sacred 2|aged 1|rugged 2|hundred 2|marriage 2
carriage 2|people 2|peoples 2|queue 1|clothes 1|eyes 1|eye 1|karaoke 4|simile 3|catastrophe 4|syringe 2
vegetable 4|comfortable 4|mosaic 3|archaic 3|naive 2|layer 2|prayer 1|vitae 2|onion 2|onions 2|million 2
billion 2|opinion 3|opinions 3|companion 3|union 2|fiery 3|hygiene 2|apnea 3|create 2|creates 2|fluid 2|fluids 2
react 2|reacts 2|chaos 2|lion 2|riot 2|violet 3|platelet 2|platelets 2|bracelet 2|diet 2|diets 2|dying 2|lying 2
tying 2|isn't 2|didn't 2|doesn't 2|couldn't 2|wouldn't 2|shouldn't 2|hasn't 2|haven't 2|hadn't 2|wasn't 2
beloved 3|blessed 2|learned 2|cafe 2|biped 2|hated 2|mischievous 3|theater 3|theory 3|museum 3|cereal 3|linear 3
nuclear 3|ideal 3|neon 2|peon 2|geology 4|somewhat 2|awesome 2|gruesome 2|tiresome 3|handsome 2|wholesome 2
hopefully 3|period 3
""".replace("\n", "|")
_EXCEPTIONS = {entry.split(" ")[0]: int(entry.split(" ")[1]) for entry in _LISTED.split("|") if entry.strip()}
_VOWELS = re.compile(r"[aeiouy]+")
_ONE_MORE = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![tcs])ia(?!ge)",  # media, immediate; not special, initial
        r"[ct]iat",  # associated, appreciate
        r"(?<![tcsgxn])io|nio(?!n)",  # period, antibiotic; not infusion, onion
        r"iu",  # medium
        r"iet|(?<![tcs])ien[ct]|scien",  # quiet, ingredient, experience; not patient
        r"(?<=[a-z]{2}[^aeiou])ie(?:r|st)",  # easier, happiest
        r"(?<![gq])ua(?!rd)",  # usual, January; not language
        r"(?<!g)ue(?:nt|nz|ls?$|t$)",  # fluent, influenza, fuel
        r"[^aeiou]yi?ng$|[eou]ing$|iing$",  # trying, being, going
        r"(?<=[^aeiou])yo",  # myositis, anyone
        r"^rea(?:ct|pp|ss)|creat|^pree|^coag|flui",  # reaction, creation
        r"[ai]sms?$|thms?$",  # spasm, rhythm
        r"eo$|eos$|eal(?:ity|ize)|[nrt]eous|autoi",  # video, subcutaneous
    )
)
_ONE_LESS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[^aeiouy]e$(?<![^aeiouylr]le)",  # dose; not needle
        r"[^aeiouyszxcg](?<!sh|ch)es$(?<![^aeiouylr]les)",  # times; not doses, needles
        r"[^aeiouytd]ed$(?<![^aeiouylrw]led)",  # helped; not needed, handled
        r"[gq]ue[sd]?$",  # fatigue
        r"[aeiouy][^aeiouy]+e(?:ly|ful|fully|less|lessly|ments?|ness|ty|times?|giver|givers|work|walk|body|side)$(?<!ement)",
        r"[aeiouy][^aeiouym]+ements?$|[aeiouy][^aeiouyl]*[vt]ements?$",  # management, movement
    )
)
_LETTER_W = 3


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Syllables of one word; an abbreviation is spelt, a number in figures counts as one."""
    if word.isupper() and 2 <= len(word) <= 5:
        return sum(_LETTER_W if letter == "W" else 1 for letter in word)
    plain = word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").removesuffix("'s")
    if plain in _EXCEPTIONS:
        return _EXCEPTIONS[plain]
    if not _VOWELS.search(plain):
        return 1
    return max(1, _by_rule(re.sub(r"'\w*$", "", plain)))


def _by_rule(word: str) -> int:
    sounded = word.replace("qu", "qw")
    sounded = re.sub(r"^y(?=[aeiou])|(?<=[aeiou])y(?=[aeiou])", "j", sounded)
    count = len(_VOWELS.findall(sounded))
    count += sum(len(pattern.findall(sounded)) for pattern in _ONE_MORE)
    return count - sum(pattern.search(sounded) is not None for pattern in _ONE_LESS)
