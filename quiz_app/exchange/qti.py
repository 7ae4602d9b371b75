"""A QTI 3.0 package: a manifest and one file for each item, scored by its own response processing.

SCORE counts what was right, up to MAXSCORE; in a choose-all item one wrong choice takes all of it, as with us.
"""

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.exchange.outgoing import Outgoing
from quiz_app.exchange.written import xml_bytes, zipped

ITEM_SPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
PACKAGE_SPACE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
_SCHEMAS = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd"
_LOCATION = "xsi:schemaLocation"
_INSTANCE = {"xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance"}
NOT_SURE = "not_sure"


def qti(outgoing: Outgoing) -> bytes:
    """The package as a zip file."""
    items = {f"items/{item.id}.xml": xml_bytes(item_file(item, outgoing.locale)) for item in outgoing.items}
    return zipped({"imsmanifest.xml": xml_bytes(_manifest(outgoing)), **items})


def item_file(item: Item, locale: str) -> Element:
    """One item as a `qti-assessment-item`."""
    root = Element(
        "qti-assessment-item",
        {
            "xmlns": ITEM_SPACE,
            **_INSTANCE,
            _LOCATION: f"{ITEM_SPACE} {_SCHEMAS}/imsqti_asiv3p0_v1p0.xsd",
            "identifier": identifier(item.id),
            "title": item.id,
            "adaptive": "false",
            "time-dependent": "false",
            "xml:lang": locale,
        },
    )
    _declarations(root, item)
    body = SubElement(root, "qti-item-body")
    _paragraphs(body, item.ask)
    draw = _sorting if item.kind is Kind.SORT else _choosing
    draw(body, item)
    _processing(root, item)
    for key, why in _reasons(item):
        feedback = SubElement(
            root,
            "qti-modal-feedback",
            {"outcome-identifier": "FEEDBACK", "identifier": key, "show-hide": "show"},
        )
        _paragraphs(SubElement(feedback, "qti-content-body"), why)
    return root


def identifier(name: str) -> str:
    """A name as QTI takes it: it begins with a letter."""
    return name if name[0].isalpha() else f"item-{name}"


def _declarations(root: Element, item: Item) -> None:
    several = item.kind is not Kind.CHOOSE_ONE
    response = SubElement(
        root,
        "qti-response-declaration",
        {
            "identifier": "RESPONSE",
            "cardinality": "multiple" if several else "single",
            "base-type": "directedPair" if item.kind is Kind.SORT else "identifier",
        },
    )
    _values(SubElement(response, "qti-correct-response"), _key(item))
    most = _most(item)
    mapping = SubElement(response, "qti-mapping", {"lower-bound": "0", "upper-bound": str(most), "default-value": "0"})
    for key, points in _worth(item):
        SubElement(mapping, "qti-map-entry", {"map-key": key, "mapped-value": str(points)})
    for name, points in (("SCORE", 0), ("MAXSCORE", most)):
        outcome = SubElement(
            root, "qti-outcome-declaration", {"identifier": name, "cardinality": "single", "base-type": "float"}
        )
        _values(SubElement(outcome, "qti-default-value"), [str(points)])
    SubElement(
        root,
        "qti-outcome-declaration",
        {
            "identifier": "FEEDBACK",
            "cardinality": "multiple" if several else "single",
            "base-type": "identifier",
        },
    )


def _most(item: Item) -> int:
    if item.kind is Kind.SORT:
        return len(item.put)
    return sum(option.verdict is Verdict.RIGHT for option in item.options)


def _key(item: Item) -> list[str]:
    if item.kind is Kind.SORT:
        return [f"{key} {_group(thing.into)}" for key, thing in zip(item.keys, item.put, strict=True)]
    pairs = zip(item.keys, item.options, strict=True)
    return [key for key, option in pairs if option.verdict is Verdict.RIGHT]


def _worth(item: Item) -> list[tuple[str, int]]:
    """What each choice adds to the score."""
    if item.kind is Kind.SORT:
        things = zip(item.keys, item.put, strict=True)
        return [(f"{key} {_group(name)}", 1) for key, thing in things for name in (thing.into, *thing.accept)]
    accepted = 0 if item.kind is Kind.CHOOSE_ALL else 1
    points = {Verdict.RIGHT: 1, Verdict.ACCEPTED: accepted, Verdict.WRONG: -_most(item)}
    return [(key, points[option.verdict]) for key, option in zip(item.keys, item.options, strict=True)]


def _choosing(body: Element, item: Item) -> None:
    most = "1" if item.kind is Kind.CHOOSE_ONE else "0"
    choices = SubElement(
        body, "qti-choice-interaction", {"response-identifier": "RESPONSE", "max-choices": most, "shuffle": "true"}
    )
    for key, option in zip(item.keys, item.options, strict=True):
        _lines(SubElement(choices, "qti-simple-choice", identifier=key), option.text)


def _sorting(body: Element, item: Item) -> None:
    things = str(len(item.put))
    matching = SubElement(
        body,
        "qti-match-interaction",
        {"response-identifier": "RESPONSE", "max-associations": things, "shuffle": "false"},
    )
    left, right = SubElement(matching, "qti-simple-match-set"), SubElement(matching, "qti-simple-match-set")
    for key, thing in zip(item.keys, item.put, strict=True):
        _lines(_associable(left, key, most="1"), thing.what)
    for name, words in item.groups.items():
        _lines(_associable(right, _group(name), most=things), words)


def _associable(parent: Element, name: str, *, most: str) -> Element:
    return SubElement(parent, "qti-simple-associable-choice", {"identifier": name, "match-max": most})


def _group(name: str) -> str:
    return f"group-{name}"


def _processing(root: Element, item: Item) -> None:
    """Map the score, then show the reason of what was chosen, of every thing, or the words for not being sure."""
    processing = SubElement(root, "qti-response-processing")
    condition = SubElement(processing, "qti-response-condition")
    silent, given = SubElement(condition, "qti-response-if"), SubElement(condition, "qti-response-else")
    SubElement(SubElement(silent, "qti-is-null"), "qti-variable", identifier="RESPONSE")
    shown = _outcome(silent, "FEEDBACK")
    _base_values(shown if item.kind is Kind.CHOOSE_ONE else SubElement(shown, "qti-multiple"), [NOT_SURE])
    SubElement(_outcome(given, "SCORE"), "qti-map-response", identifier="RESPONSE")
    if item.kind is Kind.SORT:
        _base_values(SubElement(_outcome(given, "FEEDBACK"), "qti-multiple"), item.keys)
    else:
        SubElement(_outcome(given, "FEEDBACK"), "qti-variable", identifier="RESPONSE")


def _outcome(parent: Element, name: str) -> Element:
    return SubElement(parent, "qti-set-outcome-value", identifier=name)


def _base_values(parent: Element, keys: Iterable[str]) -> None:
    for key in keys:
        SubElement(parent, "qti-base-value", {"base-type": "identifier"}).text = key


def _reasons(item: Item) -> list[tuple[str, str]]:
    reasons = [option.why for option in item.options] or [thing.why for thing in item.put]
    return [*zip(item.keys, reasons, strict=True), (NOT_SURE, item.not_sure)]


def _values(parent: Element, values: Sequence[str]) -> None:
    for value in values:
        SubElement(parent, "qti-value").text = value


def _paragraphs(parent: Element, text: str) -> None:
    for paragraph in re.split(r"\n{2,}", text):
        _lines(SubElement(parent, "p"), paragraph)


def _lines(element: Element, text: str) -> None:
    """The text, with an element for each line end."""
    first, *others = text.split("\n")
    element.text = first
    for line in others:
        SubElement(element, "br").tail = line


def _manifest(outgoing: Outgoing) -> Element:
    root = Element(
        "manifest",
        {
            "xmlns": PACKAGE_SPACE,
            **_INSTANCE,
            _LOCATION: f"{PACKAGE_SPACE} {_SCHEMAS}/imsqtiv3p0_imscpv1p2_v1p0.xsd",
            "identifier": f"package-{outgoing.course}",
        },
    )
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = "QTI Package"
    SubElement(metadata, "schemaversion").text = "3.0.0"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    for item in outgoing.items:
        href = f"items/{item.id}.xml"
        resource = SubElement(
            resources,
            "resource",
            {"identifier": f"resource-{item.id}", "type": "imsqti_item_xmlv3p0", "href": href},
        )
        SubElement(resource, "file", href=href)
    return root
