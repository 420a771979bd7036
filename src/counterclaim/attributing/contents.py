"""What is said: the stretch of a sentence that belongs to a reporting verb."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.attributing.content_clauses import clause_after, end_of, last_of
from counterclaim.attributing.lexicon import Cue
from counterclaim.attributing.noun_phrases import SUBJECTS, Phrase
from counterclaim.attributing.placed_before import LONG_TAIL, before_verb
from counterclaim.attributing.sight import Sight, Tokens, has_tense

# Frames, and the kinds of words that they go by.
PREPOSITIONS = {"of": "about", "for": "cause", "at": "toward", "against": "opposed"}
# Tags of the words before a quotation that is part of a phrase.
SCARE = frozenset({"CD", "JJ", "DT", "PRP$", "IN", "POS", "NN", "NNS"})


def find_content(verb: Token, cue: Cue, speaker: Phrase, sight: Sight) -> Tokens | None:
    """What the speaker says: tied to the verb by the grammar, else what stands before, around or behind a colon."""
    content = _content(verb, cue, speaker, sight)
    if content is None or content[0] <= verb.i:
        return content
    start = _broken_off(content[0], min(verb.i, speaker.tokens[0]), sight)
    return content if start is None else sight.tidy(start, content[1])


def _broken_off(after: int, report: int, sight: Sight) -> int | None:
    """Where what is said begins that is broken off before a report and goes on behind it: '"We won," he said, "and".'

    Without marks it is what stands before a comma: 'Ten died, he said, "and five were hurt".'
    """
    doc = sight.doc
    opening = next((i for i in (after, after - 1) if doc[i].is_quote), None)
    if opening is None or report < 2 or doc[opening - 1].text != ",":
        return None
    if not doc[report - 1].is_quote:
        joined = doc[opening + 1].tag_ == "CC" and doc[report - 1].text == ","
        return sight.bounds(doc[report])[0] if joined and any(has_tense(token) for token in doc[:report]) else None
    place = sight.base + doc[report - 1].idx
    quote = next((quote for quote in sight.quotes if quote[0] < place <= quote[1]), None)
    return None if quote is None else next(token.i for token in doc if sight.base + token.idx >= quote[0])


def _content(verb: Token, cue: Cue, speaker: Phrase, sight: Sight) -> Tokens | None:
    if _stops(verb, cue):
        return None
    low, high = sight.bounds(verb)
    after = after_verb(verb, cue, sight)
    turned = speaker.tokens[0] == verb.i + 1  # "... said the observatory adding that ...": what it adds comes apart
    if after is not None and not (turned and after[0] <= speaker.tokens[0]):
        return sight.tidy(max(low, after[0]), min(high, after[1]))
    if not cue.frames & {"clause", "quote", "after"}:
        return None
    placed = introduced(verb, speaker, high, sight) or as_they_say(verb, low, high, sight)
    placed = placed or loose_clause(verb, speaker, low, high, sight)
    if placed is not None:
        return placed if "clause" in cue.frames or has_quote(placed, (low, high), sight) else None
    if "after" not in cue.frames or verb.tag_ == "VB" or _hangs(verb, sight):
        return None
    before = before_verb(verb, cue, speaker, low, high, sight)
    return before if before is None or "clause" in cue.frames or has_quote(before, (low, high), sight) else None


def _stops(verb: Token, cue: Cue) -> bool:
    """Whether nothing is told, but something claimed for oneself: "claimed the attack that killed ten"."""
    things = [child for child in verb.rights if child.dep_ == "dobj" and child.lower_ in cue.stops]
    return bool(things) and "object" not in cue.frames and all(child.dep_ != "ccomp" for child in verb.rights)


def _hangs(verb: Token, sight: Sight) -> bool:
    """Whether a participle only hangs on a noun: "with half the precincts reporting"; "quoted as saying" does not."""
    behind = verb.dep_ == "acl" or (verb.dep_ == "pcomp" and not sight.is_word(verb.head, "as"))
    return verb.tag_ == "VBG" and behind


def has_quote(tokens: Tokens, bounds: Tokens, sight: Sight) -> bool:
    """Whether the stretch begins or ends with quotation marks, those around the report itself left out."""
    edges = (tokens[0] - 1, tokens[0], tokens[1] - 1, tokens[1])
    return any(sight.doc[i].is_quote for i in edges if bounds[0] <= i < bounds[1])


def after_verb(verb: Token, cue: Cue, sight: Sight) -> Tokens | None:
    """The content that the grammar ties to the verb, in the frames of its rule."""
    frames = cue.frames
    if frames & {"clause", "quote", "how"}:
        clause = clause_after(verb, sight)
        if clause is not None and (
            "clause" in frames or sight.doc[clause[0]].is_quote or sight.doc[clause[0] - 1].is_quote
        ):
            return clause
    if frames & {"infinitive", "gerund"}:
        other = next((child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i), None)
        if other is not None:
            return verb.i + 1, end_of(verb, last_of(other, verb, sight), sight)
    kinds = tuple(kind for frame, kind in PREPOSITIONS.items() if frame in frames)
    if kinds:
        return phrase_after(verb, frozenset().union(*(sight.found.words[kind] for kind in kinds)), sight)
    return object_after(verb, cue, sight) if "object" in frames else None


def phrase_after(verb: Token, prepositions: frozenset[str], sight: Sight) -> Tokens | None:
    """What stands after "of", "about" or "for": "warned of 30 attacks", "accused them of killing ten"."""
    heads = [verb, *(child for child in verb.children if child.dep_ == "dobj")]
    for head in heads:
        for child in head.children:
            if child.dep_ == "prep" and child.i > verb.i and child.lower_ in prepositions:
                doing = next((grand for grand in child.children if grand.dep_ == "pcomp"), child)
                return child.i + 1, last_of(doing, verb, sight)
            mark = child.left_edge
            if child.dep_ == "advcl" and mark.i > verb.i and mark.dep_ == "mark" and mark.lower_ in prepositions:
                return mark.i + 1, child.right_edge.i + 1  # "called for the wage to be raised"
    return None


def object_after(verb: Token, cue: Cue, sight: Sight) -> Tokens | None:
    """The noun phrase that is reported: "the loss of five tanks", "reports that five were killed"."""
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if thing is None or thing.lower_ in cue.stops or (cue.objects and thing.lower_ not in cue.objects):
        return None
    if thing.tag_ in ("PRP", "WP", "WDT"):
        return None
    end = thing.right_edge.i + 1
    colon = next((token.i for token in sight.doc[end:] if token.text == ":"), None)
    if colon is not None and colon + 2 < len(sight.doc):
        return colon + 1, len(sight.doc)
    for child in verb.rights:
        if (
            child.i >= end
            and child.dep_ in ("prep", "oprd", "advcl", "npadvmod")
            and child.lower_ not in sight.found.verbs
            and not any(grand.dep_ == "pcomp" and grand.lower_ in sight.found.verbs for grand in child.children)
        ):
            end = child.right_edge.i + 1
    return thing.left_edge.i, end


def introduced(verb: Token, speaker: Phrase, high: int, sight: Sight) -> Tokens | None:
    """What stands behind a colon, an opening quotation mark or a "that" after the verb."""
    doc = sight.doc
    start = max(verb.i, speaker.tokens[1] - 1) + 1
    start = max(start, _after_aside(verb, high, sight))
    for i in range(start, min(high - 1, start + LONG_TAIL)):
        if doc[i].text in (":", '"', "“") or (sight.is_word(doc[i], "that") and _opens_clause(doc[i])):
            return sight.tidy(i if doc[i].is_quote else i + 1, high)
        if (
            has_tense(doc[i])
            or (doc[i].tag_ == "VBG" and doc[i].lower_ in sight.found.verbs)
            or (doc[i + 1].is_quote and doc[i].tag_ in SCARE)
        ):
            break
    return None


def _after_aside(verb: Token, high: int, sight: Sight) -> int:
    """The token after the comma that closes "reported, citing the ministry, that"; 0 if there is no such aside."""
    doc, start = verb.doc, verb.i + 2
    if start >= high or doc[start - 1].text != "," or not sight.is_word(doc[start], "quoting"):
        return 0
    return next((i + 1 for i in range(start, min(high, start + LONG_TAIL)) if doc[i].text == ","), 0)


def _opens_clause(that: Token) -> bool:
    """Whether "that" begins what is said: a subject follows it, not a verb."""
    return that.dep_ == "mark" or that.nbor().tag_ in ("DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "CD", "EX")


def is_misread(verb: Token) -> bool:
    """Whether a report was read as a participle: "the army reported on Friday it had hit" has a subject too many."""
    if verb.tag_ != "VBN" or verb.dep_ != "acl":
        return False
    if verb.head.dep_ == "ROOT":
        marks = [token.text for token in verb.doc[-2:]]
        return "." in marks and not any(has_tense(token) for token in verb.doc)
    if verb.head.dep_ not in SUBJECTS:
        return False
    return any(child.dep_ in SUBJECTS and child.i > verb.i for child in verb.head.head.children)


def loose_clause(verb: Token, speaker: Phrase, low: int, high: int, sight: Sight) -> Tokens | None:
    """A clause after the verb that the grammar ties to something else: "said late on Friday it had hit five posts"."""
    finite = has_tense(verb) or is_misread(verb)
    if speaker.tokens[0] > verb.i or verb.i - speaker.tokens[0] > LONG_TAIL or not finite:
        return None
    for token in sight.doc[verb.i + 1 : min(high, verb.i + LONG_TAIL)]:
        if token.text in ",;" or sight.is_word(token, "afterwards") or token.tag_ in ("WDT", "WP", "CC"):
            return None
        if token.dep_ in SUBJECTS and token.head.i > verb.i:
            return sight.tidy(token.left_edge.i, high)
    return None


def as_they_say(verb: Token, low: int, high: int, sight: Sight) -> Tokens | None:
    """What follows "As the ministry says, ..." at the beginning of a sentence."""
    if not sight.is_word(sight.doc[low], "as") or verb.left_edge.i > low + 1 or verb.dep_ != "advcl":
        return None
    return sight.tidy(verb.right_edge.i + 1, high)
