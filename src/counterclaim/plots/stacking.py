"""Pictures under one another. Altair's own way copies them whole at each level, which takes seconds for many lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import altair as alt

Spec = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Parts from top to bottom, each a chart of Altair or a stack; `settings` are those of the whole."""

    parts: tuple[Any, ...]
    settings: dict[str, Any] = field(default_factory=dict)

    def to_dict(self) -> Spec:
        """The specification of a whole picture, its rows of data beside it, each under its name."""
        context: dict[str, Any] = {"top_level": False, "datasets": {}, "pre_transform": False}
        written = self._written(context)
        return {"$schema": alt.SCHEMA_URL, **written, "datasets": context["datasets"]}

    def _written(self, context: dict[str, Any]) -> Spec:
        parts = [
            part._written(context) if isinstance(part, Stack) else part.to_dict(validate=False, context=context)
            for part in self.parts
        ]
        return {"vconcat": parts, **{name: _plain(value) for name, value in self.settings.items()}}


def _plain(setting: Any) -> Any:
    return setting.to_dict() if isinstance(setting, alt.SchemaBase) else setting


def stack(*parts: Any, **settings: Any) -> Stack:
    """Parts under one another: `spacing` between them, a `title` over them."""
    return Stack(parts=parts, settings=settings)
