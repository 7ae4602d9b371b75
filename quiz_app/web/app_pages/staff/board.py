"""The work list: who comes when, where each patient stands, and what to talk about."""

import textwrap
from datetime import date, timedelta

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.access import RIGHTS, Right
from quiz_app.domain.board import PAGE, Asked, Line, State
from quiz_app.domain.translation import in_language
from quiz_app.i18n.messages import Words
from quiz_app.services.staffing import Actor
from quiz_app.web import session
from quiz_app.web.app_pages.staff.banner import banner
from quiz_app.web.app_pages.staff.bedside import called, invitation_ways
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.components.wording import DOT, day, language, moment
from quiz_app.web.running import running
from quiz_app.web.visitor import is_still_here

_ALL = "all"
_DAYS = ("all", "today", "week", "other")
FIRST_WORDS = 55
REFRESH = "20s"


def draw(actor: Actor, say: Words) -> None:
    """Draw the filters and, apart from them, the list, which stays right by itself."""
    with st.container(horizontal=True, key="board-top", vertical_alignment="center"):
        shell.show(html.heading(say("board.title")))
        if Right.INVITE in RIGHTS[actor.role]:
            shell.show_beside(html.links([("/staff/invite", say("board.invite"))]))
    banner(say)
    asked = _asked(say)
    _draw_list(actor, say, asked)


def _asked(say: Words) -> Asked:
    """What the filters ask for."""
    with st.container(horizontal=True, key="board-filters", vertical_alignment="bottom"):
        search = st.text_input(say("board.search"), key="board-search", max_chars=40, width=220)
        days = st.segmented_control(
            say("board.days"),
            _DAYS,
            default=_ALL,
            required=True,
            key="board-days",
            format_func=lambda name: say(f"board.days.{name}"),
        )
        locale = _language(say)
        course = _course(say)
    first, last = _days(str(days), say)
    return Asked(
        search=search.strip(),
        infusion_from=first,
        infusion_to=last,
        locale="" if locale == _ALL else locale,
        course="" if course == _ALL else course,
    )


def _language(say: Words) -> str:
    """The language that is asked for; there is nothing to choose while every course is in one only."""
    spoken = sorted({locale for course in running().offered.values() for locale in course.locales})
    if len(spoken) < 2:
        return _ALL
    chosen = st.segmented_control(
        say("board.language"),
        (_ALL, *spoken),
        default=_ALL,
        required=True,
        key="board-language",
        format_func=lambda name: say("board.all") if name == _ALL else language(name, say),
    )
    return str(chosen or _ALL)


def _course(say: Words) -> str:
    """The course that is asked for; there is nothing to choose while only one is offered."""
    titles = _titles(say)
    if len(titles) < 2:
        return _ALL
    return st.selectbox(
        say("board.course"),
        (_ALL, *titles),
        key="board-course",
        format_func=lambda name: say("board.all") if name == _ALL else titles[name],
        width=300,
    )


def _titles(say: Words) -> dict[str, str]:
    """The titles of the courses that are offered now, by id."""
    return {name: in_language(course, say.locale).outline.title for name, course in running().offered.items()}


def _objective(line: Line, say: Words) -> str:
    """The first point to talk about, in the reader's language where the course that is offered still has it."""
    point, course = line.points[0], running().offered.get(line.course)
    if course is None or point.item not in course.items:
        return point.objective
    spoken = in_language(course, say.locale)
    return spoken.objectives[spoken.items[point.item].objective]


def _days(chosen: str, say: Words) -> tuple[date | None, date | None]:
    """The days that are asked for: today, from Monday to Sunday, or any others."""
    today = running().clock.today()
    if chosen == "today":
        return today, today
    if chosen == "week":
        monday = today - timedelta(days=today.weekday())
        return monday, monday + timedelta(days=6)
    if chosen == "other":
        with st.container(horizontal=True, key="board-dates"):
            written = say("board.date-form")
            first = st.date_input(say("board.from"), value=None, key="board-from", width=220, format=written)
            last = st.date_input(say("board.to"), value=None, key="board-to", width=220, format=written)
        return first, last
    return None, None


@st.fragment(run_every=REFRESH)
def _draw_list(actor: Actor, say: Words, asked: Asked) -> None:
    """Draw counts and list; run again by itself, so it asks each time whether the visit still counts."""
    if not is_still_here():
        st.rerun()
    state = session.chosen("board-state") or _ALL
    filters = (state, *map(str, asked.model_dump().values()))
    page = session.board_page(filters)
    found = running().board.work_list(
        actor, asked.model_copy(update={"state": None if state == _ALL else State(state), "page": page})
    )
    counts = {_ALL: sum(found.counts.values())} | {each.value: found.counts.get(each, 0) for each in State}
    st.segmented_control(
        say("board.state"),
        (_ALL, *(each.value for each in State)),
        default=_ALL,
        required=True,
        key="board-state",
        format_func=lambda name: f"{say(f'board.{name}')} ({counts[name]})",
        label_visibility="collapsed",
    )
    if session.differs("board-state", state):
        st.rerun()  # the whole page, so that the visit is noted as used
    titles = _titles(say)
    for line in found.lines:
        _draw_line(line, say, titles)
    if not found.lines:
        shell.show(html.line(say("board.empty")))
    _draw_pages(filters, page, counts[state], say)


def _draw_line(line: Line, say: Words, titles: dict[str, str]) -> None:
    with st.container(horizontal=True, key=f"line-{line.selector}", vertical_alignment="center", gap="small"):
        shell.show(html.staff_line(line.state, _when(line, say), _what(line, say, titles), _where(line, say)))
        if line.attempt:
            if st.button(plain(say("board.open", code=line.selector)), key=f"open-{line.selector}"):
                session.open_patient(line.attempt)
                st.rerun()
        else:
            shell.show_beside(html.links(invitation_ways(line.selector, say)))


def _when(line: Line, say: Words) -> Markup:
    return html.line(day(line.infusion_on, say) if line.infusion_on else say("board.no-day"))


def _what(line: Line, say: Words, titles: dict[str, str]) -> Markup:
    """Whom the line is about, their course where patients take more than one, and what to talk about."""
    parts = [html.subheading(called(line.label, line.selector, say))]
    if len({*titles, line.course}) > 1:
        parts.append(html.line(titles.get(line.course) or running().title_of(line.course, say.locale), "quiz-quiet"))
    if line.points:
        first = textwrap.shorten(_objective(line, say), FIRST_WORDS, placeholder=" …")
        key = "board.point" if len(line.points) == 1 else "board.points"
        parts.append(html.line(say(key, number=len(line.points), first=first)))
    if line.look_again:
        parts.append(html.line(say("board.look-again"), "quiz-caution"))
    if line.questions:
        key = "board.question" if line.questions == 1 else "board.questions"
        parts.append(html.line(say(key, number=line.questions)))
    return Markup("").join(parts)


def _where(line: Line, say: Words) -> Markup:
    spoken = "" if line.locale == say.locale else f"{DOT}{language(line.locale, say)}"
    last = say("board.last" if line.attempt else "board.invited", time=moment(line.last_at, say))
    return html.line(f"{say(f'board.{line.state}')}{spoken}", "quiz-state") + html.line(last, "quiz-quiet")


def _draw_pages(filters: tuple[str, ...], page: int, total: int, say: Words) -> None:
    pages = max(1, -(-total // PAGE))
    if pages == 1:
        return
    with st.container(horizontal=True, key="board-pages", vertical_alignment="center"):
        for name, to in (("previous", page - 1), ("next", page + 1)):
            if st.button(say(f"board.{name}"), key=f"board-{name}", disabled=not 0 <= to < pages):
                session.turn_board_to(filters, to)
                st.rerun()
        shell.show(html.line(say("board.page", page=page + 1, pages=pages)))
