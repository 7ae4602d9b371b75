"""Out and back in: what each format keeps of every shipped question, and exactly what it loses."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quiz_app.domain.item import Option
from quiz_app.exchange.gift import gift
from quiz_app.exchange.gift_reading import read_gift
from quiz_app.exchange.imported import About, Given, Imported, without_place
from quiz_app.exchange.moodle import moodle
from quiz_app.exchange.moodle_reading import read_moodle
from quiz_app.exchange.outgoing import Format, Outgoing, losses
from quiz_app.exchange.table_files import csv_file, read_csv, read_xlsx, xlsx_file
from tests.exchange.shipped import one, outgoing, several, shipped, sort, whole

WholeFormat = tuple[Callable[[Outgoing], bytes], Callable[[bytes], Imported]]
TABLES: list[WholeFormat] = [(csv_file, read_csv), (xlsx_file, read_xlsx)]
MOODLES: list[WholeFormat] = [(gift, read_gift), (moodle, read_moodle)]
SMALL = outgoing(one(teach_back="Who do you call?"), several(), sort(), one(id="old", retired=True))


def found(out: Outgoing, way: WholeFormat) -> list[Given]:
    """The questions as they come back."""
    write, read = way
    return [without_place(item) for item in read(write(out)).items]


def without_lost(item: Given) -> Given:
    """What GIFT and Moodle XML can hold of a question."""
    reasons = tuple(replace(thing, why="") for thing in item.put)
    return replace(item, teach_back="", put=reasons)


@pytest.mark.parametrize("way", TABLES, ids=["csv", "xlsx"])
@pytest.mark.parametrize("out", [shipped(), SMALL], ids=["shipped", "small"])
def test_a_table_brings_every_field_of_every_question_back(out: Outgoing, way: WholeFormat) -> None:
    words = {name: text for topic in out.topics for name, text in topic.objectives.items()}

    expected = [replace(item, objective_in_words=words[item.objective]) for item in whole(out.items)]

    assert found(out, way) == expected


@pytest.mark.parametrize("way", MOODLES, ids=["gift", "moodle"])
@pytest.mark.parametrize("out", [shipped(), SMALL], ids=["shipped", "small"])
def test_gift_and_moodle_lose_only_what_is_named(out: Outgoing, way: WholeFormat) -> None:
    assert found(out, way) == [without_lost(item) for item in whole(out.items)]


@pytest.mark.parametrize("form", [Format.GIFT, Format.MOODLE])
def test_the_losses_of_gift_and_moodle_are_listed_item_by_item(form: Format) -> None:
    named = [(note.at.name, note.about) for note in losses(SMALL, form)]

    assert named == [
        ("", About.LESSON),
        ("", About.CLINIC_WORDS),
        ("", About.OBJECTIVE_WORDS),
        ("chest-hurts", About.TEACH_BACK),
        ("who-to-call", About.REASONS_OF_SORT),
    ]


def test_a_table_loses_only_the_lesson_and_the_placeholders() -> None:
    assert [note.about for note in losses(SMALL, Format.XLSX)] == [About.LESSON, About.CLINIC_WORDS]


@pytest.mark.parametrize("way", [*TABLES, *MOODLES], ids=["csv", "xlsx", "gift", "moodle"])
def test_nothing_is_noted_when_our_own_file_with_one_topic_comes_back(way: WholeFormat) -> None:
    write, read = way

    back = read(write(SMALL))

    assert (back.losses, back.problems) == ((), ())


def test_a_name_that_makes_a_tag_too_long_is_named_as_lost() -> None:
    belief = "a-very-long-name-of-a-belief-that-many-people-have-today"
    item = one(options=(Option(right="Call", why="Yes."), Option(wrong="Wait", why="No.", misconception=belief)))

    lost = losses(outgoing(item), Format.GIFT)
    back = read_gift(gift(outgoing(item))).items[0]

    assert lost[-1].detail == f"misconception:b:{belief}"
    assert [option.misconception for option in back.options] == ["", ""]
