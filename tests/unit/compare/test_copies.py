"""Reprints and wire copies, planted, and look-alikes that are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.compare.copies import Edition, compare_texts, find_copies, group_copies
from counterclaim.compare.signatures import SIZE, bands, signature, similarity

WIRE = """Shells hit market in Oakford, killing 498

OAKFORD - Artillery shells struck the covered market of Oakford on Monday morning, killing 498 people and wounding
1,597 others, the governor of the Lower Valley said. The shelling began shortly before nine, when traders were opening
their stalls, and went on for forty minutes, according to Marta Quill, who sells bread at the northern gate. Rescue
teams from Elmford and Ashby dug through the ruins until nightfall with two borrowed cranes. The general staff of
Northland denied that its guns had fired on the town and spoke of an accident in a depot of the defenders. Southland's
ministry of health asked for blood donors in all 14 districts and opened a tent hospital beside the railway station.
Trains on the line to Port Grace stopped, and 3,000 people left the town on foot along the river road before the bridge
at Weir closed. The two sides have fought over the valley since 3 March, when a ceasefire brokered by Westland failed.
Observers of the Lake Mission said that they could not reach the market because of mines on the eastern approach."""
BULLETIN = (
    "The General Staff reports: during the past day the enemy launched {a} missile and {b} air strikes and carried out "
    "{c} attacks from multiple rocket launchers on the positions of our troops and on settlements. In the direction of "
    "{x} the enemy carried out {d} assaults with the support of aircraft near {y}. Our defenders repelled all of them "
    "and hold their lines. Our air force carried out {e} strikes on areas where personnel is concentrated. "
    "Units of the rocket troops hit {f} command posts and a depot near {z} over the past day."
)


def edition(name: str, text: str, published: str | None = "2031-05-05") -> Edition:
    """A version of an article of its own."""
    return Edition(version=name, key=name, text=text, published=published)


COPIES = {
    "headline changed": WIRE.replace("Shells hit market in Oakford, killing 498", "Carnage at market in valley war"),
    "cut after half": WIRE[: len(WIRE) // 2],
    "figure changed": WIRE.replace("498", "489"),
    "paragraph appended": WIRE + "\n\nThe mayor will speak on Tuesday, and schools stay closed for now, he said.",
    "words edited": WIRE.replace("Artillery shells", "Shells").replace("shortly before nine", "just before 9 am"),
    "marks changed": WIRE.upper().replace("-", "–"),
}  # fmt: skip


@pytest.mark.parametrize("text", list(COPIES.values()), ids=list(COPIES))
def test_planted_copy_is_found(text: str) -> None:
    """A cut, a new headline, a changed figure, an appended paragraph: still one origin."""
    [copy] = group_copies([edition("wire", WIRE), edition("copy", text, "2031-05-06")])

    assert ("copy", "wire") == (copy.carrier, copy.origin)
    assert copy.score >= 0.5


def test_many_carriers_of_one_origin() -> None:
    """One origin, six carriers; a copy of a copy has the same origin."""
    editions = [edition(f"copy {n}", text, f"2031-05-{6 + n:02}") for n, text in enumerate(COPIES.values())]
    copies = group_copies([*editions, edition("wire", WIRE)])

    assert 6 == len(copies)
    assert {"wire"} == {copy.origin for copy in copies}


def test_template_of_an_agency_is_no_copy() -> None:
    """Two daily bulletins share their sentences, but neither numbers nor places."""
    first = BULLETIN.format(a=3, b=41, c=62, d=17, e=12, f=4, x="Oakford", y="Milton and Ashby", z="Elmford")
    second = BULLETIN.format(a=7, b=38, c=55, d=21, e=9, f=5, x="Greenhill", y="Ferry and Carrow", z="Dunmore")

    assert () == group_copies([edition("day 1", first), edition("day 2", second, "2031-05-06")])


def test_report_of_the_same_event_is_no_copy() -> None:
    """Another outlet's own report of the event shares facts, not runs of words."""
    other = """A market in Oakford was hit by artillery on Monday. The governor of the Lower Valley put the dead at
    498 and that of the wounded at 1,597. Traders had just opened when the first shell fell, a baker, Marta Quill,
    told this newspaper. Northland's general staff rejects any responsibility and blames a depot of the other side."""

    assert () == group_copies([edition("wire", WIRE), edition("other", other)])


def test_earlier_text_that_comes_later_is_the_origin() -> None:
    """An older article read after its copies becomes their origin."""
    late = edition("old", WIRE, "2031-05-04")
    known = [edition(name, text, "2031-05-06") for name, text in COPIES.items()]
    found = find_copies(late, known)

    assert {(name, "old") for name in COPIES} == {(copy.carrier, copy.origin) for copy in found}


def test_copy_of_a_copy_has_the_first_origin() -> None:
    """The origin of the text it was found in is kept."""
    middle = replace(edition("middle", WIRE), origin="wire")
    [copy] = find_copies(edition("late", WIRE, "2031-05-09"), [middle])

    assert "wire" == copy.origin


def test_versions_of_an_article_are_no_copies() -> None:
    """The same address with other text is a version, not a copy."""
    assert () == find_copies(edition("a", WIRE), [replace(edition("b", WIRE), key="a")])


def test_short_texts_are_never_copies() -> None:
    """Two alerts of one line are alike too easily."""
    line = "Air raid alert in Oakford and the Lower Valley, go to the shelters now."

    assert not compare_texts(line, line).is_copy


def test_signature_is_of_fixed_size_and_of_words_only() -> None:
    """Capitals and marks change nothing; other texts share next to nothing."""
    one, same, other = signature(WIRE), signature(WIRE.upper()), signature(BULLETIN)

    assert (SIZE, one) == (len(one), same)
    assert similarity(one, other) < 0.1
    assert set(bands(one)).isdisjoint(bands(other))


def test_signature_is_the_same_in_every_process() -> None:
    """A signature kept yesterday can be looked up today."""
    assert (
        "25f51a2786a7bdba"
        == signature("The army said that twelve soldiers were killed in the town on Monday").hex()[:16]
    )
