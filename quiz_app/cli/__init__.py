"""Commands: start, check, look after a clinic's installation."""

from quiz_app.cli.commands import main
from quiz_app.cli.questions import check, schema, worksheet
from quiz_app.cli.records import audit, record
from quiz_app.cli.regrading import regrade
from quiz_app.cli.screenshots import screenshots
from quiz_app.cli.translations import main as translation

main.command()(check)
main.command()(regrade)
main.command()(schema)
main.command()(screenshots)
main.command()(worksheet)
main.add_typer(audit, name="audit")
main.add_typer(record, name="record")
main.add_typer(translation, name="translation")

__all__ = ["main"]
