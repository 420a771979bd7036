"""A parse as tuples."""

from tests.fixtures.parses import document, tree

LIST = "They destroyed tanks, guns and lorries."


def at(text: str, word: str) -> int:
    return tree(text).words.index(word)


def test_offsets_are_the_articles() -> None:
    """A token's place is counted from the beginning of the article, not of its sentence."""
    text = "It was quiet. Two soldiers died."
    second = tree(text, 1)

    assert "soldiers" == document(text).article.text[second.starts[1] : second.ends[1]]


def test_words_are_lower_case() -> None:
    """Rules are matched without regard to capitals."""
    assert ("two", "soldiers", "died", ".") == tree("Two Soldiers died.").words


def test_list_has_one_head_and_all_its_members() -> None:
    """Members of a list are found from its first one, and the first one from each of them."""
    t = tree(LIST)
    first, last = at(LIST, "tanks"), at(LIST, "lorries")

    assert first == t.first_conjunct(last)
    assert [first, at(LIST, "guns"), last] == t.conjuncts(first)


def test_governors_come_nearest_first() -> None:
    """ "Above" climbs to the root."""
    t = tree("Two soldiers of the brigade died.")

    assert ["of", "soldiers", "died"] == [t.words[i] for i in t.above(t.words.index("brigade"))]


def test_subtree_is_in_order_of_the_text() -> None:
    """A phrase with all that hangs on it."""
    t = tree("Two soldiers of the brigade died.")

    assert ["two", "soldiers", "of", "the", "brigade"] == [t.words[i] for i in t.subtree(t.words.index("soldiers"))]


def test_tokens_in_touch_the_stretch() -> None:
    """A stretch that begins inside a word has that word."""
    t = tree("Two soldiers died.")

    assert [1, 2] == t.tokens_in(6, 14)


def test_kid_is_the_first_with_the_label() -> None:
    """No such dependent: None."""
    t = tree("Two soldiers died.")

    assert 1 == t.kid(2, "nsubj")
    assert t.kid(2, "dobj") is None
