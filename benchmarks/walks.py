"""A patient's way over the websocket: in by the door, through the course; and the same on the stock page."""

from http.cookiejar import CookieJar, DefaultCookiePolicy
from random import Random

import httpx

from benchmarks.driver import Failed, Rerun, Session, Widget

DOOR_PATIENCE = 60.0


def at_the_door(limits: httpx.Limits | None = None) -> httpx.AsyncClient:
    """A client that keeps no cookie, so that one patient at the door is never taken for another."""
    return httpx.AsyncClient(
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])), limits=limits or httpx.Limits()
    )


async def walk_in(url: str, client: httpx.AsyncClient) -> str:
    """Walk in as a new patient; the cookie of the visit. Raises Failed."""
    try:
        reply = await client.post(
            f"{url}/enter", data={"way": "walk-in"}, headers={"Origin": url}, timeout=DOOR_PATIENCE
        )
    except httpx.HTTPError as reason:
        raise Failed(f"the door did not open: {type(reason).__name__}") from reason
    if reply.status_code != 200 or not reply.cookies:
        raise Failed(f"the door did not open: {reply.status_code}")
    return "; ".join(f"{name}={value}" for name, value in reply.cookies.items())


def form_button(session: Session) -> Widget | None:
    """The button that checks an answer, if a question is on the page."""
    return next((widget for widget in session.widgets() if widget.kind == "button" and widget.submits), None)


def on_button(session: Session) -> Widget | None:
    """The button that goes on, if there is one."""
    found = (it for it in session.widgets() if it.kind == "button" and it.primary and not it.submits)
    return next(found, None)


def fill_in(session: Session, check: Widget, chance: Random) -> None:
    """Choose something in every field of the question's form, as a patient who does not know yet."""
    fields = [widget for widget in session.widgets() if widget.form == check.form]
    for radio in (widget for widget in fields if widget.kind == "radio"):
        session.choose(radio, chance.choice(radio.options))
    ticks = [widget for widget in fields if widget.kind == "checkbox"]
    for tick in chance.sample(ticks, min(len(ticks), 2)):
        session.tick(tick)


async def step(session: Session, chance: Random) -> Rerun | None:
    """Take the next step of our course: check an answer, or go on; None at the end. Raises Failed."""
    check = form_button(session)
    if check is None:
        on = on_button(session)
        if on is None and not any(widget.kind == "button" for widget in session.widgets()):
            raise Failed(f"no way on from the page {session.heading!r}")
        return await session.press(on) if on else None
    fill_in(session, check, chance)
    rerun = await session.press(check)
    if form_button(session):
        raise Failed("an answer was not taken")
    return rerun
