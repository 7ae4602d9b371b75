"""Who teaches and who asks each objective."""

from quiz_app.domain.coverage import Asking, Covered, Teaching, Tie, coverage
from quiz_app.domain.item import Level
from tests import builders


def screen(name: str, *facts: str) -> dict[str, object]:
    """A lesson screen that rests on these facts."""
    return {"id": name, "heading": name, "say": "Read this.", "do": "Call.", "sources": list(facts)}


def covered(*items: dict[str, object], lesson: list[dict[str, object]] | None = None) -> tuple[Covered, ...]:
    """The coverage of a course of one topic with these items."""
    topic = builders.topic("first", list(items))
    return coverage(builders.course(topic | ({"lesson": lesson} if lesson else {})))


def test_each_level_names_the_items_that_ask_and_says_which_are_critical() -> None:
    (clot,) = covered(*builders.pair("clot"), builders.item("clot-why", level="know"))

    assert clot.asked == {
        Level.KNOW: (Asking(item="clot-why", critical=False),),
        Level.DECIDE: (),
        Level.ACT: (Asking(item="clot-one", critical=True), Asking(item="clot-two", critical=True)),
    }


def test_an_objective_is_critical_when_one_of_its_items_is() -> None:
    clot, plasma = covered(*builders.pair("clot"), builders.item("plasma"))

    assert (clot.objective, clot.critical) == ("know-clot", True)
    assert (plasma.objective, plasma.critical) == ("know-plasma", False)


def test_a_screen_that_an_item_leads_back_to_teaches_its_objective() -> None:
    (clot,) = covered(*builders.pair("clot"), lesson=[screen("signs", "F-01"), screen("other", "F-09")])

    assert clot.taught == (Teaching(screen="signs", tie=Tie.REVISITED),)


def test_a_screen_that_only_rests_on_the_same_fact_counts_as_the_weaker_tie() -> None:
    (plasma,) = covered(builders.item("plasma"), lesson=[screen("what", "F-01", "F-02"), screen("other", "F-09")])

    assert plasma.taught == (Teaching(screen="what", tie=Tie.SAME_FACTS),)


def test_an_objective_that_nobody_teaches_or_asks_is_listed_all_the_same() -> None:
    topic = builders.topic("first", [builders.item("plasma")])
    objectives = {"know-plasma": "You know plasma.", "know-nothing": "You know nothing."}

    _, nothing = coverage(builders.course(topic | {"objectives": objectives}))

    assert (nothing.objective, nothing.words) == ("know-nothing", "You know nothing.")
    assert (nothing.taught, nothing.is_asked, nothing.critical) == ((), False, False)


def test_retired_items_neither_ask_nor_tie_a_screen() -> None:
    gone = [item | {"retired": True} for item in builders.pair("clot")]

    clot, _ = covered(*gone, builders.item("plasma", sources=["F-02"]))

    assert (clot.is_asked, clot.critical, clot.taught) == (False, False, ())


def test_objectives_come_in_the_order_of_the_course() -> None:
    two = builders.topic("second", [builders.item("rest")])

    found = coverage(builders.course(builders.topic("first", [builders.item("plasma")]), two))

    assert [(each.topic, each.objective) for each in found] == [("first", "know-plasma"), ("second", "know-rest")]
