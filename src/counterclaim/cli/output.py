"""Where the output goes: standard output as UTF-8, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from counterclaim.cli.options import wrong_usage


@contextmanager
def sink(file: Path | None) -> Iterator[BinaryIO]:
    """Something to write bytes to; a file is written beside its place and moved there when all went well."""
    if file is None:
        with _pipe_may_close():
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
    elif file.exists() and not file.is_file():  # a pipe or a device: nothing to replace
        with _open(file) as out:
            yield out
    else:
        part = file.with_name(f".{file.name}.part")
        try:
            with _open(part) as out:
                yield out
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _pipe_may_close() -> Iterator[None]:
    """Ends the run quietly when whoever reads our output has read enough."""
    try:
        yield
    except BrokenPipeError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more is written at exit
        raise typer.Exit from error


def _open(file: Path) -> BinaryIO:
    try:
        return file.open("wb")
    except OSError as error:
        wrong_usage(f"{file}: cannot be written: {error.strerror}; give another place with -o")
