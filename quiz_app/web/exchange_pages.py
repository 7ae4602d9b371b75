"""Questions for and from other programs: what is downloaded, what an upload would become, and saving it as a draft."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from quiz_app.app.edits import Clash, NoSuchFile, Refused
from quiz_app.app.importing import Draft, Importing, NoSuchCourse, NothingToSave, Wanted
from quiz_app.app.workbench import CannotSave, PatchFailed
from quiz_app.domain.item import Verdict
from quiz_app.exchange.gift import gift
from quiz_app.exchange.imported import MOST_BYTES, About, Given, Note, Unit
from quiz_app.exchange.moodle import moodle
from quiz_app.exchange.outgoing import Format, Outgoing, losses
from quiz_app.exchange.qti import qti
from quiz_app.exchange.table_files import csv_file, xlsx_file
from quiz_app.i18n.messages import words
from quiz_app.services.staffing import Actor
from quiz_app.web.components import findings
from quiz_app.web.gate import nothing_here
from quiz_app.web.pages import Form, page
from quiz_app.web.running import running
from quiz_app.web.uploads import CONTENT, NAME, TOO_LARGE, content_of

PLACE = "/staff/exchange"
MOST_FINDINGS = 60
_FILES: Mapping[Format, tuple[str, Callable[[Outgoing], bytes]]] = {
    Format.XLSX: ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_file),
    Format.CSV: ("text/csv; charset=utf-8", csv_file),
    Format.GIFT: ("text/plain; charset=utf-8", gift),
    Format.MOODLE: ("application/xml", moodle),
    Format.QTI: ("application/zip", qti),
}


@dataclass(frozen=True)
class Said:
    """One thing that is said of several questions: the words, and where."""

    words: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Way:
    """One format to download: its ending, and what it cannot hold of these questions."""

    form: Format
    losses: tuple[Said, ...]


def exchange_page(request: Request, _actor: Actor, _form: Form) -> Response:
    """What can be taken out, and where to bring something in."""
    return _page(request.query_params.get("course", ""), topic=request.query_params.get("topic", ""))


def download(request: Request, actor: Actor, _form: Form) -> Response:
    """One file with the questions of a course or of one of its topics."""
    course, _, ending = request.path_params["file"].rpartition(".")
    outgoing = _outgoing(course, request.query_params.get("topic", ""))
    if outgoing is None or ending not in list(Format):
        return nothing_here()
    media_type, made = _FILES[Format(ending)]
    app = running()
    app.audit.note(actor.id, "export-questions", request.url.path)
    called = f"{'-'.join([course, *(topic.topic for topic in outgoing.topics[:1] if _one(outgoing))])}"
    headers = {"Content-Disposition": f'attachment; filename="{called}-{app.clock.today():%Y-%m-%d}.{ending}"'}
    return Response(made(outgoing), media_type=media_type, headers=headers)


def bring_in(_request: Request, actor: Actor, form: Form) -> Response:
    """Show what an uploaded file would become, or save it when that was seen and asked for."""
    course = form.get("course", "")
    problem = _problem(form)
    if problem:
        return _page(course, problem=problem, status=422)
    wanted = Wanted(course, form.get(NAME, ""), content_of(form), form.get("title", ""))
    try:
        if form.get("do") == "save":
            return _save(actor, wanted, form)
        return _preview(_importing().draft(actor, wanted), wanted, form)
    except (NoSuchCourse, NoSuchFile, NothingToSave):
        return nothing_here()
    except PatchFailed as reason:
        return _page(course, problem=str(reason), status=422)


def _problem(form: Form) -> str:
    """A sentence about an upload that cannot be looked at."""
    say = words()
    if TOO_LARGE in form or len(content_of(form)) > MOST_BYTES:
        return say("exchange.too-large")
    return "" if content_of(form) and form.get(NAME) else say("exchange.no-file")


def _save(actor: Actor, wanted: Wanted, form: Form) -> Response:
    say = words()
    try:
        saved = _importing().save(actor, wanted)
    except Refused as refused:
        why = " ".join(f"{found.message} {found.remedy}" for found in refused.problems[:3])
    except (Clash, PatchFailed):
        why = say("exchange.clash")
    except CannotSave as reason:
        why = str(reason)
    else:
        work = f"/?page=course&course={wanted.course}&file={saved.file}"
        return page("exchange_saved.html", file=saved.file, work=work, course=wanted.course)
    problem = say("exchange.not-saved", why=why)
    return _preview(_importing().draft(actor, wanted), wanted, form, problem=problem, status=409)


def _importing() -> Importing:
    return Importing(running().workbench, running().library)


def _preview(draft: Draft, wanted: Wanted, form: Form, *, problem: str = "", status: int = 200) -> Response:
    findings = _found(draft)
    return page(
        "exchange_preview.html",
        status=status if draft.items else 422,
        draft=draft,
        wanted=wanted,
        hidden_fields={"course": wanted.course, NAME: wanted.file, CONTENT: form[CONTENT]},
        problem=problem,
        problems=_said(draft.problems),
        losses=_said(draft.losses, draft.items),
        findings=findings[:MOST_FINDINGS],
        more=max(0, len(findings) - MOST_FINDINGS),
        verdict=_verdict,
        group=_group,
    )


def _page(course: str, *, topic: str = "", problem: str = "", status: int = 200) -> Response:
    written = running().library.course(course)
    outgoing = _outgoing(course, topic)
    if written is None or outgoing is None:
        return nothing_here()
    return page(
        "exchange.html",
        status=status,
        course=course,
        title=written.outline.title,
        topics=written.topics,
        topic=topic,
        query=f"?topic={topic}" if topic else "",
        count=len(outgoing.items),
        ways=[Way(form, _said(losses(outgoing, form))) for form in _FILES],
        problems={"upload": problem} if problem else {},
    )


def _outgoing(course: str, topic: str) -> Outgoing | None:
    """The questions of the course as its files say, or of that one topic; None when there is no such thing."""
    written = running().library.course(course)
    topics = [each for each in written.topics if topic in {"", each.topic}] if written else []
    if written is None or not topics:
        return None
    return Outgoing(course, written.outline.title, written.outline.locale, topics)


def _one(outgoing: Outgoing) -> bool:
    return len(outgoing.topics) == 1


def _said(notes: Iterable[Note], items: Iterable[Given] = ()) -> tuple[Said, ...]:
    """The notes by what they say, in the order in which they came, each place once and by the name of its question."""
    say = words()
    names = {(item.at.unit, item.at.number): item.id for item in items}
    places: dict[About, dict[str, None]] = {}
    for note in notes:
        where = say(f"exchange.at.{note.at.unit}", number=note.at.number, name=note.at.name)
        name = names.get((note.at.unit, note.at.number), note.at.name)
        named = name or (where if note.at.unit is not Unit.FILE else "")
        shown = ": ".join(part for part in (named, note.detail) if part)
        places.setdefault(note.about, {})[shown] = None
    return tuple(Said(say(f"exchange.about.{about}"), tuple(filter(None, found))) for about, found in places.items())


def _found(draft: Draft) -> list[Said]:
    """What the checker finds, equal sentences once, with the lines of the draft or the other files they are in."""
    say = words()
    places: dict[str, list[str]] = {}
    for found in draft.findings:
        line = say("exchange.line", number=found.line)
        where = line if found.file == draft.file else f"{found.file}, {line}"
        places.setdefault(findings.in_short(found), []).append(where)
    return [Said(sentence, tuple(lines)) for sentence, lines in places.items()]


def _verdict(verdict: Verdict) -> str:
    return words()(f"exchange.verdict.{verdict}")


def _group(item: Given, name: str) -> str:
    """The words of a group of that item."""
    return dict(item.groups).get(name, name)
