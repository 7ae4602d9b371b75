"""Commands that check what was recorded: the audit trail, and the record of one patient."""

from typing import Annotated

import typer

from quiz_app.app.assembly import assemble
from quiz_app.cli.commands import Data, plain_errors, say, settings_of
from quiz_app.services.auditing import BadAnchor
from quiz_app.services.codes import selector_of

audit = typer.Typer(no_args_is_help=True, help="Look after the audit trail.")
record = typer.Typer(no_args_is_help=True, help="Look after the records of patients.")


@audit.callback()
@record.callback()
def _keep_names() -> None:
    """Keep the name of a command that is the only one of its group."""


@audit.command(name="verify")
def verify_audit(
    anchor: Annotated[
        str | None, typer.Option(metavar="SEQ:SEAL", help="An anchor noted earlier; it must still be there.")
    ] = None,
    data: Data = None,
) -> None:
    """Check every seal of the audit trail; print its length and newest anchor. Exit code 1 if it was changed."""
    with plain_errors():
        app = assemble(settings_of(data))
        try:
            verdict = app.audit.verify(expect=anchor)
        except BadAnchor as reason:
            typer.echo(f"{anchor}: this is no anchor. It is a number, a colon and a seal, as printed here.", err=True)
            raise typer.Exit(1) from reason
    app.store.close()
    say(f"Links: {verdict.links}\nAnchor: {verdict.anchor}")
    if verdict.broken_at is not None:
        typer.echo(f"The audit trail was changed at link {verdict.broken_at}, or ends before it.", err=True)
        raise typer.Exit(1)


@record.command(name="verify")
def verify_record(
    begins: Annotated[str, typer.Argument(help="The code, or its first four characters, as the board shows them.")],
    data: Data = None,
) -> None:
    """Build a patient's wording again from stored facts and check every digest; exit code 1 if one does not match."""
    with plain_errors():
        app = assemble(settings_of(data))
        findings = app.recording.verify(selector_of(begins.strip().upper()))
    app.store.close()
    for finding in findings:
        say(f"{'ok' if finding.ok else 'NOT OK'}: {finding.text}")
    if not all(finding.ok for finding in findings):
        raise typer.Exit(1)
