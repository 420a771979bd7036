"""Every quantity of an article tied to what happened to what it counts, or dropped with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.finding.lexicon import Lexicon, lexicon
from counterclaim.finding.linking import Link, links
from counterclaim.finding.modality import NEGATED, modality_of
from counterclaim.finding.phrases import CLASSIFIERS, Phrase, phrase_of
from counterclaim.finding.quantities import find_quantities, find_singulars
from counterclaim.finding.territory import find_places_taken
from counterclaim.gazetteer import Gazetteer
from counterclaim.parsed import Candidate, Document
from counterclaim.records import PEOPLE, PEOPLE_EVENTS, Article, Mention, Quantity, Skipped
from counterclaim.rules import RuleSet
from counterclaim.segments import Sentence
from counterclaim.tree import Tree

REACH = 40  # characters between a count and the one that it continues
SURE = ("verb", "relative", "clause", "modifier", "preposition")
# Of two events for one number the fainter says nothing of its own: what was destroyed was hit, who came was there.
FAINTER = {
    "hit": frozenset({"destroyed", "damaged", "downed", "killed", "gained", "seized"}),
    "destroyed": frozenset({"downed"}),
    "deployed": frozenset({"killed", "injured", "captured", "casualties"}),
}
WHOLE_GROUPS = ("combatant", "civilian", "child", "security", "prisoner")
JOINING = frozenset("and , ; plus with to as including among".split())
OTHERS = frozenset(("others", "other"))
UPROOTED = frozenset("refugee refugees people residents migrants".split())
MEMBERS = frozenset("member members leader leaders element elements figure figures commander commanders chief chiefs".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with its phrase and the events that fit."""

    quantity: Quantity
    phrase: Phrase
    links: tuple[Link, ...]


def find_in_sentence(
    article: Article, sentence: Sentence, tree: Tree, quantities: Sequence[Quantity], rules: RuleSet, *, first: int
) -> tuple[tuple[Candidate, ...], tuple[Skipped, ...]]:
    """The candidates of one sentence, and its quantities that are none. `first` is the position of the first."""
    words = lexicon(rules)
    counted = _outermost([c for q in quantities if (c := _count(tree, q, words)) is not None])
    found: list[Candidate] = []
    skipped: list[Skipped] = []
    last: tuple[Link, ...] = ()
    for item in counted:
        made = _made(article, sentence, tree, item, found, rules, first, quantities)
        made = made or _continued(tree, item, found, words, first, last)
        last = item.links or last
        found.extend(made)
        if not made:
            q = item.quantity
            skipped.append(Skipped(text=q.text, start=q.start, end=q.end, reason=_why(item)))
    return tuple(found), tuple(skipped)


def _count(tree: Tree, quantity: Quantity, words: Lexicon) -> Counted | None:
    phrase = phrase_of(tree, quantity, words)
    if phrase is None or any(tree.deps[i] == "preconj" for i in phrase.inside):
        return None  # "both ... and ..." joins, it does not count
    return Counted(quantity, phrase, links(tree, phrase, words))


def _outermost(counted: Sequence[Counted]) -> list[Counted]:
    """Without the numbers that stand inside another's phrase: "46 multiple rocket launchers" counts once."""
    inner = {
        i
        for item in counted
        if item.phrase.noun is not None and item.phrase.category is not None and item.quantity.form != "vague"
        for i in range(item.phrase.first, item.phrase.noun)
    }
    return [item for item in counted if item.quantity.form != "vague" or item.phrase.inside[0] not in inner]


def _why(item: Counted) -> str:
    if item.phrase.noun is None:
        return "no event that this number belongs to"
    return "no event happens to what is counted"


def _made(
    article: Article, sentence: Sentence, tree: Tree, item: Counted, found: Sequence[Candidate], rules: RuleSet, first: int,
    around: Sequence[Quantity],
) -> list[Candidate]:
    made: list[Candidate] = []
    others = [i for q in around for i in tree.tokens_in(q.start, q.end)[:1] if q is not item.quantity]
    for link, event in _events(item, others):
        category = _category(tree, item, link, event, found, lexicon(rules))
        if category is None or not _is_direct(tree, item, link):
            continue
        quantity_token = tree.tokens_in(item.quantity.start, item.quantity.end)[0]
        modality, why = modality_of(tree, link.first, quantity_token, rules)
        if modality == NEGATED or (item.quantity.form == "none" and (modality != "asserted" or event == "deployed")):
            continue
        made.append(
            Candidate(
                sentence=sentence.index,
                quantity=item.quantity,
                event=event,
                trigger=_trigger(article, tree, link),
                target=_target(article, tree, item.phrase) or _shared_target(article, tree, item, link, found, lexicon(rules)),
                category=category,
                also=item.phrase.also,
                agent=_agent(article, tree, link),
                modality=modality,
                part_of=_whole(found, first) if link.part else None,
                rules=tuple(r for r in (item.quantity.rule, link.rule.id, f"tie.{link.path}", why) if r),
            )
        )
    return made


def _continued(
    tree: Tree, item: Counted, found: Sequence[Candidate], words: Lexicon, first: int, links: Sequence[Link]
) -> list[Candidate]:
    """A count that leans on the one before it: "three more over the sea", "12 dead, 10 of them children",
    "a teacher and 19 others", "destroyed, along with 700 tanks"."""
    phrase, inside = item.phrase, item.phrase.inside
    if not found or not links or item.links:
        return []
    last, rule = found[-1], links[-1].rule
    after = tree.words[inside[-1] + 1 : inside[-1] + 7]
    if phrase.partitive:
        category = next((words.targets[w] for w in after[2:] if w in words.targets), last.category)
        return [_like(last, item, category, first + len(found) - 1)]
    if after[:1] and after[0] in ("more", "others", "another") and phrase.noun is None and tree.deps[phrase.top] != "pobj":
        return [_like(last, item, last.category, None)]
    joint = _joint_before(tree, inside[0])
    gap = tree.starts[inside[0]] - (last.target or last.quantity).end
    if joint is None or phrase.category is None or rule.event_for(phrase.category) != last.event or gap > REACH:
        return []
    part = joint in ("including", "among")
    category = last.category if tree.words[phrase.noun or 0] in OTHERS else phrase.category
    return [_like(last, item, category, first + len(found) - 1 if part else None)]


def _joint_before(tree: Tree, token: int) -> str | None:
    at = token - 1
    while at > 0 and (tree.tags[at] in ("RBR", "JJR", "RB", "DT", "JJS") or tree.words[at] in ("at", "least", "about", "around", "than")):
        at -= 1
    return tree.words[at] if at >= 0 and tree.words[at] in JOINING else None


def _like(other: Candidate, item: Counted, category: str, part_of: int | None) -> Candidate:
    rules = (item.quantity.rule, *(r for r in other.rules[1:] if not r.startswith("tie.")), "tie.continued")
    return replace(other, quantity=item.quantity, category=category, also=(), target=other.target, part_of=part_of, rules=rules)


def _is_direct(tree: Tree, item: Counted, link: Link) -> bool:
    """Whether nothing stands between phrase and event where that would be a guess: unknown nouns, "no one"."""
    phrase = item.phrase
    unsure = phrase.noun is not None and phrase.category is None
    if item.quantity.form == "none" and unsure:
        return False
    unsure = unsure or (phrase.noun is None and item.quantity.form == "none")
    return not unsure or link.path != "verb" or tree.head[tree.first_conjunct(phrase.top)] == link.first


def _events(item: Counted, others: Sequence[int]) -> list[tuple[Link, str]]:
    """Links as events: "killed or wounded" under one number is casualties; the nearer verb wins over one that
    stands behind another number ("12 were killed and 40 wounded")."""
    near = [link for link in item.links if not _crossed(item, link, others)] or list(item.links)
    events = {link.event: link for link in near}
    if "killed" in events and "injured" in events:
        first, last = sorted((events["killed"].first, events["injured"].first))
        if last - first <= 3:
            return [(near[0], "casualties")]
    if "casualties" in events:
        return [(events["casualties"], "casualties")]
    return [(link, link.event) for event, link in events.items() if not (FAINTER.get(event, frozenset()) & events.keys())]


def _crossed(item: Counted, link: Link, others: Sequence[int]) -> bool:
    own = item.phrase.inside
    left, right = sorted((own[-1] if link.first > own[0] else own[0], link.first))
    return any(left < other < right for other in others)


def _category(tree: Tree, item: Counted, link: Link, event: str, found: Sequence[Candidate], words: Lexicon) -> str | None:
    if event == "attacks":
        return "attack"
    phrase = item.phrase
    if link.path == "counted":
        return _counted_category(tree, phrase, words) or _bearers(tree, phrase, words) or link.rule.counted or "person"
    if event == "displaced" and phrase.category == "civilian" and tree.words[phrase.noun or 0] in UPROOTED:
        return "person"
    if phrase.noun is not None and tree.words[phrase.noun] in OTHERS:
        return _inherited(tree, phrase, link, found, words) or "person"
    if phrase.category is not None:
        return _armed(tree, phrase, words)
    if phrase.noun is not None and tree.words[phrase.noun] in words.unaffected:
        return None
    if phrase.noun is not None:
        return "person" if _only_people(link) else ("equipment" if link.rule.event_for("other") else None)
    return _inherited(tree, phrase, link, found, words) or ("person" if event in PEOPLE_EVENTS else None)


def _only_people(link: Link) -> bool:
    return set(link.rule.events) == {"people"}


def _inherited(tree: Tree, phrase: Phrase, link: Link, found: Sequence[Candidate], words: Lexicon) -> str | None:
    """What a headless count counts: what the count before it did, or the people last named in the sentence."""
    before = _leaned_on(link, found)
    if before is not None:
        return before.category
    named = _antecedent(tree, phrase, words) if _only_people(link) else None
    return None if named is None else words.targets[tree.words[named]]


def _leaned_on(link: Link, found: Sequence[Candidate]) -> Candidate | None:
    """The count before a headless one whose people or things it may share."""
    fitting = (c for c in reversed(found[-4:]) if link.rule.event_for(c.category) and c.category != "attack")
    return next(fitting, None)


def _counted_category(tree: Tree, phrase: Phrase, words: Lexicon) -> str | None:
    """What a counted event noun says of its victims: "civilian casualties", "deaths of soldiers", "losses among pilots"."""
    if phrase.noun is None:
        return None
    said = [words.targets.get(tree.words[i]) for i in range(phrase.first, phrase.noun)]
    for kid in tree.kids[phrase.noun]:
        if tree.words[kid] in ("of", "among", "amongst"):
            said += [words.targets.get(tree.words[i]) for i in tree.subtree(kid)]
    return next((category for category in said if category in PEOPLE and category != "person"), None)


def _bearers(tree: Tree, phrase: Phrase, words: Lexicon) -> str | None:
    """Who suffered the casualties, or had them inflicted on them: fighters, if they are troops or a force."""
    verb = tree.head[phrase.top]
    if tree.words[verb] in words.bearing:
        bearers = [k for k in tree.kids[verb] if tree.deps[k] == "nsubj"]
    else:
        bearers = [tree.kid(k, "pobj") or k for k in tree.kids[verb] if tree.words[k] in ("on", "upon", "among", "to")]
    said = (words.targets.get(tree.words[i]) for b in bearers for i in (b, *tree.kids[b]))
    return next((category for category in said if category == "combatant"), None)


def _armed(tree: Tree, phrase: Phrase, words: Lexicon) -> str:
    """ "Members" and "leaders" with the name of a body of fighters before them are fighters."""
    category = phrase.category or "person"
    if category not in ("person", "official") or phrase.noun is None or tree.words[phrase.noun] not in MEMBERS:
        return category
    proper = any(tree.tags[i].startswith("NNP") for i in range(phrase.first, phrase.noun))
    return "combatant" if proper else category


def _antecedent(tree: Tree, phrase: Phrase, words: Lexicon) -> int | None:
    """The people last named before a headless count: "clashed with militants, killing 12"; never one who speaks."""
    for i in range(min(phrase.inside) - 1, -1, -1):
        category = words.targets.get(tree.words[i])
        if category in WHOLE_GROUPS and tree.tags[i] == "NNS" and tree.deps[i] in ("pobj", "dobj", "conj"):
            return i
    return None


def _whole(found: Sequence[Candidate], first: int) -> int | None:
    """The position of what a part is a part of; parts in a row ("including 27 posts, 38 guns") have one whole."""
    if not found:
        return None
    return first + len(found) - 1 if found[-1].part_of is None else found[-1].part_of


def _trigger(article: Article, tree: Tree, link: Link) -> Mention:
    left = link.first
    while left > 0 and tree.deps[left - 1] in ("aux", "auxpass") and tree.head[left - 1] == link.first:
        left -= 1
    return _mention(article, tree.starts[left], tree.ends[link.last])


def _target(article: Article, tree: Tree, phrase: Phrase) -> Mention | None:
    if phrase.noun is None or phrase.first > phrase.noun:
        return None
    first = phrase.first
    while first < phrase.noun and tree.words[first] in ("of", "more", "other", "the", "-", "another", "strong", '"', "”", "'", "’", "»"):
        first += 1
    return _mention(article, tree.starts[first], tree.ends[phrase.noun])


def _shared_target(
    article: Article, tree: Tree, item: Counted, link: Link, found: Sequence[Candidate], words: Lexicon
) -> Mention | None:
    """The words for what a headless count counts, where they stand earlier in the sentence."""
    before = _leaned_on(link, found)
    if before is not None or item.phrase.noun is not None:
        return before.target if before is not None else None
    noun = _antecedent(tree, item.phrase, words) if _only_people(link) else None
    if noun is None:
        return None
    own = [noun, *(k for k in tree.kids[noun] if k < noun and tree.deps[k] in ("amod", "compound", "poss", "nmod"))]
    return _mention(article, tree.starts[min(own)], tree.ends[noun])


def _agent(article: Article, tree: Tree, link: Link) -> Mention | None:
    verb = link.first
    by = tree.kid(verb, "agent")
    noun = tree.kid(by, "pobj") if by is not None else None
    if noun is None and tree.kid(verb, "auxpass", "nsubjpass") is None and link.rule.role != "subject":
        noun = tree.kid(verb, "nsubj")
    if noun is None:
        return None
    left = min([noun, *(k for k in tree.subtree(noun) if k < noun)])
    return _mention(article, tree.starts[left], tree.ends[noun])


def _mention(article: Article, start: int, end: int) -> Mention:
    return Mention(text=article.text[start:end], start=start, end=end)


def _taken(
    article: Article, sentence: Sentence, tree: Tree, rules: RuleSet, gazetteer: Gazetteer
) -> Iterator[Candidate]:
    """Places taken or lost by name."""
    for quantity, phrase, found in find_places_taken(sentence, tree, rules, gazetteer):
        made = _made(article, sentence, tree, Counted(quantity, phrase, found), (), rules, 0, ())
        yield from (candidate for candidate in made if candidate.modality == "asserted")


def _singles(
    article: Article, sentence: Sentence, tree: Tree, rules: RuleSet, first: int
) -> Iterator[Candidate]:
    """ "A soldier was killed": one of a known kind, told by a rule that counts single ones."""
    words = lexicon(rules)
    for quantity in find_singulars(sentence.text, rules, offset=sentence.start):
        item = _count(tree, quantity, words)
        if item is None or not _is_single(tree, item):
            continue
        sure = tuple(link for link in item.links if _tells_of_one(tree, item, link))
        made = _made(article, sentence, tree, replace(item, links=sure), (), rules, first, ())
        yield from (replace(c, rules=(*c.rules, "tie.single")) for c in made if c.modality == "asserted")


def _tells_of_one(tree: Tree, item: Counted, link: Link) -> bool:
    top, category = item.phrase.top, item.phrase.category
    if not link.rule.single or link.path not in SURE or (category == "settlement" and link.event == "hit"):
        return False
    return link.path != "verb" or tree.head[tree.first_conjunct(top)] == link.first


def _is_single(tree: Tree, item: Counted) -> bool:
    phrase = item.phrase
    known = phrase.noun is not None and phrase.category not in (None, "attack", "area")
    return known and tree.words[phrase.top] not in CLASSIFIERS


def quantities_by_sentence(
    text: str, sentences: Sequence[Sentence], rules: RuleSet
) -> dict[int, tuple[Quantity, ...]]:
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
    for index, tree in trees.items():
        sentence = document.sentences[index]
        counts = quantities.get(index, ())
        found, dropped = find_in_sentence(document.article, sentence, tree, counts, rules, first=len(candidates))
        candidates.extend(found)
        candidates.extend(_singles(document.article, sentence, tree, rules, len(candidates)))
        candidates.extend(_taken(document.article, sentence, tree, rules, gazetteer))
        skipped.extend(dropped)
    return _in_order(candidates), tuple(skipped)


def _in_order(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates in the order of the text, with `part_of` moved along."""
    order = sorted(range(len(candidates)), key=lambda n: candidates[n].quantity.start)
    moved = {old: new for new, old in enumerate(order)}
    placed = (candidates[n] for n in order)
    return tuple(c if c.part_of is None else replace(c, part_of=moved[c.part_of]) for c in placed)
