"""What the stages hand one another before there are claims; a Doc lives here and ends where extraction ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc

from counterclaim.records import Actor, Article, Mention, Period, Place, Quantity, Source
from counterclaim.segments import Sentence
from counterclaim.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article being read: its sentences, and a parse for each sentence that passed the gate.

    `docs` maps the index of a sentence to its Doc; `sentences[i].start + token.idx` is the token's place in
    the article. The pipes that ran are tok2vec, tagger and parser: use `tag_`, `dep_`, `head`, `lower_`
    (there are no lemmas, `pos_`, entities or sentence starts). `trees` are the same parses as plain tuples, for
    those of them that were built.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    docs: Mapping[int, Doc]
    trees: Mapping[int, Tree] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A quantity tied to an event and a target, before anyone is asked who said it, when and where.

    `sentence` is the sentence's index. `target` is the words of the people, things or place counted
    (None for a headless count), `category` and `also` what they are. `agent` is the phrase of whoever did it,
    as the grammar of the sentence gives it. `part_of` is the position, in the same tuple, of the whole that
    this one is a part of. `given` is where the word stands that takes the event for granted ("to avenge the 12 who
    were killed"): a doubt or denial of what holds this word does not reach the event. `weight` is the
    probability that event, low and high are right.
    """

    sentence: int
    quantity: Quantity
    event: str
    trigger: Mention
    target: Mention | None
    category: str
    also: tuple[str, ...] = ()
    agent: Mention | None = None
    modality: str = "asserted"
    given: int | None = None
    part_of: int | None = None
    rules: tuple[str, ...] = ()
    weight: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words that somebody is said to have said: content, and the chain of sources, outermost first.

    `content` may span sentences (a quotation over paragraphs). `sources` are filled as far as the stage knows:
    attributing gives text, cue and act; resolving adds name, org, side and stands_for.
    """

    content: Mention
    sources: tuple[Source, ...]
    act: str
    modality: str = "asserted"
    rules: tuple[str, ...] = ()
    whose: Mention | None = None  # for a denial: the denied claim's owner ("reports", "the media")
    event: str | None = None  # for a statement without a figure: what it says happened
    trigger: Mention | None = None  # the words in the content that say so
    given: bool = False  # the content is spoken about, not told: its figures have another source


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The period of one candidate, with the rules that fired."""

    period: Period
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The place of one candidate or None, with the reason for None or for what is not resolved."""

    place: Place | None
    why: str | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Whose the target was and who did it; each with a reason where it is not known."""

    side: str | None = None
    side_why: str | None = None
    actor: Actor | None = None
    actor_why: str | None = None
    rules: tuple[str, ...] = ()
    armed: bool = False  # people of whom the text says only whose they are are fighters: "12 of the group were killed"
