"""Whether a word is a verb that reports: not one that only may be, is asked about, or stands behind its subject."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.attributing.contents import is_misread
from counterclaim.attributing.noun_phrases import SUBJECTS, chunk_before
from counterclaim.attributing.sight import Sight
from counterclaim.attributing.speakers import has_subject

OPENING = 6  # tokens: a sentence that opens with "Smith said" has nothing before it to be said


def has_particle(verb: Token, particle: str) -> bool:
    """Whether the particle of "point out" or "own up" stands behind the verb."""
    return any(right.lower_ == particle for right in verb.doc[verb.i + 1 : verb.i + 3])


def is_verb(word: Token, sight: Sight) -> bool:
    """Whether the word is a verb, or a noun only for the tagger: "the report states that", "..., Crux reports." """
    if word.tag_.startswith("VB"):
        return True
    if not word.tag_.startswith("NN") or word.i + 1 >= len(word.doc):
        return False
    told = sight.is_word(word.nbor(), "that") and word.nbor().dep_ == "mark" and word.lower_ not in sight.found.nouns
    shown = word.nbor(-1).tag_ == "NNS" and word.nbor().text in (",", ".") if word.i > 0 else False
    if shown and sight.found.kind(word.nbor(-1).lower_) == "document" and word.lower_ not in sight.found.nouns:
        return True  # "..., records show."
    ends = word.i + 2 >= len(word.doc) and word.i > OPENING and word.tag_ == "NNS"
    return told or (ends and _is_named(word.i - 1, sight) and _is_set_off(word, sight))


def _is_set_off(word: Token, sight: Sight) -> bool:
    """Whether a mark parts the noun phrase before a word from the rest: "..., Crux reports", no "12 Crux figures"."""
    phrase = chunk_before(word, sight)
    return phrase is not None and phrase.tokens[0] > 0 and not sight.doc[phrase.tokens[0] - 1].is_alpha


def _is_named(i: int, sight: Sight) -> bool:
    """Whether a token is a name, or a person's noun with nothing but its article after a quotation: '" the general'."""
    token = sight.doc[i]
    quoted = i > 1 and token.nbor(-1).tag_ == "DT" and token.nbor(-2).is_quote
    if sight.found.kind(token.lower_) in ("media", "body"):
        return True  # "..., the news agency reports"
    return token.tag_.startswith("NNP") or (quoted and sight.found.kind(token.lower_) == "person")


def is_unreal(verb: Token, sight: Sight) -> bool:
    """Whether nothing is said: "did not say", "would say", "declined to say", "if he says"."""
    if sight.is_word(verb.head, "undone") and verb.dep_ in ("xcomp", "ccomp"):
        return True
    if verb.dep_ == "pcomp" and sight.is_word(verb.head, "lacking"):
        return True
    if verb.tag_ in ("VBN", "VBD") and any(
        child.i == verb.i + 1 and sight.is_word(child, "state") and not has_subject(child) for child in verb.rights
    ):
        return True  # "40 confirmed dead": they confirm nothing
    if verb.tag_ in ("VBN", "VBG") and verb.dep_ in ("amod", "compound", "nmod", "acomp", "oprd"):
        return True
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and sight.is_word(child, "unreal")):
            return True
        if child.dep_ == "mark" and sight.is_word(child, "condition"):
            return True
        if child.dep_ == "aux" and child.tag_ == "TO" and not sight.is_word(verb.head, "goes_on"):
            return True
        if child.dep_ == "aux" and child.tag_ == "TO" and any(other.dep_ == "neg" for other in verb.head.children):
            return True  # "it was not possible to verify"
    return False


def is_passive(verb: Token, sight: Sight) -> bool:
    """Whether those who say it are not the subject: "was reported by", "reports confirmed by"."""
    if is_turned(verb):
        return not any(sight.is_word(child, "as") and child.dep_ == "prep" for child in verb.children)
    if is_misread(verb):
        return False
    bare = verb.dep_ == "acl" and not _has_that(verb, sight) and all(child.dep_ != "dobj" for child in verb.children)
    return verb.tag_ == "VBN" and (agent_of(verb) is not None or bare or _is_asked(verb))


def _is_asked(verb: Token) -> bool:
    """Whether a participle without a subject tells what was done to the one who speaks: "when pressed on it, ..."."""
    alone = all(child.dep_ not in SUBJECTS and child.dep_ != "aux" for child in verb.children)
    return alone and verb.dep_ == "advcl" and any(child.dep_ in ("advmod", "mark") for child in verb.lefts)


def _has_that(verb: Token, sight: Sight) -> bool:
    """Whether "that" follows soon: "an officer ... reported on Monday that" is no passive, however it was tagged."""
    following = verb.doc[verb.i + 1 : verb.i + OPENING]
    return any(sight.is_word(token, "that") and token.dep_ == "mark" for token in following)


def is_turned(verb: Token) -> bool:
    """Whether the verb has the form of a passive: "was reported"."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def agent_of(verb: Token) -> Token | None:
    """Who is named behind "by"; None where nobody is."""
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
