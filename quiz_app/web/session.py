"""The only module that touches Streamlit's session state: where somebody looks, never what they did."""

import threading
import time
from collections.abc import Callable

import streamlit as st

_VIEW = "view"
_LOOKING = "looking"
_DANGER = "danger-shown"
_PROBLEM = "problem"
_ONCE = "once"
DOUBLE_CLICK = 0.3  # seconds between two clicks that are meant as one


def view() -> str:
    """The extra view that is open over the course, or an empty string."""
    return str(st.session_state.get(_VIEW, ""))


def open_view(name: str) -> None:
    """Open an extra view; an empty name goes back to the course."""
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


def keep_problem(said: str) -> None:
    """Keep what is to be said about a press until the page is drawn once more."""
    st.session_state[_PROBLEM] = said


def take_problem() -> str:
    """What was kept to be said; it is said once."""
    return str(st.session_state.pop(_PROBLEM, ""))


class Once:
    """Keeps what a press made for a moment, so that a double click gets the same instead of another."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[tuple[str, ...], tuple[float, str]] = {}

    def make(self, press: tuple[str, ...], maker: Callable[[], str]) -> str:
        """What this press made; a second press of the same within that moment makes nothing."""
        with self._lock:
            at, made = self._made.get(press, (-DOUBLE_CLICK, ""))
            if time.monotonic() - at < DOUBLE_CLICK:
                return made
            fresh = maker()
            self._made = {press: (time.monotonic(), fresh)}
            return fresh


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
