"""One reporting phrase, before the phrases of an article are nested into chains."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Where the content stands, who is named for it and by which words; all in characters of the article.

    `rule` found the cue, `extra` are further rules used.
    `sources` is outermost first: two where the phrase itself cites ("the agency, quoting the governor, said").
    `widens` is true where a quotation that begins or ends in the content belongs to it as a whole.
    `closes` is true for words that end a sentence and speak about all of it ("..., an agency reported").
    `given` is true where the content is taken as given and not told: "condemned the attack that killed 12".
    `announces` is true for "The minister said:" at the end of a paragraph: the content is what follows.
    `looks_back` is true for "This was said by the minister": the content is what stands before.
    """

    start: int
    end: int
    sources: tuple[Range, ...]
    cue: Range
    act: str
    rule: str
    extra: tuple[str, ...] = ()
    modality: str = "asserted"
    whose: Range | None = None
    widens: bool = True
    closes: bool = False
    announces: bool = False
    looks_back: bool = False
    given: bool = False
