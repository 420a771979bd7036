"""The subject of a verb of saying, its own or that of the verb above it, and whether it can speak."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.attributing.lexicon import Cue
from counterclaim.attributing.noun_phrases import SUBJECTS, Phrase, can_speak, phrase_of
from counterclaim.attributing.sight import Sight

GOVERNED = frozenset({"conj", "advcl", "xcomp", "pcomp", "parataxis", "ccomp", "prep", "dep"})


def subject_of(verb: Token, sight: Sight) -> Token | None:
    """The head of the verb's subject: its own, or that of the verb it continues ("said ..., adding that")."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own:
        turned = own[-1].i > verb.i and verb.i > 0 and verb.nbor(-1).text in (",", '"', "”", "''")
        return _antecedent(own[-1] if turned else own[0], verb, sight)
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ in ("acl", "relcl"):
        top = [token for token in verb.ancestors if token.dep_ == "ROOT" and token.tag_.startswith("NN")]
        if verb.tag_ == "VBN" and top and can_speak(top[0], sight):
            return top[0]
        return head if head.tag_.startswith(("NN", "PRP")) else None
    if verb.dep_ not in GOVERNED:
        return None
    governor = head.head if head.dep_ == "prep" and head.tag_ == "IN" else head
    verbal = governor.tag_.startswith(("VB", "MD", "JJ")) and governor != verb
    return subject_of(governor, sight) if verbal else None


def _antecedent(subject: Token, verb: Token, sight: Sight) -> Token | None:
    """For "who said", the noun that "who" is about; nobody for "there", "we" and the like."""
    if sight.is_word(subject, "relative") and subject.tag_ in ("WP", "WDT"):
        clause = verb if verb.dep_ == "relcl" else verb.head
        noun = clause.head if clause.dep_ == "relcl" else _before_comma(subject)
        return noun if noun is not None and noun.tag_.startswith(("NN", "PRP")) else None
    return None if sight.is_word(subject, "nobody") else subject


def _before_comma(relative: Token) -> Token | None:
    """The word that stands before "which" or ", who", where the grammar ties the clause to something else."""
    words = [token for token in relative.doc[max(0, relative.i - 2) : relative.i] if token.text != ","]
    return words[-1] if words else None


def governing(verb: Token, sight: Sight) -> Phrase | None:
    """The speaker of the reporting verb that "adding" or "but admitted" goes on from."""
    for ancestor in verb.ancestors:
        if ancestor.lower_ in sight.found.verbs and ancestor.tag_.startswith("VB"):
            subject = subject_of(ancestor, sight)
            if subject is not None and can_speak(subject, sight):
                return phrase_of(subject, sight, ancestor)
    return None


def fits(head: Token, cue: Cue, sight: Sight) -> bool:
    """Whether the rule takes such a subject: "the report found" speaks, "the soldier found" and no attack does."""
    if sight.is_word(head, "mute") and not head.tag_.startswith("NNP"):
        return False
    named = "name" in cue.subjects and (head.tag_ == "PRP" or sight.is_name(head))
    return not cue.subjects or named or sight.found.kind(head.lower_) in cue.subjects
