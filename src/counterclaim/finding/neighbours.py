"""Ties by place: words that stand beside a counted phrase, whatever the parser made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.finding.phrases import Phrase
from counterclaim.finding.ties import Link, Look, adjective_link, state_link, verb_link

GAP, BEFORE, TOTAL_AHEAD = 5, 6, 7  # words: between phrase and verb, before the number, behind "the number of"
LISTED = ("NN", "JJ", "CC", "CD", ",", "VBN", "HYPH", "DT")  # tags of the words in a list
ASIDE = 10  # words between two dashes
PARTICIPLE_AHEAD = 10  # words behind "with 43 clinics" in which its participle stands


def participle_beside(look: Look) -> Iterator[Link]:
    """ "12 dead", "40 others wounded": the participle next to a headless count, with no verb of its own."""
    tree, at = look.tree, look.phrase.first
    while at < len(tree.words) and look.word_is(at, "degree"):
        at += 1
    owned = at + 1 < len(tree.words) and tree.tags[at] in ("JJ", "NNP") and _is_state(look, at + 1)
    if owned and not _is_state(look, at):
        at += 1  # "12 Russian dead"
    told = at < len(tree.words) and (tree.tags[at] in ("VBN", "VBD", "JJ", "NN") or _is_state(look, at))
    found = (*adjective_link(look, at, "adjacent"), *verb_link(look, at, "object", "adjacent")) if told else ()
    yield from found[:1]
    if found and at + 2 < len(tree.words) and look.word_is(at + 1, "and_or") and _is_state(look, at + 2):
        yield from adjective_link(look, at + 2, "adjacent")  # "12 dead and wounded"


def headline_verb(look: Look) -> Iterator[Link]:
    """ "Shelling kills 7, wounds 30": a headline's verb before a bare number that the parser takes for a noun."""
    tree, first = look.tree, look.phrase.inside[0]
    if first > 1 and tree.tags[first] == "CD" and tree.tags[first - 1].startswith("NN"):
        yield from verb_link(look, first - 1, "object", "adjacent")


def _is_state(look: Look, token: int) -> bool:
    return look.tree.words[token] in look.lexicon.adjectives


def headline_participle(look: Look) -> Iterator[Link]:
    """ "Two civilians killed nine injured in attack": the parser takes a participle for a verb with an object."""
    tree, noun = look.tree, look.phrase.noun
    verb = len(tree.words) if noun is None else noun + 1
    if verb < len(tree.words) and tree.tags[look.phrase.first] == "VBD" and tree.tags[verb] in ("VBD", "VBN"):
        yield from adjective_link(look, look.phrase.first, "modifier")  # "21 abducted pupils freed"
        yield from verb_link(look, verb, "object", "adjacent")
        return
    if verb + 2 >= len(tree.words) or tree.tags[verb] not in ("VBD", "VBN"):
        return
    if tree.tags[verb + 1] != "CD" and not look.word_is(verb + 1, "classifier"):
        return
    if tree.kid(verb, "aux", "auxpass") is None and tree.words[verb + 2] in look.lexicon.adjectives:
        yield from verb_link(look, verb, "object", "adjacent")


def total_before(look: Look) -> Iterator[Link]:
    """A total told before its number: "the number of people displaced grew ... to reach 34 million"."""
    left = look.phrase.inside[0]
    if not any(look.word_is(i, "totalling") for i in range(max(0, left - 4), left)):
        return
    at = next((i for i in range(left - 1, -1, -1) if look.word_is(i, "total")), None)
    if at is None:
        return
    found = list(_told_of(look, at, left))
    sure = [link for link in found if link.event != "attacks"]  # "the toll in the attack rose to 60"
    yield from sure or found


def _told_of(look: Look, at: int, left: int) -> Iterator[Link]:
    """The events that the words around a word for a total name."""
    headless = look.instead(Phrase(at, at, None, None))
    for word in range(max(0, at - 2), min(at + TOTAL_AHEAD, left)):
        yield from adjective_link(look, word, "total")
        for rule in look.lexicon.nouns.get(look.tree.words[word], ()):
            event = rule.event_for(rule.counted) if rule.counted else None
            if event:
                yield Link(rule, event, word, word, "total")
        yield from verb_link(headless, word, "object", "total")


def adjacent_links(look: Look) -> Iterator[Link]:
    """The verb or participle behind the phrase, past auxiliaries, and the verb right before the number."""
    yield from _in_a_state(look)
    yield from _behind(look)
    yield from _with_participle(look)
    before = look.phrase.inside[0] - 1
    while before > 0 and look.phrase.inside[0] - before < BEFORE and _is_bound(look, before):
        before -= 1
    if before >= 0:
        yield from verb_link(look, before, "object", "adjacent")


def _in_a_state(look: Look) -> Iterator[Link]:
    """ "Three dead, 12 in hospital", "with 150 still in captivity": the verb "are" is left out."""
    tree, phrase = look.tree, look.phrase
    at = phrase.first if phrase.noun is None else phrase.noun + 1
    while at < len(tree.words) and tree.tags[at] == "RB":
        at += 1
    top = tree.deps[phrase.top]
    free = top != "dobj" and (top != "pobj" or look.word_is(tree.head[phrase.top], "with"))
    if free and at + 1 < len(tree.words) and tree.tags[at] == "IN":
        yield from state_link(look, at, "adjacent")


def _with_participle(look: Look) -> Iterator[Link]:
    """ "With 43 clinics in the area partly destroyed": the next verb behind is a participle of the phrase."""
    tree, noun = look.tree, look.phrase.noun
    before = look.phrase.inside[0] - 1
    while before > 0 and (_is_bound(look, before) or look.word_is(before, "some")):
        before -= 1
    if noun is None or before < 0 or not look.word_is(before, "with"):
        return
    ahead = range(noun + 1, min(noun + PARTICIPLE_AHEAD, len(tree.words)))
    verbs = (i for i in ahead if look.is_verb(i) and not look.word_is(i, "part"))
    verb = next((i for i in verbs if not look.word_is(i, "being")), None)
    if verb is not None and tree.tags[verb] == "VBN":
        yield from verb_link(look, verb, "object", "adjacent")


def _is_bound(look: Look, token: int) -> bool:
    if look.word_is(token, "at") and look.tree.tags[token + 1] != "JJS":
        return False  # "shot at 12 men" is not "shot at least 12 men"
    return look.tree.tags[token] in ("CD", "JJR", "JJS", "RB") or look.word_is(token, "bound")


def _behind(look: Look) -> Iterator[Link]:
    tree, phrase = look.tree, look.phrase
    first = phrase.first if phrase.noun is None else _past_list(look, phrase.noun) + 1
    first = _past_aside(look, first)
    after = first
    while after < len(tree.words) and after - first < GAP and _is_between(look, after):
        after += 1
    if after == len(tree.words):
        return
    if _hangs_on_preposition(look) and not _lacks_subject(look, after) and not _opens_clause(look, after):
        return
    active = after == first and _has_object(look, after)
    if not active:
        yield from adjective_link(look, after, "adjacent")
    for role in ("subject",) if active else _roles(look, tree.words[first:after], tree.tags[after]):
        yield from verb_link(look, after, role, "adjacent")


def _has_object(look: Look, verb: int) -> bool:
    """Whether a verb has an object, or shares that of the one joined to it: "ships shelled and destroyed a rig"."""
    tree, subject = look.tree, look.tree.kid(verb, "nsubj")
    shared = subject is not None and look.phrase.noun == subject and tree.tags[verb] == "VBD"
    verbs = tree.conjuncts(verb) if shared else (verb,)
    return any(
        tree.kid(node, "dobj") is not None and tree.kid(node, "nsubj", "nsubjpass") in (None, subject) for node in verbs
    )


def _past_list(look: Look, noun: int) -> int:
    """The last noun of the list that the phrase begins or stands in, with nothing but nouns in between."""
    tree = look.tree
    last = tree.conjuncts(tree.first_conjunct(look.phrase.top))[-1]
    between = range(noun + 1, last + 1)
    return last if last > noun and all(tree.tags[i].startswith(LISTED) for i in between) else noun


def _past_aside(look: Look, after: int) -> int:
    """The token behind "- many of them civilians -", where such an aside stands there."""
    words = look.tree.words
    if words[after : after + 1] not in (("-",), ("–",), ("—",), ("--",)):
        return after
    ahead = range(after + 1, min(after + ASIDE, len(words)))
    return next((i + 1 for i in ahead if words[i] == words[after]), after)


def _hangs_on_preposition(look: Look) -> bool:
    """ "Six civilians from one family were killed" does not kill the family."""
    governor = look.tree.head[look.phrase.top]
    if look.tree.deps[look.phrase.top] != "pobj" or governor in look.phrase.inside:
        return False
    return not look.word_is(governor, "bounding") or _belongs(look, governor)


def _lacks_subject(look: Look, verb: int) -> bool:
    """ "In the shelling 12 people were killed": a passive verb without a subject has lost it to what stands before."""
    tree, noun = look.tree, look.phrase.noun
    saying = tree.head[tree.head[look.phrase.top]]
    if tree.deps[verb] == "ccomp" and tree.head[verb] == saying and tree.kid(verb, "nsubj", "nsubjpass") is None:
        return verb == tree.subtree(verb)[0] or tree.kid(verb, "aux", "auxpass") is not None  # "said at 26 people died"
    if noun is None or verb <= noun + 1 or tree.kid(verb, "auxpass") is None:
        return False
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    return subject is None or noun < subject < _past_aside(look, noun + 1)


def _opens_clause(look: Look, verb: int) -> bool:
    """ "Curfew as 40 pupils abducted - police": in a headline the parser takes the conjunction for a preposition."""
    tree, phrase = look.tree, look.phrase
    opens = look.word_is(tree.head[phrase.top], "clause_opener")
    return opens and phrase.noun is not None and verb == phrase.noun + 1 and tree.tags[verb] in ("VBN", "VBD", "JJ")


def _belongs(look: Look, preposition: int) -> bool:
    """ "Pictures of 12 soldiers were released" does not release the soldiers; "a group of 12 soldiers" does."""
    tree, whose = look.tree, look.tree.head[preposition]
    of = look.word_is(preposition, "of")
    if of and tree.tags[whose] == "CD" and look.word_is(preposition + 1, "definite"):
        return True  # "18 of the 31 lorries were destroyed": 18 were
    next_to = all(_is_bound(look, i) for i in range(preposition + 1, look.phrase.inside[0]))
    owned = next_to and of and tree.tags[whose] in ("NN", "NNS")
    return owned and not any(look.word_is(whose, kind) for kind in ("classifier", "total", "bound", "amount"))


def _is_between(look: Look, token: int) -> bool:
    return look.tree.tags[token] in ("RB", "MD") or look.word_is(token, "between")


def _roles(look: Look, between: Sequence[str], tag: str) -> tuple[str, ...]:
    """Which part the phrase can play for a verb behind it, by the auxiliaries in between."""
    small = look.lexicon.small
    if tag != "VBG" and any(word in small["passive"] for word in between):
        return ("object",)  # "12 are losing patience" loses nobody
    if any(word in small["perfect"] for word in between) or tag not in ("VBN", "VBD", "JJ"):
        return ("subject",)
    return ("object", "subject")
