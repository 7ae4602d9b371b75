"""The table as CSV and as an Excel workbook: safe to open, read row by row and within limits."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from quiz_app.domain.cells import guarded, unguarded
from quiz_app.exchange.imported import MOST_OPTIONS, MOST_QUESTIONS, About, Imported, refused
from quiz_app.exchange.outgoing import Outgoing
from quiz_app.exchange.plain import decoded
from quiz_app.exchange.tables import COLUMNS, read_rows, rows_of

MOST_ROWS = MOST_QUESTIONS * MOST_OPTIONS
MOST_COLUMNS = 60
MOST_UNPACKED = 20_000_000
_DELIMITERS = ",;\t"
_WIDE = frozenset({"ask", "text", "why", "not_sure", "teach_back", "objective_in_words"})


def csv_file(outgoing: Outgoing) -> bytes:
    """CSV as RFC 4180 writes it, in UTF-8 with the mark Excel looks for."""
    sheet = io.StringIO(newline="")
    csv.writer(sheet, lineterminator="\r\n").writerows(_cells(outgoing))
    return sheet.getvalue().encode("utf-8-sig")


def xlsx_file(outgoing: Outgoing) -> bytes:
    """A workbook with one sheet: the heading stays in sight, long texts wrap, every cell is text."""
    from openpyxl import Workbook  # noqa: PLC0415 - a tenth of a server's start, and few ask for a workbook
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - the same
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - the same

    book = Workbook()
    sheet = book.create_sheet("Questions", 0)
    book.remove(book.worksheets[1])
    for row, cells in enumerate(_cells(outgoing), start=1):
        for column, text in enumerate(cells, start=1):
            cell = sheet.cell(row, column, text)
            cell.number_format = "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=row == 1)
    for column, name in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = 45 if name in _WIDE else 16
    sheet.freeze_panes = "C2"
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _cells(outgoing: Outgoing) -> Iterator[Sequence[str]]:
    yield COLUMNS
    yield from ([guarded(row.get(name, "")) for name in COLUMNS] for row in rows_of(outgoing))


def read_csv(raw: bytes) -> Imported:
    """The questions of a CSV file with commas, semicolons (Excel in many countries) or tabs between its cells."""
    text = decoded(raw)
    if text is None:
        return refused(About.NOT_UTF8)
    first, _, rest = text.partition("\n")
    named = first.removeprefix("sep=") if first.startswith("sep=") and len(first) == 5 else ""
    delimiter = named or max(_DELIMITERS, key=first.count)
    lines = io.StringIO(rest if named else text, newline="")
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as reason:
        return refused(About.NOT_A_TABLE, str(reason))
    return _read(rows)


def read_xlsx(raw: bytes) -> Imported:
    """The questions of the first sheet of a workbook; formulas count as what they last showed."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a server's start, and few bring a workbook
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - the same

    try:
        if _unpacked(raw) > MOST_UNPACKED:
            return refused(About.TOO_LARGE)
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True)
        table = [[_shown(cell) for cell in row] for row in rows]
    except (*_BROKEN, InvalidFileException) as reason:
        return refused(About.NOT_A_TABLE, type(reason).__name__)
    while table and not any(table[-1]):  # a sheet may go on without words for a million rows
        table.pop()
    return _read(table)


_BROKEN = (
    RuntimeError,  # zipfile on a file with a password
    zipfile.BadZipFile,
    AttributeError,  # openpyxl on parts that are missing or of another kind
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,  # a zip that is packed in a way Python does not know
    OSError,
    SyntaxError,  # ParseError of ElementTree
    TypeError,
    ValueError,  # also DefusedXmlException
    zipfile.LargeZipFile,
    zlib.error,
)


def _unpacked(raw: bytes) -> int:
    """How many bytes are in the zip, counted by unpacking, not by what it says; stops over the limit."""
    total = 0
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for entry in archive.infolist():
            with archive.open(entry) as content:
                while part := content.read(65536):
                    total += len(part)
                    if total > MOST_UNPACKED:
                        return total
    return total


def _read(rows: Sequence[Sequence[str]]) -> Imported:
    if len(rows) > MOST_ROWS:
        return refused(About.TOO_LARGE)
    return read_rows([[unguarded(cell) for cell in row] for row in rows])


def _shown(cell: object) -> str:
    """What a cell shows: whole numbers without a point, yes and no for true and false."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
