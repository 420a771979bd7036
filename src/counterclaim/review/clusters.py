"""Which names or claims are one, after what people have said: merges and splits that can always be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from counterclaim.review.judgement import SAME, Judgement, in_force


def cluster(found: Mapping[str, str], judged: Iterable[Judgement]) -> dict[str, str]:
    """For each item its cluster: as `found` by comparing, then changed by each judgement in force, oldest first.

    "a and b are the same" takes all of b's cluster into a's; "a and b are different" takes b out of a's, alone.
    Nothing is destroyed: without the judgement the clusters are what they were.
    """
    clusters = dict(found)
    for judgement in in_force(judged):
        one, other = judgement.claim, judgement.other
        if one is None or other is None:
            continue
        kept, moved = clusters.get(one, one), clusters.get(other, other)
        clusters[one] = kept
        if judgement.verdict == SAME:
            clusters.update({item: kept for item, name in clusters.items() if name == moved})
            clusters[other] = kept
        elif kept == moved:
            clusters[other] = _own_name(other, clusters)
    return clusters


def _own_name(item: str, clusters: Mapping[str, str]) -> str:
    """The item's name for itself; with a mark where others stand under that name already."""
    name = item
    while any(cluster == name and member != item for member, cluster in clusters.items()):
        name += " (apart)"
    return name
