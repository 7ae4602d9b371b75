"""What every store promises about the answers of many patients."""

from datetime import timedelta

from sqlalchemy import event

from quiz_app.domain.attempt import Origin, Response, Sureness, Turn
from quiz_app.domain.statistics.answers import Answers, Given
from quiz_app.services.ports import Store
from quiz_app.storage.engines import open_engine
from quiz_app.storage.store import SqlStore
from tests.builders import NOON
from tests.storage.samples import COURSE, FORM, opened, paper, refresher, response

VERSION = COURSE.fingerprint


def sheets(answers: Answers) -> list[list[tuple[str, tuple[str, ...], Sureness | None]]]:
    """What each patient answered, in order."""
    left = [answers.given[code] for code in answers.codes]
    found = []
    for many in answers.lengths:
        found.append([(each.item, each.choice, each.sureness) for each in left[:many]])
        left = left[many:]
    assert left == []
    return found


def test_nobody_has_answered_anything(store: Store) -> None:
    opened(store)

    found = store.answers([VERSION])

    assert (sheets(found), found.given, found.simulated) == ([], (), False)


def test_answers_come_patient_by_patient_in_the_order_they_were_given(store: Store) -> None:
    opened(store, "one")
    opened(store, "two")
    store.add_response("two", response("plasma", choice="b", seconds=1))
    store.add_response("one", response("clot-two", choice="not-sure", seconds=2))
    store.add_response("two", response("clot-one", seconds=3))
    store.add_response("one", response("clot-one", seconds=4))
    sorted_ = Response(turn=Turn(item="plasma", try_no=1), choice=("a=x", "b=y"), sureness=Sureness.VERY, at=NOON)
    store.add_response("one", sorted_)

    found = store.answers([VERSION])

    assert sheets(found) == [
        [
            ("clot-two", ("not-sure",), None),
            ("clot-one", ("a",), None),
            ("plasma", ("a=x", "b=y"), Sureness.VERY),
        ],
        [("plasma", ("b",), None), ("clot-one", ("a",), None)],
    ]
    assert found.given[0] == Given(VERSION, "clot-two", ("not-sure",), None)
    assert len(set(found.given)) == len(found.given) == 4
    assert found.opened.tolist() == [NOON.timestamp(), NOON.timestamp()]
    assert found.simulated is False


def test_a_further_try_at_the_same_item_counts_nothing(store: Store) -> None:
    opened(store)
    store.add_response("one", response("plasma", 1))
    store.add_response("one", response("plasma", 2, choice="b"))

    assert sheets(store.answers([VERSION])) == [[("plasma", ("a",), None)]]


def test_a_refresher_is_left_out_and_paper_is_told_apart(store: Store) -> None:
    opened(store)
    store.add_response("one", response("plasma"))
    store.open_refresher(*refresher())
    store.add_response("again", response("clot-one"))
    opened(store, "sheet", origin=Origin.PAPER)
    store.add_paper(paper("sheet"), responses=[response("clot-two")], passed=[], preferences=[], finished=None)

    found = store.answers([VERSION])

    assert sheets(found) == [[("plasma", ("a",), None)], [("clot-two", ("a",), None)]]
    assert found.on_paper.tolist() == [False, True]


def test_simulated_patients_are_read_only_while_there_is_no_real_one(store: Store) -> None:
    opened(store, "made-up", origin=Origin.SIMULATED)
    store.add_response("made-up", response("plasma"))
    alone = store.answers([VERSION])

    opened(store, "real", origin=Origin.INVITED)
    store.add_response("real", response("plasma", choice="b"))
    together = store.answers([VERSION])

    assert (sheets(alone), alone.simulated) == ([[("plasma", ("a",), None)]], True)
    assert (sheets(together), together.simulated) == ([[("plasma", ("b",), None)]], False)


def test_only_the_versions_that_are_asked_for_are_read(store: Store) -> None:
    opened(store)
    store.add_response("one", response("plasma"))

    assert sheets(store.answers([])) == []
    assert sheets(store.answers(["unknown"])) == []
    assert len(sheets(store.answers(["unknown", VERSION]))) == 1


def test_many_patients_are_read_in_two_queries(url: str) -> None:
    engine = open_engine(url)
    store, said = SqlStore(engine), list[str]()
    for number in range(30):
        opened(store, f"p{number}", form=FORM)
        store.add_response(f"p{number}", response("plasma", seconds=timedelta(minutes=number).total_seconds()))
    event.listen(engine, "before_cursor_execute", lambda *told: said.append(told[2]))

    found = store.answers([VERSION])
    store.close()

    assert len(found.lengths) == 30
    assert len([each for each in said if each.startswith("SELECT")]) == 2
