"""Which version of a course patients get, what changed, who met which; publishing and retiring."""

import logging
from dataclasses import replace

import streamlit as st

from quiz_app.domain.access import RIGHTS, Right
from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.course import Course
from quiz_app.domain.difference import differences, touches_safety
from quiz_app.domain.release import ReleaseKind
from quiz_app.i18n.messages import Words
from quiz_app.services.releasing import NotApproved, NothingNew, NoVersion, Shelf, Stale, Version
from quiz_app.services.staffing import Actor
from quiz_app.web import session
from quiz_app.web.app_pages.educator.chosen import chosen_course
from quiz_app.web.components import differing, html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.components.screen import Drawn
from quiz_app.web.components.wording import day, moment
from quiz_app.web.running import running

_LOG = logging.getLogger(__name__)
_SAID = "versions-said"
_RETIRE = "retire"
MOST_LISTED = 100


def draw(actor: Actor, say: Words) -> Drawn:
    """Draw where the course stands, or the regrading when the address asks for it."""
    if session.address("regrade"):
        from quiz_app.web.app_pages.educator import regrading  # noqa: PLC0415 - rarely needed

        return replace(regrading.draw(actor, say, session.address("course")), title=say("regrade.title"))
    course_id = chosen_course(say)
    shelf = running().releasing.shelf(actor, course_id)
    shell.show(html.heading(say("staff.versions")))
    said = session.kept(_SAID, str) or ""
    session.keep(_SAID, None)
    if said:
        shell.show(html.box("right", html.line(said)))
    wanted = session.kept(_sure(course_id), str)
    if wanted:
        return _ask(actor, say, course_id, shelf, wanted)
    _draw_state(shelf, say)
    _draw_waiting(actor, say, course_id, shelf)
    _draw_open(actor, say, course_id, shelf)
    _draw_versions(shelf, say)
    _draw_comparison(actor, say, shelf)
    _draw_others(say, course_id, shelf)
    return Drawn(said=said, step=f"-{course_id}-{shelf.seen}")


def _draw_state(shelf: Shelf, say: Words) -> None:
    newest, live = shelf.newest, shelf.live
    if newest is None:
        said = say("versions.files-live") if live else say("versions.errors")
    elif newest.kind is ReleaseKind.RETIRED:
        said = say("versions.retired", who=newest.signer, when=moment(newest.at, say))
    else:
        said = say("versions.live", number=newest.number, who=newest.signer, when=moment(newest.at, say))
    shell.show(html.subheading(say("versions.now")), html.line(said))
    if live:
        shell.show(html.line(_review(live, say)))


def _review(course: Course, say: Words) -> str:
    review = course.outline.review
    if not course.is_approved:
        return say("staff.draft")
    return say("versions.approved", who=review.approved_by, role=review.role, due=day(review.due, say))


def _draw_waiting(actor: Actor, say: Words, course_id: str, shelf: Shelf) -> None:
    """What is in the files and not yet live, with the way to publish and to approve it."""
    shell.show(html.subheading(say("versions.files")))
    if shelf.written is None:
        shell.show(html.box("miss", html.line(say("versions.errors"))))
        return
    if shelf.newest and shelf.waiting:
        shell.show(html.line(say("versions.waiting", number=len(shelf.waiting))))
        shell.show(differing.table(shelf.waiting, shelf.written, say, caption=say("versions.changes")))
    elif shelf.newest and shelf.live:
        shell.show(html.line(say("versions.same")))
    shell.show(html.line(_review(shelf.written, say)))
    with st.container(horizontal=True, key="versions-buttons"):
        is_live = shelf.newest and shelf.live and shelf.live.fingerprint == shelf.written.fingerprint
        if not is_live and st.button(say("versions.publish"), key="publish", type="primary"):
            session.keep(_sure(course_id), shelf.written.fingerprint)
            st.rerun()
        if Right.APPROVE_COURSE in RIGHTS[actor.role] and not shelf.written.is_approved:
            shell.show(html.links([(f"/staff/approve?course={course_id}", say("versions.approve"))]))


def _draw_open(actor: Actor, say: Words, course_id: str, shelf: Shelf) -> None:
    """Patients in mid-course on words that differ in safety from those patients get now."""
    if shelf.live is None:
        return
    sittings = running().releasing.on_older_safety(actor, course_id, shelf.live)
    if not sittings:
        return
    shell.show(html.line(say("versions.open-lead")))
    rows = [(each.selector, moment(each.opened_at, say), each.fingerprint[:8]) for each in sittings[:MOST_LISTED]]
    heads = (say("versions.code"), say("versions.began"), say("versions.version"))
    shell.show(html.table(heads, rows, caption=say("versions.open")))
    if len(sittings) > MOST_LISTED:
        shell.show(html.line(say("differ.more-people", number=len(sittings) - MOST_LISTED)))


def _draw_versions(shelf: Shelf, say: Words) -> None:
    if not shelf.versions:
        shell.show(html.subheading(say("versions.all")), html.line(say("versions.none")))
        return
    rows = [_row(version, say) for version in shelf.versions]
    heads = ("version", "published", "approved-by", "met", "open-count")
    shell.show(html.table([say(f"versions.head.{head}") for head in heads], rows, caption=say("versions.all")))


def _row(version: Version, say: Words) -> tuple[str, ...]:
    published = [
        say("versions.release", number=each.number, who=each.signer, when=moment(each.at, say))
        for each in version.releases
    ]
    review, use = version.course.outline.review, version.use
    approved = f"{review.approved_by}, {review.role}" if version.course.is_approved else say("versions.nobody")
    return (
        _name(version),
        "; ".join(published) or say("versions.unpublished"),
        approved,
        say("versions.met", number=use.patients, first=day(use.first_at.date(), say)) if use else "0",
        str(use.open) if use else "0",
    )


def _name(version: Version) -> str:
    return f"{version.course.outline.version} ({version.fingerprint[:8]})"


def _draw_comparison(actor: Actor, say: Words, shelf: Shelf) -> None:
    """Any two versions side by side in words."""
    if len(shelf.versions) < 2:
        return
    names = {version.fingerprint: _name(version) for version in shelf.versions}
    shell.show(html.subheading(say("versions.compare")))
    picked = list(names)
    old = st.selectbox(say("versions.older"), picked, index=1, key="compare-old", format_func=names.__getitem__)
    new = st.selectbox(say("versions.newer"), picked, index=0, key="compare-new", format_func=names.__getitem__)
    chosen = shelf.version(new)
    if old != new and chosen:
        found = running().releasing.differences_between(actor, old, new)
        shell.show(differing.table(found, chosen.course, say, caption=say("versions.compare")))


def _draw_others(say: Words, course_id: str, shelf: Shelf) -> None:
    """Going back to an earlier version, marking answers again, retiring."""
    shell.show(html.subheading(say("versions.more")))
    with st.container(horizontal=True, key="versions-more"):
        for version in shelf.versions:
            is_live = shelf.live is not None and shelf.live.fingerprint == version.fingerprint
            label = plain(say("versions.again", version=_name(version)))
            if version.releases and not is_live and st.button(label, key=f"again-{version.fingerprint[:12]}"):
                session.keep(_sure(course_id), version.fingerprint)
                st.rerun()
        if shelf.live and st.button(say("versions.regrade"), key="regrade"):
            session.go_to(page="versions", course=course_id, regrade="1")
            st.rerun()
        if shelf.live and st.button(say("versions.retire"), key="retire"):
            session.keep(_sure(course_id), _RETIRE)
            st.rerun()


def _ask(actor: Actor, say: Words, course_id: str, shelf: Shelf, wanted: str) -> Drawn:
    """Say what publishing or retiring means, and ask once more."""
    retires = wanted == _RETIRE
    kept = shelf.version(wanted)
    version = shelf.written if shelf.written and shelf.written.fingerprint == wanted else kept and kept.course
    if not retires and version is None:
        return _back(course_id, say("versions.gone"))
    shell.show(html.subheading(say("versions.sure-retire" if retires else "versions.sure-publish")))
    shell.show(html.line(say("versions.mid-course")))
    if version and not retires:
        _draw_consequences(actor, say, course_id, shelf, version)
    with st.container(horizontal=True, key="versions-sure"):
        sure = st.button(say("versions.do-retire" if retires else "versions.do-publish"), key="sure", type="primary")
        if st.button(say("versions.not-now"), key="not-sure"):
            return _back(course_id, "")
    return _back(course_id, _done(actor, say, course_id, shelf, wanted)) if sure else Drawn(step=f"-sure-{wanted[:8]}")


def _draw_consequences(actor: Actor, say: Words, course_id: str, shelf: Shelf, version: Course) -> None:
    if not version.is_approved:
        shell.show(html.box("note", html.line(say("versions.not-approved"))))
    if shelf.live is None or shelf.newest is None:
        return
    found = differences(shelf.live, version)
    safety = touches_safety(found)
    shell.show(html.line(say("versions.is-safety" if safety else "versions.no-safety")))
    if safety:
        number = len(running().releasing.on_older_safety(actor, course_id, version))
        shell.show(html.line(say("versions.open-number", number=number)))
    shell.show(differing.table(found, version, say, caption=say("versions.changes")))


_REFUSED: dict[type[Exception], str] = {
    NotApproved: "versions.must-approve",
    NothingNew: "versions.same",
    NoVersion: "versions.gone",
    Stale: "versions.stale",
    NotSaved: "common.not-saved",
}


def _done(actor: Actor, say: Words, course_id: str, shelf: Shelf, wanted: str) -> str:
    """Publish or retire; what to say about it."""
    releasing = running().releasing
    try:
        if wanted == _RETIRE:
            releasing.retire(actor, course_id, seen=shelf.seen)
            return say("versions.done-retire")
        releasing.publish(actor, course_id, wanted, seen=shelf.seen)
        return say("versions.done-publish")
    except tuple(_REFUSED) as reason:
        _LOG.warning("a release was refused: %s", type(reason).__name__)
        return say(_REFUSED[type(reason)])


def _sure(course_id: str) -> str:
    """Where it is kept what is asked once more about a course."""
    return f"publish-sure-{course_id}"


def _back(course_id: str, said: str) -> Drawn:
    session.keep(_sure(course_id), None)
    session.keep(_SAID, said)
    st.rerun()
