"""Free text that may point to a person."""

import pytest

from quiz_app.domain.screening import suspicions


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tuesday chair 4",
        "Demo 001",
        "Tue Tue Tue",
        "Room 12 Bed 3",
        "Blue Room",
        "Window seat",
        "Tuesday 2026-11-24",
        "Tue 11/24/26",
        "24.11.2026 08:30",
        "08.30-09.15",
        "IVIG Privigen",
        "30000 mg",
        "calls",
        "Call 911 for Chest Pain",
        "Takes Benadryl before. Knows signs",
        "She says: Call the clinic",
        "Would call 911 at once when the chest hurts",
        "Talked to her daughter, too",
        "Wrong patient",
        "Signed by mistake",
    ],
)
def test_what_a_clinic_writes_every_day_looks_like_nobody(text: str) -> None:
    assert suspicions(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mrs Miller", "name"),
        ("mr. Okafor", "name"),
        ("Dr Jones said so", "name"),
        ("Se\u00f1ora Gil", "name"),
        ("John", "name"),
        ("maria, chair 4", "name"),
        ("Anna Keller", "name"),
        ("Nguyen Tran", "name"),
        ("KELLER, Sabine", "name"),
        ("J. Smith", "name"),
        ("Rosa's chair", "name"),
        ("O'Brien Siobhan", "name"),
        ("Chair 4 Zo\u00eb M\u00fcller", "name"),
        ("3/4/1950", "birth-date"),
        ("03-04-50", "birth-date"),
        ("1950-04-03", "birth-date"),
        ("12.03.1961", "birth-date"),
        ("12 March 1950", "birth-date"),
        ("March 12th, 1950", "birth-date"),
        ("born 1950", "birth-date"),
        ("born on 3 April", "birth-date"),
        ("DOB in chart", "birth-date"),
        ("date of birth known", "birth-date"),
        ("*1961", "birth-date"),
        ("MRN 12", "record-number"),
        ("1234567", "record-number"),
        ("chair 4 / 004711", "record-number"),
        ("123-45-6789", "record-number"),
        ("patient id 77", "record-number"),
        ("555-123-4567", "phone"),
        ("(555) 123 4567", "phone"),
        ("1-800-555-0199", "phone"),
        ("+49 170 1234567", "phone"),
        ("555-0199", "phone"),
        ("0170 1234567", "phone"),
        ("612 345 678", "phone"),
        ("phone 4711", "phone"),
        ("keller@mail.example", "mail"),
        ("first.last@clinic.co.uk", "mail"),
    ],
)
def test_what_points_to_a_person_is_told(text: str, found: str) -> None:
    assert [str(each) for each in suspicions(text)] == [found]


def test_everything_is_told_at_once_in_a_fixed_order() -> None:
    text = "jk@mail.example, John Keller, 12.03.1961, 555-123-4567, MRN 1234567"

    assert [str(each) for each in suspicions(text)] == ["name", "birth-date", "record-number", "phone", "mail"]
