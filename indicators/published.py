"""The figures as they are read: one row a value, with its status, its unit and its cell."""

from __future__ import annotations

import pandas as pd

from loaders.store import Store

_TERRITORIES = """
    SELECT 'FR' AS region_code, 'France' AS name, 'pays' AS level, 0 AS position
    UNION ALL
    SELECT region_code, name, 'region' AS level, position FROM mart.region
    ORDER BY position
"""
_VALUES = """
    SELECT
        observed.* EXCLUDE (sheet, cell), observed.sheet, observed.cell, indicator.label AS indicator,
        indicator.domain_code, indicator.unit, indicator.year, indicator.source
    FROM mart.indicator_value AS observed
    JOIN mart.indicator AS indicator USING (indicator_code)
    LEFT JOIN mart.region AS region USING (region_code)
    ORDER BY indicator.row_number, region.position NULLS FIRST
"""
_EARLIER = """
    SELECT
        figure.*, indicator.label AS indicator, indicator.domain_code, indicator.unit,
        false AS corrected, '' AS published_raw
    FROM mart.dated_value AS figure
    JOIN mart.indicator AS indicator USING (indicator_code)
    LEFT JOIN mart.region AS region USING (region_code)
    WHERE figure.sheet <> indicator.sheet
    ORDER BY indicator.row_number, figure.period, region.position NULLS FIRST
"""
# Doubtful figures are named by the quality report only.
_FELT = """
    SELECT felt.*, measure.label AS measure_label
    FROM mart.perception AS felt
    JOIN mart.measure AS measure USING (measure)
    LEFT JOIN mart.region AS region USING (region_code)
    WHERE felt.reliability IN ('confirme', 'publie')
    ORDER BY felt.row_number, region.position NULLS FIRST
"""


_ROOMS = """
    SELECT said.*, region.name AS place
    FROM mart.room_figure AS said
    JOIN mart.region AS region USING (region_code)
    JOIN mart.domain AS domain USING (domain_code)
    JOIN mart.actor AS actor USING (actor_code)
    ORDER BY said.survey_date DESC, said.programme, domain.position, actor.position, said.measure
"""


# Every cell that holds a number, and the decimals that it shows.
_SHOWN = """
    SELECT sheet, cell, value, decimals FROM mart.indicator_value WHERE value IS NOT NULL
    UNION
    SELECT sheet, cell, value, decimals FROM mart.dated_value WHERE value IS NOT NULL
    UNION
    SELECT sheet, cell, value, decimals FROM mart.survey_figure WHERE value IS NOT NULL
"""


def shown(store: Store) -> dict[tuple[str, str, float], int]:
    """Return (sheet, cell, value) → how many decimals the cell shows of it."""
    return {(sheet, cell, value): decimals for sheet, cell, value, decimals in store.rows(_SHOWN)}


def territories(store: Store) -> pd.DataFrame:
    """Return France, then the regions: region_code, name, level ('pays' | 'region'), position."""
    return store.frame(_TERRITORIES)


def measures(store: Store) -> pd.DataFrame:
    """Return what surveys ask: measure, label, unit, minimum, maximum (bounds in `unit`)."""
    return store.frame("SELECT measure, label, unit, minimum, maximum FROM mart.measure ORDER BY measure")


def all_values(store: Store) -> pd.DataFrame:
    """Return every cell of the table, missing ones too: one row an indicator x territory (France first).

    indicator_code, indicator (label), domain_code (missing: profile), region_code, value, low, high (in
    `unit`), status ('value' | 'range' | 'missing' | 'not_available'), unit, year, source, raw, corrected,
    published_raw, correction_reason, note, sheet, cell.
    """
    return store.frame(_VALUES)


def earlier_values(store: Store) -> pd.DataFrame:
    """Return every cell of the earlier years: one row an indicator x year x territory (France first).

    Columns of `all_values`, but for correction_reason (none is corrected), and period (the last year that
    `year` names), rupture (what changed in the definition after it).
    """
    return store.frame(_EARLIER)


def felt(store: Store) -> pd.DataFrame:
    """Return every usable figure of « Perceptions », one row a figure x region, part populations included.

    Columns of `mart.perception`, and measure_label.
    """
    return store.frame(_FELT)


def rooms(store: Store) -> pd.DataFrame:
    """Return what the people of debate rooms said, one row a figure x region: no sample, in no computation.

    Columns of `mart.room_figure`, and place (name of the region).
    """
    return store.frame(_ROOMS)


def sources(store: Store) -> pd.DataFrame:
    """Return the documents: source_code, reference, publisher, date, address, remark."""
    return store.frame("SELECT * FROM mart.source ORDER BY row_number")
