"""The feedback written for the very option chosen, and what comes next."""

from markupsafe import Markup

from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.marking import NOT_SURE
from quiz_app.domain.progress import Answer
from quiz_app.web.components import html, screen
from quiz_app.web.components.screen import Desk, Drawn


def draw(desk: Desk) -> Drawn:
    """Draw the feedback to the answer of this place."""
    answer = desk.sitting.progress.answer(desk.place.turn) if desk.place.turn else None
    if answer is None:
        return Drawn(go_on=desk.say("common.continue"))
    item = desk.course.items[answer.response.turn.item]
    title = desk.say(title_key(item, answer))
    said = (html.heading(title), html.aloud(desk.say), rationale(desk, item, answer), _next_step(desk, item, answer))
    screen.show(desk, *said)
    return Drawn(go_on=desk.say("common.continue"), said=title)


def title_key(item: Item, answer: Answer) -> str:
    """Which kind words head the feedback."""
    if answer.shown.unsure:
        return "feedback.not-sure"
    if answer.shown.right:
        chosen = answer.response.choice
        over_caution = item.kind is Kind.CHOOSE_ONE and item.option(chosen[0]).verdict is Verdict.ACCEPTED
        return "feedback.accepted" if over_caution else "feedback.right"
    return "feedback.partly" if answer.shown.credit > 0 else "feedback.miss"


def rationale(desk: Desk, item: Item, answer: Answer) -> Markup:
    """The question, what was chosen with its rationale, and for ordinary items the best answer."""
    asked = html.line(desk.say("feedback.asked"), "quiz-label") + html.line(item.ask)
    if item.kind is Kind.SORT:
        return asked + _sorted(desk, item, answer)
    parts = [asked]
    for letter in answer.response.choice:
        if letter != NOT_SURE:
            option = item.option(letter)
            kind = "miss" if option.verdict is Verdict.WRONG else "right"
            parts.append(_why(desk.say("feedback.you-chose"), option.text, why=option.why, kind=kind))
    if answer.shown.unsure:
        parts.append(html.box("unsure", html.line(item.not_sure)))
    parts.extend(_not_found(desk, item, answer))
    return Markup("").join(parts)


def _why(label: str, text: str, *, why: str, kind: str) -> Markup:
    return html.box(
        kind,
        html.line(label, "quiz-label"),
        html.line(f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"),
        html.line(why),
    )


def _not_found(desk: Desk, item: Item, answer: Answer) -> list[Markup]:
    """The keys that were not chosen; held back while the same point is about to be asked in other words."""
    if answer.shown.right or (item.critical and not _is_settled(desk, answer)):
        return []
    label = "feedback.best" if item.kind is Kind.CHOOSE_ONE else "feedback.also"
    return [
        _why(desk.say(label), option.text, why=option.why, kind="right")
        for letter, option in zip(item.keys, item.options, strict=True)
        if option.verdict is Verdict.RIGHT and letter not in answer.response.choice
    ]


def _sorted(desk: Desk, item: Item, answer: Answer) -> Markup:
    put = dict(part.split("=", 1) for part in answer.response.choice)
    return Markup("").join(_placed(desk, item, letter=letter, group=put[letter]) for letter in item.keys)


def _placed(desk: Desk, item: Item, *, letter: str, group: str) -> Markup:
    thing = item.thing(letter)
    good = group == thing.into or group in thing.accept
    kind = "right" if good else "unsure" if group == NOT_SURE else "miss"
    chose = desk.say("ask.not-sure") if group == NOT_SURE else item.groups[group]
    lines = [html.line(thing.what, "quiz-label"), html.line(f"{desk.say('feedback.you-chose')}: {chose}")]
    if group != thing.into:
        lines.append(html.line(desk.say("feedback.place", group=item.groups[thing.into])))
    return html.box(kind, *lines, html.line(thing.why))


def _next_step(desk: Desk, item: Item, answer: Answer) -> Markup:
    if answer.shown.right or not item.critical:
        return Markup("")
    key = "feedback.talk" if _is_settled(desk, answer) else "feedback.again"
    return html.box("note", html.line(desk.say(key)))


def _is_settled(desk: Desk, answer: Answer) -> bool:
    """Whether this point is not asked again in other words."""
    return answer.after is not None or not desk.sitting.record.asks_twice
