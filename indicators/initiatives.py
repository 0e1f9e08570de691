"""The local initiatives that the documents name: what they do, where, with whom, and who says so."""

from __future__ import annotations

import pandas as pd

from loaders.store import Store

_NAMED = """
    SELECT
        initiative_id, name, description, domain_codes, domain_label, department_codes, department_label,
        region_codes, actors AS partners, year AS dated, source, reliability, sheet, row_number
    FROM mart.initiative
    WHERE reliability IN ('confirme', 'publie')
    ORDER BY row_number
"""
_CODES = ("domain_codes", "department_codes", "region_codes")


def initiatives(store: Store) -> pd.DataFrame:
    """Return one row an initiative in the order of the sheet; those with a doubtful reading are left out.

    initiative_id, name, description, domain_codes, department_codes, region_codes (tuples, empty when the
    sheet names none: it is then placed nowhere), domain_label, department_label (as written), partners,
    dated (as written, « 2012 (lancement) »), source, reliability, sheet, row_number (the columns of
    the sheet are found by their heads: a row says where).
    """
    frame = store.frame(_NAMED)
    for column in _CODES:
        # Without any row, pandas would take the column for numbers.
        frame[column] = pd.Series([tuple(codes) for codes in frame[column]], frame.index, dtype=object)
    return frame


def set_aside(store: Store) -> int:
    """Return how many initiatives have a doubtful reading: the quality report alone speaks of them."""
    return int(
        store.rows("SELECT count(*) FROM mart.initiative WHERE reliability NOT IN ('confirme', 'publie')")[0][
            0
        ]
    )
