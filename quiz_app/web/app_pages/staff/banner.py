"""What staff screens say above everything: broken banks, courses nobody can begin, content not approved or due."""

from markupsafe import Markup

from quiz_app.app.assembly import App
from quiz_app.content.placeholders import words_of
from quiz_app.content.shelf import course_folders
from quiz_app.domain.course import Course
from quiz_app.domain.difference import speaks_with_old_words
from quiz_app.domain.release import due_stage
from quiz_app.domain.translation import in_language
from quiz_app.i18n.messages import Words
from quiz_app.web.components import html, shell
from quiz_app.web.components.wording import day
from quiz_app.web.running import running


def banner(say: Words) -> None:
    """Say on staff screens what holds for all patients: broken banks, content not approved, reviews that are due."""
    app = running()
    offered = app.offered.values()
    if app.library.broken:
        shell.show(
            html.box("miss", html.line(say("staff.old-course" if offered else "staff.no-course")), _shut(app, say))
        )
    old = sorted(
        app.title_of(name, say.locale) for name, course in app.offered.items() if _says_old_words(app, name, course)
    )
    if old:
        shell.show(html.box("miss", html.line(say("staff.old-words", courses=", ".join(old)))))
    drafts = [in_language(course, say.locale).outline.title for course in offered if not course.is_approved]
    if drafts and len(drafts) < len(offered):
        shell.show(html.box("note", html.line(say("staff.draft-of", courses=", ".join(drafts)))))
    elif drafts:
        shell.show(html.box("note", html.line(say("staff.draft"))))
    for course in offered:
        if stage := due_stage(course.outline.review.due, app.clock.today()):
            title, due = in_language(course, say.locale).outline.title, day(course.outline.review.due, say)
            said = say(f"staff.due.{stage}", course=title, day=due)
            shell.show(html.box("note", html.line(said)))


def _says_old_words(app: App, course_id: str, live: Course) -> bool:
    """Whether a published course still gives numbers that the clinic has changed since."""
    written = app.library.course(course_id)
    return written is not None and speaks_with_old_words(live, written, words_of(app.library.clinic).values())


def _shut(app: App, say: Words) -> Markup:
    """Which courses nobody can begin, because their files never were without errors; nothing if there is none."""
    folders = course_folders(app.library.folder) if app.library.folder.is_dir() else ()
    shut = sorted({folder.name for folder in folders} - set(app.library.courses))
    return html.line(say("staff.shut", courses=", ".join(shut))) if shut and app.offered else html.NOTHING
