"""Reports at the end of a sentence that has lost its commas."""

from __future__ import annotations

import pytest

from tests.unit.attributing.articles import said


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Gunmen fired shells at the port on Saturday leaving 12 dead a source at Oakford Police told AFP.",
         "a source at Oakford Police"),
        ("Missile strikes on schools and houses killed 23 civilians on Thursday activists reported on Friday.",
         "activists"),
        ("Five civilians were killed by bombs that landed on the eastern suburbs the observatory reported on Thursday.",
         "the observatory"),
        ("Kurdish forces eliminated 12 militants near the northern town of Al Tabqah media reported Sunday.", "media"),
        ("Planes bombed the market a day after shells killed 24 people the Syrian Observatory for Human Rights said.",
         "the Syrian Observatory for Human Rights"),
        ("Strikes on a market killed 24 people a monitor said a day after two states agreed a truce.", "a monitor"),
        ("Up to 80 fighters were destroyed in the area of Mayadeen the ministry said adding that 40 had fled.",
         "the ministry"),
        ("Several villages have been captured by the militia an organisation that monitors the war said on Monday.",
         "an organisation that monitors the war"),
        ("Artillery and jets hit 33 posts which were preparing to attack Turkey security sources said on Monday.",
         "security sources"),
    ],
)  # fmt: skip
def test_closing_report_is_read_without_a_comma(text: str, source: str) -> None:
    """The source stands right before the verb, and all before it is what is said."""
    sources, content = said(text)[0]

    assert ([source], text[: text.index(source)].strip()) == (sources, content)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested 12 men the ministry said were members of the group.",
        "The attack killed 12 people who residents said had fled the town.",
        "After the raid killed ten people the ministry said five more were missing.",
    ],
)
def test_first_clause_is_not_always_said(text: str) -> None:
    """Where more follows the verb, or no source stands before it, what stands before is nobody's report."""
    assert not [content for _, content in said(text) if content.startswith(text[:8])]


def test_participle_belongs_to_the_closing_source() -> None:
    """Who said the one thing added the other."""
    text = "Up to 80 fighters were killed in the area of Mayadeen the ministry said adding some 40 men were wounded."

    assert [["the ministry"], ["the ministry"]] == [sources for sources, _ in said(text)]


def test_misread_participle_is_what_was_said() -> None:
    """A clause after "said" whose verb was taken for a participle is said all the same."""
    text = "State media said attacks on Sunday on the port and other places by insurgents killed at least 20 people."

    assert (["State media"], text[17:-1]) == said(text)[0]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to the statement missile attacks also destroyed two tanks.", "the statement",
         "missile attacks also destroyed two tanks"),
        ("The attacks according to the source claimed the lives of two persons.", "the source",
         "The attacks according to the source claimed the lives of two persons"),
    ],
)  # fmt: skip
def test_according_to_without_commas(text: str, source: str, content: str) -> None:
    """The source ends where the clause begins, and the clause goes on behind it."""
    assert ([source], content) == said(text)[0]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A raid killed at least 58 people on Tuesday a war monitor and medical workers in the city said.",
         "a war monitor and medical workers in the city"),
        ("The air strikes on the town of Kesra also wounded more than 60 people said the observatory.",
         "the observatory"),
    ],
)  # fmt: skip
def test_those_counted_say_nothing(text: str, source: str) -> None:
    """Whoever closes the sentence speaks, with those joined to them, and never the people counted before."""
    assert [source] == said(text)[0][0]
