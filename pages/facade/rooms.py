"""What debate rooms said: read back by one visitor, or given back to be compared; nothing is kept."""

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa

from hall.book.errors import RoomError
from hall.stage.kept.comparison import Comparison, Table, comparison
from hall.stage.kept.given_back import of_zip
from indicators import published
from pages.facade.edition import Edition, per_edition
from pages.tables import arrow, filled
from readings.room import imported
from readings.room.imported import SENTENCES, TITLE

__all__ = ["SENTENCES", "TITLE", "Comparison", "compared", "drawn", "said"]


@per_edition(max_entries=64)
def said(edition: Edition, region: str, domain: str) -> pa.Table | None:
    """Return what rooms said of a region, of a domain ("" : all of them); None where none did."""
    rows = published.rooms(edition.store)
    kept = rows["region_code"].eq(region) | (not region)
    rows = rows[kept & (rows["domain_code"].eq(domain) | (not domain))]
    words = edition.results.vocabulary()
    return filled(imported.table(rows, words.domains, words.actors))


def compared(zips: Sequence[bytes]) -> Comparison | str:
    """Compare the two rooms of two zips; why they cannot be, in a sentence."""
    try:
        one, other = map(of_zip, zips)
        return comparison(one, other)
    except RoomError as error:
        return str(error)


def drawn(table: Table) -> pa.Table:
    """Return a table of a comparison as a page draws it."""
    return arrow(pd.DataFrame(table.rows, columns=table.heads))
