"""Reports that close a sentence without any mark before them: "Shells killed 12 civilians a source at the police said".

Wire texts that have lost their commas are read wrongly by the parser, which takes the source for a part of what was
said. Here the kinds of words decide, not the tree.
"""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.attributing.lexicon import Cue
from counterclaim.attributing.noun_phrases import Phrase, can_speak, chunk_after, chunk_before, ends_quote, phrase_of
from counterclaim.attributing.sight import Sight, Tokens, has_tense

JOINTS = frozenset({"CC", "DT", "TO", "WDT", "WP", "WP$", "WRB", "PRP$", "POS", "MD"})  # no clause ends with them
MAIN = {"clause", "after"}
SHORTEST = 4  # words that can be a statement
BEHIND = frozenset({"dobj", "nsubj"})
LONGEST = 12  # words after the verb: to whom, when, on which condition
RELATED = 6  # words within which "that monitors the war" begins
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def find_closing(verb: Token, cue: Cue, sight: Sight) -> tuple[Phrase, Tokens] | None:
    """Who says it and what, where a report stands at the end of a sentence and no mark parts it from what is said."""
    if not cue.frames >= MAIN or cue.subjects or not (has_tense(verb) or _is_bare(verb, sight)):
        return None
    low, high = sight.bounds(verb)
    speaker = _before(verb, sight) or _behind(verb, cue, sight)
    if speaker is None or any(child.dep_ == "dobj" and child.lower_ in cue.stops for child in verb.rights):
        return None
    first, after = min(speaker.tokens[0], verb.i), max(speaker.tokens[1], verb.i + 1)
    if not _is_statement(low, first, sight) or not _closes(after, high, sight):
        return None
    content = sight.tidy(low, first)
    return (speaker, content) if content is not None else None


def who_adds(verb: Token, sight: Sight) -> Phrase | None:
    """Who goes on behind such a report: "... the ministry said adding that five were hurt"."""
    cues = sight.found.verbs.get(verb.head.lower_, ()) if verb.tag_ == "VBG" and verb.head.i < verb.i else ()
    read = (find_closing(verb.head, cue, sight) for cue in cues)
    return next((closing[0] for closing in read if closing is not None), None)


def _is_bare(verb: Token, sight: Sight) -> bool:
    """Whether "activists reported on Friday" was taken for "activists who were reported": only its time may follow."""
    if verb.tag_ != "VBN" or any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return False
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    return all(
        token.is_punct or (token.tag_ == "IN" and token.dep_ != "agent") or sight.is_word(token, "time")
        for token in behind
    )


def _before(verb: Token, sight: Sight) -> Phrase | None:
    """The noun phrase right before the verb, if its noun speaks; with what it hangs on: "a source at the ministry"."""
    chunk = chunk_before(verb, sight)
    if chunk is None or chunk.head.tag_ == "PRP" or _is_counted(chunk, sight):
        return None
    speaker = (_hung_on(chunk, sight) or _own_words(chunk, sight)) if _is_governed(chunk, sight) else chunk
    return speaker if speaker is not None and can_speak(speaker.head, sight) else None


def _is_counted(chunk: Phrase, sight: Sight) -> bool:
    """Whether the chunk is what a verb before it did something to: "killed 12 people said the observatory"."""
    first, doc = chunk.tokens[0], sight.doc
    if doc[first].tag_ != "CD":
        return False
    while first > 0 and sight.is_word(doc[first - 1], "bound"):
        first -= 1  # "wounded more than 60 people said the observatory"
    return first > 0 and doc[first - 1].tag_.startswith("VB")


def _is_governed(chunk: Phrase, sight: Sight) -> bool:
    """Whether a preposition or a verb stands before the chunk or in it: it may begin with what is no source."""
    doc, first = sight.doc, max(chunk.tokens[0] - 1, 0)
    linked = [i for i in range(first, chunk.tokens[1]) if sight.is_word(doc[i], "link")]
    inside = linked and linked[0] > chunk.tokens[0] and sight.found.kind(doc[linked[0] - 1].lower_) is not None
    return doc[first].tag_.startswith("VB") or bool(linked and not inside)


def _hung_on(chunk: Phrase, sight: Sight) -> Phrase | None:
    """The phrase before that the chunk belongs to, if its noun speaks: "a source at X", "a group that monitors X"."""
    doc, first = sight.doc, chunk.tokens[0]
    joint = first - 1
    if not sight.is_word(doc[joint], "link"):
        joint = next((i for i in range(first - 1, max(first - RELATED, 0), -1) if doc[i].tag_ in RELATIVE), 0)
    outer = chunk_before(doc[joint], sight) if joint > 1 else None
    if outer is None or outer.head.i != joint - 1 or sight.found.kind(outer.head.lower_) is None:
        return None
    start = outer.tokens[0]
    if (partner := _joined_to(start, sight)) is not None:
        start = partner
    object_of = start > 0 and (doc[start - 1].tag_.startswith("VB") or sight.is_word(doc[start - 1], "link"))
    return None if object_of or doc[start].tag_ == "CD" else Phrase(outer.head, (start, chunk.tokens[1]))


def _joined_to(start: int, sight: Sight) -> int | None:
    """Where the speaker begins that "and" joins to this one: "a war monitor and medics in the city said"."""
    if start < 2 or sight.doc[start - 1].tag_ != "CC":
        return None
    partner = chunk_before(sight.doc[start - 1], sight)
    speaks = partner is not None and sight.found.kind(partner.head.lower_) is not None
    return partner.tokens[0] if partner is not None and speaks else None


def _own_words(chunk: Phrase, sight: Sight) -> Phrase | None:
    """The end of a chunk that is a source of its own: "in the town of Tabqah | security sources"."""
    doc, (first, end) = sight.doc, chunk.tokens
    start = end - 1
    while start > first and sight.is_word(doc[start - 1], "trade"):
        start -= 1
    if start > first and doc[start - 1].tag_ == "DT":
        start -= 1
    if sight.is_word(doc[first], "the") and all(_describes(token) for token in doc[first + 1 : end - 1]):
        start = first  # "five people were wounded | the independent monitor said"
    whole = start == first and doc[first - 1].tag_ == "IN"  # "in the ministry said": no source, but a place
    return Phrase(doc[end - 1], (start, end)) if not whole and sight.found.kind(doc[end - 1].lower_) else None


def _describes(token: Token) -> bool:
    """Whether a word only describes the noun behind it: an adjective, a participle, "Geneva-based"."""
    return token.tag_ in ("JJ", "VBN", "HYPH") or token.nbor().tag_ == "HYPH"


def _behind(verb: Token, cue: Cue, sight: Sight) -> Phrase | None:
    """The noun phrase right behind "said", if its noun speaks."""
    if "to" in cue.frames:
        return None
    tied = next((child for child in verb.rights if child.dep_ in BEHIND and child.left_edge.i == verb.i + 1), None)
    after = phrase_of(tied, sight, verb) if tied is not None else chunk_after(verb, sight)
    return after if after is not None and can_speak(after.head, sight) else None


def _is_statement(low: int, first: int, sight: Sight) -> bool:
    """Whether the words before the source are a clause that ends without a mark or a conjunction."""
    doc = sight.doc
    quoted = first - low > SHORTEST and ends_quote(doc, first - 1, first - SHORTEST)  # '"12 died there" Ann Bell said'
    last = doc[first - 2 if quoted else first - 1]
    if (
        first - low < SHORTEST
        or last.is_punct
        or last.tag_ in JOINTS
        or last.dep_ == "mark"
        or sight.is_word(last, "link")
    ):
        return False
    return any(token.tag_.startswith("VB") and token.dep_ != "relcl" for token in doc[low:first])


def _closes(after: int, high: int, sight: Sight) -> bool:
    """Whether nothing happens after the report but that something is added, quoted or blamed."""
    for token in sight.doc[after : min(high, after + LONGEST)]:
        if sight.is_word(token, "that"):
            return False
        if token.tag_ in RELATIVE or token.dep_ == "mark" or _goes_on(token):
            return True
        if has_tense(token) or token.tag_ == "CC":
            return False
    return high - after <= LONGEST


def _goes_on(token: Token) -> bool:
    """Whether a participle goes on from the report: "said, adding that", "said, blaming the rebels"."""
    return token.tag_ == "VBG" and token.i > 0 and token.nbor(-1).tag_ != "IN"
