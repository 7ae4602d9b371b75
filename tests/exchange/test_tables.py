"""Tables: safe in a spreadsheet, read as Excel saves them, and wrong cells named by row."""

import csv
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.domain.item import Option, Verdict
from quiz_app.exchange.imported import About, Imported
from quiz_app.exchange.table_files import csv_file, read_csv, read_xlsx, xlsx_file
from quiz_app.exchange.tables import COLUMNS
from tests.exchange.shipped import one, outgoing, sort

SHORT = "id,ask,part,text,why\n"


def noted(found: Imported) -> list[tuple[int, About, str]]:
    """What was lost, changed or not taken, by row."""
    return [(note.at.number, note.about, note.detail) for note in (*found.losses, *found.problems)]


def cells(raw: bytes) -> list[list[str]]:
    """The table as a spreadsheet reads it."""
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_there_is_one_row_for_each_option_and_the_question_stands_in_the_first() -> None:
    heading, first, second, third = cells(csv_file(outgoing(one())))

    assert tuple(heading) == COLUMNS
    assert [dict(zip(heading, row, strict=True))["part"] for row in (first, second, third)] == [
        "accept",
        "right",
        "wrong",
    ]
    assert [dict(zip(heading, row, strict=True))["ask"] for row in (first, second)] == [one().ask, ""]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''-1"])
def test_a_text_that_a_spreadsheet_would_take_for_a_formula_is_guarded_and_comes_back(text: str) -> None:
    out = outgoing(one(options=(Option(right=text, why="Yes."), Option(wrong="b", why="No."))))

    row = dict(zip(COLUMNS, cells(csv_file(out))[1], strict=True))
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file(out))).worksheets[0]

    assert row["text"] == f"'{text}"
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"inlineStr", "s", "n"}  # "n": empty
    assert read_csv(csv_file(out)).items[0].options[0].text == text
    assert read_xlsx(xlsx_file(out)).items[0].options[0].text == text


@pytest.mark.parametrize(
    "raw",
    [
        b"id;ask;part;text;why\r\nq;Why?;right;a, b;Yes.\r\nq;;wrong;c;No.\r\n",
        b"\xef\xbb\xbfid;ask;part;text;why\nq;Why?;right;a, b;Yes.\nq;;wrong;c;No.",
        b"sep=;\r\nid;ask;part;text;why\r\nq;Why?;right;a, b;Yes.\r\nq;;wrong;c;No.\r\n",
        b'ID,Ask,Part,Text,Why\nq,Why?,right,"a, b",Yes.\nq,,WRONG,c,No.\n',
        b"id\task\tpart\ttext\twhy\nq\tWhy?\tright\ta, b\tYes.\n\n\nq\t\twrong\tc\tNo.\n",
        b'id,ask,part,text,why\n,Why?,right,"a, b",Yes.\n,,wrong,c,No.\n',
    ],
    ids=["excel-semicolon", "mark", "sep", "capitals", "tabs-and-empty-rows", "no-ids"],
)
def test_a_table_is_read_as_spreadsheets_save_it(raw: bytes) -> None:
    found = read_csv(raw)

    assert noted(found) == []
    assert [(o.text, o.verdict, o.why) for o in found.items[0].options] == [
        ("a, b", Verdict.RIGHT, "Yes."),
        ("c", Verdict.WRONG, "No."),
    ]


def test_wrong_cells_are_named_by_row_and_the_rest_is_taken() -> None:
    table = """\
id,ask,part,text,why,level,critical,sources,colour,misconception
q,Why?,right,a,Yes.,often,maybe,F-01 x,red,
q,Other?,maybe,b,No.,,,,,
q,,wrong,c,No.,,,,,Not A Name
,,,,,,,,,
r,Alone?,,,,,,,,
"""

    found = read_csv(table.encode())

    assert noted(found) == [
        (1, About.OTHER_COLUMN, "colour"),
        (2, About.UNKNOWN_VALUE, "level: often"),
        (2, About.UNKNOWN_VALUE, "critical: maybe"),
        (2, About.UNKNOWN_VALUE, "sources: x"),
        (3, About.UNKNOWN_VALUE, "part: maybe"),
        (3, About.MIXED_ROWS, ""),
        (4, About.UNKNOWN_VALUE, "misconception: Not A Name"),
        (6, About.NO_ANSWERS, ""),
    ]
    assert [option.text for option in found.items[0].options] == ["a", "c"]
    assert (found.items[0].level, found.items[0].critical, found.items[0].sources) == ("", False, ("F-01",))


@pytest.mark.parametrize(
    ("raw", "about"),
    [
        (b"", About.EMPTY),
        (b"a,b\n1,2\n", About.NO_COLUMNS),
        ("id,ask,part,text\nq,Fi\xe8vre?,right,a\n".encode("latin-1"), About.NOT_UTF8),
        (b'id,ask,part,text\nq,"Why?,right,a\n', About.NOT_A_TABLE),
        (SHORT.encode(), About.EMPTY),
        (SHORT.encode() + b"q,,right,a,b\n", About.NO_TEXT),
    ],
)
def test_a_table_that_cannot_be_used_says_why(raw: bytes, about: About) -> None:
    assert [note.about for note in read_csv(raw).problems] == [about]


def test_numbers_yes_and_formulas_of_a_workbook_are_read_as_they_show() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["id", "ask", "part", "text", "critical"])
    sheet.append(["q", "How many?", "right", 4, True])
    sheet.append(["q", None, "wrong", 4.5, None])
    sheet.append(["q", None, "wrong", "=1+1", None])
    packed = io.BytesIO()
    book.save(packed)

    item = read_xlsx(packed.getvalue()).items[0]

    assert item.critical
    assert [option.text for option in item.options] == ["4", "4.5"]  # a formula that never showed anything is empty


def test_a_cell_at_the_far_end_of_a_sheet_costs_nothing() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(outgoing(one()))))
    book.worksheets[0]["XFD1048576"] = "far"
    packed = io.BytesIO()
    book.save(packed)

    assert [item.id for item in read_xlsx(packed.getvalue()).items] == ["chest-hurts"]


def test_a_zip_bomb_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 50_000_000)

    assert [note.about for note in read_xlsx(packed.getvalue()).problems] == [About.TOO_LARGE]


def test_an_entity_bomb_inside_a_workbook_is_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx_file(outgoing(one())))) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, bomb if name == "xl/worksheets/sheet1.xml" else old.read(name))

    assert [note.about for note in read_xlsx(packed.getvalue()).problems] == [About.NOT_A_TABLE]


@pytest.mark.parametrize("raw", [b"", b"no zip", b"PK\x03\x04" + b"\0" * 60])
def test_what_is_no_workbook_is_told(raw: bytes) -> None:
    assert [note.about for note in read_xlsx(raw).problems] == [About.NOT_A_TABLE]


def test_a_zip_that_is_no_workbook_is_told() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("hello.txt", "hello")

    assert [note.about for note in read_xlsx(packed.getvalue()).problems] == [About.NOT_A_TABLE]


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_csv((SHORT + text).encode("utf-8", "replace"))


def test_groups_of_a_sort_question_have_rows_of_their_own() -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in cells(csv_file(outgoing(sort())))[1:]]

    assert [(row["part"], row["group"], row["also"]) for row in rows] == [
        ("group", "later", ""),
        ("group", "emergency", ""),
        ("group", "today", ""),
        ("put", "today", "emergency"),
        ("put", "emergency", ""),
    ]


def test_answers_that_cannot_stand_are_left_out_by_name() -> None:
    table = """\
id,ask,part,text,group,why
q,Where?,group,Call today,today,
q,,put,A rash,today,Yes.
q,,put,A cough,nowhere,Yes.
q,,put,Pain,,Yes.
r,Which?,right,a,,Yes.
r,,group,Call,today,
r,,put,b,today,No.
s,Who?,put,A rash,today,Yes.
"""

    found = read_csv(table.encode())

    assert noted(found) == [
        (2, About.EMPTY_ANSWER, ""),
        (6, About.TWO_KINDS, ""),
        (9, About.NO_ANSWERS, ""),
    ]
    assert [thing.what for thing in found.items[0].put] == ["A rash"]
    assert [option.text for option in found.items[1].options] == ["a"]
