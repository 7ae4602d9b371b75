"""Every wording that was ever shown, in the database."""

from sqlalchemy import bindparam, select

from quiz_app.domain.course import Course
from quiz_app.storage.shelf import Shelf
from quiz_app.storage.statements import insert_new
from quiz_app.storage.tables import courses
from quiz_app.storage.transactions import Transactions

_KNOWN = select(courses.c.fingerprint).where(courses.c.fingerprint == bindparam("fingerprint"))
_CONTENT = select(courses.c.content).where(courses.c.fingerprint == bindparam("fingerprint"))


class SqlCourses:
    """Keeps courses by fingerprint."""

    _transactions: Transactions
    _courses: Shelf[Course]

    def keep_course(self, course: Course, fingerprint: str) -> None:
        """Keep a course under its fingerprint; keeping it again changes nothing."""
        with self._transactions.reading() as connection:
            if connection.scalar(_KNOWN, {"fingerprint": fingerprint}):
                return
        row = {"fingerprint": fingerprint, "content": course.model_dump_json()}
        self._transactions.write(insert_new(courses, self._transactions.dialect), row)

    def course(self, fingerprint: str) -> Course | None:
        """The course of that fingerprint."""
        course = self._courses.get(fingerprint)
        if course is None:
            with self._transactions.reading() as connection:
                content = connection.scalar(_CONTENT, {"fingerprint": fingerprint})
            if content is None:
                return None
            course = Course.model_validate_json(content)
            self._courses.put(fingerprint, course)
        return course
