"""The act that each reporting verb stands for, the same for every speaker."""

from __future__ import annotations

import pytest

from tests.unit.attributing.articles import read

ACTS = {
    "stated": "said added noted remarked stated commented observed mentioned argued replied responded "
    "reiterated repeated indicated stressed emphasised emphasized underlined recalled wrote tweeted "
    "announced reported declared revealed disclosed proclaimed explained clarified specified "
    "underscored highlighted hinted implied complained lamented speculated agreed reaffirmed "
    "testified recounted suggested hoped",
    "confirmed": "confirmed verified corroborated affirmed attested certified validated",
    "conceded": "admitted conceded acknowledged confessed",
    "claimed": "claimed contended asserted maintained insisted boasted professed avowed bragged",
    "alleged": "alleged",
    "estimated": "estimated reckoned calculated believed thought assumed supposed suspected presumed guessed expected "
    "predicted anticipated",
    "feared": "feared worried dreaded",
    "denied": "denied refuted rebutted disputed doubted",
    "warned": "warned cautioned threatened",
    "promised": "promised vowed pledged swore guaranteed",
}
VERBS = [(verb, act) for act, verbs in ACTS.items() for verb in verbs.split()]
OBJECTS = [
    ("The ministry accused the rebels of killing ten villagers.", "accused"),
    ("The ministry blamed the rebels for the deaths of ten villagers.", "accused"),
    ("The ministry reported the deaths of ten villagers.", "stated"),
    ("The ministry confirmed the deaths of ten villagers.", "confirmed"),
    ("The ministry admitted the loss of ten tanks.", "conceded"),
    ("The ministry denied the loss of ten tanks.", "denied"),
    ("The ministry dismissed reports of ten lost tanks.", "denied"),
    ("The ministry rejected claims that ten tanks were lost.", "denied"),
    ("The ministry warned of ten more attacks.", "warned"),
    ("The ministry told reporters that ten tanks were lost.", "stated"),
    ("The ministry informed the families that ten men were lost.", "stated"),
    ("The ministry assured the families that ten men are alive.", "promised"),
    ("The ministry vowed to free the ten men.", "promised"),
    ("The ministry threatened to kill the ten men.", "warned"),
    ("The ministry claimed to have killed ten men.", "claimed"),
    ("The ministry put the toll at ten.", "stated"),
]


@pytest.mark.parametrize(("verb", "act"), VERBS)
def test_verb_has_its_act(verb: str, act: str) -> None:
    """ "The governor <verb> that 12 people died" has the act of the verb."""
    assert [act] == [one.act for one in read(f"The governor {verb} that 12 people died in the town.")]


@pytest.mark.parametrize(("text", "act"), OBJECTS)
def test_frame_has_its_act(text: str, act: str) -> None:
    """The act is the same where the content is an object, a preposition's or an infinitive."""
    assert act == read(text)[0].act
