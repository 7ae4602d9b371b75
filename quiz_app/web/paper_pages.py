"""Paper instead of a screen: the booklet with its answer sheet, and typing in what came back on it."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import Answering, NotSaved
from quiz_app.domain.course import Course, Screen
from quiz_app.domain.form import Form as Dealt
from quiz_app.domain.item import Kind
from quiz_app.domain.wording import Wording, wordings
from quiz_app.i18n.messages import Words, words
from quiz_app.services.inviting import NoCourse
from quiz_app.services.paper import AlreadyBegun, BadSheet
from quiz_app.services.staffing import Actor
from quiz_app.services.taking import LONGEST_QUESTION, QuestionTooLong, Sitting
from quiz_app.web.gate import nothing_here
from quiz_app.web.invitation import asked_for, found, is_usable, name_of
from quiz_app.web.pages import Form, message, page
from quiz_app.web.running import running

SHORT = 50
OWN_QUESTIONS = ("question-1", "question-2")


@dataclass(frozen=True)
class Question:
    """One question as it is printed: its number in the booklet, and its exact wording with letters."""

    number: int
    wording: Wording

    @property
    def several(self) -> bool:
        """Whether more than one letter may be right."""
        return self.wording.kind is Kind.CHOOSE_ALL

    @property
    def short(self) -> str:
        """As much of the question as helps to find it on the sheet."""
        stem = " ".join(self.wording.stem.split())
        return stem if len(stem) <= SHORT else f"{stem[:SHORT].rsplit(' ', 1)[0]} \N{HORIZONTAL ELLIPSIS}"

    def hint(self, say: Words) -> str:
        """What may be typed."""
        shown = self.wording
        if shown.kind is Kind.SORT:
            return say("paper.hint-sort", things=len(shown.options), groups=len(shown.groups))
        key = "paper.hint-several" if self.several else "paper.hint-one"
        return say(key, last=shown.options[-1].letter)


@dataclass(frozen=True)
class Part:
    """One part of the booklet: what is taught, then what is asked."""

    title: str
    lesson: tuple[Screen, ...]
    questions: tuple[Question, ...]


def paper_page(request: Request, _actor: Actor, _form: Form) -> Response:
    """Say what paper means for this patient, before a booklet is dealt."""
    invitation = _usable(asked_for(request))
    if invitation is None:
        return nothing_here()
    return page(
        "paper_start.html",
        selector=invitation.selector,
        name=name_of(invitation),
        course=running().title_of(invitation.course, words().locale),
    )


def booklet(_request: Request, actor: Actor, form: Form) -> Response:
    """The booklet and the answer sheet; asked for again, they are the same."""
    invitation = _usable(form.get("selector", ""))
    if invitation is None:
        return nothing_here()
    back = f"/staff/invitation?selector={invitation.selector}"
    try:
        sitting = running().paper.sheet(actor, invitation.selector)
        sitting = sitting.in_language(sitting.record.language)
    except AlreadyBegun:
        return message("paper.begun", status=409, lead="paper.begun-lead", href=back, link="invite.back-one")
    except NoCourse:
        return message("paper.title", status=503, lead="enter.no-course", href=back, link="invite.back-one")
    return page(
        "booklet.html",
        patient=words(sitting.record.language),
        name=name_of(invitation),
        attempt=sitting.attempt,
        course=sitting.course,
        parts=parts_of(sitting.course, sitting.record.form),
        clinic=running().library.clinic.in_language(sitting.record.language).model_dump(),
        answering=list(Answering),
    )


def enter_page(request: Request, _actor: Actor, _form: Form) -> Response:
    """One field for each question, in the order of the sheet."""
    return _fields(_sheet(request.query_params.get("attempt", "")), typed={})


def enter(_request: Request, actor: Actor, form: Form) -> Response:
    """Keep a whole sheet at once, or say which answers cannot be read."""
    say, sitting = words(), _sheet(form.get("attempt", ""))
    questions, briefing = questions_of(sitting), f"/?patient={sitting.attempt}"
    try:
        _keep(actor, sitting, form)
    except BadSheet as bad:
        problems = {
            each.wording.item: say(f"paper.problem.{bad.problems[each.wording.item]}", number=each.number)
            for each in questions
            if each.wording.item in bad.problems
        }
        return _fields(sitting, typed=form, problems=problems, status=422)
    except QuestionTooLong:
        long = next(name for name in OWN_QUESTIONS if len(form.get(name, "").strip()) > LONGEST_QUESTION)
        return _fields(sitting, typed=form, problems={long: say("question.long")}, status=422)
    except AlreadyBegun:
        return message("paper.begun", status=409, lead="paper.entered-lead", href=briefing, link="invite.briefing")
    except NotSaved:
        problems = {questions[0].wording.item: say("common.not-saved")}
        return _fields(sitting, typed=form, problems=problems, status=503)
    return message("paper.kept", lead="paper.kept-lead", href=briefing, link="invite.briefing")


def _sheet(attempt: str) -> Sitting:
    """The attempt in the language in which its booklet was printed."""
    sitting = running().taking.sitting(attempt)
    return sitting.in_language(sitting.record.language)


def _keep(actor: Actor, sitting: Sitting, form: Form) -> None:
    answering = form.get("answering", "")
    running().paper.enter(
        actor,
        sitting.attempt,
        {each.wording.item: form.get(each.wording.item, "") for each in questions_of(sitting)},
        answering=Answering(answering) if answering in list(Answering) else None,
        questions=[text for name in OWN_QUESTIONS if (text := form.get(name, "").strip())],
    )


def parts_of(course: Course, dealt: Dealt) -> tuple[Part, ...]:
    """The booklet of a dealt form; the questions are numbered right through."""
    shown = {wording.item: wording for wording in wordings(course, dealt)}
    topics = {topic.topic: topic for topic in course.topics}
    parts: list[Part] = []
    number = 0
    for part in dealt.parts:
        asked = tuple(
            Question(number=number + place, wording=shown[each.item]) for place, each in enumerate(part.asked, start=1)
        )
        number += len(asked)
        topic = topics[part.topic]
        parts.append(Part(title=topic.title, lesson=topic.lesson, questions=asked))
    return tuple(parts)


def questions_of(sitting: Sitting) -> list[Question]:
    """Every question of the sheet, in the order it is printed."""
    return [each for part in parts_of(sitting.course, sitting.record.form) for each in part.questions]


def _usable(selector: str) -> Invitation | None:
    invitation = found(selector)
    return invitation if invitation and is_usable(invitation) else None


def _fields(sitting: Sitting, *, typed: Form, problems: dict[str, str] | None = None, status: int = 200) -> Response:
    invitation = running().store.invitations_of([sitting.attempt]).get(sitting.attempt)
    return page(
        "paper_enter.html",
        status=status,
        attempt=sitting.attempt,
        name=name_of(invitation) if invitation else "",
        questions=questions_of(sitting),
        printed=sitting.record.language,
        typed=typed,
        answering=list(Answering),
        own_questions=OWN_QUESTIONS,
        longest=LONGEST_QUESTION,
        problems=problems or {},
    )
