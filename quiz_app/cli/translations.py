"""Commands for translators: the texts of a course out as a PO file, and back in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from quiz_app.app.assembly import assemble
from quiz_app.app.edits import Clash, Refused
from quiz_app.app.translating import Language, NoLanguage, NotWhole, Translating
from quiz_app.cli.commands import Data, plain_errors, say, settings_of
from quiz_app.content.patching import PatchFailed
from quiz_app.content.saving import CannotSave
from quiz_app.domain.access import Role
from quiz_app.domain.translation import State
from quiz_app.exchange.po import Left, NotPo
from quiz_app.services.staffing import Actor

main = typer.Typer(no_args_is_help=True, help="Texts of a course for translators, and back.")
TRANSLATOR = Actor(id="console", role=Role.EDUCATOR)

Course = Annotated[str, typer.Argument(help="The course, such as ivig.")]
Locale = Annotated[str, typer.Argument(help="The language, such as es or es-MX.", metavar="LANGUAGE")]
_LEFT = {
    Left.UNKNOWN: "the course has no such text; left out",
    Left.EMPTY: "not translated yet",
    Left.UNSURE: "marked as unsure (fuzzy); left out",
    Left.PLACEHOLDERS: "the words in braces differ from the original; left out",
    Left.NEWER: "the course has a newer translation; left out",
    Left.OLD: "translates an earlier wording; taken, and marked as out of date",
}


@contextmanager
def _open(course: str, locale: str, file: Path, data: Path | None) -> Iterator[Translating]:
    """The part that translates; whatever cannot be done ends in one plain sentence and exit code 1."""
    with plain_errors():
        app = assemble(settings_of(data))
    try:
        yield app.translating
    except NotWhole:
        _stop(f"{course}: there is no such course, or it has errors. Run: quiz-app check")
    except NoLanguage:
        _stop(f"{locale}: I do not know this language. Write it like es or es-MX.")
    except NotPo as reason:
        _stop(f"{file}: this is no PO file{f', see line {reason.line}' if reason.line else ''}.")
    except OSError as reason:
        _stop(f"{file}: {reason.strerror}")
    except (CannotSave, Clash, PatchFailed, Refused) as reason:
        _stop(str(reason))
    finally:
        app.store.close()


@main.command(name="out")
def send(course: Course, locale: Locale, file: Path, data: Data = None) -> None:
    """Write every text of a course into a PO file for a translator."""
    with _open(course, locale, file, data) as translating:
        file.write_bytes(translating.sent(TRANSLATOR, course, locale))
    say(f"The texts are in {file}")


@main.command(name="in")
def take(
    course: Course,
    locale: Locale,
    file: Path,
    data: Data = None,
    *,
    write: Annotated[bool, typer.Option("--write", help="Write it; without this it is only looked at.")] = False,
) -> None:
    """Look at what a translator sent back, and with --write put it into the course."""
    with _open(course, locale, file, data) as translating:
        back = translating.returned(TRANSLATOR, course, locale, file.read_bytes())
        for place, left in back.left:
            say(f"{place}: {_LEFT[left]}")
        say(f"Texts that can be taken: {len(back.translation.texts)}")
        if back.changes:
            say(f"Translations that would be replaced: {back.changes}")
        if write:
            say(_told(translating.take(TRANSLATOR, course, back.translation)))
        else:
            say("Nothing was written. To write them, add: --write")


def _told(language: Language) -> str:
    whole, counts = language.texts, language.counts
    return (
        f"{language.locale}: {counts[State.CURRENT]} of {whole} texts are translated, "
        f"{counts[State.STALE]} are out of date, {counts[State.MISSING]} are missing."
    )


def _stop(reason: str) -> NoReturn:
    typer.echo(reason, err=True)
    raise typer.Exit(1)
