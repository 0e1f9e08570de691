"""What debate rooms said, read back by one visitor."""

import pyarrow as pa

from indicators import published
from pages.facade.edition import Edition, per_edition
from pages.tables import filled
from readings.room import imported
from readings.room.imported import SENTENCES, TITLE

__all__ = ["SENTENCES", "TITLE", "said"]


@per_edition(max_entries=64)
def said(edition: Edition, region: str, domain: str) -> pa.Table | None:
    """Return what rooms said of a region, of a domain ("" : all of them); None where none did."""
    rows = published.rooms(edition.store)
    kept = rows["region_code"].eq(region) | (not region)
    rows = rows[kept & (rows["domain_code"].eq(domain) | (not domain))]
    words = edition.results.vocabulary()
    return filled(imported.table(rows, words.domains, words.actors))
