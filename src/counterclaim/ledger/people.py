"""Who works on a ledger: accounts, sessions, tries to log in, and the audit, each kept beside the chain."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Self

from sqlalchemy import Row, and_, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from counterclaim.ledger.errors import MisuseError, told
from counterclaim.ledger.opening import find_place, open_engine, reading, writing
from counterclaim.ledger.people_tables import accounts, attempts, audit, sessions

ROLES = ("coder", "admin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One person who may log in, or no longer may."""

    name: str
    role: str
    password: str  # its hash
    made: str
    disabled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One line of the audit: who did what when, from which address."""

    number: int
    at: str
    person: str
    address: str
    what: str


class People:
    """The people of the ledger at a place. Hashes, digests and times are told, never made here."""

    def __init__(self, where: str, *, create: bool = True) -> None:
        place = find_place(where)
        self.name = place.name
        self._engine = open_engine(place, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.dispose()

    def add(self, name: str, *, role: str, password: str, now: str) -> None:
        """Keep a new account; MisuseError where the name is taken or the role is none."""
        if role not in ROLES:
            raise MisuseError(f"role {role!r}; expected one of {', '.join(ROLES)}")
        row = {"name": name, "role": role, "password": password, "made": now, "disabled": False}
        with told(self.name), writing(self._engine) as connection:
            try:
                connection.execute(insert(accounts).values(row))
            except IntegrityError as error:
                raise MisuseError(f"{name}: there is an account of that name; take another one") from error

    def account(self, name: str) -> Account | None:
        """The account of a name."""
        with told(self.name), reading(self._engine) as connection:
            row = connection.execute(select(accounts).where(accounts.c.name == name)).first()
        return _account(row) if row else None

    def accounts(self) -> tuple[Account, ...]:
        """All accounts, by name."""
        with told(self.name), reading(self._engine) as connection:
            return tuple(map(_account, connection.execute(select(accounts).order_by(accounts.c.name))))

    def disable(self, name: str) -> None:
        """Let nobody in under this name any more, and end its sessions; MisuseError where there is no such account."""
        self._change(name, disabled=True)

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password, let it in again, and end its sessions."""
        self._change(name, password=password, disabled=False)

    def _change(self, name: str, **values: object) -> None:
        with told(self.name), writing(self._engine) as connection:
            if not connection.execute(update(accounts).where(accounts.c.name == name).values(**values)).rowcount:
                raise MisuseError(f"{name}: no such account; counterclaim user list shows those there are")
            connection.execute(delete(sessions).where(sessions.c.person == name))

    def begin_session(self, person: str, digest: str, *, now: str, ends: str) -> None:
        """Keep a session by the digest of its token; those that have ended are dropped."""
        row = {"digest": digest, "person": person, "began": now, "ends": ends}
        with told(self.name), writing(self._engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.ends <= now))
            connection.execute(insert(sessions).values(row))

    def session(self, digest: str, *, now: str) -> Account | None:
        """Whose session a token opens; None where it has ended or the account is disabled."""
        query = select(accounts).join(sessions, sessions.c.person == accounts.c.name)
        holds = and_(sessions.c.digest == digest, sessions.c.ends > now, accounts.c.disabled.is_(False))
        with told(self.name), reading(self._engine) as connection:
            row = connection.execute(query.where(holds)).first()
        return _account(row) if row else None

    def end_session(self, digest: str) -> None:
        """Forget a session."""
        with told(self.name), writing(self._engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.digest == digest))

    def admit(self, name: str, address: str, *, now: str, since: str, most: tuple[int, int]) -> bool:
        """Take down a try to log in, and whether it may go on: fewer than `most` by name and by address since then.

        Counting and taking down is one step, so that many tries at once are not all let through.
        """
        counted = select(
            func.count().filter(attempts.c.name == name), func.count().filter(attempts.c.address == address)
        )
        with told(self.name), writing(self._engine) as connection:
            connection.execute(delete(attempts).where(attempts.c.at < since))
            named, addressed = connection.execute(counted).one()
            if named >= most[0] or addressed >= most[1]:
                return False
            connection.execute(insert(attempts).values(name=name, address=address, at=now))
            return True

    def forgive(self, name: str, address: str) -> None:
        """Forget the tries of who has logged in."""
        with told(self.name), writing(self._engine) as connection:
            connection.execute(delete(attempts).where(attempts.c.name == name, attempts.c.address == address))

    def note(self, person: str, what: str, *, address: str, now: str) -> None:
        """Take down in the audit who did what."""
        with told(self.name), writing(self._engine) as connection:
            connection.execute(insert(audit).values(at=now, person=person, address=address, what=what))

    def acts(self, *, person: str | None = None, before: int | None = None, limit: int = 100) -> tuple[Act, ...]:
        """The newest lines of the audit; `before` is the number of the last one seen."""
        query = select(audit).order_by(audit.c.number.desc()).limit(limit)
        if person is not None:
            query = query.where(audit.c.person == person)
        if before is not None:
            query = query.where(audit.c.number < before)
        with told(self.name), reading(self._engine) as connection:
            return tuple(Act(**row._mapping) for row in connection.execute(query))


def _account(row: Row[tuple[object, ...]]) -> Account:
    return Account(**row._mapping)
