"""The archive that scans are measured on: one in twenty on topic, no near-copies but the planted, the same again."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from scripts.archive import ALIKE, Plan, origin_of, pages_of, read_texts, runs_of, write_archive

WORDS = (
    "wardens counted swans near the old pier before noon and wrote them down while children from a school nearby fed "
    "ducks with bread that their teacher had bought for less than usual because market stalls were closing early"
).split()
PAGE = "<html><body><h1>Old</h1><nav>Menu</nav><article>{own}</article><footer>End</footer></body></html>"


def prose(name: str) -> list[str]:
    """Eight paragraphs of words at random, the same for the same name."""
    chance = random.Random(name)
    return [" ".join(["Today", *(chance.choice(WORDS) for _ in range(20))]) + "." for _ in range(8)]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of war news, of which one text is not marked so, of gardens, and of one page."""
    folder = tmp_path_factory.mktemp("corpus")
    rows = [("war/a", "yes"), ("war/b", "no"), ("gardens_neg/c", "no"), ("gardens_neg/d", "no"), ("html_x/e", "no")]
    for name, _ in rows:
        file = folder / f"{name}.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps({"title": name, "text": "\n".join(prose(name))}))
    own = "".join(f"<p>{paragraph}</p>" for paragraph in prose("own"))
    (folder / "html_x" / "e.html").write_text(PAGE.format(own=own))
    index = "".join(f"{name}.json\ten\t{topic}\n" for name, topic in rows)
    (folder / "INDEX.tsv").write_text("path\tlang\ton_topic\n" + index)
    return folder


def test_a_text_of_a_collection_on_war_is_on_topic_though_it_is_not_marked_so(corpus: Path) -> None:
    """The index guesses by words. Whole pages are of any topic."""
    on, off = read_texts(corpus)
    assert (["war/a", "war/b"], ["gardens_neg/c", "gardens_neg/d", "html_x/e"]) == (
        [text.title for text in on],
        [text.title for text in off],
    )


def test_two_pages_of_one_text_are_no_near_copies(corpus: Path) -> None:
    """Names, figures and the order of words differ."""
    pages = pages_of(Plan(str(corpus), 40))
    one, *others = [runs_of(pages.text(number)) for number in range(12)]
    assert max(len(one & other) / len(one) for other in others) <= ALIKE


def test_a_reprint_carries_the_text_of_a_page_that_is_no_reprint() -> None:
    """A chain of reprints ends at its first page."""
    origins = {number: origin_of(number, 7) for number in range(300)}
    assert {origin_of(origin, 7) for origin in origins.values()} == set(origins.values())
    assert 15 <= sum(number != origin for number, origin in origins.items()) <= 45


def test_an_archive_that_was_stopped_is_finished_with_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    """Files that are there are kept, the others are made."""
    plan = Plan(str(corpus), 6, per_file=3)
    write_archive(plan, tmp_path, processes=1)
    files = {file.name: file.read_bytes() for file in tmp_path.glob("*.gz")}
    (tmp_path / "news-00001.warc.gz").unlink()
    write_archive(plan, tmp_path, processes=1)
    assert files == {file.name: file.read_bytes() for file in tmp_path.glob("*.gz")}
    made = json.loads((tmp_path / "archive.json").read_text())
    assert (6, 1, 2, 3) == tuple(made[name] for name in ("records", "shells", "texts_on_topic", "other_texts"))
