"""Who does the work: this process, a pool of processes on this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Protocol

CONNECTING = 20  # seconds


class WorkersError(RuntimeError):
    """The workers cannot be reached or are gone; the message says what to do."""


class Workers(Protocol):
    """Takes tasks and gives futures; `lost` says why no more answers will come, or null."""

    size: int

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Future[Any]:
        """Start a task."""
        ...

    def renew(self) -> None:
        """Go on after a worker died and took the pool with it."""
        ...

    def lost(self) -> str | None:
        """Why the workers are gone for good."""
        ...


class Here:
    """This process does everything itself, one task after the other."""

    size = 1

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Future[Any]:
        """Do the task now."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*arguments))
        except Exception as error:  # noqa: BLE001 - a future carries any error to whoever asks for its result
            future.set_exception(error)
        return future

    def renew(self) -> None:
        """Nothing to renew."""

    def lost(self) -> str | None:
        """This process is here."""
        return None


def end_with_parent() -> None:
    """Let this process end when the one that started it is gone, killed or not."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class Pool:
    """Processes on this machine, each with the parser loaded once."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._pool = self._new()

    def _new(self) -> Executor:
        return ProcessPoolExecutor(self.size, multiprocessing.get_context("spawn"), initializer=end_with_parent)

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Future[Any]:
        """Start a task in one of the processes."""
        return self._pool.submit(function, *arguments)

    def renew(self) -> None:
        """Start new processes in the place of those that died."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._new()

    def lost(self) -> str | None:
        """A pool can always be renewed."""
        return None

    def close(self) -> None:
        """End the processes; tasks that wait are dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class Cluster:
    """The workers of a Dask scheduler; they must see the archives and the folder of the data set under their paths."""

    def __init__(self, address: str) -> None:
        try:
            distributed: Any = import_module("distributed")
        except ImportError as error:
            raise WorkersError(
                "--cluster: dask.distributed is not installed; install it with pip install 'counterclaim[cluster]'"
            ) from error
        self._address = address
        try:
            self._client: Any = distributed.Client(address, timeout=CONNECTING, set_as_default=False)
        except (OSError, ValueError) as error:
            raise WorkersError(
                f"{address}: no Dask scheduler answers; expected its address, such as tcp://host:8786; start it, or "
                "leave --cluster out"
            ) from error
        self._executor = self._client.get_executor(pure=False, retries=2)
        self.size = max(len(self._client.scheduler_info()["workers"]), 1)

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Future[Any]:
        """Send a task to the scheduler."""
        future: Future[Any] = self._executor.submit(function, *arguments)
        return future

    def renew(self) -> None:
        """The scheduler looks after dead workers itself."""

    def lost(self) -> str | None:
        """Whether the scheduler is gone."""
        if self._client.status == "running":
            return None
        return f"{self._address}: the scheduler is gone; start it and run the same command again to go on"

    def close(self) -> None:
        """Leave the cluster; its workers go on with what others ask of them."""
        self._client.close(timeout=2)


@contextmanager
def workers(count: int, cluster: str | None = None) -> Iterator[Workers]:
    """The workers asked for, closed at the end of the block; raises WorkersError where there are none."""
    if cluster is None and count <= 1:
        yield Here()
        return
    found: Pool | Cluster = Cluster(cluster) if cluster else Pool(count)
    try:
        yield found
    finally:
        found.close()
