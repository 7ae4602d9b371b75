"""Which course an educator looks at: it stands in the address, and is chosen where there is more than one."""

import streamlit as st

from quiz_app.content.shelf import course_folders
from quiz_app.i18n.messages import Words
from quiz_app.web import session
from quiz_app.web.running import running


def chosen_course(say: Words) -> str:
    """The course of this page; a select box stands on the page when there is more than one."""
    courses, current = _courses(), current_course()
    if len(courses) < 2:
        return current
    picked = st.selectbox(
        say("work.course"),
        courses,
        index=courses.index(current),
        key=f"course-{current}",
        format_func=title_of,
        width=420,
    )
    if picked and picked != current:
        session.go_to(course=picked, page=session.address("page"))
        st.rerun()
    return current


def current_course() -> str:
    """The course that the address names, else the one of the settings, else the first."""
    courses, usual = _courses(), running().settings.course
    asked = session.address("course")
    if asked in courses:
        return asked
    return usual if usual in courses or not courses else courses[0]


def title_of(course: str) -> str:
    """The course's title, or its name while it has none."""
    found = running().library.course(course)
    return found.outline.title if found else course


def _courses() -> list[str]:
    """Every course there is, also those that have errors."""
    library = running().library
    folders = course_folders(library.folder) if library.folder.is_dir() else ()
    return sorted({folder.name for folder in folders} | set(library.courses))
