"""Members of a body."""

import pytest

from tests.fixtures.parses import events


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("A member of the British armed forces was killed.", "combatant"),
        ("A member of the security forces was killed.", "security"),
        ("A member of the Taliban was killed.", "combatant"),
        ("Four members of the Red Cross were killed.", "aid_worker"),
        ("Six members of parliament were killed.", "official"),
        ("A member of the audience was killed.", "person"),
    ],
)
def test_members_are_what_their_body_is(text: str, category: str) -> None:
    """Members of forces fight, members of a parliament are officials, others are people."""
    assert [category] == [found for _, _, found in events(text)]
