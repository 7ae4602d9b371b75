"""Question banks: reading the YAML safely, checking it in plain words, loading courses."""

from quiz_app.content.library import Library
from quiz_app.content.loader import check, load_library
from quiz_app.content.problems import Problem, Severity

__all__ = ["Library", "Problem", "Severity", "check", "load_library"]
