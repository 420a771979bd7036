"""What the user says of the articles beyond their bytes, and how what was refused among them is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from counterclaim.cli.options import complain, wrong_usage

if TYPE_CHECKING:
    from counterclaim.reading import Given, Refusal

Read = TypeVar("Read")
PATHS = "Files, folders, https addresses, or - for standard input."
Published = Annotated[
    str | None, typer.Option(metavar="DAY", help="When it was published, where the bytes do not say: 2022-02-27.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="The publisher's name.")]
Url = Annotated[str | None, typer.Option(metavar="ADDRESS", help="The article's address.")]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="The article's language, where detection is wrong: en.")
]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")


def given_by_user(published: str | None, outlet: str | None, url: str | None, language: str | None) -> Given:
    """What the options say of every article; a day that is none ends with status 2."""
    from counterclaim.reading import Given

    if published and not DAY.fullmatch(published):
        wrong_usage(f"--published {published}: an ISO day or time expected, such as 2022-02-27 or 2022-02-27T16:45Z")
    return Given(published=published, outlet=outlet, url=url, language=language)


def without_refusals(items: Iterable[Read | Refusal], refusals: list[Refusal]) -> Iterator[Read]:
    """What was read; each refusal is told in one line on standard error and added to `refusals`."""
    from counterclaim.reading import Refusal

    for item in items:
        if isinstance(item, Refusal):
            complain(str(item))
            refusals.append(item)
        else:
            yield item
