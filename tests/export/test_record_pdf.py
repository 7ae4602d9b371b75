"""The record as a tagged PDF."""

import io
import subprocess
import sys

from pypdf import PdfReader
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, PdfObject, StreamObject

from quiz_app.export.printable import characters, printable
from quiz_app.export.record_pdf import record_pdf
from tests.export.summaries import bare, confirmed


def read(pdf: bytes) -> PdfReader:
    """The PDF as another program reads it."""
    return PdfReader(io.BytesIO(pdf))


def at(node: object, *path: str) -> object:
    """What stands at that path of a PDF's dictionaries."""
    for name in path:
        found = node.get_object() if isinstance(node, PdfObject) else node
        assert isinstance(found, DictionaryObject)
        node = found[name]
    return node.get_object() if isinstance(node, PdfObject) else node


def text_of(pdf: bytes) -> str:
    """Every word of the PDF, on one line."""
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


def test_the_pdf_is_tagged_titled_and_in_a_language() -> None:
    pdf = read(record_pdf(confirmed()))

    assert at(pdf.trailer, "/Root", "/MarkInfo", "/Marked") == BooleanObject(True)  # noqa: FBT003 - a value, not a switch
    assert at(pdf.trailer, "/Root", "/Lang") == "en"
    assert at(pdf.trailer, "/Root", "/ViewerPreferences", "/DisplayDocTitle") == BooleanObject(True)  # noqa: FBT003 - a value, not a switch
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Patient education record: A small course"
    metadata = at(pdf.trailer, "/Root", "/Metadata")
    assert isinstance(metadata, StreamObject)
    assert "pdfuaid:part>1<" in metadata.get_data().decode()


def test_headings_lists_and_paragraphs_are_tags_a_screen_reader_can_jump_to() -> None:
    pdf = read(record_pdf(confirmed()))

    found: set[str] = set()
    waiting = [at(pdf.trailer, "/Root", "/StructTreeRoot")]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if isinstance(node, PdfObject) else node
        if isinstance(node, ArrayObject):
            waiting += list(node)
        if isinstance(node, DictionaryObject):
            found.add(str(node.get("/S")))
            waiting.append(node.get("/K"))
    assert {"/Title", "/H1", "/H2", "/H3", "/P", "/L", "/LI"} <= found


def test_every_font_is_inside_the_pdf_and_it_is_ours() -> None:
    pdf = read(record_pdf(confirmed()))

    fonts = set()
    for page in pdf.pages:
        used = at(page, "/Resources", "/Font")
        assert isinstance(used, DictionaryObject)
        fonts |= {str(at(font, "/BaseFont")) for font in used.values()}
    assert fonts
    assert all("AtkinsonHyperlegibleNext" in font for font in fonts)


def test_the_pdf_says_the_words_of_the_record() -> None:
    summary = confirmed()

    text = text_of(record_pdf(summary))

    assert "Understanding confirmed by m.okafor, 2026-11-22 14:00 UTC." in text
    assert "Draft content: the wording of this course was not yet approved by the clinic." in text
    assert 'You know know-clot: clear "Call 911 first."' in text
    assert "Can my wife stay?" in text
    assert summary.course[:16] in text
    assert "quiz-app record verify 7K2M" in text


def test_a_withdrawn_confirmation_is_told_with_its_reason() -> None:
    text = text_of(record_pdf(confirmed(withdrawn="Signed for the wrong chair")))

    assert "Confirmation withdrawn" in text
    assert "Withdrawn by j.ruiz, 2026-11-22 15:00 UTC: Signed for the wrong chair" in text


def test_a_patient_who_has_only_begun_has_a_record_too() -> None:
    assert "Not finished" in text_of(record_pdf(bare()))


def test_the_same_record_gives_the_same_pdf() -> None:
    assert record_pdf(confirmed()) == record_pdf(confirmed())


def test_words_of_a_patient_are_never_run_as_markup() -> None:
    words = '#panic("x") $x^2$ *bold* @nobody <label> \\u{41} https://example.org "quoted"'

    text = text_of(record_pdf(confirmed(words=words)))

    assert words.replace("example.org", "example.org") in text


def test_signs_the_font_lacks_do_not_stop_the_record() -> None:
    text = text_of(record_pdf(confirmed(words="\u201cD\u1ea1\u201d \u2265 3 \u4f60\u597d \U0001f600 \u0645 \u0000")))

    assert "\u201cDa\u201d [?] 3 [?]" in text


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert printable("x" * 100) == " ".join(["x" * 40, "x" * 40, "x" * 20])


def test_every_listed_sign_is_in_both_cuts_of_the_font() -> None:
    # PDF/UA-1 refuses a sign without a glyph, so a list that says too much fails here.
    signs = " ".join(sorted(characters() - {" ", "\n"}))

    assert "[?]" not in printable(signs)
    assert record_pdf(confirmed(withdrawn=signs)).startswith(b"%PDF-")


def test_starting_the_app_does_not_load_typst() -> None:
    loaded = "import sys, quiz_app.export.record_pdf; print('typst' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True).stdout

    assert said == "False\n"
