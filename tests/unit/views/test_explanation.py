"""Why an article was read as it was."""

from __future__ import annotations

from counterclaim.extraction import ExplainedSentence, Explanation, Token
from counterclaim.views import explanation
from tests.fixtures.extractions import FULL, LEAD, SAID, TEXT

READ = ExplainedSentence(
    text=LEAD, start=TEXT.index(LEAD), end=TEXT.index(LEAD) + len(LEAD), parsed=True,
    tokens=(Token(text="army", tag="NN", dep="nsubj", head="said"),), rules=("event.killed",),
    claims=(FULL.claims[0],),
)  # fmt: skip
PASSED = ExplainedSentence(
    text=SAID, start=TEXT.index(SAID), end=TEXT.index(SAID) + len(SAID), parsed=False,
    why_not_parsed="no cue word", statements=(FULL.statements[1],), skipped=FULL.skipped,
)  # fmt: skip
WHOLE = explanation.render(Explanation(article=FULL.article, sentences=(READ, PASSED)))


def test_parse_facts_and_rules_are_shown() -> None:
    """A parsed sentence shows its words with tag, relation and head, and the rules that fired."""
    assert (True, True) == ("army  NN    nsubj     said" in WHOLE, "rules: event.killed" in WHOLE)


def test_reason_for_passing_over_is_shown() -> None:
    """A sentence that was not parsed and a number that was dropped say why."""
    assert (True, True) == ("not parsed: no cue word" in WHOLE, "'47': an age" in WHOLE)


def test_one_sentence_at_an_offset() -> None:
    """With an offset only the sentence that holds it is explained."""
    one = explanation.render(Explanation(article=FULL.article, sentences=(READ, PASSED)), at=READ.start + 5)

    assert (True, False) == (LEAD in one, SAID in one)
