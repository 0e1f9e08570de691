"""The published figures on alliances: practice, types, roles, maturity, conviction, co-construction."""

from __future__ import annotations

import pandas as pd

from loaders.store import Store

# A figure for several regions has one row for each in mart.alliance, the same but for region_code.
_FIGURES = """
    WITH figure AS (
        SELECT DISTINCT * EXCLUDE (region_code)
        FROM mart.alliance
        WHERE reliability IN ('confirme', 'publie')
    )
    SELECT
        figure.* REPLACE (nullif(figure.domain_code, '') AS domain_code),
        measure.label AS measure_label
    FROM figure
    JOIN mart.measure AS measure USING (measure)
    ORDER BY figure.row_number
"""

_WORDS = """
    SELECT measure, detail, source
    FROM mart.alliance
    WHERE region_code = 'FR' AND reliability IN ('confirme', 'publie', 'a_verifier')
    ORDER BY row_number
"""


def alliance_figures(store: Store) -> pd.DataFrame:
    """Return one row a figure that may be used, in the order of the sheet; never a doubtful one.

    figure_id, programme, survey, wave, survey_date, actor_code, region_codes (tuple of codes, `("FR",)` for
    the country, empty for a territory that is no region of today), perimeter, domain_code (missing: of no
    domain), measure, measure_label, detail, value (in `unit`, NaN when only a rank is published), low, high,
    status, rank_low, rank_high (1 = named first), raw_value, raw_rank, unit, decimals, base, subpopulation,
    sample_size, standard_deviation, source, reliability ('confirme' | 'publie'), remark, sheet, row_number,
    cell, rank_cell.
    """
    frame = store.frame(_FIGURES)
    frame["region_codes"] = [tuple(codes) for codes in frame["region_codes"]]
    return frame


def alliance_words(store: Store) -> pd.DataFrame:
    """Return the answers that surveys of the country published, in the order of the sheet; no figure.

    measure, detail, source. Those of doubtful figures too: their words are sure.
    """
    return store.frame(_WORDS)
