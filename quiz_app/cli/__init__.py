"""Commands: start, check, look after a clinic's installation."""

from quiz_app.cli.commands import main

__all__ = ["main"]
