"""Ids."""

import hashlib

from counterclaim.identity import identify
from counterclaim.records import Source

SAID = Source(text="the army", start=40, end=48)


def test_id_is_made_as_the_format_says() -> None:
    """The first 20 hexadecimal digits of the SHA-256 of article, quantity, event, last source and modality."""
    expected = hashlib.sha256(b"sha256:00|3|5|killed|40|asserted").hexdigest()[:20]

    assert expected == identify("sha256:00", 3, 5, "killed", (SAID,), "asserted")


def test_outlets_own_voice_is_minus_one() -> None:
    """No source stands for -1, no event for nothing."""
    expected = hashlib.sha256(b"sha256:00|3|5||-1|asserted").hexdigest()[:20]

    assert expected == identify("sha256:00", 3, 5, None, (), "asserted")


def test_last_source_counts() -> None:
    """The same figure of another claimant is another claim."""
    other = Source(text="the rebels", start=90, end=100)

    ids = {identify("a", 3, 5, "killed", sources, "asserted") for sources in ((SAID,), (SAID, other))}

    assert 2 == len(ids)
