"""The outlet's own people: "Anna Berg reports:" is a byline in the text, and the outlet's own voice speaks on."""

from __future__ import annotations

from counterclaim.attributing.lexicon import Lexicon
from counterclaim.attributing.sayings import Saying
from counterclaim.records import Article


def is_byline(saying: Saying, article: Article, found: Lexicon) -> bool:
    """Whether the report is by an author of the article, or by a bare name before "reports:" or "writes:"."""
    verb = article.text[slice(*saying.cue)].lower()
    if verb not in found.words["byline"] or len(saying.sources) != 1:
        return False
    name = article.text[slice(*saying.sources[0])]
    if name in article.authors:
        return True
    colon = article.text[saying.cue[1] : saying.cue[1] + 1] == ":" and saying.sources[0][1] < saying.cue[0]
    return colon and _is_bare_name(name, found)


def _is_bare_name(name: str, found: Lexicon) -> bool:
    """Whether the words are two or three of a name, none a noun of bodies or speakers, and no known body's."""
    words = name.split()
    others = found.words["no_byline"]
    plain = all(word.istitle() and found.kind(word.lower()) is None and word.lower() not in others for word in words)
    return plain and len(words) in (2, 3) and name.lower() not in found.bodies
