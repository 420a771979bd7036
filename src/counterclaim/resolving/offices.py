"""Whom a named person speaks for: the body and side in the words around the name, or in the registry."""

from __future__ import annotations

import re
from functools import lru_cache

from counterclaim.records import Mention
from counterclaim.resolving.phrases import Reading, SpeakerWords
from counterclaim.resolving.speakers import Memory, Speaker

BEFORE = re.compile(r"[^.;:,\"“\n]{0,60}$")
LEFT, RIGHT = 60, 100  # how much of the text beside a name may tell who it is


def person_speaker(mention: Mention, reading: Reading, memory: Memory, *, said: Mention | None = None) -> Speaker:
    """A named person: the body from the words around the name, else from the registry if the name is the same.

    `said` is the word of saying: what follows it is what they say, and tells nothing of who they are. Who is out of
    office on the article's day speaks for that office only where the article says so.
    """
    name, names = reading.name or mention.text, memory.names
    public = names.person(mention.text)
    known = public is not None and (_same(public[0], name) or names.is_called(public[0], name))
    serving = public is not None and known and names.in_office(public[0], memory.day)
    # the name may be that of another public person, or of one who is not in office
    role = _role(mention.text if serving else mention.text.replace(name, " "), memory.words)
    text = memory.document.article.text
    seen = text[: said.start] if said and said.start >= mention.end else text
    window = _role(_around(mention, seen, memory.words), memory.words)
    org = names.organisation(role) or names.organisation(window)
    side = names.side_of(role) or names.side_of(window)
    if public is not None and known:
        held = public[1] if serving or public[1] == public[2] else None  # a group's man stays the group's
        return Speaker(mention=mention, reading=reading, name=public[0], org=held or org, side=public[2] or side)
    if _is_scholar(f"{role} {window}", memory.words):
        own = org and names.side_of(org) != org and not org.endswith(")")
        org, side = org if own else None, None
    return Speaker(mention=mention, reading=reading, name=name, org=org, side=side)


def _same(full: str, name: str) -> bool:
    return set(name.lower().split()) <= set(full.lower().split())


def _around(mention: Mention, text: str, words: SpeakerWords) -> str:
    """What stands with a name: an apposition or "who heads ..." after it, a title before it."""
    after = _after(words).match(text[mention.end : mention.end + RIGHT])
    before = BEFORE.search(text[max(0, mention.start - LEFT) : mention.start])
    return " ".join(part.group() for part in (after, before) if part)


@lru_cache(maxsize=4)
def _after(words: SpeakerWords) -> re.Pattern[str]:
    """An apposition or a relative clause behind a name."""
    return re.compile(rf"(?:,\s|\s(?=(?:{'|'.join(sorted(words.words['who']))})\b))[^.;:\"“\n]{{0,90}}")


def _role(text: str, words: SpeakerWords) -> str:
    """The words on a person without those to whom they are sent: "Norland's ambassador to Sudland" is Norland's."""
    to_whom, from_whom = _sent(words)
    sent = to_whom.sub(r"\1", text)
    return from_whom.sub(r"\1\2", sent)


@lru_cache(maxsize=4)
def _sent(words: SpeakerWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Expressions for those to whom an ambassador is sent, told behind the word and before it."""
    who = "|".join(sorted(words.words["sent"], key=lambda word: (-len(word), word)))
    where = "|".join(map(re.escape, sorted(words.words["sent_to"], key=lambda word: (-len(word), word))))
    whither = "|".join(sorted(words.words["sent_on"]))
    behind = re.compile(rf"\b((?:{who})s?)\s+(?:{whither})\s[^,;]*", re.IGNORECASE)
    # "the French UN ambassador", not "the UN envoy"
    return behind, re.compile(rf"(\b[A-Z][\w'’-]+\s)(?:{where})\s((?:{who})\b)")


def _is_scholar(text: str, words: SpeakerWords) -> bool:
    """Whether the words on a person make them a scholar: what they study and where they live is not whom they serve."""
    return any(word in words.words["scholar"] for word in re.findall(r"[\w-]+", text.lower()))
