"""Posts that an article shows with who wrote them: "Four people were killed. — Ann Bell (@annbell) May 3, 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.attributing.lexicon import Lexicon
from counterclaim.attributing.sayings import Saying
from counterclaim.records import Article

SIGNED = re.compile(r"[—–]\s?(?P<name>[^—–\n@()]{2,60}?)\s?\(@\w{2,30}\)")
SHORT = 15  # characters: fewer are no post


def find_signed(article: Article, found: Lexicon) -> Iterator[Saying]:
    """A report for each signed post: what stands before the name in its paragraph, or the paragraph before."""
    cue = next(cue for cue in found.cues.values() if "signed" in cue.frames)
    after = 0
    for match in SIGNED.finditer(article.text):
        end = len(article.text[: match.start()].rstrip())
        start = max(after, article.text.rfind("\n\n", 0, end) + 2 if "\n\n" in article.text[:end] else 0)
        after = match.end()
        if end - start >= SHORT:
            yield Saying(
                start=start, end=end, sources=(match.span("name"),), cue=(match.start(), match.start() + 1),
                act=cue.act, modality=cue.modality, rule=cue.rule, widens=False,
            )  # fmt: skip
