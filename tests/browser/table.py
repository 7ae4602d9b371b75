"""Every screen of patients, nurses and educators: how it is reached, whose it is, and what of the code draws it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from quiz_app.domain.item import Kind
from tests.browser import screens_doors as doors
from tests.browser import screens_educators as educators
from tests.browser import screens_patients as patients
from tests.browser import screens_staff as staff
from tests.browser.clinic import Clinic
from tests.browser.screens import SCREENS

LOCALES = ("en", "es")
"""The languages every screen is examined in."""

Titles = dict[str, set[str]]
"""Titles of pages, each with the purposes of the screens that bear it."""


class People(StrEnum):
    """Whose screen it is, or in whose clinic it is looked at; patients get larger targets and words."""

    PATIENTS = "patients"
    STAFF = "staff"
    EDUCATORS = "educators"


@dataclass(frozen=True)
class Row:
    """One screen.

    shows: the name of what is drawn, as `name_of` reads it off the page; template: of one of our own pages; expected:
    complaints of the browser that reaching it brings about.
    """

    people: People
    shows: str
    reach: Callable[[Clinic], Page]
    template: str = ""
    expected: tuple[str, ...] = ()

    @property
    def purpose(self) -> str:
        """What a title must tell: questions share one for all their kinds, and a topic keeps its own with more open.

        A template has one purpose, but for those that say whatever they are given.
        """
        drawn = "ask" if self.shows.startswith("ask ") else self.shows.replace("course more", "course file")
        return drawn if self.template in {"", "message.html", "password.html"} else self.template


_PATIENTS, _STAFF, _EDUCATORS = People.PATIENTS, People.STAFF, People.EDUCATORS

TABLE: dict[str, Row] = {
    # Coming in and leaving
    "door": Row(_PATIENTS, "/enter", SCREENS["door"], "enter.html"),
    "door refused": Row(_PATIENTS, "/enter", SCREENS["door refused"], "enter.html"),
    "code": Row(_PATIENTS, "/enter", SCREENS["code"], "code.html"),
    "link": Row(_PATIENTS, "/e", SCREENS["link"], "link.html"),
    "link without its secret": Row(_PATIENTS, "/e", doors.empty_link, "link.html"),
    "visit over": Row(_PATIENTS, "nobody", SCREENS["visit over"]),
    "sorry": Row(_PATIENTS, "sorry", patients.sorry),
    "leave": Row(_PATIENTS, "/leave", SCREENS["leave"], "message.html"),
    "left": Row(_PATIENTS, "/leave", doors.left, "message.html"),
    "not here": Row(_PATIENTS, "/somewhere", doors.not_here, "message.html", ("404",)),
    "lent: done": Row(_PATIENTS, "/done", doors.done, "message.html"),
    "lent: take back": Row(_PATIENTS, "/leave", doors.take_back, "take_back.html"),
    "lent: PIN refused": Row(_PATIENTS, "/leave", doors.pin_refused, "take_back.html", ("422",)),
    "take-home": Row(_PATIENTS, "/take-home", SCREENS["take-home"], "take_home.html"),
    # The course
    "welcome": Row(_PATIENTS, "welcome", SCREENS["welcome"]),
    "lesson with picture": Row(_PATIENTS, "read", SCREENS["lesson with picture"]),
    "lesson with chance": Row(_PATIENTS, "read", SCREENS["lesson with chance"]),
    "lesson with card": Row(_PATIENTS, "read", SCREENS["lesson with card"]),
    "choose one": Row(_PATIENTS, f"ask {Kind.CHOOSE_ONE}", SCREENS["choose one"]),
    "choose all": Row(_PATIENTS, f"ask {Kind.CHOOSE_ALL}", SCREENS["choose all"]),
    "sort": Row(_PATIENTS, f"ask {Kind.SORT}", SCREENS["sort"]),
    "problem": Row(_PATIENTS, f"ask {Kind.CHOOSE_ONE}", SCREENS["problem"]),
    "problem of choose all": Row(_PATIENTS, f"ask {Kind.CHOOSE_ALL}", patients.nothing_ticked),
    "problem of sort": Row(_PATIENTS, f"ask {Kind.SORT}", patients.nothing_sorted),
    "chosen": Row(_PATIENTS, f"ask {Kind.CHOOSE_ONE}", patients.chosen),
    "right": Row(_PATIENTS, "feedback", SCREENS["right"]),
    "safe": Row(_PATIENTS, "feedback", SCREENS["safe"]),
    "missed": Row(_PATIENTS, "feedback", SCREENS["missed"]),
    "missed twice": Row(_PATIENTS, "feedback", SCREENS["missed twice"]),
    "not sure": Row(_PATIENTS, "feedback", SCREENS["not sure"]),
    "partly": Row(_PATIENTS, "feedback", SCREENS["partly"]),
    "sorted partly": Row(_PATIENTS, "feedback", SCREENS["sorted partly"]),
    "revisit": Row(_PATIENTS, "revisit", SCREENS["revisit"]),
    "looking back": Row(_PATIENTS, "feedback", patients.looking_back),
    "own question": Row(_PATIENTS, "view question", SCREENS["own question"]),
    "own question empty": Row(_PATIENTS, "view question", patients.no_question),
    "danger": Row(_PATIENTS, "view question", SCREENS["danger"]),
    "question kept": Row(_PATIENTS, "view question", SCREENS["question kept"]),
    "text size": Row(_PATIENTS, "view size", SCREENS["text size"]),
    "stop": Row(_PATIENTS, "view leave", SCREENS["stop"]),
    "lent: stop": Row(_PATIENTS, "view leave", patients.lent_stop),
    "end": Row(_PATIENTS, "end", SCREENS["end"]),
    "lent: end": Row(_PATIENTS, "end", doors.lent_end),
    "refresher offered": Row(_PATIENTS, "end", patients.refresher_offered),
    "refresher question": Row(_PATIENTS, f"ask {Kind.CHOOSE_ONE}", patients.refresher_question),
    "refresher feedback": Row(_PATIENTS, "feedback", patients.refresher_feedback),
    "refresher end": Row(_PATIENTS, "end", patients.refresher_end),
    # Staff: coming in
    "staff login": Row(_STAFF, "/staff/login", SCREENS["staff login"], "password.html"),
    "login refused": Row(_STAFF, "/staff/login", staff.login_refused, "password.html"),
    "staff setup": Row(_STAFF, "/staff/setup", SCREENS["staff setup"], "password.html"),
    "weak password": Row(_STAFF, "/staff/setup", staff.weak_password, "password.html", ("422",)),
    "setup link over": Row(_STAFF, "/staff/setup", staff.link_over, "password.html", ("410",)),
    "log out": Row(_STAFF, "/leave", staff.log_out, "message.html"),
    "logged out meanwhile": Row(_STAFF, "/staff/invite", staff.logged_out, "again.html", ("401",)),
    "draft kept": Row(_STAFF, "draft kept", staff.draft_kept),
    # Nurses
    "board": Row(_STAFF, "staff board", SCREENS["board"]),
    "board empty": Row(_STAFF, "staff board", staff.nobody_found),
    "briefing": Row(_STAFF, "staff briefing", SCREENS["briefing"]),
    "teach-back": Row(_STAFF, "staff talk", SCREENS["teach-back"]),
    "teach-back problem": Row(_STAFF, "staff talk", SCREENS["teach-back problem"]),
    "teach-back check": Row(_STAFF, "staff check", staff.check),
    "recorded": Row(_STAFF, "staff record", SCREENS["recorded"]),
    "password again": Row(_STAFF, "/reauth", staff.reauth, "reauth.html"),
    "password again refused": Row(_STAFF, "/reauth", staff.reauth_refused, "reauth.html", ("422",)),
    "confirmed": Row(_STAFF, "staff record", SCREENS["confirmed"]),
    "colleagues": Row(_STAFF, "staff colleagues", SCREENS["colleagues"]),
    "colleague without a login": Row(_STAFF, "staff colleagues", staff.no_login),
    "colleague added": Row(_STAFF, "staff colleagues", staff.colleague_added),
    "invite": Row(_STAFF, "/staff/invite", staff.invite, "invite.html"),
    "invite problems": Row(_STAFF, "/staff/invite", staff.invite_problems, "invite.html", ("422",)),
    "cards": Row(_STAFF, "/staff/invite", staff.cards, "cards.html"),
    "large print": Row(_STAFF, "/staff/invitation", staff.large_print, "cards.html"),
    "invitation": Row(_STAFF, "/staff/invitation", staff.invitation, "invitation.html"),
    "take a code back": Row(_STAFF, "/staff/invitation", staff.asks_to_revoke, "invitation.html"),
    "hand over": Row(_STAFF, "/staff/hand-over", doors.hand_over, "hand_over.html"),
    "hand over without PIN": Row(_STAFF, "/staff/hand-over", doors.no_pin, "hand_over.html", ("422",)),
    "paper": Row(_STAFF, "/staff/paper", staff.paper, "paper_start.html"),
    "booklet": Row(_STAFF, "/staff/paper", staff.booklet, "booklet.html"),
    "paper typing": Row(_STAFF, "/staff/paper/enter", staff.paper_typing, "paper_enter.html"),
    "paper problems": Row(_STAFF, "/staff/paper/enter", staff.paper_problems, "paper_enter.html", ("422",)),
    # Educators: the course
    "course": Row(_EDUCATORS, "staff course", educators.at_address("?course=ivig")),
    "problems": Row(_EDUCATORS, "staff course problems", educators.at_address("?course=ivig&do=problems")),
    "coverage": Row(_EDUCATORS, "staff course coverage", educators.at_address("?course=ivig&do=coverage")),
    "topic": Row(_EDUCATORS, "staff course file", educators.at_file()),
    "topic, more": Row(_EDUCATORS, "staff course more", educators.at_file("items:measles-shot-offer", "more")),
    "question form": Row(_EDUCATORS, "staff course part", educators.at_file("items:measles-shot-offer")),
    "sorting form": Row(_EDUCATORS, "staff course part", educators.at_file("items:sort-after-home")),
    "screen form": Row(_EDUCATORS, "staff course part", educators.at_file("lesson:watch-at-home")),
    "whole text": Row(_EDUCATORS, "staff course yaml", educators.at_file("", "yaml")),
    "text refused": Row(_EDUCATORS, "staff course yaml", educators.refused),
    "history": Row(_EDUCATORS, "staff course history", educators.at_file("", "history")),
    "earlier version": Row(_EDUCATORS, "staff course history", educators.earlier),
    "preview": Row(_EDUCATORS, "staff course preview", educators.at_file("items:measles-shot-offer", "preview")),
    "preview of a topic": Row(_EDUCATORS, "staff course preview", educators.at_file("", "preview")),
    "file gone": Row(_EDUCATORS, "staff course file", educators.at_address("?course=ivig&file=ivig/topics/no.yaml")),
    "part gone": Row(_EDUCATORS, "staff course part", educators.at_file("items:not-there")),
    "saved meanwhile": Row(_EDUCATORS, "staff course clash", educators.clash),
    # Educators: versions, figures, files
    "overview": Row(_EDUCATORS, "staff overview", educators.overview),
    "statistics": Row(_EDUCATORS, "staff statistics", educators.statistics),
    "statistics too early": Row(_EDUCATORS, "staff statistics", educators.at_address("?page=statistics&course=scig")),
    "versions": Row(_EDUCATORS, "staff versions", educators.at_address("?page=versions&course=ivig")),
    "publish": Row(_EDUCATORS, "staff versions", educators.publish),
    "mark again": Row(_EDUCATORS, "staff versions", educators.at_address("?page=versions&course=ivig&regrade=1")),
    "mark again, look": Row(_EDUCATORS, "staff versions", educators.regrade),
    "mark again, no reason": Row(_EDUCATORS, "staff versions", educators.regrade_without_reason),
    "mark again, sure": Row(_EDUCATORS, "staff versions", educators.regrade_sure),
    "exchange": Row(_EDUCATORS, "/staff/exchange", educators.exchange, "exchange.html"),
    "exchange problem": Row(_EDUCATORS, "/staff/exchange", educators.exchange_problem, "exchange.html", ("422",)),
    "exchange preview": Row(_EDUCATORS, "/staff/exchange", educators.exchange_preview, "exchange_preview.html"),
    "exchange saved": Row(_EDUCATORS, "/staff/exchange", educators.exchange_saved, "exchange_saved.html"),
    "translation": Row(_EDUCATORS, "/staff/translation", educators.translation, "translation.html"),
    "translation problem": Row(
        _EDUCATORS, "/staff/translation", educators.translation_problem, "translation.html", ("422",)
    ),
    "translation preview": Row(
        _EDUCATORS, "/staff/translation", educators.translation_preview, "translation_preview.html"
    ),
    "worksheet": Row(_EDUCATORS, "/staff/worksheet", educators.worksheet, "worksheet.html"),
    "approve": Row(_EDUCATORS, "/staff/approve", educators.approve, "approve.html"),
    "approve problems": Row(_EDUCATORS, "/staff/approve", educators.approve_problems, "approve.html", ("422",)),
    "approve with errors": Row(
        _EDUCATORS, "/staff/approve", educators.approve_with_errors, "approve_errors.html", ("409",)
    ),
    "approved": Row(_EDUCATORS, "/staff/approve", educators.approved, "approved.html"),
    "database away": Row(_EDUCATORS, "not saved", educators.not_saved),
}

_FIRST = re.compile(r"(welcome|read|ask|feedback|revisit|end|nobody|draft-kept|not-saved|sorry)(?=[-/]|$)")
_STAFF_PAGE = re.compile(r"staff-(course|[a-z]+)")


def of(people: People) -> list[str]:
    """The names of their screens."""
    return [name for name, row in TABLE.items() if row.people is people]


def name_of(page: Page) -> str:
    """What a page draws: the address of one of our own pages, or the name of the app's screen by its step."""
    step = str(page.evaluate("() => window.quizBridge?.step ?? ''"))
    if not step:
        return urlsplit(page.url).path
    if step.startswith("view-"):
        return f"view {(re.match('[a-z]+', step[5:]) or [''])[0]}"
    if found := _STAFF_PAGE.match(step):
        return f"staff {found[1]}{_within(page.url) if found[1] == 'course' else ''}"
    name = (_FIRST.match(step) or [step])[0].replace("-", " ")
    return f"ask {_kind(page)}" if name == "ask" else name


def _kind(page: Page) -> Kind:
    if page.locator("[data-testid=stForm] [type=checkbox]").count():
        return Kind.CHOOSE_ALL
    groups = page.locator("[data-testid=stForm] [data-testid=stRadioGroup]").all()
    options = {tuple(group.locator("label").all_inner_texts()) for group in groups}
    return Kind.SORT if len(groups) > 2 or len(options) < len(groups) else Kind.CHOOSE_ONE


def _within(url: str) -> str:
    """Which screen of the workbench an address asks for."""
    asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    if asked.get("do"):
        return f" {asked['do']}"
    return " part" if asked.get("part") else " file" if asked.get("file") else ""
