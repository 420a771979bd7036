"""The event that happened to what a quantity counts, read off the grammar of its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.finding.lexicon import EventRule, Lexicon
from counterclaim.finding.phrases import CLASSIFIERS, Phrase, spelled
from counterclaim.tree import Tree

CLIMB = frozenset("conj appos nummod compound nmod amod det poss quantmod predet dep npadvmod".split())
SUBJECT = frozenset(("nsubj", "csubj"))
OBJECT = frozenset("dobj oprd attr nsubjpass dative".split())
PART_OF = frozenset("including include includes included among incl. comprising".split())
CLAUSES = ("xcomp", "ccomp", "acomp", "oprd", "attr", "advcl")
RELATIVE = frozenset(("who", "that", "which", "whom"))
AUXILIARY = frozenset(("aux", "auxpass", "neg"))
REACH = 8  # how far behind a verb its second word may stand ("shot three aircraft down")


@dataclass(frozen=True, slots=True)
class Link:
    """An event rule that fits, its trigger tokens, and how the sentence ties it to the quantity.

    `path` names the kind of tie: counted, verb, relative, modifier, preposition, adjacent, clause.
    """

    rule: EventRule
    event: str
    first: int
    last: int
    path: str
    part: bool = False


def links(tree: Tree, phrase: Phrase, lexicon: Lexicon) -> tuple[Link, ...]:
    """The events that a quantity's phrase takes part in, the surest tie first; one link for each event."""
    found: dict[str, Link] = {}
    triggers: set[int] = set()
    for link in _candidates(tree, phrase, lexicon):
        if link.first not in triggers and link.event not in found:
            found[link.event] = link
            triggers.add(link.first)
    strong = [link for link in found.values() if not link.rule.weak]
    return tuple(strong or found.values())


def _candidates(tree: Tree, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """Every link there is, the surest first; the words right beside the phrase where the grammar gives nothing."""
    if phrase.noun is None:
        beside = tuple(_right_beside(tree, phrase, lexicon))
        if beside:
            yield from beside
            return
    found = (*_counted(tree, phrase, lexicon), *_below(tree, phrase, lexicon), *_above(tree, phrase, lexicon))
    yield from found
    if not found and phrase.noun is None:
        found = tuple(_total(tree, phrase, lexicon))
        yield from found
    if not found:
        yield from _adjacent(tree, phrase, lexicon)


def _total(tree: Tree, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """A total told before its number: "the number of people displaced grew ... to reach 34 million"."""
    left = phrase.inside[0]
    if not any(tree.words[i] in LEADING for i in range(max(0, left - 4), left)):
        return
    for at in range(left - 1, -1, -1):
        if tree.words[at] in TOTALS:
            for word in range(max(0, at - 2), min(at + 7, left)):
                yield from _adjective(tree, word, phrase, lexicon, "total")
                for rule in lexicon.nouns.get(tree.words[word], ()):
                    event = rule.event_for(rule.counted) if rule.counted else None
                    if event:
                        yield Link(rule, event, word, word, "total")
                yield from _verb(tree, word, "object", Phrase(at, at, None, None), lexicon, "total")
            return


def _right_beside(tree: Tree, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """ "12 dead", "40 others wounded": the participle next to a headless count, with no verb of its own."""
    at = phrase.first
    while at < len(tree.words) and tree.words[at] in ("others", "more", "other", "people", "seriously", "badly", "critically"):
        at += 1
    if at < len(tree.words) and tree.tags[at] in ("VBN", "VBD", "JJ", "NN"):
        for link in (*_adjective(tree, at, phrase, lexicon, "adjacent"), *_verb(tree, at, "object", phrase, lexicon, "adjacent")):
            yield link
            return


def _counted(tree: Tree, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """The counted noun is itself the event: "14 deaths", "nine airstrikes"."""
    if phrase.noun is None:
        for token in phrase.inside:
            yield from _adjective(tree, token, phrase, lexicon, "counted")
        return
    for left in range(max(phrase.first, phrase.noun - 3), phrase.noun + 1):
        for rule in lexicon.nouns.get(spelled(tree, left, phrase.noun + 1), ()):
            if left > 0 and tree.words[left - 1] in rule.unless:
                return
            if rule.counted and (not rule.light or _governed(tree, phrase.top, rule.light)):
                event = rule.event_for(rule.counted)
                if event:
                    yield Link(rule, event, left, phrase.noun, "counted")
                    return


def _governed(tree: Tree, token: int, verbs: frozenset[str]) -> bool:
    around = [*tree.above(token)[:4], *tree.subtree(token)]
    return any(tree.words[i] in verbs for i in around)


def _below(tree: Tree, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """A clause or a participle that hangs on the phrase: "soldiers who died", "houses destroyed in", "wounded men"."""
    heads = [phrase.top]
    if phrase.noun not in (None, phrase.top) and not _is_definite(tree, phrase.noun):
        heads.append(phrase.noun)
    members = tree.conjuncts(tree.first_conjunct(phrase.top))
    heads += [m for m in members[-1:] if m not in heads and members[-1] > phrase.top]
    for node in [n for n in heads if n is not None]:
        for kid in tree.kids[node]:
            if tree.deps[kid] in ("acl", "relcl"):
                yield from _clause(tree, kid, phrase, lexicon)
            elif tree.deps[kid] in ("amod", "acomp", "oprd", "advmod") and node in (phrase.top, phrase.noun):
                yield from _adjective(tree, kid, phrase, lexicon, "modifier")


def _is_definite(tree: Tree, noun: int | None) -> bool:
    """ "21 of the girls seized in May" counts 21, not the girls seized in May."""
    return noun is not None and any(tree.words[k] in ("the", "those", "these") for k in tree.kids[noun])


def _clause(tree: Tree, verb: int, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    passive = tree.tags[verb] == "VBN" and tree.kid(verb, "nsubj") is None
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    relative = subject is not None and tree.words[subject] in RELATIVE
    if subject is not None and any(tree.words[k] == "whose" for k in tree.kids[subject]):
        return
    if subject is None:
        role = "object" if passive else "subject"
    elif relative:
        role = "object" if tree.deps[subject] == "nsubjpass" else "subject"
    else:
        role = "object"
    yield from _verb_chain(tree, verb, role, phrase, lexicon, "relative")


def _above(tree: Tree, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """What governs the phrase: the verb it is subject or object of, the noun it follows with "of", "on", "to"."""
    node, part = phrase.top, False
    for _ in range(14):
        dep, head = tree.deps[node], tree.head[node]
        if head == node:
            return
        if dep in CLIMB and not tree.tags[head].startswith("VB"):
            node = head
            yield from _as_whole(tree, node, phrase, lexicon, part)
        elif dep == "pobj" and head in phrase.inside:
            yield from _bound(tree, head, phrase, lexicon)
            return
        elif tree.words[head] in PART_OF and tree.tags[head].startswith("VB") and dep == "dobj":
            yield from _included(tree, head, phrase, lexicon)
            return
        elif dep in ("pobj", "pcomp", "prep") or tree.words[head] in PART_OF:
            preposition, governor = (tree.words[head], tree.head[head]) if dep != "prep" else (tree.words[node], head)
            if tree.words[head] in PART_OF or preposition in PART_OF:
                node, part = governor, True
                if tree.tags[node].startswith("VB"):
                    for role in ("object", "subject"):
                        yield from (_as_part(k, True) for k in _verb_chain(tree, node, role, phrase, lexicon, "verb"))
                    return
                yield from _as_whole(tree, node, phrase, lexicon, part)
                continue
            if tree.words[governor] in ("along", "together"):
                governor = tree.head[governor]
            if preposition == "with" and tree.words[head - 1] in ("along", "together") and tree.tags[governor].startswith("VB"):
                role = "object" if tree.kid(governor, "auxpass") is not None else "subject"
                yield from _verb_chain(tree, governor, role, phrase, lexicon, "verb")
            yield from _preposition(tree, governor, preposition, phrase, lexicon, part)
            if tree.tags[governor].startswith("VB") or preposition not in ("of", "for"):
                return
            if tree.words[governor] not in CLASSIFIERS and lexicon.targets.get(tree.words[governor]) != phrase.category:
                return
            node = governor
        elif dep in SUBJECT or dep in OBJECT or dep in ("ROOT", "ccomp", "advcl", "conj", "nsubjpass"):
            role = "subject" if dep in SUBJECT else "object"
            if dep == "conj":
                node = tree.first_conjunct(node)
                continue
            for link in _verb_chain(tree, head, role, phrase, lexicon, "verb"):
                yield _as_part(link, part)
            return
        else:
            return


def _bound(tree: Tree, preposition: int, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """The number begins with a preposition ("lost between 3,000 and 4,000 vehicles"): the verb before it governs it."""
    governor = tree.head[preposition]
    if tree.tags[governor].startswith("VB"):
        yield from _verb_chain(tree, governor, "object" if governor < preposition else "subject", phrase, lexicon, "verb")


def _included(tree: Tree, verb: int, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """ "The dead include nine officers": the subject is the whole."""
    subject = tree.kid(verb, "nsubj")
    if subject is not None:
        yield from _as_whole(tree, subject, phrase, lexicon, True)


def _as_part(link: Link, part: bool) -> Link:
    return Link(link.rule, link.event, link.first, link.last, link.path, part) if part else link


def _as_whole(tree: Tree, noun: int, phrase: Phrase, lexicon: Lexicon, part: bool) -> Iterator[Link]:
    """The noun that a part belongs to is an event or carries one: "12 deaths, including three children"."""
    if not part:
        return
    whole = Phrase(noun, noun, noun, phrase.category)
    for link in (*_counted(tree, whole, lexicon), *_below(tree, whole, lexicon)):
        yield _as_part(link, True)


def _preposition(
    tree: Tree, governor: int, preposition: str, phrase: Phrase, lexicon: Lexicon, part: bool
) -> Iterator[Link]:
    for left in range(max(0, governor - 2), governor + 1):
        for rule in lexicon.nouns.get(" ".join(tree.words[left : governor + 1]), ()):
            fits = _same_role(rule.role, preposition)
            event = rule.event_for(_category(phrase, rule)) if fits else None
            if event and (not rule.light or _governed(tree, governor, rule.light)):
                yield Link(rule, event, left, governor, "preposition", part)
    yield from (_as_part(link, part) for link in _verb(tree, governor, preposition, phrase, lexicon, "preposition"))
    yield from _toll(tree, governor, phrase, lexicon)
    if preposition in ("on", "against", "at") and tree.tags[governor].startswith("VB"):
        for noun in (k for k in tree.kids[governor] if tree.deps[k] in ("dobj", "nsubjpass")):
            yield from _preposition(tree, noun, preposition, phrase, lexicon, part)


def _same_role(role: str, preposition: str) -> bool:
    """Whether a preposition plays the part that a rule names: strikes at, on and against a place are one."""
    return role == preposition or any(role == group[0] and preposition in group for group in ALIKE)


def _toll(tree: Tree, verb: int, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """A running total that rises to, stands at or passes the number: the noun beside the verb is the event."""
    for kid in tree.kids[verb]:
        if tree.deps[kid] not in ("nsubj", "dobj", "nsubjpass"):
            continue
        for left in range(max(0, kid - 3), kid + 1):
            for rule in lexicon.nouns.get(" ".join(tree.words[left : kid + 1]), ()):
                event = rule.event_for(rule.counted) if rule.role == "to" else None
                if event:
                    yield Link(rule, event, left, kid, "preposition")


def _verb_chain(
    tree: Tree, verb: int, role: str, phrase: Phrase, lexicon: Lexicon, path: str
) -> Iterator[Link]:
    """The verb itself; verbs joined to it that share the argument; the verbs and adjectives of its complements."""
    found = list(_verb(tree, verb, role, phrase, lexicon, path))
    yield from found
    yield from _toll(tree, verb, phrase, lexicon)
    for kid in tree.kids[verb]:
        dep = tree.deps[kid]
        if dep == "conj" and tree.tags[kid].startswith("VB") and not _has_own(tree, kid, role):
            yield from _verb(tree, kid, _role_of(tree, kid, role), phrase, lexicon, path)
        elif dep in CLAUSES and not found:
            if tree.tags[kid].startswith("VB"):
                inner = "object" if tree.kid(kid, "auxpass") is not None or _bare_participle(tree, kid) else "subject"
                if tree.kid(kid, "nsubj", "nsubjpass") in (None, phrase.top, phrase.noun) or dep == "xcomp":
                    yield from _verb(tree, kid, inner, phrase, lexicon, "clause")
            yield from _adjective(tree, kid, phrase, lexicon, "clause")
    if not found and tree.words[verb] in COPULA:
        yield from _among(tree, verb, phrase, lexicon)
    while role == "object" and found and tree.deps[verb] == "conj" and tree.tags[tree.head[verb]].startswith("VB"):
        verb = tree.head[verb]
        if tree.kid(verb, "dobj", "nsubjpass") is not None:
            break
        yield from _verb(tree, verb, role, phrase, lexicon, path)
    if not found and (role == "object" or not tree.tags[verb].startswith("VB")):
        yield from _adjective(tree, verb, phrase, lexicon, path)


def _among(tree: Tree, verb: int, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """ "Six children were among those killed"."""
    for kid in tree.subtree(verb):
        if tree.words[kid] in ("among", "amongst"):
            for inner in tree.subtree(kid)[1:]:
                for link in _adjective(tree, inner, phrase, lexicon, "clause"):
                    yield _as_part(link, True)


def _bare_participle(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] == "VBN" and tree.kid(verb, "aux") is None


def _has_own(tree: Tree, verb: int, role: str) -> bool:
    return tree.kid(verb, "nsubj", "nsubjpass") is not None if role == "subject" else tree.kid(verb, "dobj") is not None


def _role_of(tree: Tree, verb: int, role: str) -> str:
    return "object" if tree.kid(verb, "auxpass") is not None else role


def _verb(tree: Tree, verb: int, role: str, phrase: Phrase, lexicon: Lexicon, path: str) -> Iterator[Link]:
    """The rules for this verb whose role, second word, noun and target fit."""
    if role == "subject" and tree.kid(verb, "auxpass") is not None:
        role = "object"
    for entry in lexicon.verbs.get(tree.words[verb], ()):
        rule = entry.rule
        if not _same_role(rule.role, role) or (rule.beside and rule.beside.isdisjoint(tree.words)):
            continue
        if rule.only and (phrase.noun is None or tree.words[phrase.noun] not in rule.only):
            continue
        last = _completed(tree, verb, entry.rest, entry.noun)
        event = rule.event_for(_category(phrase, rule)) if last is not None else None
        if event and last is not None:
            yield Link(rule, event, verb, last if last - verb <= 2 else verb, path)
            return


def _category(phrase: Phrase, rule: EventRule) -> str | None:
    if phrase.category is None and phrase.noun is not None:
        return "person" if set(rule.events) == {"people"} else "other"
    return phrase.category


def _completed(tree: Tree, verb: int, rest: tuple[str, ...], noun: str | None) -> int | None:
    """The last token of the verb's phrase, or None where its second word or its noun is missing."""
    last = verb
    for word in rest:
        found = next((i for i in range(last + 1, min(verb + REACH, len(tree.words))) if tree.words[i] == word), None)
        if found is None:
            return None
        last = found
    if noun is not None:
        near = range(verb + 1, min(verb + 12, len(tree.words)))
        stem = noun[:-1] if noun.endswith(("y", "e")) else noun
        found = next((i for i in near if tree.words[i].startswith(stem)), None)
        return None if found is None else max(last, found)
    return last


def _adjective(tree: Tree, word: int, phrase: Phrase, lexicon: Lexicon, path: str) -> Iterator[Link]:
    for rule in lexicon.adjectives.get(tree.words[word], ()):
        event = rule.event_for(_category(phrase, rule))
        if event:
            yield Link(rule, event, word, word, path)
            return


def _adjacent(tree: Tree, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    """Words that stand right beside the phrase, whatever the parser made of them: "12 dead", "kill 45"."""
    yield from _after(tree, phrase, lexicon)
    before = phrase.inside[0] - 1
    while before > 0 and phrase.inside[0] - before < 6 and _is_bound(tree, before):
        before -= 1
    if before >= 0:
        yield from _verb(tree, before, "object", phrase, lexicon, "adjacent")


def _is_bound(tree: Tree, token: int) -> bool:
    return tree.tags[token] in ("CD", "JJR", "JJS", "RB") or tree.words[token] in BOUND_WORDS


def _after(tree: Tree, phrase: Phrase, lexicon: Lexicon) -> Iterator[Link]:
    governor = tree.head[phrase.top]
    if tree.deps[phrase.top] == "pobj" and governor not in phrase.inside and tree.words[governor] not in ("of", "than", "to", "about", "around", "over"):
        return
    after, skipped = phrase.first if phrase.noun is None else phrase.noun + 1, 0
    while after < len(tree.words) and skipped < 5 and (tree.tags[after] in ("RB", "MD") or tree.words[after] in SKIP):
        after, skipped = after + 1, skipped + 1
    if after == len(tree.words):
        return
    between = tree.words[after - skipped : after]
    active = not skipped and tree.kid(after, "dobj") is not None
    if not active:
        yield from _adjective(tree, after, phrase, lexicon, "adjacent")
    for role in ("subject",) if active else _roles_after(between, tree.tags[after]):
        yield from _verb(tree, after, role, phrase, lexicon, "adjacent")


def _roles_after(between: Sequence[str], tag: str) -> tuple[str, ...]:
    """Which part the phrase can play for a verb behind it, by the auxiliaries in between."""
    if any(word in PASSIVE for word in between):
        return ("object",)
    if any(word in ("have", "has", "had") for word in between) or tag not in ("VBN", "VBD", "JJ"):
        return ("subject",)
    return ("object", "subject")


ALIKE = (("on", "at", "against", "upon", "to"), ("to", "at", "of", "above", "past", "from", "on"))
TOTALS = frozenset("number total toll figure count tally".split())
LEADING = frozenset("to at from of reach reached reaching total totals totalled is was exceeded passed topped than by".split())
PASSIVE = frozenset("were was are is been be being got".split())
COPULA = frozenset("is are was were be been".split())
SKIP = frozenset("were was are is been be have has had being more others other people got left reportedly of them".split())
BOUND_WORDS = frozenset("at least about around some nearly almost more than over as many up to another further a an no".split())
