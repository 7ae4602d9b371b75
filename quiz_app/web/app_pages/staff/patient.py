"""The briefing: on one screen what to talk about with one patient, and everything they answered one tap away."""

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.access import Right
from quiz_app.domain.briefing import Briefing, Gap, Said
from quiz_app.domain.mastery import Outcome
from quiz_app.i18n.messages import Words
from quiz_app.web import session
from quiz_app.web.app_pages.staff import answers
from quiz_app.web.app_pages.staff.bedside import Bedside, go_to, invitation_ways, standing_lines
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Drawn
from quiz_app.web.components.wording import DOT, coded, day, language, moment, sentence
from quiz_app.web.running import running


def draw(bed: Bedside) -> Drawn:
    """Draw the briefing with its way on to the talk and the record."""
    case, say = bed.case, bed.say
    gaps = [_gap(gap, bed) for gap in case.briefing.talk]
    if not gaps and case.briefing.outcome is not Outcome.NOT_FINISHED:
        gaps = [html.line(say("brief.no-gaps"))]
    shell.show(
        html.head_row(html.heading(bed.name), html.line(_outcome(bed), "quiz-outcome")),
        html.line(DOT.join(_facts(bed)), "quiz-quiet"),
        standing_lines(bed),
        *gaps,
        *_missed_again(bed),
        *_questions(bed),
        *_asides(bed),
    )
    _ways_on(bed)
    with st.expander(say("brief.all"), key=f"all-{bed.attempt}"):
        answers.draw(bed)
    return Drawn()


def _outcome(bed: Bedside) -> str:
    briefing, say = bed.case.briefing, bed.say
    if briefing.outcome is Outcome.TALK_FIRST:
        return say("brief.talk-first", number=len(briefing.talk))
    return say(f"brief.{briefing.outcome}")


def _facts(bed: Bedside) -> list[str]:
    briefing, say, invitation, talk = bed.case.briefing, bed.say, bed.case.invitation, bed.case.care.conversation
    barriers = coded("barrier", talk.education.barriers, say) if talk else say("brief.barriers-unknown")
    answering = say(f"record.answering.{briefing.answering or 'unsaid'}")
    facts = [bed.case.sitting.course.outline.title] if len(running().offered) > 1 else []
    facts += [say("brief.answered", by=answering), language(briefing.locale, say)]
    facts += [say("brief.on-paper", signer=paper.signer) for paper in bed.case.care.papers]
    if invitation and invitation.infusion_on:
        facts.append(say("brief.infusion", day=day(invitation.infusion_on, say)))
    return [*facts, say("brief.barriers", barriers=barriers), say("brief.last", time=moment(briefing.last_at, say))]


def _gap(gap: Gap, bed: Bedside) -> Markup:
    say = bed.say
    reason = sentence(say(f"record.reason.{gap.reason}")) if gap.reason else ""
    return html.gap(
        html.subheading(gap.objective) + html.line(reason, "quiz-quiet"),
        Markup("").join(html.line(_said(said, number, bed)) for number, said in enumerate(gap.said, start=1)),
        html.line(say("talk.say", sentence=gap.say)),
    )


def _missed_again(bed: Bedside) -> list[Markup]:
    """The points of the refresher to talk about."""
    again = bed.case.refresher_briefing
    if again is None or not again.talk:
        return []
    return [html.line(bed.say("brief.from-refresher"), "quiz-label"), *(_gap(gap, bed) for gap in again.talk)]


def _said(said: Said, number: int, bed: Bedside) -> str:
    say, chosen = bed.say, _telling(said, bed)
    words = f"“{'; '.join(chosen)}”" if chosen else say("ask.not-sure")
    sure = f"{DOT}{say(f'record.sureness.{said.sureness}')}" if said.sureness else ""
    return f"{say('brief.first' if number == 1 else 'brief.second')} {words}{sure}"


def _telling(said: Said, bed: Bedside) -> tuple[str, ...]:
    """The chosen words; of a whole sorted list only what is not where it belongs."""
    sitting = bed.case.sitting
    item = sitting.record.corrected.get(said.item, sitting.course.items[said.item])
    belongs = {f"{thing.what}: {item.groups[into]}" for thing in item.put for into in (thing.into, *thing.accept)}
    return tuple(each for each in said.chosen if each not in belongs) or said.chosen


def _questions(bed: Bedside) -> list[Markup]:
    record = bed.case.sitting.record
    asked = [html.spoken(each.text, record.language_at(each.at)) for each in record.questions]
    return [html.line(bed.say("brief.questions"), "quiz-label"), html.bullets(asked)] if asked else []


def _asides(bed: Bedside) -> list[Markup]:
    briefing, say = bed.case.briefing, bed.say
    said = marked_again(briefing, say)
    if bed.case.refresher_briefing:
        said += marked_again(bed.case.refresher_briefing, say)
    if briefing.ordinary:
        said.append(say("brief.ordinary", points=" ".join(gap.objective for gap in briefing.ordinary)))
    if bed.case.refresher_briefing:
        said.append(answers.refresher_line(bed.case.refresher_briefing, say))
    if not bed.case.sitting.course.is_approved:
        said.append(say("staff.draft"))
    return [html.line(each, "quiz-quiet") for each in said]


def marked_again(briefing: Briefing, say: Words) -> list[str]:
    """Every answer that counts otherwise since a key was corrected: when, by whom, why, before and now."""
    return [
        say(
            "brief.marked-late" if each.is_late else "brief.marked-again",
            point=each.objective,
            time=moment(each.at, say),
            signer=each.signer,
            reason=each.reason.rstrip("."),
            before=say(f"record.worth.{each.before}"),
            now=say(f"record.worth.{each.now}"),
        )
        for each in briefing.marked_again
    ]


def _ways_on(bed: Bedside) -> None:
    case, say = bed.case, bed.say
    finished = case.briefing.outcome is not Outcome.NOT_FINISHED
    with st.container(horizontal=True, key="ways-on"):
        if bed.may(Right.CONFIRM) and finished:
            said = say("brief.go-on-talk" if case.has_draft else "brief.talk")
            if st.button(said, key=f"to-talk-{bed.attempt}", type="primary"):
                go_to(bed, "talk")
        if bed.may(Right.EXPORT) and st.button(say("brief.record"), key=f"to-record-{bed.attempt}"):
            go_to(bed, "record")
        if st.button(say("brief.back"), key="to-list"):
            session.close_patient()
            st.rerun()
        if bed.may(Right.INVITE) and case.invitation:
            shell.show_beside(html.links(invitation_ways(case.invitation.selector, say, open_still=not finished)))
        shell.show_beside(html.links([("/leave", say("staff.logout"))]))
