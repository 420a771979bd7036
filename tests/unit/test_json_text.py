"""Records as JSON text: the public format, without blanks, every span checked."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from counterclaim.json_text import encoder, without_text
from tests.fixtures.extractions import FULL


def test_text_is_that_of_the_format() -> None:
    """With every kind of field: what `to_dicts` gives, number for number."""
    encode, document = encoder(FULL), FULL.to_dicts()
    article = {name: value for name, value in document["article"].items() if name != "text"}

    assert json.dumps(article) == json.dumps(json.loads(encode(without_text(FULL.article))))
    for name in ("claims", "statements", "skipped", "made_by"):
        assert json.dumps(document[name]) == json.dumps(json.loads(encode(getattr(FULL, name))))


def test_wrong_span_is_named() -> None:
    """By its place in the extraction, as `to_dicts` names it."""
    first, *others = FULL.claims
    wrong = replace(first, trigger=replace(first.trigger, start=first.trigger.start + 1, end=first.trigger.end + 1))
    extraction = replace(FULL, claims=(wrong, *others))

    with pytest.raises(ValueError, match=r"^claims\[0\]\.trigger: "):
        encoder(extraction)(wrong)


def test_span_beyond_the_text_is_refused() -> None:
    """An end that lies behind the last character."""
    broken = replace(FULL.claims[0].evidence, end=10**6)

    with pytest.raises(ValueError, match="other words stand there"):
        encoder(FULL)(broken)


def test_number_that_no_database_holds_is_refused() -> None:
    """Told with the article, instead of an error of the database."""
    huge = replace(FULL.claims[0].quantity, low=10**30)

    with pytest.raises(ValueError, match=rf"^{FULL.article.key}: Integer exceeds 64-bit range"):
        encoder(FULL)(huge)
