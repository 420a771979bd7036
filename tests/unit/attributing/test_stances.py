"""What is condemned, urged or called for is a statement, and its figures are nobody's word."""

from __future__ import annotations

import pytest

from counterclaim.attributing import find_attributions, sources_of
from counterclaim.parsed import Document
from counterclaim.parsing import load_parser, parse
from counterclaim.records import Article
from counterclaim.rules import Rule, load_rules
from counterclaim.segmenting import find_quotations, split_sentences

RULES = load_rules("en")


def document(text: str) -> Document:
    """The text as an article, every sentence parsed."""
    article = Article(key="t", id="t", text=text, parts=())
    sentences = split_sentences(article)
    docs = parse([sentence.text for sentence in sentences], load_parser("en"))
    return Document(article=article, sentences=sentences, docs=dict(enumerate(docs)))


STANCES = [
    ("The mayor condemned the attack that killed 12 people.", "The mayor", "the attack that killed 12 people"),
    ("Ann Bell called him a crook.", "Ann Bell", "him a crook"),
    ("The mayor urged the army to free 12 men.", "The mayor", "the army to free 12 men"),
    ("The mayor called for the release of 12 men.", "The mayor", "the release of 12 men"),
    ("The mayor expressed outrage at the killing of 12 men.", "The mayor", "outrage at the killing of 12 men"),
    ("The general's pledge to free 12 men was kept.", "The general's", "to free 12 men"),
    ("A call by the mayor for the release of 12 men was heard.", "the mayor", "the release of 12 men"),
]


@pytest.mark.parametrize(("text", "source", "content"), STANCES, ids=[text for text, _, _ in STANCES])
def test_who_takes_a_stance_on_what(text: str, source: str, content: str) -> None:
    """The one who judges or asks is the source, and what is judged or asked for the content, taken as given."""
    [found] = find_attributions(document(text), (), RULES)

    assert (source, content, True) == (found.sources[0].text, found.content.text, found.given)


def test_figures_of_a_stance_have_another_source() -> None:
    """Who condemns an attack is no source of its dead."""
    text = "The mayor condemned the attack that killed 12 people."
    at = text.index("12")

    assert sources_of(at, at + 2, find_attributions(document(text), (), RULES)) is None


def test_who_reports_a_stance_is_the_source() -> None:
    """A figure in a stance that is itself reported is told by the one who reports."""
    text = "The ministry said the mayor condemned the attack that killed 12 people."
    at = text.index("12")
    found = sources_of(at, at + 2, find_attributions(document(text), (), RULES))

    assert found is not None
    assert ["The ministry"] == [source.text for source in found.sources]


def test_who_did_what_is_called_off_is_no_source() -> None:
    """ "Calls to condemn the strikes by the army" are not the army's."""
    text = "Calls for condemnation over earlier air strikes on the plant by the Iraqi army were ignored."

    assert () == find_attributions(document(text), (), RULES)


@pytest.mark.parametrize("text", ["The mayor was called at noon.", "The mayor did not condemn the attack."])
def test_no_stance(text: str) -> None:
    """Passives and denials are no stance."""
    found = document(text)

    assert () == find_attributions(found, find_quotations(found.article), RULES)


@pytest.mark.parametrize("rule", RULES.rules("stances"), ids=lambda rule: rule.id)
def test_rule_fires_on_its_sentences_only(rule: Rule) -> None:
    """A rule fires on its `yes` sentences and on none of its `no` sentences."""
    fired = {text: [a.rules for a in find_attributions(document(text), (), RULES)] for text in (*rule.yes, *rule.no)}

    assert [True] * len(rule.yes) == [any(rule.id in ids for ids in fired[text]) for text in rule.yes]
    assert [False] * len(rule.no) == [any(rule.id in ids for ids in fired[text]) for text in rule.no]
