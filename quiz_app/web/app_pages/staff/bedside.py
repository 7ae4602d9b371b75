"""What every screen about one patient is drawn from, and the lines several of them share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.access import RIGHTS, Right, Visit
from quiz_app.domain.confirmation import Standing
from quiz_app.domain.screening import suspicions
from quiz_app.i18n.messages import Words
from quiz_app.services.changes import Change
from quiz_app.services.confirming import Case
from quiz_app.services.staffing import Actor
from quiz_app.web import session
from quiz_app.web.components import html
from quiz_app.web.components.wording import DOT, moment


@dataclass(frozen=True)
class Bedside:
    """One patient's case as one member of staff sees it."""

    actor: Actor
    visit: Visit
    say: Words
    case: Case

    @property
    def attempt(self) -> str:
        """The id of the attempt."""
        return self.case.sitting.attempt

    @property
    def items(self) -> tuple[str, ...]:
        """The points to talk about, by their items."""
        return tuple(gap.item for gap in self.case.briefing.talk)

    @property
    def name(self) -> str:
        """How staff know the patient: label and where the code begins."""
        invitation = self.case.invitation
        if invitation is None:
            return self.say("brief.no-code")
        return called(invitation.label, invitation.selector, self.say)

    def may(self, right: Right) -> bool:
        """Whether the role of who looks allows this; the services check it again."""
        return right in RIGHTS[self.actor.role]


def called(label: str, selector: str, say: Words) -> str:
    """How staff know a patient: label and where the code begins."""
    code = say("board.code", code=selector)
    return f"{label}{DOT}{code}" if label else code


def go_to(bed: Bedside, task: str) -> NoReturn:
    """Turn to another page about the same patient."""
    session.open_patient(bed.attempt, task)
    st.rerun()


def invitation_ways(selector: str, say: Words, *, open_still: bool = True) -> list[tuple[str, str]]:
    """Where to renew or revoke an invitation and, while its course is open, how else to work through it."""
    ways = [("invitation", say("board.invitation"))]
    if open_still:
        ways += [("hand-over", say("board.hand-over")), ("paper", say("board.paper"))]
    return [(f"/staff/{page}?selector={selector}", said) for page, said in ways]


def standing_lines(bed: Bedside) -> Markup:
    """Whether the confirmation stands, who gave it, and what happened since."""
    care, say = bed.case.care, bed.say
    confirmation, talk = care.confirmation, care.conversation
    if confirmation is None:
        if talk is None:
            return html.NOTHING
        return html.line(say("brief.talked", signer=talk.signer, time=moment(talk.at, say)))
    given = say("brief.confirmed", signer=confirmation.signer, time=moment(confirmation.at, say))
    if bed.case.look_again:
        return html.box("miss", html.line(given), html.line(say("brief.look-again")))
    if bed.case.standing is Standing.CONFIRMED:
        return html.box("right", html.line(given))
    withdrawal = care.withdrawal_of(confirmation)
    if withdrawal:
        time = moment(withdrawal.at, say)
        said = say("brief.withdrawn", signer=withdrawal.signer, time=time, reason=withdrawal.reason)
    else:
        said = say("brief.void")
    return html.box("miss", html.line(f"{given} {said}"))


def changes(found: Sequence[Change], say: Words) -> Markup:
    """What changed since the nurse looked: who, when, what."""
    lines = [say(f"sign.change.{each.kind}", signer=each.signer, time=moment(each.at, say)) for each in found]
    return html.box("miss", html.subheading(say("sign.stale")), html.bullets(lines), html.line(say("sign.stale-kept")))


def suspicion_line(text: str, say: Words) -> Markup:
    """A warning beside a field whose words look like a name, a date of birth or a number; nothing otherwise."""
    found = ", ".join(say(f"talk.suspicion.{each}") for each in suspicions(text))
    return html.line(say("talk.suspicion", found=found), "quiz-caution") if found else html.NOTHING
