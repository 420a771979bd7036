"""The gates: what a page must have to be worth a careful reading."""

from __future__ import annotations

import json
from textwrap import wrap

import pytest

from counterclaim.rules import load_rules
from counterclaim.scanning.gates import FIGURE, LANGUAGE, TOPIC, stopped_by
from counterclaim.scanning.quick_text import page_runs
from counterclaim.scanning.stored import Stored
from tests.fixtures.archives import FIGHTING, PROSE, page

RULES = load_rules("en")
FOREIGN = "Die Regierung teilte mit, dass die Verhandlungen am Montag ohne Ergebnis zu Ende gegangen sind. " * 4


def gate(content: bytes, *, is_page: bool = True) -> str | None:
    return stopped_by(Stored(path="a", position=0, content=content, name="a", is_page=is_page), RULES)


def test_fighting_passes() -> None:
    """A page that tells of dead and wounded with figures passes."""
    assert None is gate(page(1))


@pytest.mark.parametrize(
    ("paragraphs", "stopped"),
    [
        ([FOREIGN] * 3, LANGUAGE),
        ([PROSE] * 6, TOPIC),
        (
            ["Soldiers, militants and rebels of the civil war spoke of fighting, of artillery and of the front line."]
            * 5,
            FIGURE,
        ),
    ],
)
def test_gates_have_names(paragraphs: list[str], stopped: str) -> None:
    """What is stopped is stopped by one gate, and counted under its name."""
    assert stopped == gate(page(1, *paragraphs).replace(b" 1<", b"<"))


def test_an_article_among_others_of_another_language() -> None:
    """An article in English passes where the teasers around it are in another language."""
    assert None is gate(page(1, *[FOREIGN] * 4, *[FIGHTING] * 6, *[FOREIGN] * 4))


def test_a_short_article_in_a_long_page() -> None:
    """What stands together is judged by itself: a long page about something else does not hide a short article."""
    long = b"".join(b"<p>" + PROSE.encode() * 4 + b"</p>" for _ in range(40))
    content = page(1, *[FIGHTING] * 2).replace(b"</body>", b"<script>" + b" " * 4000 + b"</script>" + long + b"</body>")

    assert None is gate(content)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_pages_in_wide_letters(encoding: str) -> None:
    """A page whose letters have two or four bytes is looked at as any other."""
    content = page(1).decode().lstrip()

    assert None is gate(content.encode(encoding))


def test_lines_of_a_wire_in_a_page_of_another_language() -> None:
    """Lines broken at sixty letters are prose, too."""
    lines = [line for line in wrap(FIGHTING, 60) for _ in range(3)]

    assert None is gate(page(1, *[FOREIGN] * 4, *lines))


def test_a_page_without_paragraphs() -> None:
    """Text that stands in no paragraph is looked at, too."""
    content = f"<html><body><div>{FIGHTING}<br>{FIGHTING}</div></body></html>".encode()

    assert None is gate(content)


def test_text_kept_for_a_script() -> None:
    """An article that the page keeps for its script alone is found there."""
    body = json.dumps({"articleBody": f"{FIGHTING} {FIGHTING}"})
    content = f'<html><body><script type="application/ld+json">{body}</script><div id="app"></div></body></html>'

    assert None is gate(content.encode())


def test_a_record_of_json() -> None:
    """The texts of a JSON record are looked at as they are meant, not as they are escaped."""
    record = {"url": "https://news.example/1", "text": f"{FIGHTING}\n\n{FIGHTING}"}

    assert None is gate(json.dumps(record).encode(), is_page=False)
    assert TOPIC is gate(json.dumps({"text": PROSE * 5}).encode(), is_page=False)


def test_scripts_are_no_text() -> None:
    """Words in scripts, styles and menus of a page with paragraphs do not count."""
    script = f"<script>var news = '{FIGHTING}';</script>"
    content = page(1, *[PROSE] * 6).replace(b"<body>", b"<body>" + script.encode())

    assert TOPIC == gate(content)


def test_entities_and_tags_go() -> None:
    """A paragraph is its words, without tags and entities."""
    content = b"<p>Twelve &amp; <b>more</b> were\n hurt</p><p class='x'>Two</p>"

    assert [["Twelve & more were hurt", "Two"]] == page_runs(content)[:1]
