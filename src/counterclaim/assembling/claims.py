"""Claims: what happened, who says it, when and where, put together into records with ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.assembling.answers import answered, relation_of
from counterclaim.assembling.confidence import load_weights, probability
from counterclaim.identity import identify
from counterclaim.parsed import Attribution, Candidate, Parties, When, Where
from counterclaim.records import Actor, Answer, Article, Caveat, Claim, Context, Mention, Source, Target
from counterclaim.rules import RuleSet
from counterclaim.segments import Sentence

DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the stages found out about one candidate."""

    candidate: Candidate
    attribution: Attribution | None
    when: When
    where: Where
    parties: Parties
    caveats: tuple[Caveat, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of all rules that had a part in it, each once, in the order of the stages."""
        said = self.attribution.rules if self.attribution else ()
        reserved = (caveat.rule for caveat in self.caveats)
        resolved = (*self.parties.rules, *self.when.rules, *self.where.rules)
        return tuple(dict.fromkeys((*self.candidate.rules, *said, *resolved, *reserved)))


def assemble_claims(
    article: Article, sentences: Sequence[Sentence], findings: Sequence[Findings], rules: RuleSet
) -> tuple[Claim, ...]:
    """One claim for each candidate, in text order; parts, repeats and denials point at each other."""
    claims = [_claim(article, sentences, finding, rules) for finding in findings]
    wholes = [finding.candidate.part_of for finding in findings]
    linked = [replace(c, part_of=claims[w].id) if w is not None else c for c, w in zip(claims, wholes, strict=True)]
    known = answered(linked, article, rules)
    weights = load_weights(rules)
    return tuple({c.id: replace(c, confidence=probability(c, weights)) for c in known}.values())


def _category(found: Findings) -> str:
    """What is counted; people of an armed side are its fighters."""
    people = found.candidate.category == "person"
    return "combatant" if people and found.parties.armed else found.candidate.category


def _claim(article: Article, sentences: Sequence[Sentence], found: Findings, rules: RuleSet) -> Claim:
    candidate, said = found.candidate, _reaching(found.candidate, found.attribution)
    sentence = sentences[candidate.sentence]
    modality = _modality(candidate, said)
    sources = said.sources if said else ()
    quantity = candidate.quantity
    target = _target_words(candidate, sources)
    return Claim(
        id=identify(article.id, quantity.start, quantity.end, candidate.event, sources, modality),
        event=candidate.event,
        trigger=candidate.trigger,
        quantity=quantity,
        target=Target(
            category=_category(found),
            also=candidate.also,
            side=found.parties.side,
            text=target.text if target else None,
            start=target.start if target else None,
            end=target.end if target else None,
        ),
        actor=found.parties.actor,
        sources=sources,
        modality=modality,
        caveats=found.caveats,
        answers=_answer(said, rules) if modality == DENIED else None,
        period=found.when.period,
        place=found.where.place,
        evidence=Mention(text=sentence.text, start=sentence.start, end=sentence.end),
        context=tuple(_context(sentences, found, sources)),
        confidence=candidate.weight,
        rules=found.rules,
        unknown=dict(_unknown(found, said)),
    )


def _target_words(candidate: Candidate, sources: Sequence[Source]) -> Mention | None:
    """The words for what is counted, unless they end in who says it: "kills six Syrian state TV"."""
    words = candidate.target
    ends_in_source = words is not None and any(s.start < words.end <= s.end for s in sources)
    return None if ends_in_source else words


def _reaching(candidate: Candidate, said: Attribution | None) -> Attribution | None:
    """The attribution as far as it reaches the event: who denies a part in what happened says nothing of the figure.

    "Denied that its aircraft were involved in the strike that killed 12": the 12 are the outlet's own words.
    """
    if said is None or said.modality != DENIED or said.whose is not None or not _is_granted(candidate, said):
        return said
    return replace(said, sources=said.sources[:-1], modality="asserted") if said.sources[1:] else None


def _is_granted(candidate: Candidate, said: Attribution) -> bool:
    """Whether what is said takes the event for granted: "vowed to avenge the 12 who were killed"."""
    return candidate.given is not None and said.content.start <= candidate.given < said.content.end


def _modality(candidate: Candidate, said: Attribution | None) -> str:
    if said is None or said.modality == "asserted" or (said.modality != DENIED and _is_granted(candidate, said)):
        return candidate.modality
    return said.modality if candidate.modality == "asserted" or said.modality == DENIED else candidate.modality


def _answer(said: Attribution | None, rules: RuleSet) -> Answer:
    """What a denied claim answers: somebody's claim, or nobody's in particular."""
    relation = next((r for rule in said.rules if (r := relation_of(rule, rules))), None) if said else None
    return Answer(relation=relation or "denies", whose=said.whose if said else None)


def _unknown(found: Findings, said: Attribution | None) -> Iterator[tuple[str, str]]:
    parties, period, where = found.parties, found.when.period, found.where
    if parties.side is None:
        yield "target.side", parties.side_why or "not stated"
    if parties.actor is None:
        yield "actor", parties.actor_why or "not stated"
    if period.start is None:
        yield "period.start", period.why or "not stated"
    if period.end is None:
        yield "period.end", period.why or "not stated"
    if where.place is None or where.place.geonames is None:
        yield "place", where.why or "not stated"
    for number, source in enumerate(said.sources if said else ()):
        if source.name is None and source.org is None:
            yield f"sources.{number}.name", "not named in the article"


def _context(sentences: Sequence[Sentence], found: Findings, sources: Sequence[Source]) -> Iterator[Context]:
    """The other sentences that dates, places and speakers were taken from, each once."""
    spans = [(word.start, "dates it") for word in found.when.period.words]
    spans += [(s.stands_for.start, "names the source") for s in sources if s.stands_for]
    spans += [(s.start, "attributes it") for s in sources]
    if found.where.place is not None:
        spans.append((found.where.place.start, "places it"))
    actor: Actor | None = found.parties.actor
    if actor is not None and actor.start is not None:
        spans.append((actor.start, "names the actor"))
    own = found.candidate.sentence
    seen = {own}
    for start, why in sorted(spans):
        index = next((s.index for s in sentences if s.start <= start < s.end), own)
        if index not in seen:
            seen.add(index)
            s = sentences[index]
            yield Context(text=s.text, start=s.start, end=s.end, why=why)
