"""Commands: start, check, look after a clinic's installation."""

from quiz_app.cli.commands import main
from quiz_app.cli.records import audit, record

main.add_typer(audit, name="audit")
main.add_typer(record, name="record")

__all__ = ["main"]
