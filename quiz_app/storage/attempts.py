"""The facts of attempts, in the database."""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table, bindparam, insert, literal, select, update

from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import Attempt, Origin, Passed, Preference, Question, Record, Response
from quiz_app.domain.board import Finished
from quiz_app.domain.confirmation import PaperEntry
from quiz_app.domain.form import Form
from quiz_app.storage import tables
from quiz_app.storage.facts import FACTS_OF_NEWEST, FACTS_OF_ONE, FORM, FORMS_SINCE, gather
from quiz_app.storage.failures import NotSaved
from quiz_app.storage.shelf import Shelf
from quiz_app.storage.statements import insert_new
from quiz_app.storage.transactions import Transactions

_BIND = (
    update(tables.invitations)
    .where(tables.invitations.c.selector == bindparam("by"), tables.invitations.c.attempt.is_(None))
    .values(attempt=bindparam("opened"))
)
_OPENED = select(tables.invitations.c.attempt).where(tables.invitations.c.selector == bindparam("by"))
_REAL = (
    select(literal(1)).select_from(tables.attempts).where(tables.attempts.c.origin != Origin.SIMULATED.value).limit(1)
)
_SIMULATED = (
    select(literal(1)).select_from(tables.attempts).where(tables.attempts.c.origin == Origin.SIMULATED.value).limit(1)
)
_ADD_PREFERENCE = insert(tables.preferences)
_LOCKED = select(tables.attempts.c.id).where(tables.attempts.c.id == bindparam("attempt")).with_for_update()
_ANSWERED = (
    select(literal(1)).select_from(tables.responses).where(tables.responses.c.attempt == bindparam("attempt")).limit(1)
)
_REFRESHER = select(tables.refreshers.c.attempt).where(tables.refreshers.c.first == bindparam("attempt"))


class _AlreadyOpened(Exception):
    """Another attempt of the same invitation, or another refresher of the same attempt, came first."""


class SqlAttempts:
    """Keeps attempts, and reads them back as records."""

    _transactions: Transactions
    _forms: Shelf[Form]

    def open_attempt(self, attempt: Attempt, form: Form, invitation: Invitation) -> bool:
        """Keep a new attempt, its form and that its invitation opened it, together; False if it had opened one."""
        try:
            with self._transactions.writing() as connection:
                self._open(connection, attempt, form)
                bound = connection.execute(_BIND, {"by": invitation.selector, "opened": attempt.id})
                if not bound.rowcount:
                    _refuse(connection, invitation.selector)
        except _AlreadyOpened:
            return False
        return True

    def _open(self, connection: Connection, attempt: Attempt, form: Form) -> None:
        dialect = self._transactions.dialect
        row = {"fingerprint": attempt.form, "course": form.course, "content": form.model_dump_json()}
        connection.execute(insert_new(tables.forms, dialect), row)
        if not connection.execute(insert_new(tables.attempts, dialect), attempt.model_dump()).rowcount:
            raise _AlreadyOpened

    def open_refresher(self, attempt: Attempt, form: Form) -> bool:
        """Keep a refresher and its form; False if the attempt it belongs to has one."""
        try:
            with self._transactions.writing() as connection:
                self._open(connection, attempt, form)
                row = {"first": form.refresher_of, "attempt": attempt.id}
                if not connection.execute(insert_new(tables.refreshers, self._transactions.dialect), row).rowcount:
                    raise _AlreadyOpened
        except _AlreadyOpened:
            return False
        return True

    def refresher_of(self, attempt_id: str) -> str | None:
        """The refresher of that attempt, if one was begun."""
        with self._transactions.reading() as connection:
            return connection.scalar(_REFRESHER, {"attempt": attempt_id})

    def record(self, attempt_id: str) -> Record | None:
        """All facts of one attempt, each kind in the order it came."""
        with self._transactions.reading() as connection:
            opened, found = gather(connection.execute(FACTS_OF_ONE, {"attempt": attempt_id}))
            if not opened:
                return None
            return found[attempt_id].record(opened[0], self._form(connection, opened[0].form))

    def _form(self, connection: Connection, fingerprint: str) -> Form:
        form = self._forms.get(fingerprint)
        if form is None:
            form = Form.model_validate_json(connection.execute(FORM, {"form": fingerprint}).one().content)
            self._forms.put(fingerprint, form)
        return form

    def records(self, *, newest: int) -> Sequence[Record]:
        """The records of the newest attempts, newest first, in two queries at most."""
        if newest < 1:
            return ()
        with self._transactions.reading() as connection:
            opened, found = gather(connection.execute(FACTS_OF_NEWEST, {"skip": newest - 1}))
            forms_of = self._forms_of(connection, opened)
        return [found[attempt.id].record(attempt, forms_of[attempt.form]) for attempt in reversed(opened)]

    def _forms_of(self, connection: Connection, opened: Sequence[Attempt]) -> dict[str, Form]:
        """The forms of these attempts, the oldest first; those not at hand in one query."""
        wanted = {attempt.form for attempt in opened}
        at_hand = {fingerprint: form for fingerprint in wanted if (form := self._forms.get(fingerprint))}
        if len(at_hand) < len(wanted):
            for fingerprint, content in connection.execute(FORMS_SINCE, {"oldest": opened[0].id}):
                if fingerprint in wanted and fingerprint not in at_hand:
                    at_hand[fingerprint] = Form.model_validate_json(content)
                    self._forms.put(fingerprint, at_hand[fingerprint])
        return at_hand

    def has_real_attempts(self) -> bool:
        """Whether any attempt is a patient's, not a simulated one."""
        with self._transactions.reading() as connection:
            return connection.scalar(_REAL) is not None

    def has_simulated_attempts(self) -> bool:
        """Whether any attempt is a simulated one, so that the database is there for a demonstration."""
        with self._transactions.reading() as connection:
            return connection.scalar(_SIMULATED) is not None

    def add_response(self, attempt_id: str, response: Response) -> bool:
        """Keep the response of a turn; False if that turn already has one, which stays."""
        statement = insert_new(tables.responses, self._transactions.dialect)
        return self._transactions.write(statement, _response_row(attempt_id, response)) == 1

    def add_passed(self, attempt_id: str, passed: Passed, finished: Finished | None = None) -> bool:
        """Keep that the patient went on and, with the last step, what was concluded; False if it was known.

        The first conclusion stays; one that is missing is kept even if the step was known.
        """
        statement = insert_new(tables.passed, self._transactions.dialect)
        row = {"attempt": attempt_id, **passed.model_dump()}
        if finished is None:
            return self._transactions.write(statement, row) == 1
        with self._transactions.writing() as connection:
            is_new = connection.execute(statement, row).rowcount == 1
            self._conclude(connection, finished)
        return is_new

    def _conclude(self, connection: Connection, concluded: Finished) -> None:
        row = concluded.model_dump(mode="json", exclude={"at"})
        row |= {"points": json.dumps(row["points"], ensure_ascii=False), "at": concluded.at}
        connection.execute(insert_new(tables.finished, self._transactions.dialect), row)

    def add_paper(
        self,
        entry: PaperEntry,
        *,
        responses: Sequence[Response],
        passed: Sequence[Passed],
        preferences: Sequence[Preference],
        finished: Finished | None,
    ) -> bool:
        """Keep everything of a paper sheet together; False, and nothing is kept, if there is an answer already."""
        with self._transactions.writing() as connection:
            if _is_answered(connection, entry.attempt):
                return False
            answers = [_response_row(entry.attempt, each) for each in responses]
            self._keep_new(connection, tables.responses, answers)
            self._keep_new(connection, tables.passed, _rows(entry.attempt, passed))
            self._keep_new(connection, tables.preferences, _rows(entry.attempt, preferences))
            self._keep_new(connection, tables.papers, [entry.model_dump()])
            if finished:
                self._conclude(connection, finished)
        return True

    def _keep_new(self, connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        if rows:
            connection.execute(insert_new(table, self._transactions.dialect), rows)

    def add_preference(self, attempt_id: str, preference: Preference) -> None:
        """Keep a preference; the latest counts."""
        self._transactions.write(_ADD_PREFERENCE, {"attempt": attempt_id, **preference.model_dump()})

    def add_question(self, attempt_id: str, question: Question) -> bool:
        """Keep a question of the patient's; False if the very same one was kept."""
        row = {"attempt": attempt_id, **question.model_dump()}
        return self._transactions.write(insert_new(tables.questions, self._transactions.dialect), row) == 1


def _refuse(connection: Connection, selector: str) -> None:
    """Say why an invitation could not be bound; leaving the transaction by an error takes everything back."""
    if connection.execute(_OPENED, {"by": selector}).first() is None:
        raise NotSaved("This invitation is not known to the database.")
    raise _AlreadyOpened


def _is_answered(connection: Connection, attempt_id: str) -> bool:
    """Whether an attempt has an answer; until the end of the transaction nobody else can give it one."""
    connection.execute(_LOCKED, {"attempt": attempt_id})
    return connection.scalar(_ANSWERED, {"attempt": attempt_id}) is not None


def _response_row(attempt_id: str, response: Response) -> dict[str, object]:
    return {
        "attempt": attempt_id,
        "item": response.turn.item,
        "try_no": response.turn.try_no,
        "choice": json.dumps(response.choice),
        "sureness": response.sureness,
        "at": response.at,
    }


def _rows(attempt_id: str, facts: Sequence[Passed | Preference]) -> list[dict[str, object]]:
    return [{"attempt": attempt_id, **fact.model_dump()} for fact in facts]
