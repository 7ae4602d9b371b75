"""QTI 3.0: a package that holds each item once, and scores as we do. A player's results are in the docs."""

import io
import zipfile
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from quiz_app.domain.item import Item
from quiz_app.exchange.qti import ITEM_SPACE, PACKAGE_SPACE, qti
from tests.exchange.shipped import one, outgoing, several, shipped, sort

SPACES = {"q": ITEM_SPACE, "p": PACKAGE_SPACE}


def files(*items: Item) -> dict[str, Element]:
    """The files of the package with these items."""
    with zipfile.ZipFile(io.BytesIO(qti(outgoing(*items)))) as archive:
        return {name: fromstring(archive.read(name)) for name in archive.namelist()}


def item_of(item: Item) -> Element:
    """The item's file."""
    return files(item)[f"items/{item.id}.xml"]


def points(root: Element) -> dict[str, str]:
    """What each choice adds to the score."""
    entries = root.findall(".//q:qti-map-entry", SPACES)
    return {entry.get("map-key", ""): entry.get("mapped-value", "") for entry in entries}


def test_the_manifest_names_every_item_once() -> None:
    package = files(one(), several(), sort())

    listed = [found.get("href") for found in package["imsmanifest.xml"].findall(".//p:resource", SPACES)]

    assert listed == ["items/chest-hurts.xml", "items/before-drip.xml", "items/who-to-call.xml"]
    assert set(package) == {"imsmanifest.xml", *listed}


def test_the_same_questions_give_the_same_bytes() -> None:
    assert qti(shipped()) == qti(shipped())


@pytest.mark.parametrize(
    ("item", "scores", "most"),
    [
        (one(), {"a": "1", "b": "1", "c": "-1"}, "1"),
        (several(), {"a": "1", "b": "1", "c": "1", "d": "0", "e": "-3"}, "3"),
        (sort(), {"a group-today": "1", "a group-emergency": "1", "b group-emergency": "1"}, "2"),
    ],
    ids=["choose-one", "choose-all", "sort"],
)
def test_choices_are_worth_what_they_are_worth_here(item: Item, scores: dict[str, str], most: str) -> None:
    root = item_of(item)
    mapping = root.find(".//q:qti-mapping", SPACES)

    assert points(root) == scores
    assert mapping is not None
    assert (mapping.get("lower-bound"), mapping.get("upper-bound")) == ("0", most)


def test_every_reason_and_the_words_for_not_being_sure_are_shown_as_feedback() -> None:
    root = item_of(one())

    feedback = {
        each.get("identifier"): "".join(each.itertext()) for each in root.findall("q:qti-modal-feedback", SPACES)
    }

    assert feedback == {
        "a": "That is safe too.",
        "b": "Fast help matters.",
        "c": "Waiting is the danger.",
        "not_sure": "Please call.",
    }


def test_lines_and_paragraphs_of_a_question_stay() -> None:
    root = item_of(one(ask="One\ntwo\n\nthree"))

    assert [list(each.itertext()) for each in root.findall("q:qti-item-body/q:p", SPACES)] == [
        ["One", "two"],
        ["three"],
    ]


def test_an_identifier_begins_with_a_letter() -> None:
    assert item_of(one(id="7-days")).get("identifier") == "item-7-days"
