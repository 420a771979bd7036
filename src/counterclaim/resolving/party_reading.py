"""Whose a phrase of the sentence is: by a name, by a word for a party of the article's war, or by a pronoun."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.name_mentions import NameMention, joined
from counterclaim.resolving.party_phrases import joint_phrase, owner_phrase, struck_from, subjects_above
from counterclaim.resolving.party_views import Found, View
from counterclaim.vocabulary import PEOPLE

PREPOSITION = 20  # characters in which a whole preposition stands
NO_PARTIES = frozenset({"seat", "role"})


def read_noun(view: View, noun: int, rule: str) -> Found | None:
    """The side of the phrase around a noun: "soldiers" in "two soldiers of the Iraqi army" gives Iraq."""
    tree = view.tree
    if tree.words[noun] in view.words("pronoun"):
        return read_pronoun(view, noun)
    tokens = owner_phrase(tree, noun, view.wording.words)
    named = read_names(view, _of_its_number(view, noun, tokens), rule) or read_names(view, tokens, rule)
    if named and not _is_rebel(view, noun, named.side):
        return named
    words = {tree.words[t] for t in tokens}
    if words & view.words("side_ours") and (voice := view.speaker.side or view.scene.voice()):
        return _said(view, voice, "side_ours", tokens)
    if words & view.words("side_enemy") and (side := spoken_enemy(view)):
        return _said(view, side, "side_enemy", tokens)
    if tree.words[noun] in view.words("side_group") and (side := _group_nearby(view, noun)):
        return _said(view, side, "side_group", tokens)
    owner = next((t for t in tokens if tree.words[t] in view.words("side_pronoun")), None)
    return read_pronoun(view, owner) if owner is not None else None


def _of_its_number(view: View, noun: int, tokens: Sequence[int]) -> list[int]:
    """The words of a phrase that stand with its number: for the 15 of "12 Iraqi and 15 Iranian soldiers" Iranian."""
    tree, quantity = view.tree, view.candidate.quantity
    own = tree.tokens_in(quantity.start, quantity.end)
    if not own or own[-1] >= noun:
        return []
    end = next((t for t in range(own[-1] + 1, noun) if tree.tags[t] == "CD"), noun)
    return [t for t in tokens if own[-1] < t < end or t >= noun]


def read_list(view: View, noun: int, rule: str) -> Found | None:
    """The sides of a noun and of those that "and" joins to it, as one value."""
    tokens = joint_phrase(view.tree, noun, view.wording.words)
    return read_names(view, tokens, rule) or read_noun(view, noun, rule)


def read_names(view: View, tokens: Iterable[int], rule: str) -> Found | None:
    """The side that the names among these tokens stand for."""
    tokens = tuple(tokens)
    starts = {view.tree.starts[t] for t in tokens}
    people = view.candidate.category in PEOPLE
    inside = (m for m in view.mentions if any(m.start <= s < m.end for s in starts) and not _is_written_in(view, m))
    mentions = [m for m in inside if not (people and is_holder(view, m)) and not _is_maker(view, m, tokens)]
    chosen = view.scene.choose(mentions, view.mentions)
    side = joined(chosen)
    if side is None:
        return None
    role = chosen[0].kind == "role"
    return Found(side, view.wording.ids[f"side_{chosen[0].name}"] if role else rule, chosen[0].start, chosen[-1].end)


def _is_written_in(view: View, mention: NameMention) -> bool:
    """ "Beirut Syrian government air strikes killed 12": a capital right before another state's name is a dateline."""
    return mention.kind == "seat" and any(m.start == mention.end + 1 and m.side != mention.side for m in view.mentions)


def read_pronoun(view: View, token: int) -> Found | None:
    """The side that a pronoun stands for: the speaker for "we", else the subject above it, the speaker, the story."""
    tree, rule = view.tree, view.wording.ids["side_pronoun"]
    if tree.words[token] in view.words("first_person"):
        voice = view.speaker.side or view.scene.voice()
        return Found(voice, view.wording.ids["side_ours"]) if voice else None
    if tree.words[token] in view.words("them"):
        return _object_before(view, token, rule)
    verb = tree.head[token]
    relative = tree.words[token] in view.words("relative")
    while relative and tree.deps[verb] == "ccomp":  # "which the ministry says killed 12"
        verb = tree.head[verb]
    if relative and (antecedent := _antecedent(view, token, verb)) is not None:
        return read_list(view, antecedent, rule)
    for subject in subjects_above(tree, token):
        if subject < token and tree.words[subject] not in view.words("pronoun"):
            return read_list(view, subject, rule)
    if view.speaker.side:
        return Found(view.speaker.side, rule)
    return _subject_before(view, rule)


def _antecedent(view: View, token: int, verb: int) -> int | None:
    """The noun that a relative pronoun stands for; `verb` is the verb of its clause, or that of a report around it.

    A report inside is often tied to the verb before it: "condemned strikes that they said killed ten".
    """
    tree = view.tree
    if tree.deps[verb] == "relcl":
        return tree.head[verb]
    before = token - 2 if token > 1 and tree.words[token - 1] == "," else token - 1
    inside = tree.head[token] != verb and before >= 0
    if not inside or not tree.tags[before].startswith("NN"):
        return None
    return struck_from(tree, before, view.words("aimed"))


def _object_before(view: View, token: int, rule: str) -> Found | None:
    """The party named last before "them", but for the one whose deed the sentence tells."""
    tree = view.tree
    subjects = (s for s in subjects_above(tree, token) if s < token)
    phrases = (owner_phrase(tree, subject, view.wording.words) for subject in subjects)
    doer = next((found.side for phrase in phrases if (found := read_names(view, phrase, rule))), None)
    for mention in reversed(view.mentions):
        if mention.start < tree.starts[token] and mention.side and mention.side != doer:
            return Found(mention.side, rule, mention.start, mention.end)
    return None


def _subject_before(view: View, rule: str) -> Found | None:
    """The first party that the sentence before names, and not as a place ("all over Ukraine")."""
    index = view.candidate.sentence
    before = view.scene.mentions[index - 1] if index else ()
    parties = (m for m in before if m.side and m.kind not in NO_PARTIES)
    first = next((m for m in parties if m.kind != "name" or not _is_place(view, m)), None)
    return Found(first.side, rule, first.start, first.end) if first and first.side else None


def _is_place(view: View, mention: NameMention) -> bool:
    """Whether a name stands right behind "in", "over", "across" and the like."""
    before = view.document.article.text[max(0, mention.start - PREPOSITION) : mention.start].split()[-1:]
    return not view.words("placed").isdisjoint(word.lower() for word in before)


def _said(view: View, side: str, signal: str, tokens: list[int]) -> Found:
    return Found(side, view.wording.ids[signal], view.tree.starts[tokens[0]], view.tree.ends[tokens[-1]])


def spoken_enemy(view: View) -> str | None:
    """Whom "the enemy" means: the opponent of whoever speaks."""
    voice = view.speaker.side or view.scene.voice()
    return view.scene.opponent(voice, view.candidate.sentence) if voice else None


def _is_rebel(view: View, noun: int, side: str) -> bool:
    """ "Afghan insurgents" are not Afghanistan's."""
    rebels = view.words("side_rebels") | view.words("side_group")
    return side == view.scene.government() and view.tree.words[noun] in rebels


def is_holder(view: View, mention: NameMention) -> bool:
    """ "Government-held Aleppo" says nothing of whose its people are, nor on whom it was attacked."""
    return view.document.article.text[mention.end : mention.end + 1] == "-"


def _is_maker(view: View, mention: NameMention, tokens: Sequence[int]) -> bool:
    """ "German Leopard 2 tanks" are not Germany's in a war that it does not fight: it made them."""
    scene, tree = view.scene, view.tree
    if mention.kind != "adjective" or scene.conflict is None or scene.fights(mention.side):
        return False
    arms = next((t for t in tokens if tree.starts[t] >= mention.end and tree.words[t] in view.words("make")), 0)
    model = tree.tokens_in(mention.end, tree.starts[arms]) if arms else []
    return any(tree.tags[t].startswith("NNP") or tree.words[t][-1].isdigit() for t in model)


def _group_nearby(view: View, noun: int) -> str | None:
    """The armed group named last before these words, in this sentence or the two before it.

    "The guerrillas" are the one group of the article's war wherever it is named.
    """
    index = view.candidate.sentence
    limit = view.candidate.quantity.start
    for sentence in range(index, max(-1, index - 3), -1):
        for mention in reversed(view.scene.mentions[sentence]):
            if mention.start < limit and mention.kind != "role" and view.scene.kind(mention.side) == "group":
                return mention.side
    return view.scene.only_group() if view.tree.words[noun] in view.words("insurgent") else None
