"""What bears on an event, and what takes it for granted."""

import pytest

from counterclaim.finding.reach import reach_of
from tests.fixtures.parses import RULES, found, tree


def granted(text: str, trigger: str) -> str | None:
    parsed = tree(text)
    by = reach_of(parsed, parsed.words.index(trigger), RULES).granted_by
    return None if by is None else parsed.words[by]


@pytest.mark.parametrize(
    ("text", "trigger", "by"),
    [
        ("He vowed to punish those who killed 12 soldiers.", "killed", "those"),
        ("He promised an inquiry into the killing of 12 soldiers.", "killing", "inquiry"),
        ("He vowed revenge after 12 soldiers were killed.", "killed", "killed"),
        ("He vowed that 12 soldiers would be killed.", "killed", None),
        ("Nobody could verify the report that 12 soldiers were killed.", "killed", "verify"),
    ],
)
def test_what_takes_an_event_for_granted(text: str, trigger: str, by: str | None) -> None:
    """Relative clauses, inquiries, times and checks leave an event standing; a plan does not."""
    assert by == granted(text, trigger)


def test_governors_come_nearest_first() -> None:
    """ "Threatened to try to kill": trying bears on the killing before the threat does."""
    parsed = tree("The group threatened to try to kill 12 hostages.")
    reach = reach_of(parsed, parsed.words.index("kill"), RULES)

    assert ["try", "threatened"] == [parsed.words[token] for token in reach.ruled]


def test_coordinated_verb_is_no_governor() -> None:
    """ "Threatened them and killed 12" is no threat."""
    [candidate] = found("The gunmen threatened the villagers and killed 12 farmers.")[0]

    assert "asserted" == candidate.modality


def test_participle_shares_the_verbs_tense() -> None:
    """ "Could hit the town, killing 12": neither has happened."""
    assert {"possible"} == {c.modality for c in found("The missile could hit the town, killing 12 people.")[0]}


def test_denied_figure_is_skipped_with_a_reason() -> None:
    """What is said not to have happened is not dropped in silence."""
    [skipped] = found("Twelve soldiers were not killed.")[1]

    assert "said not to have happened, or only asked" == skipped.reason
