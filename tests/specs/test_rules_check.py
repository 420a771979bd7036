"""`counterclaim rules check` with the real pipeline."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from counterclaim.cli import app

CAVEAT = """- id: caveat.mine
  kind: disputed
  pattern: if we can trust it
  yes: ["{yes}"]
  no: ["The army said 40 soldiers died, and we can trust it."]
"""


def test_rules_in_order_are_counted(tmp_path: Path) -> None:
    """`rules check DIR` says how many rules and sentences were found in order."""
    (tmp_path / "caveats.yaml").write_text(CAVEAT.format(yes="The army said 40 soldiers died, if we can trust it."))
    result = CliRunner().invoke(app, ["rules", "check", str(tmp_path)])

    assert (result.exit_code, result.stdout.split(",")[0]) == (0, "1 rules with 2 sentences are in order")


def test_rule_that_does_not_fire_is_told(tmp_path: Path) -> None:
    """`rules check DIR` reads the sentences of each rule, names the ones that go wrong and ends with status 1."""
    (tmp_path / "caveats.yaml").write_text(CAVEAT.format(yes="The army said 40 soldiers died."))
    result = CliRunner().invoke(app, ["rules", "check", str(tmp_path)])

    expected = "caveats.yaml:1: caveat.mine does not fire on 'The army said 40 soldiers died.'; mend the rule"
    assert (result.exit_code, result.stderr.strip()) == (1, f"{expected} or the sentence")
