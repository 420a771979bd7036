"""Sidecar files: what the user says about a file, in `NAME.meta.json` beside it."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from counterclaim.reading.dates import read_date
from counterclaim.reading.drafts import Given, RefusedError

ENDING = ".meta.json"
KEYS = tuple(f.name for f in fields(Given))


def sidecar_of(file: Path, names: frozenset[str] = frozenset()) -> Path | None:
    """The sidecar of a file: its whole name, or its name without the ending, with `.meta.json` behind.

    `names` are those of the files in its folder, where they are known.
    """
    beside = [name + ENDING for name in dict.fromkeys((file.name, file.stem))]
    if names:
        beside = [name for name in beside if name in names]
    return next((path for path in map(file.with_name, beside) if path.is_file()), None)


def is_sidecar(file: Path, names: frozenset[str]) -> bool:
    """Whether a file is the sidecar of another one of `names`, the files of its folder."""
    if not file.name.endswith(ENDING):
        return False
    stem = file.name.removesuffix(ENDING)
    return stem in names or any(name.rsplit(".", 1)[0] == stem for name in names if name != file.name)


def read_sidecar(file: Path) -> Given:
    """What a sidecar says; refuses broken JSON, unknown keys and dates that are none."""
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise RefusedError(f"a broken sidecar ({error})", "a JSON object", "repair it") from error
    if not isinstance(content, dict) or not all(isinstance(v, str | None) for v in content.values()):
        raise RefusedError("a sidecar of another layout", "a JSON object of texts", "repair it")
    unknown = sorted(content.keys() - set(KEYS))
    if unknown:
        raise RefusedError(f"a sidecar with the key {unknown[0]!r}", f"keys: {', '.join(KEYS)}", "rename it")
    return checked(Given(**content))


def checked(given: Given) -> Given:
    """What the user says, its date as ISO; refuses a date that is none."""
    if not given.published:
        return given
    published = read_date(given.published)
    if published is None:
        raise RefusedError(f"the date {given.published!r}", "a date such as 2022-02-27", "write it so")
    return Given(published=published).over(given)
