"""Marking answers again after a wrong key was mended: choose the question, see whom it concerns, say why, do it."""

import logging

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.mastery import Outcome
from quiz_app.domain.regraded import worth
from quiz_app.i18n.messages import Words
from quiz_app.services.regrading import (
    LONGEST_REASON,
    CannotRegrade,
    Line,
    LiveChanged,
    NothingLive,
    Offer,
    ReasonNeeded,
    Run,
)
from quiz_app.services.staffing import Actor
from quiz_app.web import session
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.components.screen import Drawn
from quiz_app.web.components.wording import DOT, moment
from quiz_app.web.running import running

_LOG = logging.getLogger(__name__)
_REASON = "regrade-reason"
_SURE = "regrade-sure"
_DONE = "regrade-done"
ROWS = 100


def draw(actor: Actor, say: Words, course_id: str) -> Drawn:
    """Draw the step that the address and the session say."""
    done, item = session.kept(_DONE, Run), session.address("item")
    if done:
        return _result(done, say, course_id)
    try:
        if item:
            return _look(actor, say, course_id, item)
        return _choose(actor, say, course_id)
    except NothingLive:
        said = say("regrade.nothing-live")
    except CannotRegrade as cannot:
        said = say(f"regrade.why.{cannot.why}") if cannot.why else say("regrade.same")
    shell.show(html.heading(say("regrade.title")), html.box("note", html.line(said)))
    _way_back(say, course_id, to_choice=bool(item))
    return Drawn(step="-regrade-none")


def _go(course_id: str, **parts: str) -> None:
    session.keep(_SURE, None)
    session.go_to(page=session.address("page"), course=course_id, **parts)
    st.rerun()


def _way_back(say: Words, course_id: str, *, to_choice: bool) -> None:
    with st.container(horizontal=True, key="regrade-back"):
        if to_choice and st.button(say("regrade.to-choice"), key="regrade-to-choice"):
            session.keep(_REASON, None)
            _go(course_id, regrade="1")
        if st.button(say("regrade.to-versions"), key="regrade-to-versions"):
            session.keep(_REASON, None)
            _go(course_id)


def _choose(actor: Actor, say: Words, course_id: str) -> Drawn:
    offers = running().regrading.offers(actor, course_id)
    fit, unfit = ([each for each in offers if (each.why is None) is wanted] for wanted in (True, False))
    shell.show(html.heading(say("regrade.title")), html.line(say("regrade.lead")))
    if not fit:
        shell.show(html.box("note", html.line(say("regrade.none"))))
    for offer in fit:
        with st.container(key=f"offer-{offer.item}", border=True):
            shell.show(*_described(offer, say))
            if st.button(plain(say("regrade.look", item=offer.item)), key=f"look-{offer.item}"):
                _go(course_id, regrade="1", item=offer.item)
    if unfit:
        with st.expander(say("regrade.unfit"), key="regrade-unfit"):
            shell.show(html.line(say("regrade.unfit-lead")), html.facts([_refused(each, say) for each in unfit]))
    _way_back(say, course_id, to_choice=False)
    return Drawn(step="-regrade")


def _described(offer: Offer, say: Words) -> list[Markup]:
    number = len(offer.versions)
    met = say("regrade.version" if number == 1 else "regrade.versions", number=number)
    return [html.subheading(offer.stem), html.line(DOT.join([offer.topic, offer.item, met]), "quiz-quiet")]


def _refused(offer: Offer, say: Words) -> tuple[str, str]:
    return f"{offer.stem} ({offer.item})", say(f"regrade.why.{offer.why}")


def _look(actor: Actor, say: Words, course_id: str, item: str) -> Drawn:
    """The dry run, the reason, and the second step that asks once more."""
    said, problem = "", html.NOTHING
    if session.was_pressed("regrade-ask"):
        session.keep(_REASON, session.typed("regrade-why"))
        problem = _checked(say)
        session.keep(_SURE, None if problem else item)
    if session.was_pressed("regrade-do"):
        said, problem = _do(actor, say, course_id, item)
    run = running().regrading.dry_run(actor, course_id, item)
    session.keep("regrade-live", run.live)
    sure = session.kept(_SURE, str) == item and not run.is_empty
    shell.show(html.heading(say("regrade.sure-title" if sure else "regrade.look-title")), *_about(run, say))
    shell.show(problem, *_effect(run, say))
    if run.is_empty:
        shell.show(html.box("note", html.line(say("regrade.empty"))))
    elif sure:
        _ask_again(say)
    else:
        shell.show(html.line(say("regrade.reason-lead")))
        st.text_area(
            say("regrade.reason"),
            value=session.kept(_REASON, str) or "",
            key="regrade-why",
            height=100,
        )
        st.button(say("regrade.ask"), key="regrade-ask", type="primary")
    _way_back(say, course_id, to_choice=True)
    step = f"-regrade-{item}-{'sure' if sure else 'look'}"
    return Drawn(step=step, said=said, focus=shell.at_problem() if problem else "")


def _checked(say: Words) -> Markup:
    """What is to be said about the reason as it was typed."""
    typed = (session.kept(_REASON, str) or "").strip()
    if not typed:
        return html.line(say("regrade.no-reason"), "quiz-problem")
    if len(typed) > LONGEST_REASON:
        return html.line(say("regrade.long-reason", most=LONGEST_REASON, number=len(typed)), "quiz-problem")
    return html.NOTHING


def _ask_again(say: Words) -> None:
    reason = session.kept(_REASON, str) or ""
    shell.show(html.box("note", html.line(say("regrade.sure")), html.facts([(say("regrade.reason"), reason)])))
    with st.container(horizontal=True, key="regrade-buttons"):
        st.button(say("regrade.do"), key="regrade-do", type="primary")
        if st.button(say("regrade.change"), key="regrade-change"):
            session.keep(_SURE, None)
            st.rerun()


def _do(actor: Actor, say: Words, course_id: str, item: str) -> tuple[str, Markup]:
    """Mark again and go on to the result; what to say if it could not be done."""
    reason, live = session.kept(_REASON, str) or "", session.kept("regrade-live", str) or ""
    try:
        run = running().regrading.commit(actor, course_id, item, reason=reason, live=live)
    except ReasonNeeded:
        session.keep(_SURE, None)
        said = say("regrade.no-reason")
    except LiveChanged:
        said = say("regrade.live-changed")
    except NotSaved as refused:
        _LOG.warning("answers could not be marked again: %s", refused)
        said = say("common.not-saved")
    else:
        session.keep(_DONE, run)
        session.keep(_REASON, None)
        _go(course_id, regrade="1", item=item)
    return said, html.line(said, "quiz-problem")


def _result(run: Run, say: Words, course_id: str) -> Drawn:
    title = say("regrade.done-nothing" if run.is_empty else "regrade.done-title")
    shell.show(html.heading(title), html.box("right", html.line(say("regrade.done", number=len(run.lines)))))
    shell.show(*_about(run, say), *_effect(run, say))
    if st.button(say("regrade.close"), key="regrade-close", type="primary"):
        session.keep(_DONE, None)
        _go(course_id, regrade="1")
    return Drawn(step=f"-regrade-{run.item}-done", said=title)


def _about(run: Run, say: Words) -> list[Markup]:
    live = running().store.course(run.live) or running().offering.course(run.course)
    return [html.line(live.items[run.item].ask, "quiz-label")] if live and run.item in live.items else []


def _effect(run: Run, say: Words) -> list[Markup]:
    """Whom it concerns, in numbers and in a table."""
    counts = html.facts(
        [
            (say("regrade.answered"), str(run.answered)),
            (say("regrade.marks"), str(len(run.lines))),
            (say("regrade.outcomes"), str(len(run.outcomes))),
            (say("regrade.under-way"), str(len(run.under_way))),
            (say("regrade.signed"), str(len(run.signed))),
        ]
    )
    parts = [counts]
    if run.signed:
        parts.append(html.box("note", html.line(say("regrade.signed-lead"))))
    if run.lines:
        heads = [say(f"regrade.column.{name}") for name in ("patient", "answer", "list", "points", "signature")]
        rows = [_row(line, say) for line in run.lines[:ROWS]]
        parts.append(html.table(heads, rows, caption=say("regrade.table")))
    if len(run.lines) > ROWS:
        parts.append(html.line(say("regrade.more", number=len(run.lines) - ROWS)))
    return parts


def _row(line: Line, say: Words) -> tuple[str, ...]:
    did = line.effect
    before = line.listed.outcome if line.listed else did.outcome_before
    named = line.selector or say("regrade.no-code")  # labels and signers are the nurses' own
    return (
        f"{named}{DOT}{say('record.refresher')}" if line.is_refresher else named,
        _arrow(say(f"record.worth.{worth(did.old)}"), say(f"record.worth.{worth(did.new)}")),
        _list_says(before, did.outcome_now, say),
        _points(line, say),
        say("regrade.signed-at", time=moment(line.signed.at, say)) if line.signed else "",
    )


def _list_says(before: Outcome, now: Outcome, say: Words) -> str:
    if now is Outcome.NOT_FINISHED:
        return say("regrade.no-outcome")
    return _arrow(say(f"record.then.{before}"), say(f"record.then.{now}"))


def _points(line: Line, say: Words) -> str:
    """What there is to talk about more, and what no more."""
    before = line.listed.points if line.listed else line.effect.points_before
    old, new = ({point.objective for point in points} for points in (before, line.effect.points_now))
    said = [say("regrade.point-new", point=point) for point in sorted(new - old)]
    return " ".join(said + [say("regrade.point-gone", point=point) for point in sorted(old - new)])


def _arrow(before: str, now: str) -> str:
    return before if before == now else f"{before} \N{RIGHTWARDS ARROW} {now}"
