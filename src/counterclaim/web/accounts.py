"""Who may log in: names, passwords as argon2 hashes, and the answer to a try."""

from __future__ import annotations

import re
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from counterclaim.ledger.errors import MisuseError
from counterclaim.ledger.people import Account, People

NAME = re.compile(r"\w[\w.@-]{0,39}")
SHORTEST, LONGEST = 10, 200  # characters of a password


def check_name(name: str) -> str:
    """The name; MisuseError where no account can have it."""
    if not NAME.fullmatch(name):
        raise MisuseError(f"{name!r}: no name of an account; expected up to 40 letters, digits and . _ - @")
    return name


def hash_password(password: str) -> str:
    """What is kept of a password; MisuseError where it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise MisuseError(
            f"a password of {len(password)} characters; expected {SHORTEST} to {LONGEST}; a few words will do"
        )
    return PasswordHasher().hash(password)


def recognise(people: People, name: str, password: str) -> Account | None:
    """The account that a name and a password open.

    A name that is not known takes as long as a wrong password, so that nobody learns which names there are.
    """
    account = people.account(name)
    fits = _fits(account.password if account else _nobody(), password[: LONGEST + 1])
    return account if account and fits and not account.disabled else None


@cache
def _nobody() -> str:
    return PasswordHasher().hash("the password of nobody")


def _fits(kept: str, password: str) -> bool:
    try:
        return PasswordHasher().verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False
