"""The two example articles, as read."""

import shutil
from pathlib import Path

from counterclaim.reading import Refusal, read_sources
from counterclaim.records import Article, ReferenceDate

EXAMPLES = Path(__file__).parents[3] / "examples"
SABAH, SPUTNIK = EXAMPLES / "000_4259177959549b60.txt", EXAMPLES / "004_eaa9c714bd9e9a4a.txt"


def read(path: Path) -> Article:
    [article] = read_sources([path])
    assert not isinstance(article, Refusal)
    return article


def squash(text: str) -> str:
    return "".join(text.split())


def kinds(article: Article) -> list[str]:
    return [part.kind for part in article.parts]


def test_first_example_with_its_sidecar() -> None:
    """The sidecar gives date and outlet; today counts from that date."""
    article = read(SABAH)

    assert (article.published, article.outlet) == ("2022-02-27", "Daily Sabah")
    assert ReferenceDate(value="2022-02-27", origin="given") == article.reference_date
    assert kinds(article) == ["title", "caption", "body"]
    assert article.title == "Russia confirms military suffered casualties in Ukraine"


def test_first_example_without_its_sidecar(tmp_path: Path) -> None:
    """Its bytes hold neither date nor outlet; the caption's date serves for "today" and never as published."""
    article = read(Path(shutil.copy(SABAH, tmp_path)))

    assert (article.published, article.outlet) == (None, None)
    assert article.reference_date is not None
    assert (article.reference_date.value, article.reference_date.origin) == ("2022-02-27", "caption")
    start, end = article.reference_date.start, article.reference_date.end
    assert article.text[start:end] == "Feb. 27, 2022"


def test_first_example_keeps_every_character(tmp_path: Path) -> None:
    """The canonical text of a clean file differs in white space only."""
    assert squash(SABAH.read_text(encoding="utf-8")) == squash(read(SABAH).text)


def test_second_example_has_every_field_in_its_place() -> None:
    """Times, tags, author, image, outlet and language of the scrape dump."""
    article = read(SPUTNIK)

    assert article.published == "2022-03-02T16:45+00:00"
    assert article.modified == "2022-03-02T17:48+00:00"
    assert article.outlet == "Sputnik International"
    assert article.language == "en"
    assert article.authors == ("Tim Korso",)
    assert article.tags == ("situation in ukraine", "russia", "ukraine")
    assert article.image is not None
    assert article.image.endswith("5725.jpg")
    assert article.url == article.key
    assert article.url is not None
    assert article.url.endswith("-1093528643.html")
    assert ReferenceDate(value="2022-03-02", origin="published") == article.reference_date
    assert article.origin is not None
    assert "scrape" == article.origin.reader


def test_second_example_has_title_lead_and_body_once() -> None:
    """No leftovers; the lead, the only place that dates the operation's start, stands once."""
    article = read(SPUTNIK)
    leftovers = ["http", "/html", "feedback@", "1920", "News", "en_EN", "Tim Korso", "02.03.2022"]

    assert kinds(article) == ["title", "lead", "body", "subheading", "body"]
    assert [article.text.count(s) for s in (article.title, "24 February", "line of duty.")] == [1, 1, 1]  # type: ignore[arg-type]
    assert [leftover for leftover in leftovers if leftover in article.text] == []


def test_second_example_comes_apart_at_glued_places() -> None:
    """Glued sentences and the run-in subheading are paragraphs; nothing but white space is added."""
    article = read(SPUTNIK)
    paragraphs = article.text.split("\n\n")
    body = max(SPUTNIK.read_text(encoding="utf-8").splitlines(), key=len)

    assert "Progress of Special Operation" in paragraphs
    assert any(p.startswith("The spokesman also shared") for p in paragraphs)
    assert squash(body) in squash(article.text)
