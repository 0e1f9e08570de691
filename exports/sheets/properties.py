"""What a workbook says of itself to programs and printers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from exports.stamp import Stamp
from wording import mentions

# Texts stay texts, whatever they look like.
OPTIONS: dict[str, Any] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# The study's month: a date of the clock would give other bytes at every click.
_CREATED = datetime(2019, 10, 1, tzinfo=UTC)
_LONGEST_FOOT = 250


def declare(book: Workbook, stamp: Stamp) -> None:
    """Write title, subject and mention in the properties of the file."""
    book.set_properties(
        {
            "title": stamp.title,
            "subject": stamp.subtitle,
            "author": mentions.OBSERVATORY,
            "comments": " ".join(stamp.lines()),
            "created": _CREATED.replace(tzinfo=None),
        }
    )


def page(place: Worksheet, stamp: Stamp) -> None:
    """Print in landscape A4, as wide as a page, with the mention and the page number below."""
    place.set_landscape()
    place.set_paper(9)
    place.fit_to_pages(1, 0)
    above = mentions.FICTIONAL if stamp.fictional else ""
    if above:
        place.set_header(f"&C&B{above}")
    # « & » starts a code in the foot of a page: doubled, it is itself.
    foot = stamp.mention.replace("&", "&&")[:_LONGEST_FOOT]
    place.set_footer(f"&L&8{foot}&R&8&P / &N")
