"""How values of a summary are said in words, the same in every export."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from quiz_app.domain.attempt import Origin
from quiz_app.domain.confirmation import Conversation, Standing
from quiz_app.domain.regraded import MarkedAgain
from quiz_app.domain.summary import AttemptSummary, Summary
from quiz_app.domain.wording import Answered, Chosen, Wording
from quiz_app.i18n.messages import DEFAULT, words

SHORT_FINGERPRINT = 12

say = words(DEFAULT)  # a record is read by the clinic, whoever asks for it


def when(moment: datetime | None) -> str:
    """A moment as a chart reads it, always in UTC."""
    return moment.strftime("%Y-%m-%d %H:%M UTC") if moment else say("record.not-yet")


def code(summary: Summary) -> str:
    """How the patient is known: the beginning of the code, and the label."""
    selector = summary.selector or "-"
    return say("record.code-label", code=selector, label=summary.label) if summary.label else selector


def headline(summary: Summary) -> str:
    """What the record says in one line: how the confirmation stands, else the outcome."""
    if summary.standing is Standing.NONE:
        return say(f"record.outcome.{summary.attempt.outcome}")
    return say(f"record.standing.{summary.standing}")


def content(summary: Summary) -> str:
    """Whether a clinician approved the wording."""
    return say("record.content.approved" if summary.approved else "record.content.draft")


def who_answered(attempt: AttemptSummary) -> str:
    """Who answered, as the patient said it."""
    return say(f"record.answering.{attempt.answering}") if attempt.answering else say("record.answering.unsaid")


def origin(summary: Summary) -> str:
    """How the answers came in; for paper, who typed them in and when."""
    paper = summary.paper
    if summary.attempt.origin is Origin.PAPER and paper:
        return say("record.origin.paper-entered", who=paper.signer, when=when(paper.at))
    return say(f"record.origin.{summary.attempt.origin}")


def told(answered: Answered) -> str:
    """The words the patient chose, exactly as they were shown."""
    return "; ".join(_part(answered.wording, each) for each in answered.chosen)


def _part(wording: Wording, chosen: Chosen) -> str:
    if not chosen.option:
        return say("record.not-sure")
    if not wording.groups:
        return wording.option(chosen.option)
    group = wording.group(chosen.group) if chosen.group else say("record.not-sure")
    return f"{wording.option(chosen.option)}: {group}"


def objective(words: str, remark: str = "") -> str:
    """A point without its full stop, and a remark in brackets."""
    return f"{words.rstrip('.')} ({remark})" if remark else words.rstrip(".")


def verdict(answered: Answered) -> str:
    """Whether an answer was right, left at not sure, or missed; and how sure the patient was."""
    judged = "unsure" if answered.unsure else "right" if answered.right else "missed"
    sure = f", {say(f'record.sureness.{answered.sureness}')}" if answered.sureness else ""
    return say(f"record.verdict.{judged}") + sure


def listed(name: str, values: Iterable[StrEnum]) -> str:
    """Coded values of one list in words, one after the other."""
    return ", ".join(say(f"record.{name}.{value}") for value in values)


def education(conversation: Conversation) -> list[tuple[str, str]]:
    """How the teaching went, as pairs of what and how."""
    taught = conversation.education
    return [
        (say("record.learner"), listed("learner", [taught.learner])),
        (say("record.barriers"), listed("barrier", taught.barriers)),
        (say("record.supports"), listed("support", taught.supports)),
        (say("record.interpreter"), listed("interpreter", [taught.interpreter])),
        (say("record.readiness"), listed("readiness", [taught.readiness])),
        (say("record.ways"), listed("way", taught.ways)),
        (say("record.methods"), listed("method", taught.methods)),
    ]


def confirmation(summary: Summary) -> str:
    """Who confirmed what, when, and whether it still stands; empty without a confirmation."""
    signed, withdrawn = summary.confirmation, summary.withdrawal
    if signed is None:
        return ""
    said = [say(f"record.meaning.{signed.meaning}", who=signed.signer, when=when(signed.at))]
    if withdrawn:
        said.append(say("record.withdrawn", who=withdrawn.signer, when=when(withdrawn.at), reason=withdrawn.reason))
    elif summary.standing is Standing.VOID:
        said.append(say("record.void"))
    if summary.look_again:
        said.append(say("record.look-again"))
    return " ".join(said)


def marked_again(attempt: AttemptSummary) -> list[str]:
    """Every answer that a corrected key made count otherwise: when, by whom, why, before and now."""
    return [_again(each) for each in attempt.marked_again]


def _again(again: MarkedAgain) -> str:
    key = "record.marked-late" if again.is_late else "record.marked-again"
    said = say(
        key,
        point=objective(again.objective),
        when=when(again.at),
        who=again.signer,
        reason=again.reason.rstrip("."),
        before=say(f"record.worth.{again.before}"),
        now=say(f"record.worth.{again.now}"),
    )
    if again.outcome_before is again.outcome_now:
        return said
    before, now = (say(f"record.then.{each}") for each in (again.outcome_before, again.outcome_now))
    return f"{said} {say('record.marked-outcome', before=before, now=now)}"
