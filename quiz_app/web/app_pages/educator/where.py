"""Where an educator is in the workbench: it stands in the address, so that a reload and the way back lead there."""

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import streamlit as st

from quiz_app.content.problems import Problem
from quiz_app.i18n.messages import Words
from quiz_app.services.staffing import Actor
from quiz_app.web import session
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.running import running

_SAID = "work-said"


@dataclass(frozen=True)
class Where:
    """One screen of the workbench: the course, the file, the part of it, and what is done there.

    file: relative to the questions folder; part: `items:<id>`, `lesson:<id>` or a version; line: counted from 1.
    """

    actor: Actor
    say: Words
    course: str
    file: str = ""
    part: str = ""
    do: str = ""
    line: str = ""

    @property
    def is_topic(self) -> bool:
        """Whether the file is a topic of the course; a translation of one is not."""
        return self.file.startswith(f"{self.course}/topics/")

    @property
    def name(self) -> str:
        """The name of this screen among the others, without the line."""
        return "-".join(filter(None, ["", self.course, self.file, self.part, self.do]))


def here(actor: Actor, say: Words, course: str) -> Where:
    """Where the address says that we are."""
    file, part, do, line = (session.address(name) for name in ("file", "part", "do", "line"))
    return Where(actor=actor, say=say, course=course, file=file, part=part, do=do, line=line)


def go(at: Where, *, file: str = "", part: str = "", do: str = "", line: str = "") -> NoReturn:
    """Go to another screen of the same course."""
    session.go_to(course=at.course, file=file, part=part, do=do, line=line)
    st.rerun()


def crumbs(at: Where, *steps: tuple[str, str]) -> None:
    """The way back as buttons: the course, then each file by its words."""
    with st.container(horizontal=True, key="work-crumbs"):
        if st.button(plain(at.say("work.to-course")), key="crumb-course"):
            go(at)
        for words, file in steps:
            if st.button(plain(words), key=f"crumb-{file}"):
                go(at, file=file)


def tell(said: str) -> None:
    """Keep a sentence until the next screen is drawn."""
    session.keep(_SAID, said)


def told() -> str:
    """Draw the sentence that was kept, and return it to be read out."""
    said = session.kept(_SAID, str) or ""
    session.keep(_SAID, None)
    if said:
        shell.show(html.box("right", html.line(said)))
    return said


def file_of(found: Problem) -> str:
    """The file of a problem, relative to the questions folder."""
    path, folder = Path(found.file), running().library.folder
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
