"""Records to the format and back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from counterclaim.extraction import Extraction
from counterclaim.records import Mention, Quantity
from counterclaim.serialise import from_dicts, to_dicts, verify_spans
from tests.fixtures.extractions import EMPTY, FULL


def document() -> dict[str, Any]:
    """The full extraction as it comes back from a file."""
    written: dict[str, Any] = json.loads(json.dumps(to_dicts(FULL)))
    return written


def test_fields_stand_in_the_order_of_the_format() -> None:
    """The object begins with its format and ends with what made it."""
    assert ["format", "article", "statements", "claims", "skipped", "made_by"] == list(to_dicts(FULL))


def test_claim_fields_stand_in_the_order_of_the_format() -> None:
    """A claim begins with its id and ends with what is unknown."""
    expected = (
        "id event trigger quantity target actor sources modality caveats part_of restates answers period place "
        "evidence context confidence rules unknown"
    )

    assert expected.split() == list(to_dicts(FULL)["claims"][0])


def test_reference_date_says_where_it_is_from() -> None:
    """The record's `origin` is the format's `from`, which is no name in Python."""
    expected = {"value": "2031-05-07", "from": "published", "text": None, "start": None, "end": None}

    assert expected == to_dicts(FULL)["article"]["reference_date"]


def test_rule_of_a_quantity_stays_inside() -> None:
    """The rule of a quantity stands among the claim's rules only."""
    assert "rule" not in to_dicts(FULL)["claims"][0]["quantity"]


def test_floats_are_rounded() -> None:
    """A float keeps six digits, the same on every machine."""
    claims = to_dicts(FULL)["claims"]

    assert (0.612346, -20.123457) == (claims[1]["confidence"], claims[0]["place"]["longitude"])


def test_what_is_written_can_be_changed_alone() -> None:
    """A change to the object given out leaves the record as it was, its mapping of the unknown too."""
    to_dicts(FULL)["claims"][0]["unknown"]["actor"] = "changed"

    assert "changed" != to_dicts(FULL)["claims"][0]["unknown"].get("actor")


@pytest.mark.parametrize("extraction", [FULL, EMPTY], ids=["full", "empty"])
def test_reading_what_was_written_gives_the_same(extraction: Extraction) -> None:
    """Written, read and written again, an extraction gives the same bytes."""
    written = json.dumps(to_dicts(extraction))

    assert written == json.dumps(to_dicts(from_dicts(json.loads(written))))


def test_records_come_back() -> None:
    """The statements that come back are the records that went out."""
    assert FULL.statements == from_dicts(document()).statements


def test_wrong_words_are_refused_on_write() -> None:
    """A span whose words stand elsewhere is refused, and named."""
    claim = replace(FULL.claims[0], trigger=Mention(text="killed", start=0, end=6))

    with pytest.raises(ValueError, match=r"claims\[0\].trigger: 0-6 is 'Army s' in the article, not 'killed'"):
        to_dicts(replace(FULL, claims=(claim,)))


def test_wrong_words_are_refused_on_read() -> None:
    """A changed text is found when it is read."""
    changed = document()
    changed["article"]["text"] = changed["article"]["text"].replace("at least 12", "at least 13")

    with pytest.raises(ValueError, match=r"claims\[0\].quantity"):
        from_dicts(changed)


def test_span_past_the_end_is_refused() -> None:
    """A span that runs past the text is refused, though its words would match."""
    changed = document()
    changed["article"]["parts"][0]["end"] = 10_000

    with pytest.raises(ValueError, match=r"article.parts\[0\]: 0-10000 is no stretch"):
        verify_spans(changed)


def test_offsets_count_code_points() -> None:
    """An emoji is one character, however many bytes it has."""
    text = "\U0001f600 5 e\u0301 died"
    article = replace(EMPTY.article, text=text)
    quantity = Quantity(text="5", start=2, end=3, low=5, high=5, form="exact")
    claim = replace(
        FULL.claims[2], quantity=quantity, trigger=Mention(text="died", start=7, end=11),
        target=replace(FULL.claims[2].target, text=None, start=None, end=None), place=None,
        period=replace(FULL.claims[2].period, words=()), evidence=Mention(text=text, start=0, end=11),
    )  # fmt: skip

    assert "5" == to_dicts(replace(EMPTY, article=article, claims=(claim,)))["claims"][0]["quantity"]["text"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": "counterclaim/2"}, "format: found 'counterclaim/2', expected 'counterclaim/1'"),
        ({"extra": 1}, "the object: unknown field 'extra'"),
        ({"article": []}, "article: list found, an object expected"),
        ({"claims": "none"}, "claims: str found, a list expected"),
        ({"made_by": {"version": 1, "rules": "", "model": ""}}, "made_by.version: int found, str expected"),
        ({"made_by": {"version": "1"}}, "made_by: field 'model' is missing"),
    ],
)
def test_wrong_shape_is_refused(change: dict[str, Any], message: str) -> None:
    """What is not the format is refused with the field's name."""
    with pytest.raises(ValueError, match=message.replace("'", ".")):
        from_dicts(document() | change)
