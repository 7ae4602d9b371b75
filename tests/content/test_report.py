import json

from quiz_app.content.problems import Place, problem
from quiz_app.content.report import as_github, as_json, as_text

FOUND = [
    problem(
        "E201", "I do not know the word 'aks' here.", file="a b.yaml", place=Place(4, 9), remedy="Use 100%: 'ask'."
    ),
    problem("W511", "The review was due on 2026-01-01.", file="c.yaml"),
]


def test_as_text_each_problem_is_a_line_with_place_message_remedy_and_code() -> None:
    assert as_text(FOUND) == (
        "a b.yaml:4:9: I do not know the word 'aks' here. Use 100%: 'ask'. [E201]\n"
        "c.yaml:1:1: The review was due on 2026-01-01. Let a clinician look at the course and set a new date. [W511]"
    )


def test_as_json_each_problem_has_its_parts_by_name() -> None:
    first, second = json.loads(as_json(FOUND))

    assert first == {
        "file": "a b.yaml",
        "line": 4,
        "column": 9,
        "code": "E201",
        "severity": "error",
        "message": "I do not know the word 'aks' here.",
        "remedy": "Use 100%: 'ask'.",
        "why": "What the author wrote here would silently not reach the patient.",
    }
    assert second["severity"] == "warning"


def test_as_github_each_problem_is_a_note_at_its_line_with_special_signs_escaped() -> None:
    assert as_github(FOUND[:1]) == (
        "::error file=a b.yaml,line=4,col=9,title=E201 Word that is not known here"
        "::I do not know the word 'aks' here. Use 100%25: 'ask'."
    )
