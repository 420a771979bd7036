"""The canonical text: title, lead and body, each once, and the identity of a version."""

import hashlib

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as some

from counterclaim.reading.canonical import to_article
from counterclaim.reading.drafts import Block, Draft, Given, RefusedError
from counterclaim.records import Article

NOTHING = Given()
BODY = (Block(text="Ten soldiers died in the town, the ministry said on Monday."), Block(text="More fled."))


def article(draft: Draft, given: Given = NOTHING) -> Article:
    return to_article(draft, name="a.txt", given=given, origin=None)


def paragraphs(draft: Draft, given: Given = NOTHING) -> list[str]:
    return article(draft, given).text.split("\n\n")


def test_title_lead_and_body_in_order() -> None:
    """Paragraphs are joined by one blank line."""
    draft = Draft(title="Town falls", lead="Ten died, it was said.", blocks=BODY)

    assert ["Town falls", "Ten died, it was said.", BODY[0].text, "More fled."] == paragraphs(draft)
    assert [part.kind for part in article(draft).parts] == ["title", "lead", "body"]


def test_title_that_the_body_repeats_stands_once() -> None:
    """A copy of the title at the head of the body is left out, however it is spaced."""
    draft = Draft(title="Town  falls!", blocks=(Block(text="Town Falls"), *BODY))

    assert ["Town falls!", BODY[0].text, "More fled."] == paragraphs(draft)


def test_title_that_runs_into_the_body_stands_once() -> None:
    """A date and the title before the first sentence become a dateline and the title."""
    text = "Sun 16 Apr 2017 Toll from the bomb rises to 112. Ten soldiers died in the town, it was said."
    draft = Draft(title="Toll from the bomb rises to 112", blocks=(Block(text=text),))

    assert paragraphs(draft) == [
        "Toll from the bomb rises to 112.", "Sun 16 Apr 2017", "Ten soldiers died in the town, it was said.",
    ]  # fmt: skip
    assert [part.kind for part in article(draft).parts] == ["title", "dateline", "body"]


@pytest.mark.parametrize("lead", ["Ten soldiers died in the town, the ministry said...", "MORE FLED.", "Town falls"])
def test_lead_that_the_body_holds_is_left_out(lead: str) -> None:
    """A lead cut from the body, or the title again, is not said twice."""
    assert ["Town falls", BODY[0].text, "More fled."] == paragraphs(Draft(title="Town falls", lead=lead, blocks=BODY))


def test_lead_that_opens_the_body_is_its_first_part() -> None:
    """The body's first paragraph is the lead where the page says so."""
    found = article(Draft(title="Town falls", lead=BODY[0].text, blocks=BODY))

    assert [part.kind for part in found.parts] == ["title", "lead", "body"]
    assert found.text.count("Ten soldiers") == 1


def test_date_in_a_line_of_its_own_is_the_publication() -> None:
    """At the head of a page that says nothing else about it; a date inside a sentence or a caption is not."""
    stamp, caption = Block(text="Tue, February 24, 2026 at 11:45 PM UTC"), Block(text="May 2, 2026", kind="caption")
    dated = Block(text="On May 2, 2026 ten soldiers were killed in the town.")

    assert article(Draft(title="Town falls", blocks=(stamp, *BODY))).published == "2026-02-24T23:45+00:00"
    assert article(Draft(title="Town falls", blocks=(caption, dated, *BODY))).published is None


def test_given_title_loses_nothing_of_the_text() -> None:
    """A title that the user gives goes before the page's own, which stays as a paragraph."""
    draft = Draft(title="Town falls", blocks=BODY)

    assert paragraphs(draft, Given(title="Fall of a town"))[:2] == ["Fall of a town", "Town falls"]


def test_id_is_the_digest_of_key_and_text() -> None:
    """One id for each version; the address is the key, else the name."""
    named = article(Draft(title="Town falls", blocks=BODY))
    addressed = article(Draft(blocks=BODY, url="https://example.org/1"))

    assert "sha256:" + hashlib.sha256(f"a.txt\n{named.text}".encode()).hexdigest() == named.id
    assert (named.key, addressed.key) == ("a.txt", "https://example.org/1")


def test_other_languages_and_empty_texts_are_refused() -> None:
    """Both say what was found and what is expected."""
    with pytest.raises(RefusedError, match="text in the language 'ru'; expected one of: en"):
        article(Draft(blocks=(Block(text="Минобороны сообщило, что десять военных погибли и были ранены."),)))
    with pytest.raises(RefusedError, match="no article text"):
        article(Draft(blocks=(Block(text="12 — 13"),)))


def test_said_language_outranks_the_detected_one() -> None:
    """Who says that a text is English is believed."""
    assert (
        article(Draft(blocks=(Block(text="Zehn Soldaten starben in der Stadt."),)), Given(language="en")).language
        == "en"
    )


@settings(deadline=None)
@for_all(some.lists(some.text(min_size=1, max_size=60), min_size=1, max_size=6))
def test_every_part_stands_in_the_text(texts: list[str]) -> None:
    """Whatever characters there are, parts are stretches of the text without blanks at their ends, in order."""
    blocks = tuple(Block(text=" ".join(text.split())) for text in ["Ten died, and the rest of them were", *texts])
    found = article(Draft(title="Town falls", blocks=blocks), Given(language="en"))
    stretches = [found.text[part.start : part.end] for part in found.parts]

    assert stretches == [stretch.strip() for stretch in stretches]
    assert sorted(found.parts, key=lambda part: part.start) == list(found.parts)
