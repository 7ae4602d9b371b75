"""The commands of `quiz-app`; each is short and says in plain words what went off course."""

import os
import runpy
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from quiz_app.app.assembly import SystemClock, assemble, open_store
from quiz_app.app.doctor import examine
from quiz_app.app.settings import BadSetting, Settings, launcher, read_settings, unknown_variables, variable
from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.screening import suspicions
from quiz_app.services.codes import new_token
from quiz_app.services.demo import Demo, DemoClock, RealPatientsHere
from quiz_app.services.inviting import MOST_AT_ONCE, NoCourse, Wanted
from quiz_app.services.staffing import CONSOLE, known_as

main = typer.Typer(no_args_is_help=True, add_completion=False, help="A patient-education quiz for a clinic.")
database = typer.Typer(no_args_is_help=True, help="Look after the database.")
main.add_typer(database, name="db")


def say(text: str) -> None:
    """Print for people."""
    typer.echo(text)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn an expected mistake into one plain sentence and exit code 1."""
    try:
        yield
    except (BadSetting, NotSaved, NoCourse, RealPatientsHere) as reason:
        typer.echo(_WORDS.get(type(reason)) or str(reason), err=True)
        raise typer.Exit(1) from reason


_WORDS: dict[type[Exception], str] = {
    NoCourse: "This course cannot be begun now: it is not there, has errors, or is not approved. Run: quiz-app doctor",
    RealPatientsHere: "This database holds real patients. Use an empty one: quiz-app demo --data demo-data",
}


def settings_of(data: Path | None = None, port: int | None = None) -> Settings:
    """The settings of the environment, but for what a command was told; raises BadSetting."""
    environment = dict(os.environ)
    if data is not None:
        environment[variable("data")] = str(data)
    if port is not None:
        environment[variable("port")] = str(port)
    return read_settings(environment)


Data = Annotated[Path | None, typer.Option(help="Folder for the database and keys instead of ./data.")]


@main.command()
def serve(
    port: Annotated[int | None, typer.Option(help="Port to listen on instead of 8501.")] = None, data: Data = None
) -> None:
    """Start the app and print its address and, the first time, the link for the first administrator."""
    with plain_errors():
        settings = settings_of(data, port)
    for name in unknown_variables(os.environ):
        typer.echo(f"{name}: I do not know this setting. Is it misspelled? See: quiz-app doctor", err=True)
    os.environ[variable("data")] = str(settings.data)
    os.environ[variable("port")] = str(settings.port)
    sys.argv = [str(launcher())]
    with plain_errors():
        runpy.run_path(sys.argv[0], run_name="__main__")


@main.command()
def doctor() -> None:
    """Examine the installation: settings, database, keys, course; exit code 1 if something must be mended."""
    findings = examine(os.environ)
    for finding in findings:
        say(finding.text)
    if any(finding.must_mend for finding in findings):
        raise typer.Exit(1)


@main.command()
def invite(
    course: Annotated[str | None, typer.Argument(help="The course instead of the one walk-in patients take.")] = None,
    label: Annotated[str, typer.Option(help="A label for your list, with no name in it.")] = "",
    infusion: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of the infusion, such as 2026-12-01.")
    ] = None,
    count: Annotated[int, typer.Option(min=1, max=MOST_AT_ONCE, help="How many; their labels are numbered.")] = 1,
    data: Data = None,
) -> None:
    """Make invitations and print their codes and links; they are shown only now."""
    if suspicions(label):
        typer.echo(
            "The label looks as if it could point to a person. Take it back if it does: quiz-app revoke", err=True
        )
    with plain_errors():
        settings = settings_of(data)
        app = assemble(settings)
        wanted = Wanted(course or settings.course, label=label, infusion_on=infusion.date() if infusion else None)
        passes = app.inviting.invite_many(CONSOLE, wanted, count=count, batch=new_token())
    say("\n\n".join(f"Code: {made.code}\nLink: {app.settings.url}/e#{made.link_token}" for made in passes))
    app.store.close()


@main.command()
def revoke(
    begins: Annotated[str, typer.Argument(help="The first four characters of the code, as the board shows them.")],
    data: Data = None,
) -> None:
    """Take a code and its link back, such as one that was lost; the answers stay."""
    with plain_errors():
        app = assemble(settings_of(data))
        if app.store.invitation(begins.upper()) is None:
            typer.echo(f"There is no code that begins with {begins}.", err=True)
            raise typer.Exit(1)
        app.inviting.revoke(CONSOLE, begins.upper())
    say("The code lets nobody in any more.")
    app.store.close()


@main.command(name="staff-link")
def staff_link(login: Annotated[str, typer.Argument(help="The login of the account.")], data: Data = None) -> None:
    """Print a new one-time link for an account whose password is forgotten; the old password ends at once."""
    with plain_errors():
        app = assemble(settings_of(data))
        member = app.store.staff_by_login(known_as(login))
        if member is None:
            typer.echo(f"There is no account with the login {login}.", err=True)
            raise typer.Exit(1)
        token = app.staffing.renew_link(CONSOLE, member.id)
    say(f"{app.settings.url}/staff/setup#{token}")
    app.store.close()


@main.command()
def demo(
    patients: Annotated[int, typer.Argument(min=1, max=20000, help="How many simulated patients.")] = 40,
    seed: Annotated[int, typer.Option(help="The same seed gives the same patients.")] = 1,
    course: Annotated[str | None, typer.Option(help="Their course instead of the one walk-in patients take.")] = None,
    data: Data = None,
) -> None:
    """Fill a database with simulated patients; refused where there are real ones."""
    with plain_errors():
        settings = settings_of(data)
        app = assemble(settings)
        clock = DemoClock(SystemClock().now())
        simulation = Demo(app.store, app.vault, clock, course=app.offering.course)
        filled = simulation.fill(course or settings.course, patients=patients, seed=seed)
    say(f"{filled} simulated patients are in the database now.")
    app.store.close()


@database.command()
def upgrade(data: Data = None) -> None:
    """Bring the database up to date; a copy of an SQLite file is made first."""
    with plain_errors():
        settings = settings_of(data)
        open_store(settings).close()
    say("The database is up to date.")
