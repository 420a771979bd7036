"""Who did it, as the sentence says it."""

import pytest

from counterclaim.pipeline import extract_text


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Nine Afghan soldiers died in an attack blamed on the Taliban.", "Taliban"),
        ("Nine Taliban fighters died in an attack blamed on the Afghan army.", "Afghanistan"),
        ("The Taliban are believed to be behind a suicide attack that killed nine Afghan soldiers.", "Taliban"),
        ("Nine Afghan soldiers have been killed at the hands of the Taliban.", "Taliban"),
        ("Nine Afghan soldiers died in an attack near the Taliban.", None),
        ("Nine people were wounded by explosives that had been placed by the Taliban in Kabul.", "Taliban"),
        ("The Afghan army has acknowledged that one soldier died near Kabul.", None),
        ("Syria's civil war has killed more than 280,000 people.", None),
        ("Israel's war on Gaza has killed more than 50,000 Palestinians.", "Israel"),
        ("US-led air strikes killed 20 Islamic State fighters in Syria.", "US-led coalition"),
        ("Saudi-led warplanes killed 20 people in Yemen.", "Saudi-led coalition"),
        ("Five children died from the cold near a town that is held by Islamic State in Syria.", None),
        ("Russian officials condemned Ukrainian strikes that they said killed 26 people.", "Ukraine"),
        ("Ukrainian officials condemned Russian strikes that they said killed 26 people.", "Russia"),
        ("The ministry condemned strikes that it said killed 26 people.", None),
        ("Syrian forces hit Islamic State positions in a town inflicting heavy casualties on the militants.", "Syria"),
        ("Islamic State forces hit Syrian positions in a town inflicting heavy casualties on troops.", "Islamic State"),
        ("BEIRUT Air strikes on a market in Idlib killed at least 21 civilians on Sunday.", None),
        ("US strikes on a market in Idlib killed at least 21 civilians on Sunday.", "United States"),
        ("Indian officials say Pakistani shelling kills 7, wounds 30", "Pakistan"),
        ("Pakistani officials say Indian shelling kills 7, wounds 30", "India"),
    ],
)
def test_doer_of_an_attack(text: str, actor: str | None) -> None:
    """Whom an attack is blamed on, who is said to be behind it, at whose hands people die."""
    claim = extract_text(text).claims[-1]

    assert actor == (claim.actor.name if claim.actor else None)
