"""The command that takes pictures of every screen, for reviewers and the docs."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from quiz_app.cli.commands import plain_errors, say
from quiz_app.i18n.messages import FOLDER

NO_PLAYWRIGHT = "Pictures need Playwright, which only developers have. Install it with: pip install playwright"
NO_BROWSER = (
    "No Chromium could be started. Name one with --browser, or get one with: python -m playwright install chromium"
)


def screenshots(
    out: Annotated[Path, typer.Argument(help="The folder for the pictures.", metavar="OUT")],
    language: Annotated[str, typer.Option(help="The language of the screens, such as en.")] = "en",
    only: Annotated[str, typer.Option(help="Only screens whose name holds this word.")] = "",
    browser: Annotated[str, typer.Option(help="The Chromium to use instead of the one that is found.")] = "",
) -> None:
    """Take pictures of every screen, phone and desktop, in a throw-away clinic with simulated patients."""
    if not (FOLDER / f"{language}.po").is_file():
        known = ", ".join(sorted(path.stem for path in FOLDER.glob("*.po")))
        _end(f"There are no interface words in the language {language}. There are: {known}")
    try:
        from quiz_app.cli.studio import camera  # noqa: PLC0415 - only this command needs Playwright
        from quiz_app.cli.studio.clinic import NotStarted  # noqa: PLC0415 - as above
    except ModuleNotFoundError:
        _end(NO_PLAYWRIGHT)
    try:
        with plain_errors():
            shots = camera.take(out, locale=language, only=only, program=browser)
    except NotStarted:
        _end("The app did not start. Look what it says: quiz-app serve")
    except camera.NoBrowser:
        _end(NO_BROWSER)
    except camera.NotSeen as reason:
        _end(f"A screen did not appear: {reason}")
    if not shots:
        _end(f"No screen has a name with {only} in it.")
    say(f"{len(shots)} pictures are in {out / language}; open {out / language / 'index.html'}")


def _end(said: str) -> NoReturn:
    typer.echo(said, err=True)
    raise typer.Exit(1)
