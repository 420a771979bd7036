"""What is said before the report: "Four people died, an official said", also where the sentence goes on behind it."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.attributing.lexicon import Cue
from counterclaim.attributing.noun_phrases import SUBJECTS, Phrase, is_finite
from counterclaim.attributing.sight import Sight, Tokens, has_tense

MAIN = frozenset({"ROOT", "ccomp", "parataxis", "dep", "advcl"})
SHORTEST = 3  # words of what is said, unless it is a clause
LONG_TAIL = 10  # words after a closing "..., an official told reporters in the capital on Monday"


def before_verb(verb: Token, cue: Cue, speaker: Phrase, low: int, high: int, sight: Sight) -> Tokens | None:
    """What stands before "..., an official said", and around it where the sentence goes on."""
    if _is_subordinate(verb, sight) or any(
        child.dep_ == "dobj" and child != speaker.head and not _is_addressee(child, cue, sight) for child in verb.rights
    ):
        return None
    if verb.tag_ == "VBG" and verb.head.i < verb.i and verb.head.lower_ in sight.found.verbs:
        return None  # '"We left," said an officer, asking not to be named': it is said already
    doc, first = sight.doc, min(verb.i, speaker.tokens[0])
    first -= first > low and doc[first - 1].dep_ == "mark"  # '"...," as the mayor put it'
    after = max(verb.i + 1, speaker.tokens[1])
    if verb.dep_ == "relcl" and "object" in cue.frames and first > low and doc[first - 1].tag_.startswith("NN"):
        return None  # "the truce it announced"
    between = first > low and doc[first - 1].text == "," and after < high and doc[after].text == ","
    unmarked = _is_unmarked(verb, first)
    if verb.dep_ not in MAIN and not between and not unmarked and not is_last(verb, speaker, high, sight):
        return None
    if between and verb.dep_ != "ROOT" and not sight.is_word(doc[after + 1], "elsewhere"):
        return sight.tidy(low, high)
    before = sight.tidy(low, first)
    if before is None or _is_too_short(before, sight) or _is_said_already(before, first, sight):
        return None
    return (sight.tidy(low, high) or before) if _goes_on(verb, before, after, high, sight) else before


def _is_too_short(before: Tokens, sight: Sight) -> bool:
    """Whether the words are no clause: "Ten died" is one, "Last year" is none."""
    first, last = sight.doc[before[0]], sight.doc[before[1] - 1]
    clause = has_tense(last) and first.dep_ in SUBJECTS and first.head == last
    return before[1] - before[0] < SHORTEST and not clause


def _is_said_already(before: Tokens, first: int, sight: Sight) -> bool:
    """Whether another report stands between the quotation and its speaker: '"No," said | Karl Berg, asked about it'."""
    last = sight.doc[before[1] - 1]
    quoted = last.i == first - 1 and last.i > 0 and last.nbor(-1).is_quote
    return quoted and has_tense(last) and last.lower_ in sight.found.verbs


def _is_unmarked(verb: Token, first: int) -> bool:
    """Whether a report stands in its content without commas: "Strikes killed 16 civilians a monitor said and ..."."""
    if verb.dep_ != "conj" or not has_tense(verb) or not is_finite(verb.head) or verb.doc[first - 1].is_punct:
        return False
    earlier = [
        verb.head.i,
        *(child.right_edge.i for child in verb.head.rights if child.dep_ == "conj" and child.i < first),
    ]
    return not any(child.dep_ == "cc" and earlier[-1] < child.i < first for child in verb.head.rights)


def _is_subordinate(verb: Token, sight: Sight) -> bool:
    """Whether the report stands in a clause of its own ("after he said"); a mark inside the quotation is not its."""
    marks = [child for child in verb.children if child.dep_ == "mark" and not sight.is_word(child, "as")]
    return any(not any(token.is_quote for token in sight.doc[mark.i : verb.i]) for mark in marks)


def _is_addressee(thing: Token, cue: Cue, sight: Sight) -> bool:
    """Whether a verb's object is the one spoken to: "told the agency", "informed him"."""
    kind = sight.found.kind(thing.lower_)
    kept = kind == "body" and any(sight.is_word(child, "one_article") for child in thing.children)
    named = thing.tag_ in ("NNP", "NNPS", "PRP") or (kind is not None and not kept)  # "maintains an office"
    return named or ("to" in cue.frames and thing.lower_ not in cue.stops)


def _goes_on(verb: Token, before: Tokens, after: int, high: int, sight: Sight) -> bool:
    """Whether the words after "..., police said, ..." go on with what stands before it."""
    rest = [token for token in sight.doc[after:high] if not token.is_punct]
    if not rest or sight.is_word(rest[0], "elsewhere"):
        return False
    split_off = any(token.dep_ == "conj" and token.head == verb and token.tag_[:2] == "VB" for token in rest)
    return not split_off and any(before[0] <= token.head.i < before[1] for token in rest)


def is_last(verb: Token, speaker: Phrase, high: int, sight: Sight) -> bool:
    """Whether the sentence ends with the report and nothing else happens after it."""
    start = max(verb.i + 1, speaker.tokens[1])
    joint = (i for i in range(start, high) if sight.is_word(sight.doc[i], "elsewhere"))
    tail = sight.doc[start : next(joint, high)]
    return len(tail) <= LONG_TAIL and not any(has_tense(token) and not _is_in_relative(token, start) for token in tail)


def _is_in_relative(token: Token, start: int) -> bool:
    """Whether a word stands in a relative clause of the tail: "said in a statement, which was published"."""
    return any(one.dep_ == "relcl" and one.i >= start for one in (token, *token.ancestors))
