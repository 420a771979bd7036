"""Sources with a name: "he", "the ministry" and "the source" stand for somebody named earlier in the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.parsed import Attribution, Document
from counterclaim.records import Mention, Source
from counterclaim.resolving.mentions import subjects_before
from counterclaim.resolving.namesakes import full_names, meant
from counterclaim.resolving.offices import person_speaker
from counterclaim.resolving.phrases import POSSESSIVE, Reading, SpeakerWords, read_phrase, speaker_words
from counterclaim.resolving.speakers import Memory, Registry, Speaker
from counterclaim.rules import RuleSet

PEOPLE = ("person", "role", "anonymous")
PRONOUNS = ("he", "it", "they")
BODIES = ("body", "media", "other")
STANDS_FOR = {
    "he": PEOPLE,
    "it": (*BODIES, "document", "anonymous"),
    "they": (*BODIES, "role", "anonymous"),
}


def resolve_sources(
    document: Document, attributions: Sequence[Attribution], names: Registry, rules: RuleSet
) -> tuple[Attribution, ...]:
    """The attributions with name, org, side and stands_for of each source filled in as far as the article tells."""
    contents: dict[int, tuple[tuple[int, int], ...]] = {}
    for one in attributions:
        start = one.sources[-1].start if one.sources else -1
        contents[start] = (*contents.get(start, ()), (one.content.start, one.content.end))
    memory = Memory(document, speaker_words(rules), names, contents)
    sources = sorted({s.start: s for one in attributions for s in one.sources}.values(), key=lambda s: s.start)
    telling = {s.start for one in attributions if not one.given for s in one.sources}
    found = {source.start: _resolve(source, memory, remember=source.start in telling) for source in sources}
    for source in sources:
        if found[source.start].org is None and found[source.start].stands_for is None:
            found[source.start] = _from_later(found[source.start], memory)
    return tuple(_attributed(one, found, document.article.outlet) for one in attributions if one.sources)


def _resolve(source: Source, memory: Memory, *, remember: bool) -> Source:
    """The source made out; only who tells something is remembered as one whom later words may stand for."""
    reading = _checked(read_phrase(source.text, memory.words), memory.names)
    earlier = _stands_for(source, reading, memory)
    speaker = _made_out(source, reading, earlier, memory)
    if remember:
        memory.speakers.append(replace(speaker, last=source.start))
    stands_for = earlier.mention if earlier is not None and earlier.mention.start != source.start else None
    return replace(source, name=speaker.name, org=speaker.org, side=speaker.side, stands_for=stands_for)


def _from_later(source: Source, memory: Memory) -> Source:
    """A body that a headline or lead names in short ("the ministry") and the article in full only later."""
    reading = _checked(read_phrase(source.text, memory.words), memory.names)
    body = memory.names.body(source.text)
    if reading.kind in ("he", "it", "they", "person") or not (
        reading.definite or body or reading.head == source.text.lower()
    ):
        return source
    wanted = _content_words(source.text, memory)
    for later in memory.speakers:
        same = (later.org or "").startswith(f"{body} (") if body else wanted <= _said_of(later, memory)
        if later.mention.start > source.start and later.org is not None and same:
            return replace(source, name=later.name, org=later.org, side=later.side, stands_for=later.mention)
    return source


def _checked(reading: Reading, names: Registry) -> Reading:
    """The reading, with a name that the registry knows as a country, group or body not taken for a person's."""
    if reading.kind != "person" or reading.name is None or names.person(reading.name):
        return reading
    words = reading.name.split()
    if (
        names.organisation(reading.name)
        or names.body(reading.name)
        or (names.side_of(reading.name) and len(words) == 1)
    ):
        return replace(reading, kind="role" if reading.head else "body", name=None)
    return reading


def _made_out(source: Source, reading: Reading, earlier: Speaker | None, memory: Memory) -> Speaker:
    mention = Mention(text=source.text, start=source.start, end=source.end)
    if earlier is not None:
        return replace(earlier, reading=replace(earlier.reading, head=earlier.reading.head or reading.head))
    if reading.kind == "person":
        return person_speaker(mention, reading, memory, said=source.cue)
    joined = _joined(source.text, memory.names, memory.words)
    org, side = joined or (memory.names.organisation(source.text), memory.names.side_of(source.text))
    name = None if reading.kind in PRONOUNS else source.text
    if org and org != side and joined is None and reading.kind in ("body", "media"):
        name = org
    return Speaker(mention=mention, reading=reading, name=name, org=org, side=side)


def _joined(text: str, names: Registry, known: SpeakerWords) -> tuple[str, str | None] | None:
    """Body and side of two who speak as one, "Poland and Lithuania": both bodies, and a side only if they share it."""
    link = next((f" {word} " for word in sorted(known.words["and"]) if f" {word} " in text), None)
    one, _, other = text.partition(link) if link else (text, "", "")
    bodies = names.organisation(one), names.organisation(other) if other else None
    if not bodies[0] or not bodies[1] or bodies[0] == bodies[1]:
        return None
    side = names.side_of(one)
    return f"{bodies[0]} and {bodies[1]}", side if side == names.side_of(other) else None


def _stands_for(source: Source, reading: Reading, memory: Memory) -> Speaker | None:
    if reading.kind in PRONOUNS:
        return _antecedent(source, reading, memory)
    if (full := memory.short.get(source.text.split()[-1] if source.text else "")) and _is_short(source, memory):
        return _first_seen(full, _checked(read_phrase(full.text, memory.words), memory.names), memory)
    if reading.kind == "person":
        return _fuller(source, reading, memory)
    if not reading.definite or memory.names.organisation(source.text) is not None:
        return None
    return _role(source, reading, memory)


def _is_short(source: Source, memory: Memory) -> bool:
    """Whether the source is nothing but a short name, "the MoD", that the registry does not know."""
    words = source.text.split()
    alone = len(words) == 1 or (len(words) == 2 and words[0].lower() in memory.words.words["definite"])
    return alone and memory.names.organisation(source.text) is None


def _antecedent(source: Source, reading: Reading, memory: Memory) -> Speaker | None:
    """Who "he", "it" or "they" is: the nearest fitting subject of this or the last sentence, else the last speaker."""
    kinds = STANDS_FOR[reading.kind]
    spoke = _last(memory, kinds, alone=reading.kind == "he")
    number = "many" if reading.kind == "they" else "one"
    own = memory.contents.get(source.start, ())
    told = own if reading.kind != "it" else tuple(content for place in memory.contents.values() for content in place)
    for mention in subjects_before(source.start, number, told, memory.document):
        if spoke is not None and mention.start <= spoke.last:
            return spoke
        known = _checked(read_phrase(mention.text, memory.words), memory.names)
        if known.kind in kinds and known.kind != "other" and (reading.kind != "he" or known.name or known.definite):
            return _first_seen(mention, known, memory)
    return spoke


def _first_seen(mention: Mention, reading: Reading, memory: Memory) -> Speaker:
    """Somebody who is named but has not spoken yet, or who is named again under a shorter name."""
    source = Source(text=mention.text, start=mention.start, end=mention.end)
    earlier = _fuller(source, reading, memory) if reading.kind == "person" else None
    return _made_out(source, reading, earlier, memory)


def _last(memory: Memory, kinds: Sequence[str], *, alone: bool = False) -> Speaker | None:
    """The last speaker of these kinds; `alone`: one person, no "officials"."""
    fitting = (speaker for speaker in reversed(memory.speakers) if speaker.reading.kind in kinds)
    return next((one for one in fitting if not alone or not _are_several(one, memory)), None)


def _are_several(speaker: Speaker, memory: Memory) -> bool:
    """Whether a role is in the plural: its noun's singular is not among its words, or it has none ("people")."""
    words = (POSSESSIVE.sub("", word.lower()) for word in re.findall(r"[\w'’-]+", speaker.mention.text))
    head = speaker.reading.head
    if speaker.reading.kind == "person" or head is None:
        return False
    return head not in words or head in memory.words.words["always_plural"]


def _fuller(source: Source, reading: Reading, memory: Memory) -> Speaker | None:
    """The person with this name: who spoke before, else the one whom the article names in full."""
    last = (reading.name or "").split()[-1:]
    named = full_names(last[0], memory) if last and " " not in (reading.name or "") else ()
    fitting = meant(source.text, reading, named, memory)
    others = {one.text for one in named if one not in fitting}
    for speaker in reversed(memory.speakers):
        name = speaker.reading.name
        if name and last == name.split()[-1:] and name not in others:
            return speaker if len(name) >= len(reading.name or "") else None
    if len(fitting) != 1:
        return None  # of two brothers, neither is said
    return person_speaker(fitting[0], read_phrase(fitting[0].text, memory.words), memory)


def _role(source: Source, reading: Reading, memory: Memory) -> Speaker | None:
    """Who "the spokesman", "the ministry", "the group" is: the last speaker of whom all those words were said."""
    if reading.head is None:
        return None
    wanted = _content_words(source.text, memory)
    kinds: tuple[str, ...] = PEOPLE if reading.kind in PEOPLE else (*BODIES, "document")
    if reading.kind == "role" and reading.head not in source.text.lower().replace("’", "'").split():
        kinds = ("role", "anonymous")  # "the spokesmen" are no single person
    for speaker in reversed(memory.speakers):
        if speaker.reading.kind in kinds and wanted <= _said_of(speaker, memory):
            return speaker
    words = memory.words.words
    if reading.head in words["generic_body"] and len(wanted) <= 2:
        return _last_group(reading.head, memory)
    if reading.head in words["issued"] and len(wanted) == 1:
        return _last(memory, (*BODIES, "person"))
    return None


def _last_group(head: str, memory: Memory) -> Speaker | None:
    """The last body that may be called "the group" or "the agency": no state's own body, and none of another kind."""
    for speaker in reversed(memory.speakers):
        kind = speaker.reading.kind
        if kind not in BODIES or (speaker.org or "").endswith(")") or (speaker.side and speaker.org == speaker.side):
            continue
        if (kind == "media") == (memory.words.kind(head) == "media" or head in memory.words.words["media_body"]):
            return speaker
    return None


def _content_words(text: str, memory: Memory) -> frozenset[str]:
    """The nouns and names of a phrase, in singular and in one spelling."""
    words = (POSSESSIVE.sub("", word.lower()) for word in re.findall(r"[\w'’-]+", text))
    kinds = memory.words.words
    small = kinds["definite"] | kinds["article"] | kinds["between_nouns"] | {""}
    return frozenset(memory.words.singulars.get(w, w).replace("defense", "defence") for w in words if w not in small)


def _said_of(speaker: Speaker, memory: Memory) -> frozenset[str]:
    return _content_words(f"{speaker.mention.text} {speaker.org or ''} {speaker.reading.head or ''}", memory)


def _attributed(one: Attribution, found: dict[int, Source], outlet: str | None) -> Attribution:
    chain: list[Source] = []
    for source in one.sources:
        known = found[source.start]
        same = known.cue == source.cue and known.act == source.act
        resolved = known if same else replace(known, cue=source.cue, act=source.act)
        if chain and _is_one(chain[-1], resolved):
            chain.pop()
        chain.append(resolved)
    return replace(one, sources=tuple(source for source in chain if not outlet or source.text != outlet))


def _is_one(outer: Source, inner: Source) -> bool:
    """Whether two links of a chain are one voice: the same name."""
    return outer.name is not None and outer.name == inner.name
