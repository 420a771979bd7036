"""Pictures as files."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from counterclaim.figures import Figure
from counterclaim.plots.drawing import draw, picture_of
from counterclaim.plots.points import find_points
from tests.fixtures.figures import daily, figure, total

SVG = "{http://www.w3.org/2000/svg}"
TOTALS = [total(5, "2031-05-05"), total(9, "2031-05-06", high=None, form="at_least"), total(8, "2031-05-07")]
RANGES = [total(2, "2031-05-05", claimant="<Staff> & 'Co'", high=7, form="range", modality="estimated")]
DAYS = [daily(4, "2031-05-06"), daily(0, "2031-05-07")]
SINGLE = [figure(12), figure(None, high=10, form="at_most", said="up to 10 killed", quantity="10"),
          figure(3, link="a file.txt", modality="denied")]  # fmt: skip
MANY = [figure(n, claimant=f"Body {n}", high=None if n % 3 else n + 9) for n in range(1, 70)]
MIXED = [*TOTALS, *RANGES, *DAYS, *SINGLE]


def svg(*figures: Figure) -> ET.Element:
    return ET.fromstring(picture_of(find_points(figures), "svg"))


@pytest.mark.parametrize(
    "figures", [TOTALS, RANGES, DAYS, SINGLE, MIXED, MANY], ids=["totals", "ranges", "days", "single", "mixed", "many"]
)
def test_every_claim_is_a_mark(figures: list[Figure]) -> None:
    """Each claim has a mark that says it in words, with claimant and act."""
    titles = {node.text or "" for node in svg(*figures).iter(f"{SVG}title")}

    assert [] == [f for f in figures if not any(f.evidence in words and f.chain in words for words in titles)]


def test_marks_link_to_their_article() -> None:
    """A mark leads to the article; one that was read from a file leads nowhere."""
    links = {node.get("{http://www.w3.org/1999/xlink}href") for node in svg(*SINGLE).iter(f"{SVG}a")}

    assert {"https://news.example/a"} == links


def test_same_figures_same_picture() -> None:
    """Two runs give the same bytes, whatever was drawn before."""
    drawn = find_points(MIXED)

    assert picture_of(drawn, "svg") == picture_of(drawn, "svg")


def test_open_bounds_fade() -> None:
    """An open bound is drawn with a gradient to nothing; a claim with both bounds has none."""
    stops = [node.get("stop-color", "") for node in svg(TOTALS[1]).iter(f"{SVG}stop")]

    assert ["rgba(51,34,136,0.45)", "rgba(51,34,136,0.0)"] == stops
    assert [] == list(svg(TOTALS[0]).iter(f"{SVG}stop"))


def test_swapped_names_swap_nothing_else() -> None:
    """With the names of two sides exchanged, the picture is the same but for these names."""
    one, two = (
        picture_of(find_points([figure(3, claimant=first, published=None), figure(5, claimant=second)]), "svg")
        for first, second in (("Army (Aaa)", "Army (Bbb)"), ("Army (Bbb)", "Army (Aaa)"))
    )
    painted = [sorted(re.findall(rb'(?:fill|stroke)="[^"]+"', picture)) for picture in (one, two)]

    assert painted[0] == painted[1]


def test_png_is_a_png(tmp_path: Path) -> None:
    """The ending says which kind of file it is."""
    place, _ = draw(find_points(TOTALS), tmp_path / "a.png")

    assert b"\x89PNG" == place.read_bytes()[:4]


def test_page_loads_nothing_and_runs_nothing(tmp_path: Path) -> None:
    """The page has no script, loads nothing, and forbids both; its pictures are for light and for dark."""
    place, _ = draw(find_points(MIXED), tmp_path / "a.html")
    page = HTMLParser(place.read_text("utf-8"))
    [policy] = [node.attributes["content"] or "" for node in page.css("meta[http-equiv]")]

    assert ([], 2) == (page.css("script, img, iframe, link, [src], [style], [onclick]"), len(page.css("figure > svg")))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_page_has_every_figure_with_its_link() -> None:
    """Under the picture each figure stands with claimant, act, wording and link."""
    page = HTMLParser(picture_of(find_points(SINGLE), "html").decode())
    rows = [[cell.text(strip=True) for cell in row.css("td")] for row in page.css("tbody tr")]

    assert ([3, 6], "The army said that 12 people were killed in Oakford on Monday.") == (
        [len(rows), len(rows[0])], next(row[4] for row in rows if row[2] == "12"),
    )  # fmt: skip


def test_names_cannot_break_out() -> None:
    """A claimant whose name looks like markup is shown as it is."""
    page = picture_of(find_points(RANGES), "html").decode()

    assert (False, True) == ("<Staff>" in page, "&lt;Staff&gt;" in page)


def test_table_beside_the_picture(tmp_path: Path) -> None:
    """Beside the picture lies a table: no number without claimant, act, wording and link."""
    _, table = draw(find_points(MIXED), tmp_path / "a.svg")
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8"))))

    assert (len(MIXED), "a-figures.csv") == (len(rows), table.name)
    assert [] == [row for row in rows if not all(row[name] for name in ("claimant", "act", "wording", "link"))]


def test_other_endings_and_themes_are_refused(tmp_path: Path) -> None:
    """A name with another ending, or an unknown theme, is refused with what there is."""
    with pytest.raises(ValueError, match=r"'.gif' found, .svg, .png, .html expected"):
        draw(find_points(TOTALS), tmp_path / "a.gif")
    with pytest.raises(ValueError, match="theme 'pink': unknown; known themes: light, dark"):
        draw(find_points(TOTALS), tmp_path / "a.svg", theme="pink")
