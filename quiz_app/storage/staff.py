"""Accounts of the clinic's staff, in the database."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Executable, bindparam, func, select, update

from quiz_app.domain.access import StaffMember
from quiz_app.storage.statements import insert_new
from quiz_app.storage.tables import staff, visits
from quiz_app.storage.transactions import Transactions

_BY_ID = select(staff).where(staff.c.id == bindparam("key"))
_BY_LOGIN = select(staff).where(staff.c.login == bindparam("key"))
_BY_SETUP = select(staff).where(staff.c.setup_hash == bindparam("key"), staff.c.setup_hash != "")
_ALL = select(staff).order_by(staff.c.created_at, staff.c.id)
_COUNT = select(func.count()).select_from(staff)
_SET_PASSWORD = (
    update(staff)
    .where(staff.c.id == bindparam("by"), staff.c.password_hash == "")
    .values(password_hash=bindparam("sealed"))
)
_RENEW = (
    update(staff)
    .where(staff.c.id == bindparam("by"), staff.c.disabled_at.is_(None))
    .values(password_hash="", setup_hash=bindparam("hash"))
)
_DISABLE = (
    update(staff)
    .where(staff.c.id == bindparam("by"), staff.c.disabled_at.is_(None))
    .values(disabled_at=bindparam("moment"))
)
_END_VISITS = (
    update(visits)
    .where(visits.c.subject == bindparam("by"), visits.c.ended_at.is_(None))
    .values(ended_at=bindparam("moment"))
)


class SqlStaff:
    """Keeps accounts; the store never sees a password."""

    _transactions: Transactions

    def add_staff(self, member: StaffMember) -> bool:
        """Keep a new account; False if the login is taken."""
        return self._transactions.write(insert_new(staff, self._transactions.dialect), member.model_dump()) == 1

    def staff(self, staff_id: str) -> StaffMember | None:
        """The account of that id."""
        return self._member(_BY_ID, staff_id)

    def staff_by_login(self, login: str) -> StaffMember | None:
        """The account of that login."""
        return self._member(_BY_LOGIN, login)

    def staff_by_setup(self, setup_hash: str) -> StaffMember | None:
        """The account whose one-time link has that hash."""
        return self._member(_BY_SETUP, setup_hash)

    def _member(self, query: Executable, key: str) -> StaffMember | None:
        with self._transactions.reading() as connection:
            row = connection.execute(query, {"key": key}).mappings().first()
        return StaffMember.model_validate(dict(row)) if row else None

    def set_password(self, staff_id: str, password_hash: str) -> bool:
        """Keep the first password of an account; False if it had one, which stays."""
        return self._transactions.write(_SET_PASSWORD, {"by": staff_id, "sealed": password_hash}) == 1

    def renew_setup(self, staff_id: str, setup_hash: str, at: datetime) -> None:
        """Take the password of an open account away for a new one-time link, and end its visits."""
        with self._transactions.writing() as connection:
            connection.execute(_RENEW, {"by": staff_id, "hash": setup_hash})
            connection.execute(_END_VISITS, {"by": staff_id, "moment": at})

    def all_staff(self) -> Sequence[StaffMember]:
        """Every account, the oldest first."""
        with self._transactions.reading() as connection:
            rows = connection.execute(_ALL).mappings().all()
        return [StaffMember.model_validate(dict(row)) for row in rows]

    def staff_count(self) -> int:
        """How many accounts there are."""
        with self._transactions.reading() as connection:
            return connection.execute(_COUNT).scalar_one()

    def disable_staff(self, staff_id: str, at: datetime) -> None:
        """Close an account and end its visits; the first time counts."""
        with self._transactions.writing() as connection:
            connection.execute(_DISABLE, {"by": staff_id, "moment": at})
            connection.execute(_END_VISITS, {"by": staff_id, "moment": at})
