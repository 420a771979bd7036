"""Reporting verbs exchanged: what the speaker does changes, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from counterclaim.reading import read_sources, read_text
from counterclaim.records import Article
from tests.swap.swapping import Swapped, read_table, replaced
from tests.swap.test_swap import FILES, as_swapped, comparable, extract, extract_each

VERBS = read_table(Path(__file__).parent / "verbs.tsv").rows["names"]
DISPATCHES = (
    "The Defence Ministry {verb} that its forces had destroyed 12 enemy tanks near Kharkiv on Monday.",
    "At least eight civilians died in the shelling of Aleppo, a spokesman {verb}. Another 14 were injured.",
    "Officials {verb} on Friday that rebels had killed 40 soldiers and captured six in Homs.",
    '"The enemy lost 300 soldiers in two days," the general {verb}.',
    "Colonel Igor Konashenkov {verb} that up to 90 mercenaries had been killed. He added that three tanks were hit.",
    "Citing the police, the agency {verb} that two bridges were damaged and no one was hurt.",
)


def without_acts(value: Any) -> Any:
    """A value without acts, and without the rules that tell them."""
    if isinstance(value, list):
        kept = [item for item in value if not (isinstance(item, str) and item.startswith("reporting."))]
        return [without_acts(item) for item in kept]
    if isinstance(value, dict):
        return {key: without_acts(item) for key, item in value.items() if key != "act"}
    return value


def read(article: Article, swapped: Swapped, text: str) -> Any:
    """Claims and statements with offsets of the old text."""
    return without_acts(comparable(extract(article), swapped, text, lambda value: value))


@pytest.mark.parametrize(("one", "other"), VERBS)
def test_only_the_act_changes(one: str, other: str) -> None:
    """ "Said" for "claimed" makes another act of the same claims and statements."""
    for template in DISPATCHES:
        article = read_text(template.format(verb=one))
        assert isinstance(article, Article)
        swapped = replaced(article.text, {one: other})

        expected = read(article, Swapped(article.text, ()), article.text)
        actual = read(as_swapped(article, swapped), swapped, article.text)

        assert (template, expected) == (template, actual)


@pytest.mark.parametrize(("one", "other"), VERBS)
def test_only_the_act_changes_in_whole_articles(one: str, other: str) -> None:
    """The two verbs exchanged all over a report or a briefing: every claim and statement is the same but for acts."""
    articles = [item for file in FILES for item in read_sources([str(file)]) if isinstance(item, Article)]
    swapped = [replaced(article.text, {one: other, other: one}) for article in articles]
    others = [as_swapped(article, text) for article, text in zip(articles, swapped, strict=True)]
    found = extract_each([*articles, *others])

    for at, article in enumerate(articles):
        same = Swapped(article.text, ())
        expected = without_acts(comparable(found[at], same, article.text, lambda value: value))
        actual = without_acts(comparable(found[at + len(articles)], swapped[at], article.text, lambda value: value))
        assert (article.key, expected) == (article.key, actual)


def test_acts_do_change() -> None:
    """The exchanged verb is told apart: "said" states, "claimed" claims."""
    found = [extract_acts(verb) for verb in ("said", "claimed")]

    assert [{"stated"}, {"claimed"}] == found


def extract_acts(verb: str) -> set[str | None]:
    """The acts of the sources of a dispatch."""
    article = read_text(DISPATCHES[0].format(verb=verb))
    assert isinstance(article, Article)
    return {source.act for claim in extract(article).claims for source in claim.sources}
