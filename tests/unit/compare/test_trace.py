"""A claim from its first appearance on."""

from __future__ import annotations

from counterclaim.compare.trace import asked_for, matches, trace
from counterclaim.figures import STATEMENT
from tests.fixtures.figures import figure


def test_first_seen_and_carriers() -> None:
    """The earliest article comes first; copies are no origins of their own."""
    first = figure(498, article="a", published="2031-05-06")
    copies = [figure(498, article=f"c{n}", published=f"2031-05-0{7 + n}", origin="a") for n in range(2)]
    own = figure(498, article="own", published="2031-05-08")
    [line] = trace([*copies, own, first], "498 killed").lines

    assert ("2031-05-06", "2 origins, 2 carriers") == (line.first.published, line.words)
    assert ["c0", "c1", "own"] == [carrier.article for carrier in line.carriers]


def test_claimants_have_lines_of_their_own() -> None:
    """Two claimants of one number are two lines, in order of their first appearance."""
    later = figure(498, article="b", claimant="Guard (Southland)", published="2031-05-07")

    assert ["Army (Northland)", "Guard (Southland)"] == [
        line.first.claimant for line in trace([later, figure(498)], "498").lines
    ]


def test_revision_and_dispute_and_denial() -> None:
    """What replaces, contradicts and denies the claim is told beside it."""
    words = "The army said that {} people were killed when a shell hit the market in Oakford."
    claim = figure(498, said=words.format(498))
    revised = figure(520, said=words.format(520), article="b", published="2031-05-08")
    rival = figure(90, said=words.format(90), article="c", claimant="Guard (Southland)")
    denial = figure(498, said=words.format(498), article="d", claimant="Guard (Southland)", modality="denied")
    found = trace([claim, revised, rival, denial], "498 killed")

    assert [(claim, revised, False)] == [(one.before, one.after, one.noted) for one in found.revisions]
    assert [(rival, claim)] == [(clash.lower, clash.higher) for clash in found.disputes]
    assert (denial,) == found.denials


def test_statement_without_a_figure_is_traced() -> None:
    """Words alone find statements as well."""
    said = "the ceasefire in the valley holds"
    statement = figure(None, said=said, quantity="x", kind=STATEMENT, event="ceasefire", form=None)

    assert [statement] == [line.first for line in trace([statement, figure()], "ceasefire valley").lines]


def test_query_is_numbers_and_words() -> None:
    """Separators of thousands are no words; a number must be the claim's own."""
    assert ((1597,), ("killed",)) == (asked_for("1,597 Killed").numbers, asked_for("1,597 Killed").words)
    assert not matches(figure(12, said="The army said 12 people died and 498 fled."), asked_for("498"))


def test_an_event_asked_for_is_the_claims_own() -> None:
    """A sentence that says "killed" of others is no trace of 498 killed."""
    words = "Three people were killed and 498 injured in Oakford, the army said."
    injured, killed = figure(498, said=words, event="injured"), figure(498, article="b")

    assert [killed] == [line.first for line in trace([injured, killed], "498 killed").lines]
    assert [injured] == [line.first for line in trace([injured, killed], "498 injured").lines]
