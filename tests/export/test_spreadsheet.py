"""The record as a table."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.domain.cells import guarded, unguarded
from quiz_app.export.spreadsheet import COLUMNS, spreadsheet
from tests.export.summaries import bare, confirmed


def rows(content: bytes) -> list[dict[str, str]]:
    """The table as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_each_point_is_a_row_with_its_first_and_its_final_answer() -> None:
    table = rows(spreadsheet(confirmed()))

    (clot,) = [row for row in table if row["critical"] == "yes" and row["part"] == "check"]
    assert clot["first_answer"] == f"Wait with {clot['first_item']}"
    assert clot["final_answer"] == "Not sure"
    assert clot["reason"] == "not-sure"
    assert clot["teach_back"] == "clear"
    assert clot["confirmation"] == "confirmed"
    assert [row["part"] for row in table] == ["check", "check", "check", "refresher"]


def test_a_thing_left_at_not_sure_is_told_beside_its_group() -> None:
    table = rows(spreadsheet(confirmed()))

    (sort,) = [row for row in table if row["item"] == "sort"]
    assert sorted(sort["first_answer"].split("; ")) == ["A mild headache: Not sure", "Chest pain: Call 911"]


def test_a_patient_who_has_not_answered_has_rows_without_answers() -> None:
    table = rows(spreadsheet(bare()))

    assert [row["first_answer"] for row in table] == ["", "", ""]


def test_the_file_is_what_excel_and_rfc_4180_want() -> None:
    content = spreadsheet(confirmed())

    assert content.startswith(b"\xef\xbb\xbfcode_begins,label,")
    assert content.count(b"\r\n") == content.count(b"\n") == 5


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(begin: str) -> None:
    content = spreadsheet(confirmed(words=f"{begin}1+1"))

    assert rows(content)[0]["teach_back_words"] in {f"'{begin}1+1", ""}
    assert all(not cell.startswith(begin) for row in rows(content) for cell in row.values())


@given(cells=st.lists(st.text(), min_size=1))
def test_every_cell_comes_back_as_it_was(cells: list[str]) -> None:
    sheet = io.StringIO(newline="")

    csv.writer(sheet).writerow([guarded(cell) for cell in cells])

    (read,) = csv.reader(io.StringIO(sheet.getvalue(), newline=""))
    assert [unguarded(cell) for cell in read] == cells


def test_no_column_is_named_twice() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)
