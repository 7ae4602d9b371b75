"""Every export says which answers were marked again, by whom, why, before and now."""

import csv
import io
import json
from datetime import timedelta

from quiz_app.domain.confirmation import Standing
from quiz_app.domain.item import Item
from quiz_app.domain.regrade import Regrade, with_key_of
from quiz_app.domain.summary import Summary, summarize
from quiz_app.export.fhir import bundle
from quiz_app.export.note import note
from quiz_app.export.pages import Notice, document
from quiz_app.export.spreadsheet import spreadsheet
from tests.builders import NOON
from tests.export.summaries import care_of, invitation, taken, two_topics

SENTENCE = "You know know-plasma: marked again on 2026-11-23 12:00 UTC by eda: Wrong key. Before: right. Now: missed."
FLAG = "The key of a question was corrected after this was signed: please look again."


def marked_again() -> Summary:
    """A confirmed patient whose ordinary point was right until its key was corrected a day later."""
    of = two_topics()
    done = taken(of)
    met = of.items["plasma"]
    options = [
        {"right" if letter == "b" else "wrong": met.option(letter).text, "why": "Mended."} for letter in met.keys
    ]
    correction = Regrade(
        course=of.fingerprint,
        item="plasma",
        number=1,
        live="b" * 64,
        corrected=with_key_of(met, Item.model_validate(met.model_dump() | {"options": options})),
        by="id-eda",
        signer="eda",
        reason="Wrong key.",
        at=NOON + timedelta(days=1),
    )
    care = care_of(done)
    return summarize(of, done.model_copy(update={"regrades": (correction,)}), care, invitation=invitation())


def test_the_summary_keeps_the_signature_and_asks_to_look_again() -> None:
    summary = marked_again()

    assert (summary.standing, summary.look_again) == (Standing.CONFIRMED, True)
    assert summary.last_at == NOON + timedelta(days=1)


def test_the_note_says_it() -> None:
    said = note(marked_again())

    assert f"Marked again:\n- {SENTENCE}" in said
    assert FLAG in said


def test_the_printed_record_says_it_and_puts_the_flag_in_a_frame() -> None:
    blocks = document(marked_again()).blocks

    assert SENTENCE in str(blocks)
    assert [block.text for block in blocks if isinstance(block, Notice) and FLAG in block.text]


def test_the_table_says_it_beside_its_point_only() -> None:
    rows = list(csv.DictReader(io.StringIO(spreadsheet(marked_again()).decode("utf-8-sig"))))

    assert {row["item"]: row["marked_again"] for row in rows if row["marked_again"]} == {"plasma": SENTENCE}
    assert {row["first_right"] for row in rows if row["item"] == "plasma"} == {"no"}


def test_the_bundle_says_it() -> None:
    assert SENTENCE in json.dumps(bundle(marked_again(), b"%PDF"), ensure_ascii=False)
