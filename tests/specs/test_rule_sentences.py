"""Every rule fires on its own sentences, end to end."""

from __future__ import annotations

from pathlib import Path

from counterclaim.checking import misfires
from counterclaim.pipeline import Reader
from counterclaim.rules import load_rules

OWN = """
- id: caveat.mine
  kind: disputed
  pattern: ["take it with a pinch of salt"]
  yes: ["The army said 40 soldiers were killed, but take it with a pinch of salt."]
  no: ["The army said 40 soldiers were killed."]
- id: caveat.wrong
  kind: disputed
  pattern: ["which some doubt"]
  yes: ["The army said 40 soldiers were killed."]
  no: ["The army said 40 soldiers were killed, which some doubt."]
- id: caveat.empty
  kind: disputed
  pattern: ["so they say"]
  yes: []
  no: []
"""


def test_every_rule_fires_on_its_sentences_and_on_no_others() -> None:
    """Each `yes` sentence makes its rule fire when read end to end, no `no` sentence does, and none is without."""
    reader = Reader(load_rules("en"))

    assert [] == [str(misfire) for misfire in misfires(reader, reader.rules.all_rules)]


def test_sentences_of_a_users_rules_are_read_as_ours_are(tmp_path: Path) -> None:
    """A rule that does not do what its sentences say is named with its line, and so is one without sentences."""
    (tmp_path / "caveats.mine.yaml").write_text(OWN, "utf-8")
    reader = Reader(load_rules("en", (tmp_path,)))

    found = misfires(reader, reader.rules.rules("caveats"))

    assert [
        ("caveat.empty", "caveats.mine.yaml:12", None, True),
        ("caveat.wrong", "caveats.mine.yaml:7", "The army said 40 soldiers were killed.", True),
        ("caveat.wrong", "caveats.mine.yaml:7", "The army said 40 soldiers were killed, which some doubt.", False),
    ] == [(m.rule.id, m.rule.where, m.sentence, m.expected) for m in found]
