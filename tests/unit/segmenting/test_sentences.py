"""Sentences: where a stop ends one, and where it does not."""

import pytest

from counterclaim.records import Article, Part
from counterclaim.segmenting import split_sentences


def article(text: str, parts: tuple[Part, ...] = (), language: str = "en") -> Article:
    return Article(key="k", id="i", text=text, parts=parts, language=language)


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(article(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Lt. Gen. Mark Doe spoke in Washington, D.C. on Jan. 5.",
        "The U.S. Army hit 38 systems, incl. S-300s and Buk M-1.",
        "No. 3 Brigade lost 3.5 per cent of 1.200 men.",
        "It began at 3 p.m. Monday and ended at 5 a.m. Tuesday.",
        "St. Petersburg and Ft. Bragg vs. John F. Kennedy and J. Smith.",
        "“Why now?” he asked.",
        "The rest... and more came.",
        "1. First point of the list.",
        "See www.Example.Com and Booking.com for it.",
        "The U.S.Army said so.",
    ],
)
def test_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    """Abbreviations, initials, decimals, addresses and questions inside a sentence keep it whole."""
    assert [text] == sentences(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fled to the U.S. The rest stayed.", ["They fled to the U.S.", "The rest stayed."]),
        ("It ended at 5 a.m. He left.", ["It ended at 5 a.m.", "He left."]),
        ("No. The answer is no.", ["No.", "The answer is no."]),
        ("What?! Yes. (He died.) They left.", ["What?!", "Yes.", "(He died.)", "They left."]),
        ("He said “We win.” Then he left.", ["He said “We win.”", "Then he left."]),
        ("He left... Then he came.", ["He left...", "Then he came."]),
        ("Ten died. 12 were hurt.", ["Ten died.", "12 were hurt."]),
        ("Fighters left. al-Shabaab did it.", ["Fighters left.", "al-Shabaab did it."]),
        ("It fell.[12] Then it rose.", ["It fell.[12]", "Then it rose."]),
        ("They lost control.1 Western aid came.", ["They lost control.1", "Western aid came."]),
        ("Taken: • one tank • two guns.", ["Taken:", "• one tank", "• two guns."]),
        ("He wrote it on X. “We know,” he said.", ["He wrote it on X.", "“We know,” he said."]),
        ("It was World War I. Soldiers left.", ["It was World War I.", "Soldiers left."]),
        ("He stayed with me. Soldiers left.", ["He stayed with me.", "Soldiers left."]),
    ],
)
def test_stop_ends_a_sentence(text: str, expected: list[str]) -> None:
    """A stop ends a sentence before a capital, a number or a quotation, whatever marks stand around it."""
    assert expected == sentences(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They died on duty.A further ten fled.", ["They died on duty.", "A further ten fled."]),
        ("It was in 2014.On Monday it ended.", ["It was in 2014.", "On Monday it ended."]),
        ('They went on duty."We left," he said.', ["They went on duty.", '"We left," he said.']),
        ('"We left."They stayed.', ['"We left."', "They stayed."]),
        ("THE TOWN FELL.THE ARMY LEFT.", ["THE TOWN FELL.", "THE ARMY LEFT."]),
    ],
)
def test_glued_sentences_come_apart(text: str, expected: list[str]) -> None:
    """A lost space between two sentences does not join them."""
    assert expected == sentences(text)


def test_text_in_capitals_splits_at_stops_and_keeps_abbreviations() -> None:
    """In capitals every word has one, so only a few words open a sentence after "U.S."."""
    text = "THE U.S. EMBASSY AND GEN. RUIZ WERE HIT. SIX DIED IN THE U.S. THE REST FLED."

    assert sentences(text) == [
        "THE U.S. EMBASSY AND GEN. RUIZ WERE HIT.",
        "SIX DIED IN THE U.S.",
        "THE REST FLED.",
    ]


def test_text_in_small_letters_splits_at_stops() -> None:
    """Where nothing has a capital, a stop ends a sentence before a small letter."""
    text = "ahmedabad: mobs ruled the streets. mr. patel said ten people died. the army came in."

    assert sentences(text) == [
        "ahmedabad: mobs ruled the streets.",
        "mr. patel said ten people died.",
        "the army came in.",
    ]


def test_paragraph_ends_a_sentence() -> None:
    """A sentence never crosses a paragraph, and knows which one it stands in."""
    found = split_sentences(article("Town falls\n\nTen died. More fled."))

    assert [(s.text, s.paragraph) for s in found] == [("Town falls", 0), ("Ten died.", 1), ("More fled.", 1)]


def test_part_ends_a_sentence() -> None:
    """A dateline is a piece of its own; what follows is the body."""
    parts = (Part(kind="dateline", start=0, end=23), Part(kind="body", start=24, end=37))
    found = split_sentences(article("KYIV, Feb 27 (Agency) - Ten soldiers.", parts))

    assert [(s.text, s.part) for s in found] == [("KYIV, Feb 27 (Agency) -", "dateline"), ("Ten soldiers.", "body")]


def test_offsets_survive_emoji_and_combining_marks() -> None:
    """Offsets are code points: the text between them is the sentence."""
    text = "🚨 Die Stadt Café\u0301 fell 🔥. Ten died… 🇺🇦 They left."
    found = split_sentences(article(text))

    assert [text[s.start : s.end] for s in found] == [s.text for s in found]
    assert [s.index for s in found] == [0, 1, 2]


def test_unknown_language_splits_like_english() -> None:
    """An article whose language has no rules is split all the same."""
    assert [s.text for s in split_sentences(article("Ten died. More fled.", language="xx"))] == [
        "Ten died.",
        "More fled.",
    ]


def test_subheading_that_ran_into_its_sentence() -> None:
    """A determiner with a capital right after a name begins a sentence whose stop was lost."""
    text = "Doctors helped. A man injured in a rocket attack in Homs A person was injured in the town of Hama."

    assert ["Doctors helped.", "A man injured in a rocket attack in Homs", text[text.index("A person") :]] == sentences(
        text
    )
    assert 1 == len(sentences("He liked the Big Five of them and the film of Homs The Movie."))
