"""Files that appear together, whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def placed(*files: Path) -> Iterator[tuple[BinaryIO, ...]]:
    """One stream for each file, written beside its place; all are moved there when the block ends well."""
    parts = [_beside(file) for file in files]
    try:
        with ExitStack() as stack:
            yield tuple(stack.enter_context(part.open("wb")) for part in parts)
        for part, file in zip(parts, files, strict=True):
            part.replace(file)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


@contextmanager
def placed_folder(folder: Path) -> Iterator[Path]:
    """A folder to fill, beside its place; it is moved there when the block ends well.

    Raises FileExistsError where something stands in the place already: nothing is mixed with what was there.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder}: stands there already; give another place or remove it")
    part = _beside(folder)
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        yield part
        if folder.exists():
            folder.rmdir()
        part.replace(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")
