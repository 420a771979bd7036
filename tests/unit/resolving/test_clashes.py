"""Who fell in a clash, and who killed them."""

import pytest

from counterclaim.pipeline import extract_text

WAR = "The war in El Salvador goes on, the FMLN said. "


@pytest.mark.parametrize(
    ("text", "side", "actor"),
    [
        ("Ten Shining Path fighters were killed in clashes with the Peruvian army.", "Shining Path", "Peru"),
        ("Ten Peruvian soldiers were killed in clashes with Shining Path.", "Peru", "Shining Path"),
        (WAR + "In Chalatenango 14 guerrillas were killed in clashes with troops of a brigade.", "FMLN", "El Salvador"),
        (WAR + "Two mercenaries died in the clash with the FMLN.", "El Salvador", "FMLN"),
        (WAR + "Two mercenaries died in the clash with the army.", "FMLN", "El Salvador"),
        (WAR + "Two civilians died in the clash with the army.", None, None),
    ],
)
def test_other_party_to_a_clash(text: str, side: str | None, actor: str | None) -> None:
    """Those who fell were killed by the other party, nameless troops are the government's; of civilians nobody says."""
    claim = extract_text(text).claims[-1]

    assert (side, actor) == (claim.target.side, claim.actor.name if claim.actor else None)
