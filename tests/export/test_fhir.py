"""The record as a FHIR R4 bundle, held against HL7's own schema and our own rules."""

import base64
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft6Validator  # type: ignore[import-untyped]  # comes with Streamlit, untyped

from quiz_app.domain.summary import Summary
from quiz_app.export.codings import BadCodings
from quiz_app.export.fhir import bundle
from quiz_app.export.json_types import Json
from tests.export.summaries import bare, confirmed

SCHEMA = Path(__file__).with_name("fhir-r4.schema.json")
PDF = b"%PDF-1.7 a record"
SHIPPED = Path(__file__).parents[2] / "quiz_app" / "export" / "codings.json"


@cache
def schema() -> Draft6Validator:
    """HL7's R4 schema, cut to the types that are written."""
    return Draft6Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def problems(made: Json) -> list[str]:
    """What HL7's schema has to say."""
    return [error.message[:200] for error in schema().iter_errors(made)]


def made(summary: Summary, codings: Path | None = None) -> dict[str, list[dict[str, object]]]:
    """The resources of a bundle by type, as they come out of its JSON."""
    found: dict[str, list[dict[str, object]]] = {}
    for entry in json.loads(json.dumps(bundle(summary, PDF, codings=codings)))["entry"]:
        found.setdefault(entry["resource"]["resourceType"], []).append(entry["resource"])
    return found


def every(value: object) -> Iterator[dict[str, object]]:
    """Every object inside a JSON value."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from every(part)
    if isinstance(value, list):
        for part in value:
            yield from every(part)


def codings(value: object) -> list[object]:
    """Every coding offered or chosen inside a value."""
    return [each["valueCoding"] for each in every(value) if "valueCoding" in each]


SUMMARIES = {
    "confirmed": confirmed(),
    "withdrawn": confirmed(withdrawn="Signed for the wrong chair"),
    "only begun": bare(),
}


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_schema_of_hl7_accepts_the_bundle(name: str) -> None:
    assert problems(json.loads(json.dumps(bundle(SUMMARIES[name], PDF)))) == []


def test_the_schema_is_no_rubber_stamp() -> None:
    broken = json.loads(json.dumps(bundle(confirmed(), PDF)))

    broken["entry"][0]["resource"]["item"][0]["type"] = "multiple-choice"
    broken["entry"][1]["resource"]["status"] = "done"

    assert problems(broken) != []


@pytest.mark.parametrize("name", SUMMARIES)
def test_link_ids_are_unique_and_every_answer_is_one_the_questionnaire_offers(name: str) -> None:
    found = made(SUMMARIES[name])

    for asked, answered in zip(found["Questionnaire"], found["QuestionnaireResponse"], strict=True):
        assert answered["questionnaire"] == f"{asked['url']}|{asked['version']}"
        links = [str(each["linkId"]) for each in every(asked) if "linkId" in each]
        assert len(links) == len(set(links))
        offered = {
            str(each["linkId"]): [
                option["valueCoding"] for option in every(each["answerOption"]) if "valueCoding" in option
            ]
            for each in every(asked)
            if "answerOption" in each
        }
        for each in every(answered):
            assert str(each.get("linkId", links[0])) in links
            if "answer" in each and each["linkId"] != "own-questions":
                assert codings(each)
                assert all(coding in offered[str(each["linkId"])] for coding in codings(each))


def test_no_answer_key_is_anywhere_in_the_questionnaire() -> None:
    (asked, _), (first, second) = made(confirmed())["Questionnaire"], made(confirmed())["Questionnaire"]
    allowed = {
        *("resourceType", "id", "language", "url", "version", "title", "status", "subjectType", "item"),
        *("linkId", "text", "type", "repeats", "answerOption", "valueCoding", "system", "code", "display"),
    }

    assert {key for each in every(asked) for key in each} <= allowed
    assert first["version"] != second["version"]


def test_codes_of_options_are_the_letters_on_the_screen_not_those_of_the_authors() -> None:
    summary = confirmed()
    (asked, _) = made(summary)["Questionnaire"]

    plasma = next(each for each in every(asked) if each.get("linkId") == "plasma")

    shown = next(each for each in summary.attempt.wordings if each.item == "plasma")
    options = codings(plasma)
    assert [coding["display"] for coding in options if isinstance(coding, dict)] == [
        *(option.words for option in shown.options),
        "I'm not sure",
    ]
    assert [coding["code"] for coding in options if isinstance(coding, dict)] == [
        *("plasma.a", "plasma.b", "plasma.c", "plasma.not-sure")
    ]


def test_every_reference_leads_to_an_entry_and_the_same_record_gives_the_same_bundle() -> None:
    whole = json.loads(json.dumps(bundle(confirmed(), PDF)))

    names = [entry["fullUrl"] for entry in whole["entry"]]
    assert len(names) == len(set(names))
    assert {str(each["reference"]) for each in every(whole) if "reference" in each} <= set(names)
    assert whole == json.loads(json.dumps(bundle(confirmed(), PDF)))


def test_the_pdf_is_in_the_document_reference_under_its_loinc_code() -> None:
    (document,) = made(confirmed())["DocumentReference"]

    data = next(str(each["data"]) for each in every(document) if "data" in each)
    assert base64.b64decode(data) == PDF
    assert {"system": "http://loinc.org", "code": "34895-3", "display": "Education note"} in list(every(document))


def test_the_first_try_is_an_observation_derived_from_the_response() -> None:
    found = made(confirmed())

    first = found["Observation"][0]
    assert first["valueRatio"] == {"numerator": {"value": 1}, "denominator": {"value": 3}}
    response = f"urn:uuid:{found['QuestionnaireResponse'][0]['id']}"
    assert first["derivedFrom"] == [{"reference": response, "type": "QuestionnaireResponse"}]


def test_a_nurse_verifies_only_what_still_stands_confirmed() -> None:
    (stands,), (withdrawn,) = made(confirmed())["Provenance"], made(confirmed(withdrawn="No"))["Provenance"]

    assert "verifier" in json.dumps(stands)
    assert "m.okafor" in json.dumps(stands)
    assert "verifier" not in json.dumps(withdrawn)


def test_a_patient_is_not_identified_unless_the_clinic_names_a_system(tmp_path: Path) -> None:
    own = json.loads(SHIPPED.read_text(encoding="utf-8")) | {"patient_system": "https://clinic.example/codes"}
    file = tmp_path / "codings.json"
    file.write_text(json.dumps(own), encoding="utf-8")

    plain, named = made(confirmed()), made(confirmed(), file)

    assert "7K2M" not in json.dumps(plain)
    assert named["Procedure"][0]["subject"] == {
        "identifier": {"system": "https://clinic.example/codes", "value": "7K2M"}
    }
    assert problems(json.loads(json.dumps(bundle(confirmed(), PDF, codings=file)))) == []


def test_snomed_can_be_switched_off_and_the_text_stays(tmp_path: Path) -> None:
    file = tmp_path / "codings.json"
    own = json.loads(SHIPPED.read_text(encoding="utf-8")) | {"snomed": False}
    file.write_text(json.dumps(own), encoding="utf-8")

    found = made(confirmed(), file)

    assert "snomed" not in json.dumps(found)
    assert found["Procedure"][0]["category"] == {"text": "Patient education"}
    assert problems(json.loads(json.dumps(bundle(confirmed(), PDF, codings=file)))) == []


def test_only_codes_with_a_source_are_written() -> None:
    standard = {
        (each["system"], each["code"])
        for each in every(json.loads(json.dumps(bundle(confirmed(), PDF))))
        if "code" in each and "system" in each and "quiz-app.example" not in str(each["system"])
    }

    assert standard == {
        ("http://snomed.info/sct", "409073007"),
        ("http://snomed.info/sct", "311401005"),
        ("http://snomed.info/sct", "410264007"),
        ("http://loinc.org", "34895-3"),
        ("http://terminology.hl7.org/CodeSystem/observation-category", "survey"),
        ("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "assembler"),
        ("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "verifier"),
    }


def test_a_file_of_codings_that_cannot_be_read_says_where(tmp_path: Path) -> None:
    file = tmp_path / "codings.json"
    file.write_text('{"base": "no address"}', encoding="utf-8")

    with pytest.raises(BadCodings, match=r"codings\.json: base: "):
        bundle(confirmed(), PDF, codings=file)


def test_without_a_file_of_its_own_a_clinic_gets_the_shipped_codings(tmp_path: Path) -> None:
    assert bundle(confirmed(), PDF, codings=tmp_path / "codings.json") == bundle(confirmed(), PDF)
