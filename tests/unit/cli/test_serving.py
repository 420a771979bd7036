"""`counterclaim user` and what `counterclaim serve` refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from counterclaim.cli import app
from counterclaim.ledger.people import People
from tests.fixtures.reports import NOW

PASSWORD = "a horse, a battery, a staple"


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Where a ledger will be."""
    return str(tmp_path / "ledger.db")


def run(*words: str, place: str, typed: str = PASSWORD) -> Result:
    return CliRunner().invoke(app, [*words, "--ledger", place], input=f"{typed}\n")


def test_account_is_made_listed_and_disabled(place: str) -> None:
    """An account is made with the password from standard input, listed with its role, and disabled."""
    made = run("user", "add", "ann", "--role", "admin", place=place)
    before = run("user", "list", place=place)
    gone = run("user", "disable", "ann", place=place)
    after = run("user", "list", place=place)

    assert [0] * 4 == [result.exit_code for result in (made, before, gone, after)]
    assert ("ann\tadmin\tactive\n", "ann\tadmin\tdisabled\n") == (before.stdout, after.stdout)


def test_coder_is_the_usual_role(place: str) -> None:
    """Who is told no role judges, and nothing more."""
    assert "ann: coder\n" == run("user", "add", "ann", place=place).stdout


def test_new_password_lets_in_again(place: str) -> None:
    """A disabled account with a new password is active; neither password is kept as it is."""
    run("user", "add", "ann", place=place)
    run("user", "disable", "ann", place=place)
    run("user", "password", "ann", place=place, typed="another horse entirely")
    with People(place) as people:
        account = people.account("ann")

    assert account is not None
    assert (False, True) == (account.disabled, account.password.startswith("$argon2id$"))


def test_what_was_done_stands_in_the_audit(place: str) -> None:
    """Making and disabling an account on the command line is taken down, without the password."""
    run("user", "add", "ann", place=place)
    run("user", "disable", "ann", place=place)
    with People(place) as people:
        told = [(act.person, act.what) for act in people.acts()]

    assert [("command line", "disabled the account ann"), ("command line", "made the account ann (coder)")] == told


@pytest.mark.parametrize(
    ("words", "typed", "expected"),
    [
        (("add", "a b"), PASSWORD, "no name of an account"),
        (("add", "ann"), "short", "expected 10 to 200"),
        (("add", "bea", "--role", "king"), PASSWORD, "expected one of coder, admin"),
        (("disable", "nobody"), PASSWORD, "no such account"),
        (("password", "nobody"), PASSWORD, "no such account"),
    ],
)
def test_wrong_account_is_refused(place: str, words: tuple[str, ...], typed: str, expected: str) -> None:
    """What cannot be is told in one line, and no account is made."""
    with People(place) as people:
        people.add("cody", role="coder", password="x", now=NOW)
    result = run("user", *words, place=place, typed=typed)
    with People(place) as people:
        names = [account.name for account in people.accounts()]

    assert result.exit_code != 0
    assert expected in result.stderr
    assert ["cody"] == names


def test_accounts_of_no_ledger_are_not_listed(place: str) -> None:
    """Listing makes no ledger."""
    assert run("user", "list", place=place).exit_code != 0
    assert not Path(place).exists()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--host", "0.0.0.0"), "expected 127.0.0.1, or add --team"),
        (("--name", "ledger.example"), "only with --team"),
        (("--no-https",), "only with --team"),
        (("--team", "--person", "ann"), "with --team everybody logs in"),
        (("--team",), "first counterclaim user add NAME --role admin"),
        (("--port", "70000"), "less than or equal to 65535"),
    ],
)
def test_unsafe_serving_is_refused(place: str, words: tuple[str, ...], expected: str) -> None:
    """What would open the ledger to others without a login, and what has no meaning, is refused before it begins."""
    result = run("serve", *words, place=place)

    assert 2 == result.exit_code
    assert expected in " ".join(result.stderr.replace("│", " ").split())


def test_team_without_an_active_administrator_is_refused(place: str) -> None:
    """A coder alone, or a disabled administrator, cannot look after a team."""
    run("user", "add", "cody", place=place)
    run("user", "add", "ada", "--role", "admin", place=place)
    run("user", "disable", "ada", place=place)

    assert 2 == run("serve", "--team", place=place).exit_code
