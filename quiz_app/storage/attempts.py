"""The facts of attempts, in the database."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, literal, select, update

from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import Attempt, Origin, Passed, Preference, Question, Record, Response
from quiz_app.domain.form import Form
from quiz_app.storage.facts import FACTS_OF_NEWEST, FACTS_OF_ONE, FORM, FORMS_SINCE, gather
from quiz_app.storage.failures import NotSaved
from quiz_app.storage.shelf import Shelf
from quiz_app.storage.statements import insert_new
from quiz_app.storage.tables import attempts, forms, invitations, passed, preferences, questions, responses
from quiz_app.storage.transactions import Transactions

_BIND = (
    update(invitations)
    .where(invitations.c.selector == bindparam("by"), invitations.c.attempt.is_(None))
    .values(attempt=bindparam("opened"))
)
_OPENED = select(invitations.c.attempt).where(invitations.c.selector == bindparam("by"))
_REAL = select(literal(1)).select_from(attempts).where(attempts.c.origin != Origin.SIMULATED.value).limit(1)
_ADD_PREFERENCE = insert(preferences)


class _AlreadyOpened(Exception):
    """Another attempt of the same invitation came first."""


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
        connection.execute(insert_new(forms, dialect), row)
        if not connection.execute(insert_new(attempts, dialect), attempt.model_dump()).rowcount:
            raise _AlreadyOpened

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

    def add_response(self, attempt_id: str, response: Response) -> bool:
        """Keep the response of a turn; False if that turn already has one, which stays."""
        row = {
            "attempt": attempt_id,
            "item": response.turn.item,
            "try_no": response.turn.try_no,
            "choice": json.dumps(response.choice),
            "sureness": response.sureness,
            "at": response.at,
        }
        return self._transactions.write(insert_new(responses, self._transactions.dialect), row) == 1

    def add_passed(self, attempt_id: str, passed_: Passed) -> bool:
        """Keep that the patient went on; False if it was known."""
        row = {"attempt": attempt_id, **passed_.model_dump()}
        return self._transactions.write(insert_new(passed, self._transactions.dialect), row) == 1

    def add_preference(self, attempt_id: str, preference: Preference) -> None:
        """Keep a preference; the latest counts."""
        self._transactions.write(_ADD_PREFERENCE, {"attempt": attempt_id, **preference.model_dump()})

    def add_question(self, attempt_id: str, question: Question) -> bool:
        """Keep a question of the patient's; False if the very same one was kept."""
        row = {"attempt": attempt_id, **question.model_dump()}
        return self._transactions.write(insert_new(questions, self._transactions.dialect), row) == 1


def _refuse(connection: Connection, selector: str) -> None:
    """Say why an invitation could not be bound; leaving the transaction by an error takes everything back."""
    if connection.execute(_OPENED, {"by": selector}).first() is None:
        raise NotSaved("This invitation is not known to the database.")
    raise _AlreadyOpened
