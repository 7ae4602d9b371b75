"""Keeps an approval from being typed into a course or brought back from an earlier version."""

import re

from quiz_app.content.manners import text_in
from quiz_app.content.patching import PatchFailed, value_at
from quiz_app.content.saving import CannotSave
from quiz_app.content.tree import Value
from quiz_app.domain.course import ReviewStatus

__all__ = ["refuse_typed_approval"]
_HOLDS_A_REVIEW = re.compile(r"[^/]+/(?:[a-z]{2}(?:-[A-Z]{2})?/)?course\.yaml")
"""The course's own file, and those that translate it."""


def refuse_typed_approval(file: str, there: bytes | None, content: bytes) -> None:
    """Raise CannotSave if the text says that the course is approved, and the file did not say exactly that."""
    if not _HOLDS_A_REVIEW.fullmatch(file):
        return
    said, before = _review_in(content), _review_in(there or b"")
    claims = isinstance(said, dict) and said.get("status") == ReviewStatus.APPROVED.value
    if claims and said != before:
        raise CannotSave("An approval cannot be typed or brought back. A reviewer gives it on the page Versions.")


def _review_in(content: bytes) -> Value | None:
    try:
        return value_at(text_in(content), ("review",))
    except PatchFailed:  # a file that cannot be read approves nothing
        return None
