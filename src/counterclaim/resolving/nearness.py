"""Which date of a sentence is a figure's own: the one nearest to its event in the grammar of the sentence."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from counterclaim.parsed import Candidate
from counterclaim.resolving.dates import DateMention
from counterclaim.resolving.scopes import Scope
from counterclaim.resolving.story import Story

SILENT = ("said", "apart", "stamp")  # dates that are no figure's own
FAR = 40  # more steps than any path in a parse that holds together
RATE_REACH = 50  # "1,000 soldiers killed a day": the rate follows the figure within so many characters


def nearest_scope(candidate: Candidate, story: Story) -> Scope | None:
    """The date of the sentence that stands nearest to the candidate's event; None where the sentence has none."""
    planned = candidate.modality == "planned"
    near = (scope for scope in story.scopes(candidate.sentence) if planned or not story.lies_ahead(scope))
    scopes = [scope for scope in near if can_be_of(candidate, scope)]
    if len(scopes) < 2:
        return scopes[0] if scopes else None
    return min(scopes, key=lambda scope: distance(candidate, scope.mention, story))


def can_be_of(candidate: Candidate, scope: Scope) -> bool:
    """Whether a date can be the figure's own by its role and place."""
    quantity, mention = candidate.quantity, scope.mention
    if scope.role in SILENT or (mention.start < quantity.end and quantity.start < mention.end):
        return False
    return scope.role != "rate" or 0 <= mention.start - quantity.end < RATE_REACH


def distance(candidate: Candidate, mention: DateMention, story: Story) -> tuple[int, int]:
    """Steps in the parse from the event's words to the date, then characters between figure and date."""
    quantity = candidate.quantity
    characters = max(mention.start - quantity.end, quantity.start - mention.end, 0)
    doc = story.document.docs.get(candidate.sentence)
    if doc is None:
        return 0, characters
    start = story.document.sentences[candidate.sentence].start
    event, day = token_at(doc, candidate.trigger.start - start), token_at(doc, mention.start - start)
    return steps_between(event, day), characters


def token_at(doc: Doc, offset: int) -> Token:
    """The token that covers an offset."""
    low, high = 0, len(doc) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if doc[middle].idx <= offset else (low, middle - 1)
    return doc[low]


def steps_between(one: Token, other: Token) -> int:
    """The number of arcs on the way from one token to another in the parse; FAR where there is none."""
    up = {token.i: n for n, token in enumerate((one, *one.ancestors))}
    return next((n + up[token.i] for n, token in enumerate((other, *other.ancestors)) if token.i in up), FAR)
