"""Rule files and tables: what is read, and what is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.rules import RuleError, load_rules, read_rules, read_table

RULE = """\
- id: {id}
  phrase: [a swarm of]
  low: 3
  yes: ["A swarm of drones attacked."]
  no: []
"""


def refusal(folder: Path, name: str, content: str | bytes) -> str:
    """The message with which a file of a user's folder is refused, without the folder's own name."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(RuleError) as refused:
        load_rules("en", (folder,))
    return str(refused.value).removeprefix(f"{folder}/")


def test_ours_are_read() -> None:
    """Our own rules and tables load, and every rule has sentences or an empty list."""
    rules = load_rules("en")

    assert all(rule.id and rule.where for kind in rules.rules_by_kind for rule in rules.rules(kind))


def test_scalars_are_text() -> None:
    """NO, 12:30 and 1.50 stay what was written."""
    content = b"- id: x\n  phrase: [NO, 12:30, 1.50, null]\n  yes: []\n  no: []\n"
    [rule] = read_rules(Path("vague.yaml"), content)

    assert rule.all("phrase") == ("NO", "12:30", "1.50", "null")


def test_a_users_rules_come_after_ours(tmp_path: Path) -> None:
    """A folder of a user's own adds to ours."""
    (tmp_path / "vague.more.yaml").write_text(RULE.format(id="vague.swarm"))
    rules = load_rules("en", (tmp_path,))

    assert rules.rules("vague")[-1].id == "vague.swarm"
    assert rules.digest != load_rules("en").digest


def test_a_users_rows_come_after_ours(tmp_path: Path) -> None:
    """A table of a user's own adds rows to ours; comments, CRLF and a byte order mark do no harm."""
    (tmp_path / "verbs.tsv").write_bytes("\ufeffbase\tforms\r\n# mine\r\n\r\nsmite\tsmote smitten\r\n".encode())

    assert load_rules("en", (tmp_path,)).table("verbs")[-1]["base"] == "smite"


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    """The message says where, what was found, and which keys there are."""
    message = refusal(tmp_path, "vague.yaml", "- id: a\n  phrse: [x]\n  yes: []\n  no: []\n")

    assert message.startswith("vague.yaml:2: unknown key 'phrse'; known keys: ")


def test_a_duplicate_key_is_refused(tmp_path: Path) -> None:
    """A key may stand once in a rule."""
    message = refusal(tmp_path, "vague.yaml", "- id: a\n  yes: []\n  no: []\n  yes: []\n")

    assert message == "vague.yaml:4: key 'yes' stands twice in one rule; keep one"


def test_a_missing_key_is_refused(tmp_path: Path) -> None:
    """A rule without sentences is refused."""
    assert refusal(tmp_path, "vague.yaml", "- id: a\n  yes: []\n") == "vague.yaml:1: missing key no"


def test_a_duplicate_id_is_refused(tmp_path: Path) -> None:
    """An id stands once, ours included; the message names both places."""
    message = refusal(tmp_path, "vague.yaml", "\n" + RULE.format(id="vague.dozens"))

    assert message.startswith("vague.yaml:2: id 'vague.dozens' stands already at vague.yaml:")


def test_two_ids_are_refused(tmp_path: Path) -> None:
    """An id is one text."""
    message = refusal(tmp_path, "vague.yaml", "- id: [a, b]\n  yes: []\n  no: []\n")

    assert message == "vague.yaml:1: one id expected, found 2; give one"


def test_an_empty_value_is_refused(tmp_path: Path) -> None:
    """A key with nothing behind it is a slip; no sentences are written []."""
    message = refusal(tmp_path, "vague.yaml", "- id: a\n  yes:\n  no: []\n")

    assert message.startswith("vague.yaml:2: nothing stands here")


def test_a_nested_value_is_refused(tmp_path: Path) -> None:
    """Values are texts or lists of texts."""
    message = refusal(tmp_path, "vague.yaml", "- id: a\n  yes: {a: b}\n  no: []\n")

    assert message == "vague.yaml:2: text or a list of texts expected"


def test_a_key_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """A list cannot be a key."""
    message = refusal(tmp_path, "vague.yaml", "- id: a\n  ? [b]\n  : c\n  yes: []\n  no: []\n")

    assert message.startswith("vague.yaml:2: unknown key '(no text)'")


@pytest.mark.parametrize("content", ["id: a\n", "just text\n"])
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, content: str) -> None:
    """A file of rules is a list."""
    assert refusal(tmp_path, "vague.yaml", content).startswith("vague.yaml:1: a list of rules expected")


def test_an_entry_that_is_no_rule_is_refused(tmp_path: Path) -> None:
    """Each entry has keys."""
    assert refusal(tmp_path, "vague.yaml", "- a\n").startswith("vague.yaml:1: a rule expected")


def test_broken_yaml_is_refused_at_its_line(tmp_path: Path) -> None:
    """The line is that of the problem."""
    assert refusal(tmp_path, "vague.yaml", "- id: a\n  yes: [\n").startswith("vague.yaml:3: not readable as YAML: ")


def test_bytes_that_are_no_utf8_are_refused_at_their_line(tmp_path: Path) -> None:
    """Nothing is guessed about encodings."""
    message = refusal(tmp_path, "vague.yaml", b"# a\n# \xff\n")

    assert message == "vague.yaml:2: not UTF-8 at byte 6; save the file as UTF-8"


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    """The name of a file says its kind, and the kinds are known."""
    assert refusal(tmp_path, "nonsense.yaml", "[]\n").startswith(
        "nonsense.yaml:1: unknown kind 'nonsense'; known kinds: "
    )


def test_an_unknown_table_is_refused(tmp_path: Path) -> None:
    """A table that nothing reads is refused."""
    assert refusal(tmp_path, "nonsense.tsv", "a\tb\n").startswith("nonsense.tsv:1: unknown table 'nonsense'")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    """A file that would be passed over in silence is refused."""
    message = refusal(tmp_path, "vague.yml", "[]\n")

    assert message == "vague.yml:1: ending '.yml'; expected .yaml or .tsv; rename the file"


def test_other_columns_are_refused(tmp_path: Path) -> None:
    """A user's table has the columns of ours."""
    message = refusal(tmp_path, "verbs.tsv", "base\tform\n")

    assert message == "verbs.tsv:1: columns base, form; expected base, forms"


def test_a_line_with_other_columns_is_refused() -> None:
    """Each line has as many cells as the header."""
    with pytest.raises(RuleError, match=r"^verbs.tsv:3: 1 columns; expected 2: base, forms$"):
        list(read_table(Path("verbs.tsv"), b"base\tforms\n# note\nsmite\n"))


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """A folder that is not there is named."""
    with pytest.raises(RuleError, match="no such folder of rules"):
        load_rules("en", (tmp_path / "none",))


def test_one_value_is_asked_for_by_name() -> None:
    """Where one value is expected, two are refused with the rule's place."""
    [rule] = read_rules(Path("vague.yaml"), b"- id: x\n  low: [1, 2]\n  yes: []\n  no: []\n")

    with pytest.raises(RuleError, match=r"^vague\.yaml:1: x: one 'low' expected, found 2; keep one"):
        rule.one("low")
