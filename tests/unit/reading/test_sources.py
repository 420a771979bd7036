"""Files, folders and standard input, and bad input of every kind."""

import gzip
import io
import json
from pathlib import Path

import pytest
import zstandard
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as some

from counterclaim.reading import Given, Refusal, RefusedError, read_sources, read_text
from counterclaim.records import Article

TEXT = "Town falls to army\n\nTen soldiers were killed in the town on Monday, the ministry said.\n"
RECORD = {"id": "r1", "title": "Town falls", "text": "Ten soldiers were killed in the town, the ministry said."}


def articles(*sources: str | Path, given: Given | None = None) -> list[Article]:
    found = list(read_sources(sources, given=given or Given()))
    assert [str(f) for f in found if isinstance(f, Refusal)] == []
    return [f for f in found if isinstance(f, Article)]


def refusal(source: str | Path) -> str:
    [found] = read_sources([source])
    assert isinstance(found, Refusal)
    return found.message


def test_folder_is_read_recursively_in_order(tmp_path: Path) -> None:
    """Files of folders in folders, by name; hidden files and sidecars are not articles."""
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/z.txt", ".hidden"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "a.meta.json").write_text('{"outlet": "Example"}')

    assert [(a.key, a.outlet) for a in articles(tmp_path)] == [("a.txt", "Example"), ("z.txt", None), ("c.txt", None)]


@pytest.mark.parametrize(("name", "pack"), [("a.txt.gz", gzip.compress), ("a.bin", zstandard.compress)])
def test_packed_file_is_read(tmp_path: Path, name: str, pack: type) -> None:
    """Opened by its bytes; the name without .gz is the key."""
    (tmp_path / name).write_bytes(pack(TEXT.encode()))
    [article] = articles(tmp_path / name)

    assert (name.removesuffix(".gz"), "Town falls to army") == (article.key, article.title)


def test_json_is_known_by_its_content(tmp_path: Path) -> None:
    """A record in a file of any name; its id is the key where it has no address."""
    (tmp_path / "a.txt").write_text(json.dumps(RECORD, indent=1))
    [article] = articles(tmp_path / "a.txt")

    assert (article.key, article.origin and article.origin.reader) == ("r1", "json")


def test_json_lines_are_read_one_by_one(tmp_path: Path) -> None:
    """A broken line is refused by its number, the others are read."""
    lines = [json.dumps(RECORD), '{"text": ', "", json.dumps({**RECORD, "id": "r2"}), '{"headline": "x"}']
    (tmp_path / "a.json").write_text("\n".join(lines))
    found = list(read_sources([tmp_path / "a.json"]))

    assert [f.key if isinstance(f, Article) else f.where for f in found] == ["r1", "line 2", "r2", "line 5"]
    assert [f.origin.record for f in found if isinstance(f, Article) and f.origin] == ["line 1", "line 4"]


def test_records_without_id_are_named_by_their_place(tmp_path: Path) -> None:
    """The file's name and the record's number."""
    anonymous = {"text": RECORD["text"]}
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(anonymous)}\n{json.dumps(anonymous)}\n")
    (tmp_path / "b.json").write_text(json.dumps([anonymous, anonymous]))

    assert [a.key for a in articles(tmp_path)] == ["a.jsonl#1", "a.jsonl#2", "b.json#1", "b.json#2"]


def test_json_lines_are_read_lazily(tmp_path: Path) -> None:
    """The first article is there before the rest of the file is read."""
    (tmp_path / "a.jsonl").write_bytes(json.dumps(RECORD).encode() + b"\n" + b"\xff\xff\n")

    assert isinstance(next(read_sources([tmp_path / "a.jsonl"])), Article)


def test_standard_input_is_read() -> None:
    """A dash is standard input."""
    [article] = read_sources(["-"], stdin=io.BytesIO(TEXT.encode()))

    assert isinstance(article, Article)
    assert (article.key, article.origin and article.origin.path) == ("stdin", "-")


def test_command_line_outranks_sidecar_and_page(tmp_path: Path) -> None:
    """What is said on the command line, then the sidecar, then the bytes."""
    (tmp_path / "a.json").write_text(json.dumps({**RECORD, "outlet": "Page", "published": "2022-01-01"}))
    (tmp_path / "a.json.meta.json").write_text('{"outlet": "Sidecar", "url": "https://example.org/1"}')
    [article] = articles(tmp_path / "a.json", given=Given(outlet="Said"))

    assert (article.outlet, article.url, article.published) == ("Said", "https://example.org/1", "2022-01-01")


def test_broken_sidecar_is_refused_and_its_article_read(tmp_path: Path) -> None:
    """One line for the sidecar; the article goes on without it."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.meta.json").write_text("{")
    first, second = read_sources([tmp_path])

    assert isinstance(first, Refusal)
    assert "broken sidecar" in first.message
    assert isinstance(second, Article)


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("empty.txt", b"", "nothing"),
        ("binary.txt", bytes(range(256)), "binary data"),
        ("page.html", b"<html><body><nav>Home</nav></body></html>", "HTML page without article text"),
        ("bad.txt", b"\xef\xbb\xbf\xff\xff\xff", "no known encoding"),
        ("a.json", b'{"text": "Ten died.",\n "title": }', "line 2: broken JSON"),
        ("b.json", b'{"headline": "x", "words": 1}', "unknown layout with the keys 'headline', 'words'"),
        ("c.json", b'{"text": ""}', "no text under 'text'"),
        ("cut.txt.gz", gzip.compress(bytes(range(256)) * 90)[:-40], "packed file cut short"),
        ("large.html.gz", gzip.compress(b"<html>" + b"a " * 50_000_000, 1), "more than 32 MB"),
        ("uk.txt", "Міністерство повідомило, що десять військових загинули.".encode(), "text in the language 'uk'"),
    ],
)
def test_bad_input_is_one_clear_line(tmp_path: Path, name: str, content: bytes, found: str) -> None:
    """Where, what was found, what was expected, what to do; the next article is read."""
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(TEXT)
    refused, article = read_sources([tmp_path])

    assert isinstance(refused, Refusal)
    assert found in refused.message
    assert refused.message.startswith(str(tmp_path / name))
    assert "\n" not in refused.message
    assert "expected" in refused.message
    assert isinstance(article, Article)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    """A path that leads nowhere."""
    assert "no such file" in refusal(tmp_path / "none.txt")


def test_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read."""

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.setattr(Path, "open", forbidden)

    assert "no permission" in refusal(tmp_path / "a.txt")


def test_given_date_that_is_none_is_refused() -> None:
    """Before anything is read."""
    [found] = read_sources(["none.txt"], given=Given(published="last spring"))

    assert isinstance(found, Refusal)
    assert "--published: the date 'last spring'" in found.message


def test_crlf_bom_and_emoji_keep_their_offsets(tmp_path: Path) -> None:
    """Line ends and marks of encoding go, every other character stays."""
    text = "\ufeffTown falls 🔥 to army\r\n\r\nTen e\u0301lite soldiers were killed 🇺🇦 in the town,\r\nit was said.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    [article] = articles(tmp_path / "a.txt")

    assert "".join(text[1:].split()) == "".join(article.text.split())
    assert article.text.startswith("Town falls 🔥 to army\n\nTen e\u0301lite soldiers")


def test_same_input_same_articles(tmp_path: Path) -> None:
    """Reading twice gives equal records."""
    (tmp_path / "a.txt").write_text(TEXT)

    assert articles(tmp_path) == articles(tmp_path)


def test_text_in_python() -> None:
    """A text is read like a file; what is none is an error with the same words."""
    article = read_text(TEXT, given=Given(published="2022-02-27"))

    assert (article.title, article.published, article.key) == ("Town falls to army", "2022-02-27", "text")
    with pytest.raises(RefusedError, match="no article text"):
        read_text("12")


@settings(deadline=None)
@for_all(some.text(alphabet=some.characters(codec="utf-8"), max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever the characters, there is an article whose parts verify, or a refusal; never another error."""
    try:
        article = read_text(text, given=Given(language="en"))
    except RefusedError as error:
        assert "\n" not in error.at("text").message  # noqa: PT017
        return

    assert [part for part in article.parts if article.text[part.start : part.end].strip() == ""] == []
    assert article.text == "\n\n".join(" ".join(p.split()) for p in article.text.split("\n\n"))


@settings(deadline=None)
@for_all(some.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Whatever the bytes, there is one article or one refusal at the least; never an error."""
    found = list(read_sources(["-"], stdin=io.BytesIO(content)))

    assert found != []
    assert all(isinstance(f, Article | Refusal) for f in found)


def test_a_sidecar_named_beside_its_article_is_no_article(tmp_path: Path) -> None:
    """`read examples/000*` names the sidecar too: it belongs to its article and is not read for itself."""
    article = tmp_path / "a.txt"
    article.write_text("Shelling killed 12 civilians in the town on Monday, officials said.\n", encoding="utf-8")
    sidecar = tmp_path / "a.txt.meta.json"
    sidecar.write_text('{"outlet": "Daily"}', encoding="utf-8")

    found = list(read_sources([article, sidecar]))

    assert ["Daily"] == [item.outlet for item in found if isinstance(item, Article)]
    assert 1 == len(found)
