"""The basis of a figure: what makes it a total, a stretch of days or one incident."""

from __future__ import annotations

import pytest

from counterclaim.resolving.periods import resolve_periods
from counterclaim.rules import load_rules
from tests.unit.resolving.test_periods import SUNDAY, candidate, document, period, resolve


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Air strikes on Friday killed 12 people.", "period"),
        ("Air strikes on the town of Riverton on Friday killed 12 people.", "event"),
        ("Rocket attacks on Riverton suburb on Friday killed 12 people.", "event"),
        ("Nine air strikes on the town of Riverton on Friday killed 12 people.", "period"),
        ("He is blamed for the Feb. 7 attacks that killed 12 people.", "event"),
        ("On Friday 12 people were killed in two other districts.", "period"),
        ("Twenty were killed on Friday: 12 by a mortar shell.", "event"),
    ],
)
def test_plural_strikes_on_one_thing_are_one_incident(text: str, basis: str) -> None:
    """Several strikes make a period, several places too; strikes on one thing and named attacks do not."""
    assert basis == period(text, ("12", "killed", 12)).basis


def test_casualties_of_a_month_are_a_period() -> None:
    """A month or a year is a stretch of days where no incident is named."""
    found = period("In January some 12 people were killed, police said.", ("12", "killed", 12))

    assert ("period", "2022-01-01", "2022-01-31") == (found.basis, found.start, found.end)


def test_incident_of_a_month_stays_an_incident() -> None:
    """Whoever was released in a month was so on one of its days."""
    assert "event" == period("In January some 12 people were set free, police said.", ("12", "released", 12)).basis


def test_war_is_a_total_whatever_the_date_beside_it() -> None:
    """What a war has cost is a running total, though the sentence names this month."""
    text = "Talks this month seek to end a war that has left more than 70,000 dead."

    assert ("cumulative", None, "2022-02-27") == _told(text, ("70,000", "killed", 70_000))


def test_so_far_today_counts_from_today() -> None:
    """A running total of the day begins with the day."""
    text = "More than 40 have been killed so far in the strikes of this morning, he said."

    assert ("cumulative", "2022-02-27", "2022-02-27") == _told(text, ("40", "killed", 40))


def test_list_of_one_verb_has_one_basis() -> None:
    """The last numbers of a long list are as much a total as the first."""
    fields = "on the fields to the north and the east of the town and its three wide and slow rivers"
    text = f"They have destroyed 967 tanks, 111 tunnels and, {fields}, 20 guns."
    doc = document(text, SUNDAY)
    figures = [
        candidate(doc, words, "destroyed", value, trigger="destroyed")
        for words, value in (("967", 967), ("111", 111), ("20", 20))
    ]

    assert ["cumulative"] * 3 == [when.period.basis for when in resolve_periods(doc, figures, RULES)]


def test_text_goes_on_with_the_same_kind_of_figure() -> None:
    """The figures of a day's strikes stay a period, sentence after sentence."""
    text = (
        "Strikes killed 16 people on Friday. Nine died in Riverton. Two died in Hillside. "
        "Three more died in Lakeside, and rescuers still dig."
    )
    figures = (("16", "killed", 16), ("Nine", "killed", 9), ("Two", "killed", 2), ("Three", "killed", 3))

    assert ["period"] * 4 == [when.period.basis for when in resolve(text, *figures)]


def test_window_in_capitals_is_no_day_of_saying() -> None:
    """In a wire of capitals "REPORTED THAT OVER THE WEEKEND" tells when it happened."""
    text = "THE RADIO REPORTED THAT OVER THE WEEKEND 12 SOLDIERS WERE KILLED."

    assert ("period", "2022-02-26", "2022-02-27") == _told(text, ("12", "killed", 12))


RULES = load_rules("en")


def _told(text: str, figure: tuple[str, str, int]) -> tuple[str, str | None, str | None]:
    found = period(text, figure)
    return found.basis, found.start, found.end


@pytest.mark.parametrize(
    ("text", "figure", "basis"),
    [
        ("The death toll in the communal violence has climbed to 430.", ("430", "killed", 430), "cumulative"),
        ("The death toll in the blast has climbed to 43.", ("43", "killed", 43), "event"),
        ("The official toll now stands at 78.", ("78", "killed", 78), "cumulative"),
        ("The rebels have suffered some 50 casualties.", ("50", "casualties", 50), "cumulative"),
        ("The rebels suffered some 50 casualties.", ("50", "casualties", 50), "event"),
        ("As a result of the invasion 226 children died.", ("226", "killed", 226), "cumulative"),
    ],
)
def test_words_of_a_running_total(text: str, figure: tuple[str, str, int], basis: str) -> None:
    """A toll of unrest, a toll that stands and losses that have been taken are totals, those of one blast are not."""
    assert basis == period(text, figure).basis


def test_days_of_a_month_hold_for_what_follows() -> None:
    """ "In the same period" goes on with the days of the month told before."""
    text = "In January rebels caused 261 casualties. In the same period of time they damaged three helicopters."

    found = resolve(text, ("261", "casualties", 261), ("three", "damaged", 3))[-1].period

    assert ("period", "2022-01-01", "2022-01-31") == (found.basis, found.start, found.end)


def test_night_over_two_days_is_a_period() -> None:
    """What was shot down from one day into the next is counted over both."""
    assert "period" == period("They downed 40 drones late Friday and early Saturday.", ("40", "downed", 40)).basis


def test_single_one_among_the_figures_of_a_day_is_an_incident() -> None:
    """One person hurt in the night of forty drones was so in one place."""
    text = "They downed 40 drones late Friday and early Saturday. One man was injured, they said."

    found = resolve(text, ("40", "downed", 40), ("One", "injured", 1))

    assert ["period", "event"] == [when.period.basis for when in found]


def test_two_strikes_among_many_belong_to_the_period() -> None:
    """In a day's report of strikes two of them are no incident of their own; twin bombings alone are."""
    text = "Five strikes hit four units on Friday. Near the lake two strikes destroyed nine trucks."

    found = resolve(text, ("Five", "attacks", 5), ("two", "attacks", 2))

    assert ["period", "period"] == [when.period.basis for when in found]
    assert "event" == period("Twin bombings shook the city on Friday.", ("Twin", "attacks", 2)).basis


def test_stretch_of_months_is_a_total() -> None:
    """ "Between February 2020 and December 2021" counts a total with both ends."""
    found = period("Between February 2020 and December 2021 some 14,000 people died.", ("14,000", "killed", 14_000))

    assert ("cumulative", "2020-02-01", "2021-12-31") == (found.basis, found.start, found.end)


def test_triple_attack_is_one_incident() -> None:
    """Twin and triple attacks are one blow, whatever their number."""
    assert "event" == period("A triple suicide attack hit the city on Friday.", ("triple", "attacks", 3)).basis


def test_page_date_begins_no_total() -> None:
    """ "This story is from" is the page's stamp; nothing is counted from it."""
    text = "This story is from February 22, 2022 a bomb killed 12 people on Monday, police said."

    assert "2022-02-21" == period(text, ("12", "killed", 12)).start


def test_day_of_a_release_is_no_day_of_saying() -> None:
    """ "Were released Friday" tells when they were, "statement released Friday" when it was said."""
    text = "Four men were released Friday in the town, police said."

    assert "2022-02-25" == period(text, ("Four", "released", 4)).start


def test_last_year_lends_no_day_to_the_same_number() -> None:
    """The 21 freed last year are not the 21 freed now."""
    text = "Some 21 girls were freed. Another 21 had escaped last year."
    doc = document(text, SUNDAY)
    first, again = candidate(doc, "21 girls", "released", 21), candidate(doc, "21 had", "released", 21)

    assert resolve_periods(doc, [first, again], RULES)[0].period.start is None


def test_clashes_are_one_fight() -> None:
    """ "In clashes" is one fight, "in raids" is several."""
    assert "event" == period("Some 14 men were killed in clashes on Friday.", ("14", "killed", 14)).basis
    assert "period" == period("Some 14 men were killed in raids on Friday.", ("14", "killed", 14)).basis


def test_since_then_counts_from_the_date_told_last() -> None:
    """ "Since then" goes back to the year right before it, not to Friday's bomb further up."""
    text = (
        "A bomb killed two people on Friday. The army searched the town. Nobody was found. "
        "The revolt began in 2011. Since then 400,000 people have died."
    )

    assert "2011-01-01" == period(text, ("400,000", "killed", 400_000)).start


def test_headline_of_strikes_has_the_basis_of_its_lead() -> None:
    """The 23 of "air strikes kill 23" are those killed in air strikes on a town: one incident in both places."""
    text = "Air strikes kill 23 civilians. Some 23 civilians were killed in air strikes on a town on Friday."
    doc = document(text, SUNDAY)
    figures = candidate(doc, "23 civilians.", "killed", 23), candidate(doc, "23 civilians were", "killed", 23)

    assert ["event", "event"] == [when.period.basis for when in resolve_periods(doc, figures, RULES)]


def test_figures_of_a_weekend_are_a_period() -> None:
    """Those who were captured over the weekend told before were so on its days."""
    text = "Troops searched the hills over the weekend. Residents said the army captured eight men."

    found = period(text, ("eight", "captured", 8))

    assert ("period", "2022-02-26", "2022-02-27") == (found.basis, found.start, found.end)


def test_attack_of_a_night_is_one_incident() -> None:
    """ "The overnight attack" is one incident over two days; what was downed overnight is a period."""
    attack = period("They launched the attack overnight and 12 men were killed.", ("12", "killed", 12))
    drones = period("They downed 40 drones overnight.", ("40", "downed", 40))

    assert ("event", "2022-02-26", "2022-02-27") == (attack.basis, attack.start, attack.end)
    assert "period" == drones.basis


def test_verb_is_no_plural_of_attacks() -> None:
    """ "The alliance attacks the city" names one attack, not several."""
    text = "Nine dead as a new alliance attacks the city."
    doc = document(text, SUNDAY, parsed=True)

    assert "event" == resolve_periods(doc, [candidate(doc, "Nine", "killed", 9)], RULES)[0].period.basis
