"""The command that marks answers again after a wrong key was mended."""

from collections.abc import Iterator
from typing import Annotated

import typer

from quiz_app.app.assembly import App, assemble
from quiz_app.cli.commands import Data, plain_errors, say, settings_of
from quiz_app.domain.access import Role
from quiz_app.domain.regraded import worth
from quiz_app.i18n.messages import words
from quiz_app.services.regrading import CannotRegrade, Line, LiveChanged, NothingLive, ReasonNeeded, Run
from quiz_app.services.staffing import CONSOLE, Actor

EDITOR = Actor(id=CONSOLE.id, role=Role.EDUCATOR)
"""Whoever has the server's console may do what an educator may."""


def regrade(
    course: Annotated[str, typer.Argument(help="The course.")],
    item: Annotated[str, typer.Argument(help="The question whose key was mended and published.")],
    *,
    commit: Annotated[bool, typer.Option("--commit", help="Mark the answers again; else nothing is done.")] = False,
    reason: Annotated[str, typer.Option(help="Why; it stands in every record concerned.")] = "",
    data: Data = None,
) -> None:
    """List whose answers would count otherwise by a mended key and, with --commit and a reason, mark them again."""
    with plain_errors():
        app = assemble(settings_of(data))
        try:
            run = _run(app, course, item, reason=reason if commit else None)
        except (NothingLive, CannotRegrade, ReasonNeeded, LiveChanged) as refused:
            typer.echo(_plainly(refused), err=True)
            raise typer.Exit(1) from refused
        finally:
            app.store.close()
    say("\n".join(_report(run)))
    say("Marked again." if commit else "Nothing was changed. To mark them again: add --commit --reason '...'")


def _run(app: App, course: str, item: str, *, reason: str | None) -> Run:
    """The dry run; done when there is a reason, even an empty one, which is refused."""
    found = app.regrading.dry_run(EDITOR, course, item)
    if reason is None:
        return found
    return app.regrading.commit(EDITOR, course, item, reason=reason, live=found.live)


def _plainly(refused: Exception) -> str:
    match refused:
        case NothingLive():
            return words()("regrade.nothing-live")
        case CannotRegrade(why=None):
            return words()("regrade.same")
        case CannotRegrade(why=why):
            return words()(f"regrade.why.{why}")
        case ReasonNeeded():
            return "Say why with --reason, in 1 to 300 characters."
        case _:
            return words()("regrade.live-changed")


def _report(run: Run) -> Iterator[str]:
    yield f"Answered: {run.answered}. Count otherwise: {len(run.lines)}. Other outcome: {len(run.outcomes)}."
    yield f"In mid-course: {len(run.under_way)}. Confirmed before, now to be looked at again: {len(run.signed)}."
    yield from (_told(line) for line in run.lines)


def _told(line: Line) -> str:
    did, before = line.effect, line.listed.outcome if line.listed else line.effect.outcome_before
    name = " ".join(filter(None, [line.selector or "-", line.label, "(refresher)" if line.is_refresher else ""]))
    signed = f", confirmed by {line.signed.signer}" if line.signed else ""
    return f"{name}: {worth(did.old)} -> {worth(did.new)}, {before} -> {did.outcome_now}{signed}"
