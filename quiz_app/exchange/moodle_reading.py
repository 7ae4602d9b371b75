"""Moodle XML in: multiple choice, true or false, and matching, read without entities and document types."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from quiz_app.exchange.imported import MOST_OPTIONS, About, Given, Imported, Reading, Spot, Unit, refused
from quiz_app.exchange.judging import Answer, choose_all, choose_one, sorted_into
from quiz_app.exchange.plain import cleaned, decoded, item_name, worded
from quiz_app.exchange.tags import Tagged, read_tags, with_tags

_COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


def read_moodle(raw: bytes) -> Imported:
    """The questions of a Moodle XML file."""
    if decoded(raw) is None and b"encoding" not in raw[:100]:
        return refused(About.NOT_UTF8)
    try:
        root = fromstring(raw, forbid_dtd=True)
    except DefusedXmlException:
        return refused(About.UNSAFE_XML)
    except (ParseError, ValueError, LookupError) as reason:  # the last two: an encoding nobody knows
        return refused(About.NOT_XML, str(reason))
    if root.tag != "quiz":
        return refused(About.NOT_A_QUIZ, str(root.tag)[:40])
    return _read(root)


def _read(root: Element) -> Imported:
    reading, number, categories = Reading(), 0, set()
    for element in root.iter("question"):
        kind = element.get("type", "")
        if kind == "category":
            categories.add(element.findtext("category/text", "").strip())
            continue
        number += 1
        at = Spot(Unit.QUESTION, number, cleaned(element.findtext("name/text", ""), reading, Spot())[:60])
        _take(element, kind, reading, at)
    if len(categories) > 1:
        reading.lose(Spot(), About.CATEGORIES, str(len(categories)))
    return reading.done


def _take(element: Element, kind: str, reading: Reading, at: Spot) -> None:
    ask = _text_of(element.find("questiontext"), reading, at)
    if kind == "description":
        reading.refuse(at, About.DESCRIPTION, ask[:40])
    elif kind not in _KINDS:
        reading.refuse(at, About.OTHER_KIND, kind)
    elif not ask:
        reading.refuse(at, About.NO_TEXT)
    else:
        _take_known(element, kind, reading, _blank(element, ask, reading, at))


def _blank(element: Element, ask: str, reading: Reading, at: Spot) -> Given:
    title = element.findtext("idnumber", "").strip() or at.name
    name = item_name(title, ask, reading, at)
    not_sure = _text_of(element.find("generalfeedback"), reading, at)
    return Given(at=replace(at, name=name), id=name, ask=ask, not_sure=not_sure)


def _take_known(element: Element, kind: str, reading: Reading, blank: Given) -> None:
    answers = element.findall("answer") or element.findall("subquestion")
    if not answers:
        reading.refuse(blank.at, About.NO_ANSWERS)
    elif len(answers) > MOST_OPTIONS:
        reading.refuse(blank.at, About.TOO_MANY_OPTIONS, str(len(answers)))
    else:
        tags = read_tags(_tags(element), reading, blank.at)
        _note_extras(element, reading, blank.at)
        reading.take(with_tags(_KINDS[kind](element, blank, reading, tags), tags))


def _chosen(element: Element, blank: Given, reading: Reading, tags: Tagged) -> Given:
    is_single = element.get("type") == "multichoice" and element.findtext("single", "true").strip() in {"true", "1"}
    judge = choose_one if is_single else choose_all
    answers = [_answer(each, reading, blank.at) for each in element.findall("answer")]
    if element.get("type") == "multichoiceset":  # its own rule: everything or nothing
        answers = [replace(each, share=each.share or -100) for each in answers]
    return replace(blank, options=tuple(judge(answers, tags.at("accept"), reading, blank.at)))


def _true_or_false(element: Element, blank: Given, reading: Reading, _tags: Tagged) -> Given:
    reading.lose(blank.at, About.TRUE_FALSE)
    answers = [_answer(each, reading, blank.at) for each in element.findall("answer")]
    named = [replace(each, text=each.text.capitalize()) for each in answers]
    return replace(blank, options=tuple(choose_one(named, (), reading, blank.at)))


def _sorted(element: Element, blank: Given, reading: Reading, _tags: Tagged) -> Given:
    pairs = [
        (_text_of(each, reading, blank.at), cleaned(each.findtext("answer/text", ""), reading, blank.at))
        for each in element.findall("subquestion")
    ]
    groups, things = sorted_into(pairs)
    return replace(blank, groups=groups, put=things)


_KINDS: dict[str, Callable[[Element, Given, Reading, Tagged], Given]] = {
    "multichoice": _chosen,
    "multichoiceset": _chosen,
    "truefalse": _true_or_false,
    "matching": _sorted,
    "ddmatch": _sorted,
}


def _answer(element: Element, reading: Reading, at: Spot) -> Answer:
    try:
        share = float(element.get("fraction", "0"))
    except ValueError:
        share = 0.0
        reading.lose(at, About.UNKNOWN_VALUE, f"fraction: {element.get('fraction', '')}"[:60])
    text = _text_of(element, reading, at)
    why = _text_of(element.find("feedback"), reading, at)
    return Answer(text, why, max(-100.0, min(100.0, share)))


def _text_of(element: Element | None, reading: Reading, at: Spot) -> str:
    if element is None:
        return ""
    for file in element.findall("file"):
        reading.lose(at, About.PICTURE, cleaned(file.get("name", ""), reading, at))
    return worded(element.findtext("text", ""), element.get("format", "moodle_auto_format"), reading, at)


def _tags(element: Element) -> Iterator[str]:
    yield from (text for each in element.findall("tags/tag") if (text := each.findtext("text", "").strip()))


def _note_extras(element: Element, reading: Reading, at: Spot) -> None:
    """What Moodle says about a whole answer, and hints between tries: nothing of ours holds them."""
    if any(element.findtext(f"{name}/text", "").strip() for name in _COMBINED):
        reading.lose(at, About.GENERAL_WORDS)
    if any(hint.findtext("text", "").strip() for hint in element.findall("hint")):
        reading.lose(at, About.HINTS)
