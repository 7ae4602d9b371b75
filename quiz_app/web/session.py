"""The only module that touches Streamlit's session state: where somebody looks, never what they did."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import streamlit as st

from quiz_app.domain.typed import Typed
from quiz_app.services.changes import Seen
from quiz_app.services.staffing import Actor
from quiz_app.web.double_click import Once

Kept = TypeVar("Kept")
_VIEW = "view"
_LOOKING = "looking"
_DANGER = "danger-shown"
_PROBLEM = "problem"
_ONCE = "once"
_PATIENT = "patient"
_TASK = "do"
_SIGN = "sign"
_PAGE = "board-page"
_LAST = "last"
_SEEN = "seen"
_CHECKED = "checked"
_WRITER = "writer"
_MADE = "made"


@dataclass(frozen=True)
class Writer:
    """Who is typing about which attempt; items are the points of its talk, typed is what is known to be kept."""

    actor: Actor
    attempt: str
    items: tuple[str, ...]
    typed: Typed


def view() -> str:
    """The page of the desk that is open, or an empty string."""
    return str(st.session_state.get(_VIEW, ""))


def kept(name: str, kind: type[Kept]) -> Kept | None:
    """What was kept under that name in this session, if it is of that kind."""
    value = st.session_state.get(f"kept-{name}")
    return value if isinstance(value, kind) else None


def keep(name: str, value: object) -> None:
    """Keep a value under that name while the session lives; None forgets it."""
    st.session_state[f"kept-{name}"] = value


def address(name: str) -> str:
    """One part of the page's address, or an empty string."""
    return str(st.query_params.get(name, ""))


def go_to(**parts: str) -> None:
    """Make these the parts of the page's address, so that a reload comes back to it; empty ones are left out."""
    st.query_params.from_dict({name: value for name, value in parts.items() if value})


def open_view(name: str) -> None:
    """Open a page of the desk."""
    st.session_state[_VIEW] = name


def looking_at(current: int) -> int:
    """Which of the places passed is looked at again; the current one if none is."""
    looking = st.session_state.get(_LOOKING)
    return looking if isinstance(looking, int) and 0 <= looking < current else current


def look_at(index: int) -> None:
    """Look at one of the places passed."""
    st.session_state[_LOOKING] = index


def look_ahead() -> None:
    """Look at the current place again."""
    st.session_state.pop(_LOOKING, None)


def was_pressed(key: str) -> bool:
    """Whether the button of that key was pressed in this run; False for a button this session never drew."""
    return st.session_state.get(key) is True


def chosen(key: str) -> str | None:
    """What is chosen in the radio group of that key."""
    value = st.session_state.get(key)
    return value if isinstance(value, str) else None


def is_ticked(key: str) -> bool:
    """Whether the checkbox of that key is ticked."""
    return st.session_state.get(key) is True


def hold(keys: Iterable[str]) -> None:
    """Keep what is chosen in these widgets, which are about to be drawn with other words."""
    for key in keys:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def keep_problem(said: str) -> None:
    """Keep what is to be said about a press until the page is drawn once more."""
    st.session_state[_PROBLEM] = said


def take_problem() -> str:
    """What was kept to be said; it is said once."""
    return str(st.session_state.pop(_PROBLEM, ""))


def once() -> Once:
    """The keeper of this session; it is fetched before anything is made, for a run may be cut after that."""
    if _ONCE not in st.session_state:
        st.session_state[_ONCE] = Once()
    keeper = st.session_state[_ONCE]
    return keeper if isinstance(keeper, Once) else Once()


def danger_was_shown(text: str) -> bool:
    """Whether the emergency words were shown for this very text."""
    return st.session_state.get(_DANGER) == text


def note_danger_shown(text: str) -> None:
    """Remember that the emergency words were shown for this text."""
    st.session_state[_DANGER] = text


def patient() -> str:
    """The attempt a nurse has open, as the address of the page says; empty while she looks at the list."""
    return address(_PATIENT)


def task() -> str:
    """What the nurse does about that patient; the way back from the password leads to the record."""
    return "record" if _SIGN in st.query_params else str(st.query_params.get(_TASK, ""))


def open_patient(attempt: str, task: str = "") -> None:
    """Open a patient; it stands in the address, so that a reload and a new session come back to it."""
    go_to(**{_PATIENT: attempt, _TASK: task})
    st.session_state.pop(_CHECKED, None)


def close_patient() -> None:
    """Go back to the list."""
    st.query_params.clear()


def holds(key: str) -> bool:
    """Whether a widget of that key stands on the page."""
    return key in st.session_state


def typed(key: str) -> str:
    """What was typed in the field of that key."""
    return str(st.session_state.get(key) or "")


def picked_day(key: str) -> date | None:
    """The day chosen in the field of that key."""
    value = st.session_state.get(key)
    return value if isinstance(value, date) else None


def board_page(filters: tuple[str, ...]) -> int:
    """The page of the list that is open under these filters; the first one under new filters."""
    kept, page = st.session_state.get(_PAGE, ((), 0))
    return int(page) if kept == filters else 0


def turn_board_to(filters: tuple[str, ...], page: int) -> None:
    """Open a page of the list under these filters."""
    st.session_state[_PAGE] = (filters, page)


def differs(name: str, value: str) -> bool:
    """Whether this differs from what it was the last time; the first time counts as no change."""
    before = str(st.session_state.get(f"{_LAST}-{name}", value))
    st.session_state[f"{_LAST}-{name}"] = value
    return before != value


def seen(attempt: str) -> Seen | None:
    """What the nurse had seen of that attempt when she began to type, or None."""
    kept = st.session_state.get(f"{_SEEN}-{attempt}")
    return kept if isinstance(kept, Seen) else None


def keep_seen(attempt: str, seen: Seen | None) -> None:
    """Remember what the nurse has seen; None forgets it."""
    st.session_state[f"{_SEEN}-{attempt}"] = seen


def was_checked(attempt: str) -> bool:
    """Whether missing fields of that attempt are pointed out."""
    return st.session_state.get(_CHECKED) == attempt


def note_checked(attempt: str) -> None:
    """Point missing fields of that attempt out from now on."""
    st.session_state[_CHECKED] = attempt


def writer() -> Writer | None:
    """Who was typing about whom in this session, or None."""
    kept = st.session_state.get(_WRITER)
    return kept if isinstance(kept, Writer) else None


def note_writer(writer: Writer | None) -> None:
    """Remember who is typing about whom; None forgets it."""
    st.session_state[_WRITER] = writer


def made_once(name: str, maker: Callable[[], str]) -> str:
    """A text made once for this name and kept while the session lives; only the newest is kept."""
    kept = st.session_state.get(_MADE)
    if isinstance(kept, tuple) and kept[0] == name:
        return str(kept[1])
    made = maker()
    st.session_state[_MADE] = (name, made)
    return made
