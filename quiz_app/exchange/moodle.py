"""Moodle XML out: feedback for each answer, shares of the marks, and our extra fields as tags."""

from xml.etree.ElementTree import Element, SubElement

from quiz_app.domain.item import Item, Kind
from quiz_app.exchange.judging import share
from quiz_app.exchange.outgoing import Outgoing
from quiz_app.exchange.tags import tags_of
from quiz_app.exchange.written import xml_bytes

PLAIN = {"format": "plain_text"}


def moodle(outgoing: Outgoing) -> bytes:
    """The items as a Moodle question bank, one category for each topic."""
    quiz = Element("quiz")
    for topic in outgoing.topics:
        category = SubElement(SubElement(quiz, "question", type="category"), "category")
        _text(category, f"$course$/top/{outgoing.course}/{topic.topic}")
        for item in topic.items:
            _question(quiz, item)
    return xml_bytes(quiz)


def _question(quiz: Element, item: Item) -> None:
    kind = "matching" if item.kind is Kind.SORT else "multichoice"
    question = SubElement(quiz, "question", type=kind)
    _text(SubElement(question, "name"), item.id)
    _text(SubElement(question, "questiontext", PLAIN), item.ask)
    _text(SubElement(question, "generalfeedback", PLAIN), item.not_sure)
    SubElement(question, "defaultgrade").text = "1"
    SubElement(question, "hidden").text = "0"
    SubElement(question, "idnumber").text = item.id
    SubElement(question, "shuffleanswers").text = "true"
    if item.kind is Kind.SORT:
        _pairs(question, item)
    else:
        _answers(question, item)
    tags = SubElement(question, "tags")
    for tag in tags_of(item):
        _text(SubElement(tags, "tag"), tag)


def _answers(question: Element, item: Item) -> None:
    SubElement(question, "single").text = "true" if item.kind is Kind.CHOOSE_ONE else "false"
    SubElement(question, "answernumbering").text = "abc"
    for option in item.options:
        answer = SubElement(question, "answer", {"fraction": share(item, option.verdict), **PLAIN})
        SubElement(answer, "text").text = option.text
        _text(SubElement(answer, "feedback", PLAIN), option.why)


def _pairs(question: Element, item: Item) -> None:
    used = {thing.into for thing in item.put}
    pairs = [(thing.what, item.groups[thing.into]) for thing in item.put]
    pairs += [("", words) for name, words in item.groups.items() if name not in used]
    for what, words in pairs:
        pair = SubElement(question, "subquestion", PLAIN)
        SubElement(pair, "text").text = what
        _text(SubElement(pair, "answer"), words)


def _text(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = text
