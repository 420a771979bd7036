"""What a command is asked for in words: `event=killed country=SY "498 killed"`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from counterclaim.ledger.querying import Filter

Where = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WHERE]...", help="FIELD=VALUE, such as event=killed; other words are searched for in the text."
    ),
]
Copies = Annotated[bool, typer.Option("--copies/--no-copies", help="With or without reprints and copies.")]
Replaced = Annotated[bool, typer.Option("--replaced", help="With versions of articles that were replaced.")]
DAYS = ("since", "until", "published_since", "published_until")
NUMBERS = ("at_least", "at_most")


def read_filter(where: list[str] | None, *, copies: bool = True, replaced: bool = False) -> Filter:
    """The filter that the words of a command make; MisuseError for an unknown field or a value that is none."""
    from counterclaim.ledger.errors import MisuseError
    from counterclaim.ledger.querying import LISTS, Filter

    lists: dict[str, list[str]] = {}
    single: dict[str, str] = {}
    words: list[str] = []
    for item in where or ():
        name, equals, value = item.partition("=")
        name = name.replace("-", "_")
        if not equals or " " in name:
            words.append(item)
        elif name in LISTS:
            lists.setdefault(name, []).append(value)
        elif name in (*DAYS, *NUMBERS):
            single[name] = value
        else:
            known = ", ".join((*LISTS, *DAYS, *NUMBERS))
            raise MisuseError(f"{item}: unknown field {name!r}; known fields: {known}")
    numbers = {name: _number(name, single.pop(name)) for name in NUMBERS if name in single}
    text = " ".join(words) or None
    return Filter(**lists, **single, **numbers, text=text, copies=copies, replaced=replaced)  # type: ignore[arg-type]  # the names are checked above


def _number(name: str, value: str) -> int:
    from counterclaim.ledger.errors import MisuseError

    if not value.isascii() or not value.isdigit():
        raise MisuseError(f"{name}={value}: a whole number expected, such as {name}=100")
    return int(value)
