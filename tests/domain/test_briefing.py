"""What a nurse reads about one patient."""

from datetime import timedelta

from quiz_app.domain.attempt import Origin, Preference, Question, Response, Sureness
from quiz_app.domain.briefing import Briefing, LessonOpened, brief
from quiz_app.domain.course import Course
from quiz_app.domain.marking import NOT_SURE, Choice
from quiz_app.domain.mastery import Outcome, Reason, assess
from quiz_app.domain.progress import replay
from tests.builders import MISS, NOON, RIGHT, UNSURE, answered, course, item, pair, record, topic

CRITICAL = course(topic("first", pair("clot")), asked_per_topic=1)
SORTING = course(
    topic(
        "first",
        [
            item(
                "care",
                options=[],
                groups={"call": "Call us", "wait": "Wait"},
                put=[
                    {"what": "Fever", "into": "call", "why": "It may be serious."},
                    {"what": "A small bruise", "into": "wait", "why": "It goes away."},
                ],
            )
        ],
    )
)


def read(of: Course, choices: list[Choice], *, sureness: Sureness | None = None) -> Briefing:
    now, progress = answered(of, record(of), choices, sureness=sureness)
    return brief(of, now, progress, assess(of, now, progress))


def test_a_gap_says_what_was_chosen_how_sure_and_what_to_ask() -> None:
    gap = read(CRITICAL, [MISS, RIGHT], sureness=Sureness.VERY).talk[0]

    first, second = gap.said
    assert gap.objective == "You know know-clot."
    assert gap.topic == "About first"
    assert gap.reason is Reason.SURE_AND_MISTAKEN
    assert gap.say == f"Tell me about {gap.item}."
    assert first.stem == f"What about {gap.item}?"
    assert first.chosen == (f"Wait with {first.item}",)
    assert (first.right, first.unsure, first.sureness) == (False, False, Sureness.VERY)
    assert second.chosen == (f"Call about {second.item}",)
    assert {first.item, second.item} == {"clot-one", "clot-two"}


def test_somebody_who_was_not_sure_chose_no_words() -> None:
    first = read(CRITICAL, [UNSURE, UNSURE]).talk[0].said[0]

    assert (first.chosen, first.unsure) == ((), True)


def test_an_ordinary_gap_is_listed_apart() -> None:
    of = course(topic("first", [item("plasma"), item("donor")]))

    briefing = read(of, [MISS, RIGHT])

    assert briefing.outcome is Outcome.READY_TO_CONFIRM
    assert briefing.talk == ()
    assert len(briefing.ordinary) == 1
    assert len(briefing.points) == 2


def test_things_that_were_sorted_are_told_with_their_group() -> None:
    order = SORTING.items["care"].keys
    start = record(SORTING)
    asked = start.form.parts[0].asked[0].model_copy(update={"order": tuple(reversed(order))})
    part = start.form.parts[0].model_copy(update={"asked": (asked,)})
    start = start.model_copy(update={"form": start.form.model_copy(update={"parts": (part,)})})
    now, progress = answered(SORTING, start, [("a=call", "b=call")])

    said = brief(SORTING, now, progress, assess(SORTING, now, progress)).points[0].said[0]

    assert said.chosen == ("A small bruise: Call us", "Fever: Call us")
    assert not said.right


def test_a_thing_nobody_was_sure_of_is_marked_and_all_of_them_are_no_answer() -> None:
    half = read(SORTING, [("a=call", f"b={NOT_SURE}")]).points[0].said[0]
    none = read(SORTING, [(f"a={NOT_SURE}", f"b={NOT_SURE}")]).points[0].said[0]

    assert set(half.chosen) == {"Fever: Call us", "A small bruise: ?"}
    assert half.unsure
    assert none.chosen == ()
    assert none.unsure


def test_a_point_that_was_not_reached_has_no_answers() -> None:
    briefing = read(CRITICAL, [])

    assert briefing.outcome is Outcome.NOT_FINISHED
    assert [gap.said for gap in briefing.points] == [()]


def test_lessons_are_told_as_viewed_once_the_patient_went_on_and_again_after_a_miss() -> None:
    briefing = read(CRITICAL, [MISS, RIGHT])

    assert briefing.lessons == (
        LessonOpened(topic="About first", heading="Signs", at=NOON + timedelta(seconds=1)),
        LessonOpened(topic="About first", heading="Signs", at=NOON + timedelta(seconds=4)),
    )


def on_paper(of: Course) -> Briefing:
    now, _ = answered(of, record(of), [RIGHT])
    now = now.model_copy(update={"attempt": now.attempt.model_copy(update={"origin": Origin.PAPER})})
    progress = replay(of, now)
    return brief(of, now, progress, assess(of, now, progress))


def test_a_paper_sheet_cannot_tell_which_lessons_were_viewed() -> None:
    assert on_paper(CRITICAL).lessons == ()


def test_who_answered_the_questions_and_the_times_are_there() -> None:
    now, progress = answered(CRITICAL, record(CRITICAL), [RIGHT])
    late = NOON + timedelta(hours=1)
    now = now.model_copy(
        update={
            "preferences": (
                Preference(name="answering", value="patient", at=NOON),
                Preference(name="answering", value="with-help", at=NOON),
            ),
            "questions": (Question(text="May I drive?", place="end", at=late),),
        }
    )

    briefing = brief(CRITICAL, now, progress, assess(CRITICAL, now, progress))

    assert briefing.answering == "with-help"
    assert briefing.questions == ("May I drive?",)
    assert briefing.locale == "en"
    assert (briefing.opened_at, briefing.last_at) == (NOON, late)


def test_answers_that_came_twice_are_told_once() -> None:
    now, _ = answered(CRITICAL, record(CRITICAL), [RIGHT])
    again = Response(turn=now.responses[0].turn, choice=MISS, sureness=None, at=NOON)
    now = now.model_copy(update={"responses": (*now.responses, again)})
    progress = replay(CRITICAL, now)

    briefing = brief(CRITICAL, now, progress, assess(CRITICAL, now, progress))

    assert [said.right for said in briefing.points[0].said] == [True]
