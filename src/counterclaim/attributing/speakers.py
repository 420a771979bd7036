"""Who speaks: the noun phrase that a reporting verb has for its subject, by the parse or by what stands beside it."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.attributing.lexicon import Cue
from counterclaim.attributing.noun_phrases import (
    SUBJECTS,
    Phrase,
    can_speak,
    chunk_after,
    chunk_before,
    is_finite,
    phrase_of,
)
from counterclaim.attributing.sight import Sight, has_tense
from counterclaim.attributing.subjects import fits, governing, subject_of

BEHIND = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "RB"})  # what ends a clause that has lost its comma
COMMENT = 16  # tokens of a name and what is told of it between commas


def find_speaker(verb: Token, cue: Cue, sight: Sight) -> Phrase | None:
    """The speaker of a reporting verb: its subject if that can speak, else the noun phrase beside the verb."""
    chosen = _own_subject(verb, sight) if has_subject(verb) else _inherited(verb, sight)
    return chosen if chosen is not None and fits(chosen.head, cue, sight) else None


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _own_subject(verb: Token, sight: Sight) -> Phrase | None:
    subject = subject_of(verb, sight)
    if subject is None:
        return None
    if _told_on(verb, subject, sight):
        return governing(verb, sight)
    if (turned := _turned(verb, subject, sight)) is not None:
        return turned
    phrase = phrase_of(subject, sight, verb)
    near = chunk_before(verb, sight)
    if subject.i > verb.i or (near is None and can_speak(subject, sight)):
        return phrase
    after = chunk_after(verb, sight)
    if not can_speak(subject, sight) and after is not None and can_speak(after.head, sight):
        return after
    if near is not None and near.head == subject:
        return min(near, phrase, key=lambda one: one.tokens[0])
    if near is not None and sum(token.is_quote for token in verb.doc[subject.i : verb.i]) == 1:
        return near
    if (behind := _behind_quote(verb, subject, sight)) is not None:
        return behind
    if near is None or not can_speak(near.head, sight):
        return phrase
    if _is_inside(subject, near):
        return phrase  # "a grab from agency footage shows": what stands beside the verb belongs to the subject
    reaches = _touches(subject.right_edge.i, verb) or _touches(phrase.tokens[1] - 1, verb)
    return phrase if reaches and (can_speak(subject, sight) or _is_described(subject, near)) else near


def _behind_quote(verb: Token, subject: Token, sight: Sight) -> Phrase | None:
    """Who stands with a comment between a quotation and the verb, whatever in it is the subject for the parser.

    '"They left," the governor, Karl Berg, wrote'
    """
    doc = verb.doc
    closing = [i for i in range(subject.i, verb.i) if doc[i].is_quote]
    if len(closing) != 1 or doc[verb.i - 1].text != "," or any(has_tense(token) for token in doc[closing[0] : verb.i]):
        return None
    first = closing[0] + 1
    head = next(
        (token for token in doc[first : verb.i] if token.tag_.startswith("NN") and can_speak(token, sight)), None
    )
    return None if head is None else Phrase(head, (first, verb.i - 1))


def _told_on(verb: Token, subject: Token, sight: Sight) -> bool:
    """Whether a participle goes on from the report above, whose object it was given for a subject.

    "State television reported the blast saying four were killed": the blast says nothing.
    """
    joined = verb.tag_ == "VBG" and verb.dep_ in ("ccomp", "acl", "advcl") and verb.head.lower_ in sight.found.verbs
    return joined and verb.head.i < subject.i < verb.i and not can_speak(subject, sight)


def _turned(verb: Token, subject: Token, sight: Sight) -> Phrase | None:
    """Who stands behind a verb that took the object of the clause before for its subject, as commas are missing.

    "Rebel fire killed 12 people said the observatory"
    """
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i < subject.i), None)
    if clause is None or not is_finite(clause) or subject.left_edge.i != clause.right_edge.i + 1:
        return None
    after = chunk_after(verb, sight)
    return after if after is not None and can_speak(after.head, sight) else None


def _object_turned(verb: Token, sight: Sight) -> Phrase | None:
    """Who stands behind a verb without a subject, what is said before it: "Troops killed 14 said the army"."""
    if verb.tag_ != "VBD" or verb.i == 0 or verb.nbor(-1).tag_ not in BEHIND:
        return None
    clause = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.right_edge.i == verb.i - 1), None)
    if clause is not None and is_finite(clause):
        thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
        return phrase_of(thing, sight, verb) if thing is not None and can_speak(thing, sight) else None
    after = chunk_after(verb, sight) if verb.dep_ == "conj" else None
    return after if after is not None and can_speak(after.head, sight) else None


def _is_described(subject: Token, near: Phrase) -> bool:
    """Whether what stands beside the verb hangs on the subject by a participle: "experts involved in a trial said"."""
    path = [token for token in near.head.ancestors if subject.i < token.i < near.head.i]
    return subject in near.head.ancestors and any(token.dep_ == "acl" and token.tag_ == "VBN" for token in path)


def _is_inside(subject: Token, near: Phrase) -> bool:
    """Whether a phrase hangs on the subject by a preposition."""
    between = subject.doc[subject.i : near.tokens[0]]
    governor = near.head.head
    if len(between) > 1 and near.head.dep_ == "pobj" and governor.head == subject and between[-1].tag_ == "CC":
        return True  # "talks between Red and Blue negotiators concluded"
    return len(between) > 1 and between[-1].tag_ == "IN" and not any(token.tag_.startswith("VB") for token in between)


def _inherited(verb: Token, sight: Sight) -> Phrase | None:
    """The speaker of a verb without a subject of its own: that of the verb it is joined to, if that can speak."""
    if (turned := _object_turned(verb, sight)) is not None:
        return turned
    if (first := _same_before(verb)) is not None:
        return governing(verb, sight) if has_subject(first) else None
    if _goes_on_reporting(verb, sight) and (speaker := governing(verb, sight)) is not None:
        return speaker
    if verb.tag_ == "VBG" and _befell(verb) and (speaker := governing(verb, sight)) is not None:
        return speaker  # "confirmed that a woman was killed, saying ...": she says nothing
    subject = subject_of(verb, sight)
    if (beside := _beside_quote(verb, sight)) is not None:
        return beside
    said_by_another = (
        verb.dep_ == "conj" and subject is not None and (sight.is_word(subject, "it") or _after_quote(verb, sight))
    )
    speaks = subject is not None and (can_speak(subject, sight) or _is_joined(verb, subject))
    if subject is not None and speaks and not said_by_another:
        return phrase_of(subject, sight, verb)
    if verb.dep_ == "conj" and has_tense(verb):
        return governing(verb.head, sight)
    if verb.tag_ == "VBG":
        return governing(verb, sight)
    if (commented := _before_comment(verb, sight)) is not None:
        return commented
    before, after = chunk_before(verb, sight), chunk_after(verb, sight)
    if before is not None and after is not None and can_speak(after.head, sight) and not can_speak(before.head, sight):
        return after
    if before is None or can_speak(before.head, sight):
        return before or after
    opening = next((token for token in verb.doc[: verb.i] if token.tag_.startswith("NN")), None)
    return phrase_of(opening, sight, verb) if opening is not None and _is_document(opening, sight) else before


def _before_comment(verb: Token, sight: Sight) -> Phrase | None:
    """Who stands between commas with a comment: "Ten died, Karl Berg, the head of the police, wrote"."""
    doc = verb.doc
    if verb.i == 0 or doc[verb.i - 1].text != ",":
        return None
    for i in range(verb.i - 2, max(0, verb.i - COMMENT), -1):
        if has_tense(doc[i]) or doc[i].is_quote:
            return None
        near = chunk_before(doc[i], sight) if doc[i].text == "," else None
        if near is not None and sight.is_name(near.head) and near.tokens[0] > 0:
            marked = doc[near.tokens[0] - 1].text == "," or doc[near.tokens[0] - 1].is_quote
            return Phrase(near.head, (near.tokens[0], verb.i - 1)) if marked else None
    return None


def _goes_on_reporting(verb: Token, sight: Sight) -> bool:
    """Whether a verb joined to what is said has the tense of the report: "said it would rain and claimed ..."."""
    clause, report = verb.head, verb.head.head
    said = verb.dep_ == "conj" and clause.dep_ == "ccomp" and report.lower_ in sight.found.verbs
    perfect = clause.tag_ == "VBN" and all(child.dep_ != "auxpass" for child in clause.children)
    return said and has_tense(verb) and report.tag_ == verb.tag_ != clause.tag_ and not perfect


def _is_joined(verb: Token, subject: Token) -> bool:
    """Whether "and says" stands right behind its conjunction, so that nobody but the subject can be meant."""
    joined = verb.dep_ == "conj" and has_tense(verb) and verb.i > 0 and verb.nbor(-1).tag_ == "CC"
    return joined and subject.tag_.startswith(("NN", "CD"))


def _befell(verb: Token) -> bool:
    """Whether the verb above has only one to whom something was done."""
    return any(child.dep_ == "nsubjpass" for child in verb.head.children)


def _beside_quote(verb: Token, sight: Sight) -> Phrase | None:
    """The speaker between a quotation and the verb: '"Leave!" Smith, 44, told reporters', however it was parsed."""
    near = chunk_before(verb, sight)
    closed = near is not None and near.tokens[0] > 0 and sight.doc[near.tokens[0] - 1].is_quote
    return near if near is not None and closed and can_speak(near.head, sight) else None


def _is_document(head: Token, sight: Sight) -> bool:
    return sight.found.kind(head.lower_) == "document"


def _same_before(verb: Token) -> Token | None:
    """In "he said that X and said that Y" the first "said", though the parser joins the second one to X."""
    governor = verb.head.head
    parallel = verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and governor.lower_ == verb.lower_
    return governor if parallel and governor != verb.head else None


def _after_quote(verb: Token, sight: Sight) -> bool:
    """Whether "but admitted" stands right after a quotation and is joined to a word in it: who is quoted goes on."""
    if sight.bounds(verb.head) == sight.bounds(verb):
        return False
    joint = next((token for token in verb.head.children if token.dep_ == "cc" and token.i < verb.i), None)
    return joint is not None and joint.i > 0 and joint.nbor(-1).is_quote


def _touches(last: int, verb: Token) -> bool:
    """Whether nothing but auxiliaries, adverbs and marks stands between a token and the verb."""
    return last < verb.i and all(
        token.is_punct or token.tag_ in ("MD", "RB", "VBZ", "VBD", "VBP", "VBN")
        for token in verb.doc[last + 1 : verb.i]
    )
