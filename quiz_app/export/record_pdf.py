"""The record as a PDF that a screen reader can read (PDF/UA-1), set by Typst with a font of our own."""

from pathlib import Path

from quiz_app.domain.summary import Summary
from quiz_app.export.pages import document

_HERE = Path(__file__).parent
TEMPLATE = _HERE / "record.typ"
FONTS = _HERE / "fonts"


def record_pdf(summary: Summary) -> bytes:
    """The whole record as tagged PDF/UA-1; the same record gives the same bytes."""
    import typst  # noqa: PLC0415 - 80 MB that only this export needs must not slow the start

    return typst.compile(
        TEMPLATE,
        format="pdf",
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]),
        pdf_standards=["ua-1"],
        sys_inputs={"record": document(summary).model_dump_json()},
        timestamp=summary.last_at.replace(microsecond=0),  # typst takes whole seconds
    )
