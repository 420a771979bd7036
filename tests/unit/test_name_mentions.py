"""Names that are one party together, and names that only stand side by side."""

import pytest

from counterclaim.name_mentions import joint_run
from counterclaim.names import load_names
from counterclaim.rules import load_rules

NAMES = load_names(load_rules("en"))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Troops of Niger, Chad and Nigeria attacked.", ["Niger", "Chad", "Nigeria"]),
        ("Russian and Syrian jets attacked.", ["Russia", "Syria"]),
        ("Russia, Syria bomb a town.", ["Russia", "Syria"]),
        ("It says that in Syria, US-led coalition jets made 23 strikes.", ["US-led coalition"]),
        ("It says that in Iraq, Russian and Iranian jets made 23 strikes.", ["Russia", "Iran"]),
        ("It says that in Iran, Russian and Iraqi jets made 23 strikes.", ["Russia", "Iraq"]),
    ],
)
def test_names_of_one_party(text: str, sides: list[str]) -> None:
    """ "And" joins names; a comma alone does only where a sentence opens with them."""
    found = NAMES.find(text)

    assert sides == [mention.side for mention in joint_run(text, found, len(found) - 1)]
