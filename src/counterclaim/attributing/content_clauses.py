"""The clause that holds what is said, behind its verb: where it begins, and where the report of it ends."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.attributing.noun_phrases import SUBJECTS
from counterclaim.attributing.sight import Sight, Tokens, has_tense

JOINED = frozenset({"ccomp", "parataxis", "dep"})


def clause_after(verb: Token, sight: Sight) -> Tokens | None:
    """The clause that follows: "said (that) four people were killed", with what is co-ordinated to it."""
    clause = next((child for child in verb.children if child.i > verb.i and child.dep_ == "ccomp"), None)
    if clause is None:
        return _verbless_clause(verb)
    bare = clause.tag_ == "VBG" and not any(child.dep_ in SUBJECTS for child in clause.children)
    if (bare and clause.lower_ in sight.found.verbs) or _is_speaker(verb, clause):
        return None
    mark = next((child.i for child in clause.children if child.dep_ == "mark" and sight.is_word(child, "that")), verb.i)
    start = max(clause.left_edge.i, mark + 1)
    if any(
        sight.is_word(sight.doc[i], "afterwards") and sight.doc[i].head == clause
        for i in range(start, min(start + 4, clause.i))
    ):
        return None
    marked = any(child.dep_ == "mark" for child in clause.children)
    things = [child for child in verb.children if child.dep_ == "dobj" and verb.i < child.i < start]
    if things and things[0].tag_ != "PRP" and not marked:
        start = things[0].left_edge.i
    elif not marked and not any(child.dep_ in SUBJECTS or child.dep_ == "expl" for child in clause.children):
        start = verb.i + 1
    return start, end_of(verb, last_of(clause, verb, sight), sight)


def last_of(clause: Token, verb: Token, sight: Sight) -> int:
    """The end of a clause, without what the speaker does next: "denied fleeing and blamed ...".

    A verb in the tense of the report's, without a subject, is joined to the report and not to an infinitive or an -ing.
    """
    loose = clause.tag_ in ("VB", "VBG")
    if (second := _second_of_report(clause, verb)) is not None:
        return second
    for token in clause.subtree if has_tense(verb) and clause.tag_ != verb.tag_ else ():
        joined = token.i > clause.i and token.nbor(-1).tag_ == "CC" and (loose or token.lower_ in sight.found.verbs)
        if joined and _is_of_report(token, clause, verb):
            return token.i - 1
    return clause.right_edge.i + 1


def _second_of_report(clause: Token, verb: Token) -> int | None:
    """Where "has said that X but has not done Y" goes on with the report's second verb, both in the perfect."""
    if not _is_perfect(verb) or _is_perfect(clause):
        return None
    joined = [child for child in clause.children if child.dep_ == "conj" and child.i > clause.i]
    for token in joined:
        own = any(child.dep_ in SUBJECTS for child in token.children)
        if not own and token.tag_ == "VBN" and _is_perfect(token):
            return token.left_edge.i
    return None


def _is_perfect(verb: Token) -> bool:
    has = any(child.dep_ == "aux" and child.tag_ in ("VBZ", "VBP", "VBD") for child in verb.children)
    return verb.tag_ == "VBN" and has


def _is_of_report(token: Token, clause: Token, verb: Token) -> bool:
    """Whether a verb is joined to the infinitive or to a noun before it, as the report's second verb cannot be."""
    if token.dep_ != "conj" or any(child.dep_ in SUBJECTS for child in token.children):
        return False
    hit = token.tag_ in ("VBN", verb.tag_) and any(child.dep_ == "dobj" for child in token.children)
    above = token.head == clause or (token.head.dep_ == "xcomp" and clause in token.head.ancestors)
    return (hit and (above or token.head.tag_ in ("NN", "NNS"))) or (above and token.tag_ == verb.tag_)


def _verbless_clause(verb: Token) -> Tokens | None:
    """A clause whose verb was taken for a participle: "police say officer shot in raid", "said attacks killed ten"."""
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if thing is None or not any(_hides_clause(token, thing) for token in thing.subtree):
        return None
    return thing.left_edge.i, max(thing.right_edge.i, *(child.right_edge.i for child in verb.rights)) + 1


def _hides_clause(token: Token, thing: Token) -> bool:
    """Whether a participle is the verb of a clause: right on the noun or, further off, with an object of its own."""
    if token.dep_ != "acl" or token.tag_ != "VBN":
        return False
    return token.head == thing or any(child.dep_ == "dobj" for child in token.children)


def _is_speaker(verb: Token, clause: Token) -> bool:
    """Whether what looks like a clause is the speaker with a comment: "..., said the agency, known as ..."."""
    has_left = any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children)
    return has_left and not any(child.dep_ in SUBJECTS for child in verb.children)


def end_of(verb: Token, end: int, sight: Sight) -> int:
    """The end of what is said: clauses joined to it that have a subject of their own go with it."""
    for child in verb.rights:
        if child.i < end:
            continue
        own = any(grand.dep_ in SUBJECTS for grand in child.children)
        if not (child.dep_ in JOINED or (child.dep_ == "conj" and own)) or child.lower_ in sight.found.verbs:
            break
        end = child.right_edge.i + 1
    return end
