"""Every quantity of an article tied to what happened to what it counts, or dropped with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.finding.categories import category_of, target_of
from counterclaim.finding.choosing import events_of, is_sure_enough
from counterclaim.finding.continuing import continued
from counterclaim.finding.counted import Counted, Scene, Sofar, count_all
from counterclaim.finding.lexicon import lexicon
from counterclaim.finding.loss_lists import find_listed
from counterclaim.finding.modality import NEGATED, modality_of
from counterclaim.finding.quantities import find_non_counts, find_quantities
from counterclaim.finding.singles import singles
from counterclaim.finding.territory import find_places_taken
from counterclaim.finding.ties import Link
from counterclaim.finding.topic import may_be_about_violence
from counterclaim.gazetteer import Gazetteer
from counterclaim.parsed import Candidate, Document
from counterclaim.records import Mention, Quantity, Skipped
from counterclaim.rules import RuleSet
from counterclaim.segments import Sentence
from counterclaim.tree import Tree


def quantities_by_sentence(text: str, sentences: Sequence[Sentence], rules: RuleSet) -> dict[int, tuple[Quantity, ...]]:
    """The quantities of each sentence that has any, by the sentence's index."""
    found = ((s.index, find_quantities(s.text, rules, offset=s.start)) for s in sentences)
    return {index: quantities for index, quantities in found if quantities}


def find_candidates(
    document: Document,
    trees: Mapping[int, Tree],
    quantities: Mapping[int, tuple[Quantity, ...]],
    rules: RuleSet,
    gazetteer: Gazetteer,
) -> tuple[tuple[Candidate, ...], tuple[Skipped, ...]]:
    """All candidates of an article in text order, and the quantities that looked like claims and were dropped."""
    candidates: list[Candidate] = []
    skipped: list[Skipped] = []
    words = lexicon(rules, may_be_about_violence(document.article.text, rules))
    for index, tree in trees.items():
        told_at = _told_before(document, index, candidates)
        scene = Scene(
            article=document.article, sentence=document.sentences[index], tree=tree, rules=rules, lexicon=words,
            first=len(candidates), told=None if told_at is None else candidates[told_at], told_at=told_at,
        )  # fmt: skip
        found, dropped = find_in_sentence(scene, quantities.get(index, ()))
        candidates.extend(found)
        candidates.extend(_taken(scene, gazetteer))
        skipped.extend(sorted((*dropped, *_uncounted(scene)), key=lambda number: number.start))
    listed = list(find_listed(document, quantities, rules))
    counted = {candidate.quantity.start for candidate in listed}
    candidates = [*_without(candidates, counted), *listed]
    return _in_order(candidates), tuple(number for number in skipped if number.start not in counted)


def _told_before(document: Document, index: int, candidates: Sequence[Candidate]) -> int | None:
    """The position of the last whole count in the sentence before this one, where both are of one paragraph."""
    sentences = document.sentences
    if index == 0 or sentences[index].paragraph != sentences[index - 1].paragraph:
        return None
    whole = [n for n in range(len(candidates)) if _is_whole(candidates[n], index - 1)]
    return max(whole, key=lambda n: (candidates[n].event != "attacks", n), default=None)


def _is_whole(candidate: Candidate, sentence: int) -> bool:
    return candidate.sentence == sentence and candidate.part_of is None


def _without(candidates: Sequence[Candidate], counted: set[int]) -> list[Candidate]:
    """The candidates whose numbers no list counts already; parts of those dropped stand by themselves."""
    kept = [n for n, c in enumerate(candidates) if c.quantity.start not in counted]
    if len(kept) == len(candidates):
        return list(candidates)
    moved = {old: new for new, old in enumerate(kept)}
    parts = ((candidates[n], candidates[n].part_of) for n in kept)
    return [c if part is None else replace(c, part_of=moved.get(part)) for c, part in parts]


def _uncounted(scene: Scene) -> tuple[Skipped, ...]:
    """The ages, prices, years and other numbers that count nothing, where the sentence has a word for an event."""
    words = scene.lexicon
    if not any(word in words.verbs or word in words.nouns or word in words.adjectives for word in scene.tree.words):
        return ()
    return find_non_counts(scene.sentence.text, scene.rules, offset=scene.sentence.start)


def find_in_sentence(scene: Scene, quantities: Sequence[Quantity]) -> tuple[tuple[Candidate, ...], tuple[Skipped, ...]]:
    """The candidates of one sentence, and its quantities that are none."""
    found: list[Candidate] = []
    skipped: list[Skipped] = []
    before = Sofar()
    items = sorted((*count_all(scene, quantities), *singles(scene)), key=lambda item: item.quantity.start)
    around = [item.quantity for item in items]
    for item in items:
        if item.single:
            one = list(_made_of_one(scene, item, before))
            found.extend(one)
            before = Sofar(tuple(found), item.links if one and item.links else before.links)
            continue
        made = list(_made(scene, item, before, around)) or continued(scene, item, before)
        found.extend(made)
        before = Sofar(tuple(found), item.links or before.links)
        if not made:
            q = item.quantity
            skipped.append(Skipped(text=q.text, start=q.start, end=q.end, reason=_why(scene, item)))
    return tuple(found), tuple(skipped)


def _why(scene: Scene, item: Counted) -> str:
    first = next(iter(item.links), None)
    place = item.phrase.inside[0]
    if first is not None and modality_of(scene.tree, first.first, place, scene.rules).modality == NEGATED:
        return "said not to have happened, or only asked"
    headless = item.phrase.noun is None
    return "no event that this number belongs to" if headless else "no event happens to what is counted"


def _made(scene: Scene, item: Counted, before: Sofar, around: Sequence[Quantity]) -> Iterator[Candidate]:
    """The candidates of one count: one for each event that is meant, happened, and fits what is counted."""
    others = [i for q in around if q is not item.quantity for i in scene.tree.tokens_in(q.start, q.end)[:1]]
    share = _is_whole_of_share(scene, item, around)
    if _is_one_of_many(scene, item, others):
        return
    for link, event in events_of(scene.tree, item, others):
        category = category_of(scene, item, link, event, before)
        owned = share and link.path in ("verb", "adjacent")
        if category is None or not is_sure_enough(scene.tree, item, link) or owned:
            continue
        if item.phrase.noun is None and event == link.event:
            if link.rule.soldiers and link.rule.event_for(category) is None:
                continue  # "1,950 prisoners, including 250 serving life sentences"
            event = link.rule.event_for(category) or event
        standing = modality_of(scene.tree, _said_by(scene.tree, item, link), item.phrase.inside[0], scene.rules)
        zero = item.quantity.form == "none"
        if standing.modality == NEGATED or (zero and not _is_zero(scene, item, link, event, standing.modality)):
            continue
        yield Candidate(
            sentence=scene.sentence.index,
            quantity=item.quantity,
            event=event,
            trigger=_trigger(scene, link),
            target=target_of(scene, item, link, before),
            category=category,
            also=item.phrase.also,
            agent=_agent(scene, link),
            modality=standing.modality,
            given=standing.given,
            part_of=before.whole(scene.first) if link.part or _breaks_down(scene, item, event, before) else None,
            rules=tuple(r for r in (item.quantity.rule, link.rule.id, f"tie.{link.path}", standing.rule) if r),
        )


def _is_zero(scene: Scene, item: Counted, link: Link, event: str, modality: str) -> bool:
    """Whether "no" and "none" count nobody: "no refugees may return" and "none of the injured were his" do not."""
    if modality != "asserted" or event == "deployed":
        return False
    after = item.phrase.inside[-1] + 1
    some = after < len(scene.tree.words) and scene.tree.words[after] in scene.lexicon.small["of"]
    return link.path != "counted" or (event != "displaced" and not some)


def _said_by(tree: Tree, item: Counted, link: Link) -> int:
    """The token whose auxiliaries hold for the event: for a total its verb, "the death toll may rise to 40"."""
    total = next((i for i in (link.last, *tree.above(link.last)[:2]) if tree.deps[i] in ("nsubj", "nsubjpass")), None)
    if total is None or not tree.tags[total].startswith("NN") or link.last > item.phrase.inside[0]:
        return link.first
    above = tree.above(item.phrase.top)
    verb = None if total in above else next((i for i in above if tree.tags[i].startswith("VB")), None)
    owner = tree.head[total]
    return verb if verb is not None and owner in (verb, tree.head[verb]) else link.first


def _breaks_down(scene: Scene, item: Counted, event: str, before: Sofar) -> bool:
    """ "Killed 12: six in the city, four at sea": headless counts behind a colon are parts of the one before it."""
    if item.phrase.noun is not None or not before.found:
        return False
    place = before.whole(scene.first)
    whole = before.found[0 if place is None else place - scene.first]
    between = scene.article.text[whole.quantity.end : item.quantity.start]
    return ":" in between and whole.event == event and (item.quantity.low or 0) <= (whole.quantity.low or 0)


def _is_one_of_many(scene: Scene, item: Counted, others: Sequence[int]) -> bool:
    """ "He was one of 25 people held" says whom the 25 are, and no count of its own."""
    tree, phrase = scene.tree, item.phrase
    small = scene.lexicon.small
    said = item.quantity.text.lower() in small["one"] and tree.deps[phrase.top] in ("attr", "appos", "pobj")
    if not said or phrase.noun is None:
        return False
    among = range(phrase.inside[-1] + 1, phrase.noun + 1)
    return any(i in others or tree.tags[i] == "JJS" for i in among)


def _is_whole_of_share(scene: Scene, item: Counted, around: Sequence[Quantity]) -> bool:
    """ "Destroyed 25 of 28 drones" destroys 25, and "of 28 drones that were launched, 25 were destroyed"."""
    opens = scene.tree.words[0] in scene.lexicon.small["of"] and item.phrase.inside[0] == 1
    if opens and any(q.start > item.quantity.end for q in around):
        return True
    between = (scene.article.text[q.end : item.quantity.start] for q in around if q.end < item.quantity.start)
    return any(words.strip().lower() in scene.lexicon.small["of_whole"] for words in between)


def _trigger(scene: Scene, link: Link) -> Mention:
    """The words of the event with the auxiliaries right before them: "were disabled"."""
    tree, left = scene.tree, link.first
    while left > 0 and tree.deps[left - 1] in ("aux", "auxpass") and tree.head[left - 1] == link.first:
        left -= 1
    return scene.mention(left, link.last)


def _agent(scene: Scene, link: Link) -> Mention | None:
    """Whoever did it: the phrase after "by", or the subject of an active verb."""
    tree, verb = scene.tree, link.first
    by = tree.kid(verb, "agent")
    noun = tree.kid(by, "pobj") if by is not None else None
    if noun is None and tree.kid(verb, "auxpass", "nsubjpass") is None and link.rule.role != "subject":
        noun = tree.kid(verb, "nsubj")
    return None if noun is None else scene.mention(min(tree.subtree(noun)), noun)


def _taken(scene: Scene, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Places taken or lost by name, where it happened: plans for a town fill no row."""
    for quantity, phrase, found in find_places_taken(scene.sentence, scene.tree, scene.rules, gazetteer, scene.lexicon):
        made = _made(scene, Counted(quantity, phrase, found), Sofar(), ())
        yield from (candidate for candidate in made if candidate.modality == "asserted")


def _made_of_one(scene: Scene, item: Counted, before: Sofar) -> Iterator[Candidate]:
    """ "A soldier was killed", "destroyed two tanks, a lorry and a depot": only what has come about counts."""
    made = list(_made(scene, item, before, ()))
    if not made and before.links and before.links[-1].rule.single:
        made = continued(scene, item, before)
    for candidate in made:
        if candidate.modality == "asserted":
            yield replace(candidate, rules=(*candidate.rules, "tie.single"))


def _in_order(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates in the order of the text, with `part_of` moved along."""
    order = sorted(range(len(candidates)), key=lambda n: candidates[n].quantity.start)
    moved = {old: new for new, old in enumerate(order)}
    placed = (candidates[n] for n in order)
    return tuple(c if c.part_of is None else replace(c, part_of=moved[c.part_of]) for c in placed)
