"""Every command, option, field and word of the format stands in the documentation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from counterclaim import vocabulary
from counterclaim.cli import app

ROOT = Path(__file__).parents[2]
CLI = (ROOT / "docs" / "cli.md").read_text("utf-8")
FORMAT = (ROOT / "docs" / "format.md").read_text("utf-8")
SCHEMA = json.loads((ROOT / "schema" / "claim-1.json").read_text("utf-8"))
WORDS = (
    *vocabulary.EVENTS, *vocabulary.STATEMENT_EVENTS, *vocabulary.CATEGORIES, *vocabulary.FORMS, *vocabulary.MODALITIES,
    *vocabulary.BASES, *vocabulary.ACTS, *vocabulary.PARTS,
)  # fmt: skip
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def commands() -> Iterator[tuple[str, list[str]]]:
    """Every command with the long names of its options."""
    todo = [("counterclaim", typer.main.get_command(app))]
    for name, command in todo:
        options = [o for p in command.params for o in p.opts if o.startswith("-")]
        yield name, [option for option in options if option != "--help"]
        todo += [(f"{name} {sub}", found) for sub, found in getattr(command, "commands", {}).items()]


@pytest.mark.parametrize(("name", "options"), list(commands()), ids=lambda value: str(value))
def test_command_is_documented(name: str, options: list[str]) -> None:
    """A command has its heading, and under it all of its options."""
    heading = re.search(rf"^#+ .*?{re.escape(name)}$", CLI, re.M) if " " in name else re.search("^# ", CLI)
    assert heading is not None
    section = re.split(r"^#+ counterclaim", CLI[heading.end() :], maxsplit=1, flags=re.M)[0]

    assert [] == [option for option in options if f"`{option}`" not in section and f" {option}\n" not in section]


def test_every_word_of_the_format_is_documented() -> None:
    """Events, categories, forms, modalities, bases, acts and parts stand in docs/format.md."""
    assert [] == [word for word in WORDS if f"`{word}`" not in FORMAT]


@pytest.mark.parametrize("name", sorted(SCHEMA["$defs"]))
def test_every_field_is_documented(name: str) -> None:
    """A field that the schema knows stands in docs/format.md."""
    fields = [f for f in SCHEMA["$defs"][name].get("properties", {}) if f not in ("text", "start", "end")]

    assert [] == [field for field in fields if f"`{field}`" not in FORMAT]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """A relative link of a page leads to a file of the project."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))

    assert [] == [link for link in links if not (page.parent / link).exists()]
