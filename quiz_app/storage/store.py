"""The store in a database: courses, attempts, what staff recorded, the work list, access and staff over one engine."""

from sqlalchemy import Engine

from quiz_app.domain.course import Course
from quiz_app.domain.form import Form
from quiz_app.storage.access import SqlAccess
from quiz_app.storage.attempts import SqlAttempts
from quiz_app.storage.board import SqlBoard
from quiz_app.storage.care import SqlCare
from quiz_app.storage.courses import SqlCourses
from quiz_app.storage.regrades import SqlRegrades
from quiz_app.storage.releases import SqlReleases
from quiz_app.storage.shelf import Shelf
from quiz_app.storage.staff import SqlStaff
from quiz_app.storage.statements import count_up
from quiz_app.storage.tables import proofs
from quiz_app.storage.tallies import SqlTallies
from quiz_app.storage.transactions import Transactions

COURSES_AT_HAND = 16
FORMS_AT_HAND = 1000


class SqlStore(SqlCourses, SqlReleases, SqlAttempts, SqlRegrades, SqlCare, SqlBoard, SqlTallies, SqlAccess, SqlStaff):
    """Every fact, in SQLite or PostgreSQL; whatever the database refuses is NotSaved with its reason."""

    def __init__(self, engine: Engine) -> None:
        self._transactions = Transactions(engine)
        self._courses = Shelf[Course](COURSES_AT_HAND)
        self._forms = Shelf[Form](FORMS_AT_HAND)
        self._prove = count_up(proofs, "times", engine.dialect.name)

    def check(self) -> None:
        """Prove that facts can be written now, by writing one number; raises NotSaved with the reason."""
        self._transactions.write(self._prove, {"id": 1, "times": 1})

    def close(self) -> None:
        """Let go of the database."""
        self._transactions.close()
