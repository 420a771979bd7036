"""Periods: which days a figure covers, on which words, and why that is not known."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim.parsed import Candidate, Document, When
from counterclaim.parsing import load_parser, parse
from counterclaim.pipeline import extract_text
from counterclaim.reading import Given
from counterclaim.records import Article, Mention, Part, Period, Quantity, ReferenceDate
from counterclaim.resolving.clues import find_clues
from counterclaim.resolving.periods import resolve_periods
from counterclaim.resolving.scopes import find_scopes
from counterclaim.rules import Rule, load_rules
from counterclaim.segmenting import split_sentences

RULES = load_rules("en")
SUNDAY = ReferenceDate(value="2022-02-27", origin="published")
Figure = tuple[str, str, int]  # words, event, value


def article(text: str, reference: ReferenceDate | None) -> Article:
    return Article(key="k", id="i", text=text, parts=(), language="en", reference_date=reference)


def document(text: str, reference: ReferenceDate | None, *, parsed: bool = False) -> Document:
    whole = article(text, reference)
    sentences = split_sentences(whole)
    docs = parse([s.text for s in sentences], load_parser("en")) if parsed else ()
    return Document(article=whole, sentences=sentences, docs=dict(enumerate(docs)))


def candidate(doc: Document, words: str, event: str, value: int, *, trigger: str | None = None) -> Candidate:
    start = doc.article.text.index(words)
    mention = Mention(text=words, start=start, end=start + len(words))
    at = doc.article.text.index(trigger) if trigger else start
    return Candidate(
        sentence=next(s.index for s in doc.sentences if s.start <= start < s.end),
        quantity=Quantity(text=words, start=start, end=mention.end, low=value, high=value, form="exact"),
        event=event,
        trigger=Mention(text=trigger or words, start=at, end=at + len(trigger or words)),
        target=None,
        category="person",
    )


def resolve(text: str, *figures: Figure, reference: ReferenceDate | None = SUNDAY) -> list[When]:
    doc = document(text, reference)
    return list(resolve_periods(doc, [candidate(doc, *figure) for figure in figures], RULES))


def period(text: str, *figures: Figure, reference: ReferenceDate | None = SUNDAY) -> Period:
    return resolve(text, *figures, reference=reference)[-1].period


def told(found: Period) -> tuple[str, str | None, str | None]:
    return found.basis, found.start, found.end


def test_total_counts_from_the_day_told_with_it() -> None:
    """A figure "since" a day is a running total from that day to the day of reference, on those words."""
    text = (
        'According to him, since the beginning "of the special military operation" on Thursday, they hit 1,067 targets.'
    )
    found = period(text, ("1,067", "hit", 1067))

    assert ("cumulative", "2022-02-24", "2022-02-27") == told(found)
    assert ['since the beginning "of the special military operation" on Thursday'] == [w.text for w in found.words]


def test_just_today_covers_the_day_of_reference() -> None:
    """ "Just today" is a period of one day."""
    found = period("Just today, seven air defence systems were destroyed, he said.", ("seven", "destroyed", 7))

    assert ("period", "2022-02-27", "2022-02-27") == told(found)


def test_earlier_goes_back_to_the_total() -> None:
    """ "Earlier, ..." after "just today" resumes the running total told before."""
    text = (
        "Since the beginning of the operation on Thursday they hit 1,067 targets. "
        "Just today, seven systems were destroyed. Earlier, 254 tanks were disabled, he said."
    )
    figures = ("1,067", "hit", 1067), ("seven", "destroyed", 7), ("254", "destroyed", 254)

    assert ("cumulative", "2022-02-24", "2022-02-27") == told(period(text, *figures))


def test_beginning_told_elsewhere_dates_the_total() -> None:
    """The article's own words date the operation that a total counts from; they stand among its words."""
    text = (
        "498 servicemen have died during the special operation, the ministry said. "
        "The operation, begun by the president on 24 February, goes on."
    )
    found = period(text, ("498", "killed", 498))

    assert ("cumulative", "2022-02-24", "2022-02-27") == told(found)
    assert "operation, begun by the president on 24 February" in [w.text for w in found.words]


def test_named_war_is_dated_from_the_table_where_the_article_makes_clear_which() -> None:
    """ "Since the start of the war" has a day only where the article's own words leave one war."""
    text = "Russia began its full-scale invasion of Ukraine. Since the start of the war 120 children have died."
    other = "Rebels hold the north. Since the start of the war 120 children have died."

    assert "2022-02-24" == period(text, ("120", "killed", 120)).start
    assert None is period(other, ("120", "killed", 120)).start


def test_total_without_beginning_keeps_its_end() -> None:
    """A total whose beginning is not said ends on the day of reference and says why it has no start."""
    found = period("So far 198 civilians have been killed, the minister said.", ("198", "killed", 198))

    assert ("cumulative", None, "2022-02-27") == told(found)
    assert "where the total begins is not said" == found.why


def test_single_attack_has_one_day() -> None:
    """One incident starts and ends on its day."""
    found = period("A car bomb killed 12 people on Friday, police said.", ("12", "killed", 12))

    assert ("event", "2022-02-25", "2022-02-25") == told(found)


def test_several_strikes_make_a_period() -> None:
    """Several strikes of one day's report are a period."""
    found = period("Air strikes on the city killed 16 people on Friday.", ("16", "killed", 16))

    assert ("period", "2022-02-25", "2022-02-25") == told(found)


def test_window_covers_the_days_it_touches() -> None:
    """The last 24 hours are the two calendar days."""
    found = period("In the last 24 hours 35 fighters were killed, the army said.", ("35", "killed", 35))

    assert ("period", "2022-02-26", "2022-02-27") == told(found)


def test_rate_has_a_unit_and_no_days() -> None:
    """A number a day is a rate."""
    found = period("They lose 1,000 soldiers a day, officials said.", ("1,000", "killed", 1000))

    assert ("rate", "day", None, None) == (found.basis, found.per, found.start, found.end)


def test_range_has_both_ends() -> None:
    """ "Between" two dates is the stretch from one to the other."""
    found = period("Shelling between April 27 and May 18 killed three leaders.", ("three", "killed", 3))

    assert ("period", "2021-04-27", "2021-05-18") == told(found)


def test_day_of_saying_is_not_the_day_of_the_event() -> None:
    """The day on which somebody said it dates nothing, and the reason says so."""
    found = period("Five soldiers were killed in a raid, the ministry said on Friday.", ("Five", "killed", 5))

    assert ("event", None, None) == told(found)
    assert "only the day of the saying is told" == found.why


def test_publication_never_dates_an_event() -> None:
    """An event without a date stays without one."""
    found = period("Five soldiers were killed in a raid on the base.", ("Five", "killed", 5))

    assert ("event", None, None) == told(found)
    assert "no day is told" == found.why


def test_day_told_in_the_lead_holds_while_the_incident_is_talked_of() -> None:
    """The day of the attack stands in the lead; the figure after it rests on those words."""
    text = "A bomb hit a market on Friday, killing 12 people. Another 30 people were wounded in the attack."
    found = period(text, ("12", "killed", 12), ("30", "injured", 30))

    assert ("event", "2022-02-25", "2022-02-25") == told(found)
    assert ["Friday"] == [w.text for w in found.words]


def test_title_takes_the_day_from_the_text_below() -> None:
    """A headline has the day that the lead gives."""
    text = "Market bomb kills 12\n\nA bomb killed at least twelve people in the town on Friday, police said."
    figures = ("12", "killed", 12), ("twelve", "killed", 12)

    assert ("event", "2022-02-25", "2022-02-25") == told(resolve(text, *figures)[0].period)


def test_other_story_takes_over_no_day() -> None:
    """ "Separately" turns to another incident, whose day is not told."""
    text = "A bomb killed 12 people on Friday. Separately, gunmen killed five people in the north."

    assert ("event", None, None) == told(period(text, ("12", "killed", 12), ("five", "killed", 5)))


def test_part_has_the_period_of_its_whole() -> None:
    """ "Including three children" covers the days of the whole."""
    text = "Since Thursday 120 people have died. The dead include three children."
    doc = document(text, SUNDAY)
    whole = candidate(doc, "120", "killed", 120)
    part = candidate(doc, "three", "killed", 3)
    part = Candidate(**{**_fields(part), "part_of": 0})

    assert ("cumulative", "2022-02-24", "2022-02-27") == told(resolve_periods(doc, [whole, part], RULES)[1].period)


def test_dateline_outranks_the_date_of_the_page() -> None:
    """A date that opens the text is the day that weekdays count from, and no day of an event."""
    text = "Sat Mar 12 2016 Fighters shot six men. They killed six bombers in the village on Friday."
    found = resolve(text, ("six men", "killed", 6), ("six bombers", "killed", 6))

    assert ("event", "2016-03-11", "2016-03-11") == told(found[1].period)


def test_without_reference_nothing_is_counted() -> None:
    """Without a day of reference relative days stay open, with the reason."""
    found = period("A bomb killed 12 people on Friday.", ("12", "killed", 12), reference=None)

    assert ("event", None, None) == told(found)
    assert "no reference date" in str(found.why)


def test_days_counted_from_a_caption_say_so() -> None:
    """A period that rests on a caption's date says that it does."""
    caption = ReferenceDate(value="2022-02-27", origin="caption")
    found = period("A bomb killed 12 people on Friday.", ("12", "killed", 12), reference=caption)

    assert ("2022-02-25", "counted from the date of a caption") == (found.start, found.why)


def test_day_of_the_nearest_verb_is_the_figures_own() -> None:
    """Of two days in a sentence each figure has the one of its own clause."""
    text = "A bomb killed 12 people on Friday and gunmen shot 30 guards dead on Saturday."
    doc = document(text, SUNDAY, parsed=True)
    figures = candidate(doc, "12", "killed", 12, trigger="killed"), candidate(doc, "30", "killed", 30, trigger="shot")

    assert ["2022-02-25", "2022-02-26"] == [w.period.start for w in resolve_periods(doc, figures, RULES)]


@pytest.mark.parametrize(("one", "other"), [("Russian", "Ukrainian"), ("Israeli", "Palestinian")])
def test_names_of_the_sides_change_nothing(one: str, other: str) -> None:
    """Two sentences that differ in the side alone have the same period."""
    text = "Since Thursday 120 {} soldiers have been killed in the war."

    assert told(period(text.format(one), ("120", "killed", 120))) == told(
        period(text.format(other), ("120", "killed", 120))
    )


def fired(rule: Rule, text: str) -> bool:
    """Whether a rule of periods.yaml finds its words, or its event, in a sentence."""
    found = [scope.rule for scope in find_scopes(text, None, RULES)] + [clue.rule for clue in find_clues(text, RULES)]
    return rule.id in {r.id for r in found if r}


@pytest.mark.parametrize(
    "rule", [r for r in RULES.rules("periods") if r.all("clue") or r.all("before")], ids=lambda r: r.id
)
def test_rule_finds_its_words_in_its_sentences_only(rule: Rule) -> None:
    """Every rule with words fires on its yes sentences; one without a smallest figure on none of its no sentences."""
    assert [True] * len(rule.yes) == [fired(rule, text) for text in rule.yes]
    if not rule.all("at_least"):
        assert [False] * len(rule.no) == [fired(rule, text) for text in rule.no]


@pytest.mark.parametrize(
    ("event", "value", "basis"),
    [
        ("deployed", 2000, "unspecified"),
        ("displaced", 40, "cumulative"),
        ("killed", 5000, "cumulative"),
        ("killed", 5, "event"),
    ],
)
def test_event_and_size_tell_the_basis_where_no_words_do(event: str, value: int, basis: str) -> None:
    """Stocks are unspecified, large figures and the displaced are totals, the rest is one event."""
    assert basis == period("There were some of them there.", ("some", event, value)).basis


def test_end_of_a_year_bounds_a_total_and_dates_no_event() -> None:
    """ "By the end of 2021" ends a total; an event "at the end of 2021" has no day."""
    total = period("By the end of 2021 some 3,000 people had been killed.", ("3,000", "killed", 3000))
    event = period("A raid killed 12 people in the end of 2021.", ("12", "killed", 12))

    assert ("cumulative", None, "2021-12-31") == told(total)
    assert ("event", None, None) == told(event)


def test_length_of_a_war_makes_a_total() -> None:
    """ "In ten years of civil war" counts the whole war, whose beginning is not said."""
    found = period("Some 300,000 people died in ten years of civil war.", ("300,000", "killed", 300000))

    assert ("cumulative", None, "2022-02-27") == told(found)


def test_night_between_two_days_covers_both() -> None:
    """ "Late Saturday and early Sunday" has both days."""
    found = period("They downed 40 drones late Saturday and early Sunday.", ("40", "downed", 40))

    assert ("2022-02-26", "2022-02-27") == (found.start, found.end)


def test_same_figure_told_again_lends_its_day() -> None:
    """A headline's "have destroyed some 120" is the 120 killed on the day that the text gives."""
    text = "The forces have killed some 120 men near the city. Their convoy was hit on Friday and 120 died."
    doc = document(text, SUNDAY)
    first, again = candidate(doc, "120 men", "killed", 120), candidate(doc, "120 died", "killed", 120)

    assert "2022-02-25" == resolve_periods(doc, [first, again], RULES)[0].period.start


def test_toll_of_today_takes_the_day_of_the_attack() -> None:
    """A lead that tells only when the toll was given takes the day of the incident told after it."""
    text = "The toll of the bombing rose to six on Friday, police said. The bomb went off late on Thursday."

    assert "2022-02-24" == period(text, ("six", "killed", 6)).start


def test_calendar_day_right_after_the_report_is_of_this_year() -> None:
    """A report filed a day early speaks of this year's day, not of last year's."""
    found = period("The explosion on 28 February killed 12 people.", ("12", "killed", 12))

    assert "2022-02-28" == found.start


def test_dates_in_a_text_without_capitals() -> None:
    """ "march 15" is a day where nothing has a capital, "march" alone is no month."""
    found = period("since february 15 some 25 people have been killed.", ("25", "killed", 25))

    assert ("cumulative", "2022-02-15") == (found.basis, found.start)


def test_day_of_a_picture_is_neither_dateline_nor_event() -> None:
    """A caption's date moves no weekday and dates no figure."""
    text = "People mourn 12 dead in the town, Feb. 3, 2022.\n\nA bomb killed 15 people on Friday."
    whole = article(text, SUNDAY)
    end = text.index("\n\n")
    captioned = Article(**{**_fields(whole), "parts": (Part(kind="caption", start=0, end=end),)})
    doc = Document(article=captioned, sentences=split_sentences(captioned), docs={})
    figures = candidate(doc, "12", "killed", 12), candidate(doc, "15", "killed", 15)
    first, second = resolve_periods(doc, figures, RULES)

    assert "2022-02-25" == second.period.start
    assert "2022-02-03" != first.period.start


def _fields(record: Article | Candidate) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).__slots__}


def test_town_told_without_a_day_has_not_that_of_the_next_incident() -> None:
    """A town taken or lost, undated, is not of the day on which a strike beside it killed people."""
    text = "A strike killed 12 people on Friday. The army has lost Lyman."

    assert ("event", None, None) == told(period(text, ("12", "killed", 12), ("Lyman", "lost", 1)))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Shells killed 4 on Monday, a day after rebels said 80 had died.", "80", "2022-02-20"),
        ("Shells killed 4 on Monday, a day after rebels said 80 had died.", "4", "2022-02-21"),
        ("Shells killed 4 on Wednesday, two days after 80 had died.", "80", "2022-02-21"),
        ("A day after rebels shot 80 dead, shells killed 4 on Wednesday.", "4", "2022-02-23"),
        ("A day after rebels shot 80 dead, shells killed 4 on Wednesday.", "80", "2022-02-22"),
        ("Shells killed 4 on Wednesday, a week after 80 had died.", "80", None),
    ],
)
def test_day_after_dates_the_clause_behind_it(text: str, words: str, expected: str | None) -> None:
    """ "A day after ..." tells the day of what follows, counted from the day of the clause it stands beside."""
    found = period(text, (words, "killed", int(words)))

    assert ("event", expected, expected) == told(found)


@pytest.mark.parametrize(
    "text",
    [
        "A truce was agreed on 3 January 2022. At least 40 people have died since.",
        "Although a truce was agreed on 3 January 2022, at least 40 people have died in fighting since.",
    ],
)
def test_since_alone_counts_from_the_date_told_last(text: str) -> None:
    """ "Since" at the end of a clause counts from the date told before it."""
    found = period(text, ("40", "killed", 40))

    assert ("cumulative", "2022-01-03", "2022-02-27") == told(found)


RIOTS = "The toll of the riots has crossed 200, police said. Shops stayed shut. Trains ran late. "


@pytest.mark.parametrize(
    ("last", "words", "value", "expected"),
    [
        ("In the north 45 people died.", "45", 45, "cumulative"),
        ("In the north a blast killed 45 people.", "45", 45, "event"),
        ("In the north five people died.", "five", 5, "event"),
    ],
)
def test_large_figure_of_no_incident_is_a_total_where_the_article_tells_totals(
    last: str, words: str, value: int, expected: str
) -> None:
    """Beside the toll of riots, a large figure that no incident holds is a part of that toll."""
    assert expected == period(RIOTS + last, ("200", "killed", 200), (words, "killed", value)).basis


@pytest.mark.parametrize(
    "aside",
    [
        "in the town, which has been under siege ever since rebels took it",
        "in the worst loss suffered by the army since it intervened",
    ],
)
def test_total_told_of_something_else_is_none_of_the_figure(aside: str) -> None:
    """The siege has lasted ever since: the dead of Monday's raid are still those of one day."""
    text = f"On Monday an air strike killed 23 people {aside}."
    found = extract_text(text, given=Given(published="2015-08-05")).claims[0].period

    assert ("event", "2015-08-03") == (found.basis, found.start)


def test_toll_of_an_incident_is_no_part_of_the_toll_of_a_war_told_after_it() -> None:
    """What the text says of Monday's crash stays Monday's, though it ends with the dead of the whole war."""
    text = (
        "A warplane crashed in a market on Monday, killing at least 40 people. Houses burned. Rescuers came late. "
        "A monitor later said that 45 people were killed. The civil war has killed 220,000 people since March 2011."
    )
    claims = extract_text(text, given=Given(published="2015-08-05")).claims
    found = {claim.quantity.low: claim.period for claim in claims}

    assert [("event", "2015-08-03"), ("cumulative", "2011-03-01")] == [
        (found[number].basis, found[number].start) for number in (45, 220_000)
    ]


@pytest.mark.parametrize(
    ("said", "start"),
    [("So far 40 soldiers have been killed", "2022-02-24"), ("They have already lost 40 soldiers", None)],
)
def test_only_totals_of_all_count_from_the_beginning(said: str, start: str | None) -> None:
    """The article's own beginning of the war begins a total of all so far; "already 40" may count from anywhere."""
    text = f"The invasion began on 24 February 2022. Shells fell on the town. {said}, the ministry said."
    found = extract_text(text, given=Given(published="2022-03-27")).claims[-1].period

    assert ("cumulative", start) == (found.basis, found.start)


@pytest.mark.parametrize(("value", "expected"), [(773, "cumulative"), (12, "event")])
def test_large_figure_has_not_the_day_on_which_it_was_told(value: int, expected: str) -> None:
    """Hundreds told of "on Tuesday" are those of all so far; a dozen may be Tuesday's."""
    found = extract_text(
        f"On March 22 he told lawmakers that Russian troops had killed {value} civilians.",
        given=Given(published="2022-03-29"),
    )

    assert expected == found.claims[0].period.basis


@pytest.mark.parametrize(("words", "value", "expected"), [("one", 1, "event"), ("12", 12, "period")])
def test_one_in_a_month_is_an_incident(words: str, value: int, expected: str) -> None:
    """One killed "in November 2021" was killed in one incident, a dozen over the month."""
    assert expected == period(f"In November 2021 {words} of them died.", (words, "killed", value)).basis


def test_what_is_only_planned_is_of_no_day() -> None:
    """Captives who will be released belong to no event yet."""
    found = extract_text("The group will release 30 hostages, mediators said.", given=Given(published="2022-02-27"))

    assert ["unspecified"] == [claim.period.basis for claim in found.claims]


@pytest.mark.parametrize(
    ("text", "words", "value", "expected"),
    [
        ("Strikes on the city killed 16 civilians.", "16", 16, "period"),
        ("Strikes on the city killed one civilian.", "one", 1, "event"),
        ("Strikes on the city killed no civilians.", "no", 0, "event"),
        ("So far nine have died.", "nine", 9, "cumulative"),
        ("So far nobody has died.", "nobody", 0, "event"),
    ],
)
def test_one_or_none_is_no_sum(text: str, words: str, value: int, expected: str) -> None:
    """Several strikes make a sum over days of many, not of one or of none; none so far is no running total."""
    assert expected == period(text, (words, "killed", value)).basis


@pytest.mark.parametrize(("words", "value", "expected"), [("nine", 9, "event"), ("190", 190, "cumulative")])
def test_toll_of_the_moment_is_a_total_where_it_is_large(words: str, value: int, expected: str) -> None:
    """Nine dead "as of now" are those of one fire, 190 those of all so far."""
    assert expected == period(f"As of now {words} people have died.", (words, "killed", value)).basis


def test_days_of_a_war_make_a_total() -> None:
    """What a war cost in its 50 days is its total, what a battle cost in three weeks a stretch of days."""
    figures = (("2,000", "killed", 2000),)

    assert ["cumulative", "period"] == [
        period(f"In 50 days of {what} 2,000 soldiers died.", *figures).basis for what in ("war", "fighting")
    ]


def test_night_of_two_days_holds_for_the_next_sentence() -> None:
    """Drones shot down in the night told right before are dated by it."""
    text = "Forces launched 120 drones on the night of February 24 to 25. Air defences downed 76 drones in two places."

    assert ("period", "2022-02-24", "2022-02-25") == told(period(text, ("120", "launched", 120), ("76", "downed", 76)))


def test_overnight_is_the_night_that_is_named() -> None:
    """Overnight on a named day is that night, not the one before the report."""
    text = "Forces launched 120 drones overnight on February 22 to 23."

    assert ("period", "2022-02-22", "2022-02-23") == told(period(text, ("120", "launched", 120)))


def test_total_over_the_same_period_needs_no_figure_before_it() -> None:
    """What was lost "over the same period" is a total where no figure stands before it to go back to."""
    text = "The siege began four years ago. Over the same period more than 2,000 people have been killed."

    assert "cumulative" == period(text, ("2,000", "killed", 2000)).basis


def test_date_of_the_next_clause_is_not_the_figures() -> None:
    """A date in a clause with its own subject is not that of the clause before."""
    doc = document(
        "In March 2021 troops seized 1,200 villages, but by April 2021 the rebels had retaken 35 villages.",
        SUNDAY,
        parsed=True,
    )
    found = resolve_periods(doc, [candidate(doc, "1,200", "gained", 1200, trigger="seized")], RULES)

    assert ("2021-03-01", "2021-03-31") == (found[0].period.start, found[0].period.end)


def test_part_killed_in_one_attack_is_no_total() -> None:
    """Of a toll that stands at 544, the 58 who were killed in the attack on a train are that attack's."""
    text = "The toll of the riots stands at 544, including the 58 people killed in the attack on a train last Friday."
    doc = document(text, SUNDAY, parsed=True)
    figures = [
        candidate(doc, "544", "killed", 544, trigger="toll"),
        candidate(doc, "58", "killed", 58, trigger="killed"),
    ]
    total, part = (when.period for when in resolve_periods(doc, figures, RULES))

    assert ("cumulative", None, "2022-02-27") == told(total)
    assert ("event", "2022-02-25", "2022-02-25") == told(part)


@pytest.mark.parametrize("words", ["in three years", "in the past three years", "in decades"])
def test_time_since_the_last_of_its_kind_is_no_period(words: str) -> None:
    """The deadliest attack in three years is one attack, not a stretch of three years."""
    found = period(f"A bomb killed 12 people in the deadliest attack {words}.", ("12", "killed", 12))

    assert ("event", None, None) == told(found)


def test_day_told_of_two_in_one_breath_is_both_figures() -> None:
    """The two soldiers killed and three soldiers wounded today are both of today."""
    doc = document(
        "We mourn the two soldiers killed and three soldiers wounded in the east today.", SUNDAY, parsed=True
    )
    found = [
        candidate(doc, "two", "killed", 2, trigger="killed"),
        candidate(doc, "three", "injured", 3, trigger="wounded"),
    ]

    assert ["2022-02-27"] * 2 == [when.period.start for when in resolve_periods(doc, found, RULES)]


def test_shells_are_fired_when_the_ships_are_not_told_to_stay() -> None:
    """What was fired has a basis of its own, not that of the ships that fired it and were there."""
    text = "Sailors said four ships shot 1,000 shells in an attack on a rig."
    doc = document(text, SUNDAY)
    ships, shells = (
        candidate(doc, w, e, v, trigger="shot") for w, e, v in (("four", "deployed", 4), ("1,000", "launched", 9))
    )

    assert "event" == resolve_periods(doc, [ships, shells], RULES)[1].period.basis
