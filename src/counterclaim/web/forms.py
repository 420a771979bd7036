"""What a form of a page was sent with."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData


async def _form(request: Request) -> FormData:
    return await request.form()


def text_of(form: FormData, name: str) -> str:
    """The text of a field without the space around it; empty where there is none."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


OfForm = Annotated[FormData, Depends(_form)]
