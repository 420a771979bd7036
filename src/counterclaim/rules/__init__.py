"""Wording as data: rule files (YAML) and flat tables (TSV), one folder a language.

A rule file is a list of rules; each has an `id`, the keys of its kind (see `kinds.py`), and sentences on which it
must (`yes`) and must not (`no`) fire. The name of the file without its ending, up to the first dot, is its kind:
`events.yaml` and `events.sea.yaml` both hold rules of kind `events`. Scalars are read as text, never guessed at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from counterclaim.rules.kinds import RULE_KINDS

OURS = Path(__file__).parent
COMMON = frozenset({"id", "yes", "no"})
ALMOST = frozenset({".yml", ".tab", ".csv"})  # endings that would be passed over in silence


class RuleError(ValueError):
    """A rule file is wrong; the message says where, what was found and what was expected."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, where it stands, its keys (each a tuple of strings) and its sentences."""

    id: str
    where: str
    keys: Mapping[str, tuple[str, ...]]
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def all(self, key: str) -> tuple[str, ...]:
        """Every value under `key`; empty where the rule does not have it."""
        return self.keys.get(key, ())

    def one(self, key: str) -> str | None:
        """The single value under `key`, or None."""
        values = self.all(key)
        if len(values) > 1:
            raise RuleError(f"{self.where}: {self.id}: one {key!r} expected, found {len(values)}; keep one")
        return values[0] if values else None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its columns by name."""

    where: str
    columns: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.columns[column]


@dataclass(frozen=True, slots=True, eq=False)
class RuleSet:
    """All rules and tables of one language, in order of file and line, with a digest of their bytes.

    Rules are asked for as what they are, not by what they hold: every stage keeps what it compiled from them, and
    looks it up by them hundreds of times an article.
    """

    language: str
    rules_by_kind: Mapping[str, tuple[Rule, ...]]
    tables: Mapping[str, tuple[Row, ...]]
    digest: str

    @property
    def all_rules(self) -> tuple[Rule, ...]:
        """The rules of every kind."""
        return tuple(rule for rules in self.rules_by_kind.values() for rule in rules)

    def rules(self, kind: str) -> tuple[Rule, ...]:
        """The rules of one kind, ours first, then the user's own."""
        return self.rules_by_kind.get(kind, ())

    def table(self, name: str) -> tuple[Row, ...]:
        """The rows of one table, ours first, then the user's own."""
        return self.tables.get(name, ())


def kind_of(file: Path) -> str:
    """The kind of rules that a file holds: its name up to the first dot."""
    return file.name.split(".", 1)[0]


@lru_cache(maxsize=8)
def load_rules(language: str = "en", extra: tuple[Path, ...] = ()) -> RuleSet:
    """The rules of a language, with the folders in `extra` added after ours.

    Raises RuleError (file:line, what was found, what was expected) for an unknown, missing or duplicate key,
    a duplicate id, an unknown file, or a line of a table with the wrong number of columns.
    """
    rules: dict[str, list[Rule]] = {}
    tables: dict[str, list[Row]] = {}
    seen: dict[str, str] = {}
    digest = hashlib.sha256()
    for file in _files((OURS / language, *extra)):
        content = file.read_bytes()
        digest.update(file.name.encode() + b"\0" + content + b"\0")
        if file.suffix == ".tsv":
            tables.setdefault(kind_of(file), []).extend(read_table(file, content, _columns(file)))
        else:
            for rule in read_rules(file, content):
                if rule.id in seen:
                    raise RuleError(f"{rule.where}: id {rule.id!r} stands already at {seen[rule.id]}; rename one")
                seen[rule.id] = rule.where
                rules.setdefault(kind_of(file), []).append(rule)
    return RuleSet(
        language,
        {kind: tuple(found) for kind, found in rules.items()},
        {name: tuple(rows) for name, rows in tables.items()},
        digest.hexdigest(),
    )


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        if not folder.is_dir():
            raise RuleError(f"{folder}: no such folder of rules; give a folder with .yaml or .tsv files")
        files = sorted(folder.iterdir())
        strange = next((file for file in files if file.suffix.lower() in ALMOST), None)
        if strange:
            raise RuleError(f"{strange}:1: ending {strange.suffix!r}; expected .yaml or .tsv; rename the file")
        yield from (file for file in files if file.suffix in (".yaml", ".tsv"))


def _decoded(file: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RuleError(f"{file}:{line}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error


def _columns(file: Path) -> tuple[str, ...] | None:
    """The columns that a user's table must have: those of ours with the same name. None for our own tables."""
    if OURS in file.parents:
        return None
    ours = sorted(OURS.glob(f"*/{kind_of(file)}*.tsv"))
    if not ours:
        known = sorted({kind_of(table) for table in OURS.glob("*/*.tsv")})
        raise RuleError(f"{file}:1: unknown table {kind_of(file)!r}; known tables: {', '.join(known)}")
    lines = ours[0].read_text("utf-8").splitlines()
    return _cells(next(line for line in lines if _is_row(line)))


def _is_row(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("\t"))


def read_table(file: Path, content: bytes, columns: tuple[str, ...] | None = None) -> Iterator[Row]:
    """The rows of a TSV file with a header line; lines that begin with # are comments.

    Raises RuleError where the header is not `columns` (if given) or a line has another number of columns.
    """
    header: tuple[str, ...] | None = None
    for number, line in enumerate(_decoded(file, content).split("\n"), 1):
        if not _is_row(line):
            continue
        cells = _cells(line)
        if header is None:
            if columns is not None and cells != columns:
                raise RuleError(f"{file}:{number}: columns {', '.join(cells)}; expected {', '.join(columns)}")
            header = cells
            continue
        if len(cells) != len(header):
            raise RuleError(f"{file}:{number}: {len(cells)} columns; expected {len(header)}: {', '.join(header)}")
        yield Row(f"{file.name}:{number}", dict(zip(header, cells, strict=True)))


def read_rules(file: Path, content: bytes) -> Iterator[Rule]:
    """The rules of a YAML file, every scalar as text."""
    kind = RULE_KINDS.get(kind_of(file))
    if kind is None:
        raise RuleError(f"{file}:1: unknown kind {kind_of(file)!r}; known kinds: {', '.join(sorted(RULE_KINDS))}")
    try:
        root = yaml.compose(_decoded(file, content), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError(f"{file}:{line}: not readable as YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise RuleError(f"{file}:1: not readable as YAML: {error}") from error
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise RuleError(f"{file}:1: a list of rules expected, each beginning with '- id: ...'")
    for node in root.value:
        yield _rule(file, node, kind.required | COMMON, kind.optional)


def _rule(file: Path, node: yaml.Node, required: frozenset[str], optional: frozenset[str]) -> Rule:
    where = f"{file.name}:{node.start_mark.line + 1}"
    if not isinstance(node, yaml.MappingNode):
        raise RuleError(f"{where}: a rule expected ('- id: ...'), found {node.tag.rsplit(':', 1)[-1]}")
    keys: dict[str, tuple[str, ...]] = {}
    for name, value in node.value:
        at = f"{file.name}:{name.start_mark.line + 1}"
        if not isinstance(name.value, str) or name.value not in required | optional:
            known = ", ".join(sorted(required | optional))
            found = name.value if isinstance(name.value, str) else "(no text)"
            raise RuleError(f"{at}: unknown key {found!r}; known keys: {known}")
        if name.value in keys:
            raise RuleError(f"{at}: key {name.value!r} stands twice in one rule; keep one")
        keys[name.value] = _texts(at, value)
    missing = required - keys.keys()
    if missing:
        raise RuleError(f"{where}: missing key {', '.join(sorted(missing))}")
    ids = keys.pop("id")
    if len(ids) != 1:
        raise RuleError(f"{where}: one id expected, found {len(ids)}; give one")
    return Rule(ids[0], where, keys, keys.pop("yes"), keys.pop("no"))


def _texts(where: str, node: yaml.Node) -> tuple[str, ...]:
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    if not all(isinstance(item, yaml.ScalarNode) for item in items):
        raise RuleError(f"{where}: text or a list of texts expected")
    if not all(str(item.value).strip() for item in items):
        raise RuleError(f"{where}: nothing stands here; text or a list of texts expected, [] for none")
    return tuple(str(item.value) for item in items)
