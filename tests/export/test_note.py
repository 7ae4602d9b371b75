"""The chart-ready note."""

from hypothesis import HealthCheck, given, settings

from quiz_app.domain.summary import Summary
from quiz_app.export.note import note
from tests.export.any_summary import any_summary
from tests.export.summaries import bare, confirmed

ANSWERED = (
    "Answered by the patient with help, on a screen, without an invitation. "
    "Started 2026-11-22 12:00 UTC, finished 2026-11-22 12:00 UTC."
)
TALK = (
    "Talk by m.okafor, 2026-11-22 13:00 UTC. Learner: patient and caregiver; Barriers: sight, worry; "
    "Barriers met by: large print; Interpreter: not needed; Readiness: willing; Likes to learn by: talking; "
    "Taught by: teach-back."
)
CLOT = (
    '- You know know-clot (left at not sure) First answer: "Wait with clot-two"; final answer: "Not sure". '
    'Teach-back: clear. "Call 911 first."'
)


def test_a_note_says_who_what_and_when_in_plain_words() -> None:
    summary = confirmed()

    lines = note(summary).splitlines()

    assert lines == [
        "PATIENT EDUCATION: Understanding confirmed",
        "Patient: code begins 7K2M (label: Chair 4)",
        f"Course: A small course, version 1, wording {summary.course[:12]}, language en",
        ANSWERED,
        "Draft content, not approved by the clinic.",
        "Right on the first try: 1 of 3. Right in the end: 1 of 3.",
        "To talk about, and what the patient said back:",
        CLOT,
        "Other points not clear at the end:",
        "- You know know-sort.",
        TALK,
        "The patient asks:",
        '- "Can my wife stay?"',
        "Understanding confirmed by m.okafor, 2026-11-22 14:00 UTC.",
        "Refresher: 1 of 1 right, finished 2026-11-22 12:00 UTC.",
    ]


def test_a_note_before_any_answer_says_that_nothing_is_finished() -> None:
    text = note(bare())

    assert text.startswith("PATIENT EDUCATION: Not finished\nPatient: code begins -\n")
    assert "finished not yet" in text


def test_a_withdrawn_confirmation_heads_the_note_with_its_reason() -> None:
    text = note(confirmed(withdrawn="Signed for the wrong chair"))

    assert text.startswith("PATIENT EDUCATION: Confirmation withdrawn")
    assert "Withdrawn by j.ruiz, 2026-11-22 15:00 UTC: Signed for the wrong chair" in text


def test_typographic_signs_become_plain_ones() -> None:
    text = note(confirmed(words="She said \u201cI\u2019d call\u201d \u2014 at once\u2026"))

    assert 'She said "I\'d call" - at once...' in text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(summary=any_summary())
def test_a_note_is_never_longer_than_1200_characters(summary: Summary) -> None:
    assert len(note(summary)) <= 1200
