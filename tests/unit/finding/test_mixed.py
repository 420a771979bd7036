"""One number before two nouns."""

from __future__ import annotations

import pytest

from counterclaim.pipeline import extract_text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ten soldiers and civilians were killed.", ("person", "soldiers and civilians")),
        ("Shelling killed 12 journalists and medics.", ("civilian", "journalists and medics")),
        ("The strike killed at least 18 jihadist fighters and leaders.", ("combatant", "jihadist fighters")),
        ("At least 12 men, women and children were killed.", ("civilian", "men, women and children")),
        ("Dozens of women, children and elderly were hurt.", ("civilian", "women, children and elderly")),
        ("At least 12 soldiers, policemen and civilians died.", ("person", "soldiers, policemen and civilians")),
        ("They fired 70 rockets and shells at the town.", ("munition", "rockets and shells")),
        ("The army destroyed 12 tanks and lorries.", ("vehicle", "tanks and lorries")),
        ("Shelling killed 12 soldiers and a civilian.", ("combatant", "soldiers")),
        ("Shelling killed 12 soldiers, and civilians fled.", ("combatant", "soldiers")),
        ("The raid killed ten soldiers and civilians fled the town.", ("combatant", "soldiers")),
        ("Forty houses and bridges were damaged.", ("building", "houses")),
    ],
)
def test_number_counts_both_nouns(text: str, told: tuple[str, str]) -> None:
    """People of two kinds are people, things what the table says; a noun counted by itself or in a clause is apart."""
    target = extract_text(text).claims[0].target

    assert told == (target.category, target.text)
