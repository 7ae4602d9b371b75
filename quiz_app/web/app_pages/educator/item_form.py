"""The form of one question."""

from quiz_app.domain.item import Level
from quiz_app.web.app_pages.educator import option_rows
from quiz_app.web.app_pages.educator.fields import Sheet, one_of, some_of, tick, words
from quiz_app.web.app_pages.educator.offers import Offers
from quiz_app.web.app_pages.educator.sketch import Block


def item_form(sheet: Sheet, item: Block, known: Offers) -> Block:
    """The question as it is after what was typed and pressed."""
    edited = words(sheet, item, "ask")
    edited = words(sheet, edited, "id", "line")
    edited = one_of(sheet, edited, "objective", known.objectives)
    edited = one_of(sheet, edited, "level", {each.value: sheet.say(f"work.level.{each}") for each in Level})
    edited = tick(sheet, edited, "critical")
    edited = _rows(sheet, edited, known)
    edited = words(sheet, edited, "not_sure")
    edited = one_of(sheet, edited, "revisit", known.screens)
    edited = one_of(sheet, edited, "sibling", _others(known.siblings, item))
    edited = words(sheet, edited, "teach_back")
    if known.signs:
        edited = some_of(sheet, edited, "signs", known.signs)
    edited = some_of(sheet, edited, "sources", known.facts)
    return tick(sheet, edited, "retired")


def _others(siblings: dict[str, str], item: Block) -> dict[str, str]:
    return {name: said for name, said in siblings.items() if name != item.get("id")}


def _rows(sheet: Sheet, item: Block, known: Offers) -> Block:
    if "groups" in item or "put" in item:
        edited = option_rows.groups(sheet, item)
        edited = option_rows.new_group(sheet, edited)
        return option_rows.things(sheet, edited, known)
    return option_rows.options(sheet, item, known)
