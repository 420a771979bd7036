"""Dates of pages and records, as ISO 8601."""

import pytest

from counterclaim.reading.dates import date_in_address, read_date


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2022-02-27", "2022-02-27"),
        ("2022-03-02T16:45+0000", "2022-03-02T16:45+00:00"),
        ("2022-03-23T13:37:00Z", "2022-03-23T13:37:00+00:00"),
        ("2025-10-21 06:00:00-04:00", "2025-10-21T06:00:00-04:00"),
        ("2026-06-30 16:34:54.488000+00:00", "2026-06-30T16:34:54+00:00"),
        ("2009-03-25 00:26:04.358077-05", "2009-03-25T00:26:04-05:00"),
        ("2016-12-10 18:38 ET", "2016-12-10T18:38"),
        ("20220302T164500Z", "2022-03-02T16:45:00+00:00"),
        ("7/2/2016", "2016-07-02"),
        ("29/10/2016", "2016-10-29"),
        ("02.03.2022", "2022-03-02"),
        ("March 25, 2002", "2002-03-25"),
        ("December 9th 2016", "2016-12-09"),
        ("16 December 2016", "2016-12-16"),
        ("Wed Nov 23, 2016 | 3:02pm EST", "2016-11-23T15:02-05:00"),
        ("DEC. 14, 2016, 2:54 AM EST", "2016-12-14T02:54-05:00"),
        ("7:58 AM ET, Sat January 3, 2015", "2015-01-03T07:58"),
        ("December 17, 2016 4:45:51 EST PM", "2016-12-17T16:45:51-05:00"),
        ("26-FEB-1987 15:18:21.45", "1987-02-26T15:18:21"),
        ("Wed, 02 Mar 2022 16:45:00 GMT", "2022-03-02T16:45:00+00:00"),
        ("Wed, 02 Mar 2022 16:45:00 +0300", "2022-03-02T16:45:00+03:00"),
        (1646239500, "2022-03-02T16:45:00+00:00"),
    ],
)
def test_spellings_become_iso(raw: object, expected: str) -> None:
    """A bare date stays a bare date, a time keeps its offset; an ambiguous zone gives none."""
    assert expected == read_date(raw)


@pytest.mark.parametrize("raw", ["2018", "2022-03", "2023-10/2024-01", "unknown", "", None, "2022-02-30", True, "soon"])
def test_what_names_no_day_is_no_date(raw: object) -> None:
    """Years, months, ranges and days that do not exist are unknown, never rounded."""
    assert read_date(raw) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/20220302/some-title-1093528643.html", "2022-03-02"),
        ("https://example.org/news/2019/04/07/title.html", "2019-04-07"),
        ("https://example.org/law/2026/feb/02/title", "2026-02-02"),
        ("https://example.org/europe/title-2026-02-01/", "2026-02-01"),
        ("https://example.org/news/41224477", None),
        (None, None),
    ],
)
def test_address_may_name_the_day(url: str | None, expected: str | None) -> None:
    """The day in an address, in its usual spellings."""
    assert expected == date_in_address(url)
