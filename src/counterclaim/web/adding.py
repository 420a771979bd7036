"""Articles that are sent through a page, read one after the other while the page shows how far it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from counterclaim.ledger.errors import LedgerError
from counterclaim.ledger.keeping import Added

if TYPE_CHECKING:
    from counterclaim.intake import Intake
    from counterclaim.ledger.book import Ledger
    from counterclaim.reading import Given, Refusal

REMEMBERED = 50  # jobs whose outcome can still be looked at
PLACES = (Path(__file__).parents[1] / "examples", Path(__file__).parents[3] / "examples")  # installed, and a checkout
Sent = tuple[str, bytes]


@dataclass(slots=True)
class Job:
    """One lot of articles on its way into the ledger."""

    number: int
    files: int
    done: int = 0
    added: Added = field(default_factory=Added)
    articles: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    trouble: str | None = None
    finished: bool = False


class Adding:
    """The jobs of one server, worked off one after the other."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="adding")
        self._jobs: dict[int, Job] = {}
        self._lock = Lock()
        self._last = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._worker.shutdown(cancel_futures=True)

    def job(self, number: int) -> Job | None:
        """A job by its number, while it is remembered."""
        return self._jobs.get(number)

    def begin(self, ledger: Ledger, sent: Sequence[Sent], given: Given, *, now: str) -> Job:
        """A new job for these files; it is worked off when those before it are."""
        with self._lock:
            self._last += 1
            job = self._jobs[self._last] = Job(self._last, files=len(sent))
            for old in sorted(self._jobs)[:-REMEMBERED]:
                del self._jobs[old]
        self._worker.submit(_work, job, ledger, tuple(sent), given, now)
        return job


def pasted(text: str) -> Sent:
    """A pasted text as a file, named after its own words so that no two texts share a name."""
    content = text.replace("\r\n", "\n").encode("utf-8", "replace")
    return f"pasted-{hashlib.sha256(content).hexdigest()[:12]}.txt", content


def examples() -> tuple[Sent, ...]:
    """The two example articles, with what is known about them."""
    folder = next((place for place in PLACES if place.is_dir()), None)
    return tuple((file.name, file.read_bytes()) for file in sorted(folder.iterdir())) if folder else ()


def safe_name(name: str) -> str:
    """The last part of a file's name as it was sent, without what is no letter, digit or plain mark.

    >>> safe_name("../../etc/pass wd.html")
    'pass wd.html'
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(letter for letter in last if letter.isprintable() and letter not in '<>:"|?*').strip()
    return kept.lstrip(".")[:150] or "unnamed"


def _work(job: Job, ledger: Ledger, sent: Sequence[Sent], given: Given, now: str) -> None:
    """Read and keep the files of a job; what goes wrong is told in the job."""
    from counterclaim.parsing import ModelError

    try:
        with TemporaryDirectory(prefix="counterclaim-") as folder:
            written = list(_written(Path(folder), sent, job))
            job.added = ledger.add_extractions(_taken(Path(folder), written, given, now, job), now=now, together=4)
    except (LedgerError, ModelError, OSError) as error:
        job.trouble = str(error)
    finally:
        job.finished = True


def _written(folder: Path, sent: Sequence[Sent], job: Job) -> Iterator[str]:
    """The files in a folder, each under its own name; a second one of a name is refused."""
    for name, content in sent:
        place = folder / safe_name(name)
        if place.exists():
            job.refusals.append(f"{place.name}: a second file of that name; expected one; rename it and send it again")
            continue
        place.write_bytes(content)
        yield str(place)


def _taken(folder: Path, files: Sequence[str], given: Given, now: str, job: Job) -> Iterator[Intake]:
    from counterclaim.intake import Intake, take_in

    for item in take_in(files, given=given, retrieved=now):
        job.done += 1
        if isinstance(item, Intake):
            intake = _as_sent(item)
            job.articles.append(intake.extraction.article.id)
            yield intake
        else:
            job.refusals.append(_told(item, folder))


def _as_sent(intake: Intake) -> Intake:
    """The intake with the name of its file as it was sent, for the folder on the server was passing."""
    article = intake.extraction.article
    if article.origin is None:
        return intake
    origin = replace(article.origin, path=f"upload: {Path(article.origin.path).name}")
    return replace(intake, extraction=replace(intake.extraction, article=replace(article, origin=origin)))


def _told(refusal: Refusal, folder: Path) -> str:
    return str(refusal).replace(f"{folder}/", "")
