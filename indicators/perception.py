"""What the actors are published to say. Nothing is invented, interpolated or defaulted."""

from __future__ import annotations

import pandas as pd

from indicators.steps import chain
from loaders.store import Store


def perceived(store: Store, actor: str) -> pd.DataFrame:
    """Return one row a usable figure x region, France included; reliability `confirme` or `publie` only.

    Columns: figure_id, programme, survey, wave, survey_date, actor_code, region_code, region_codes (tuple),
    perimeter, domain_code, measure, measure_label, unit, value, rank_low, rank_high, rank_origin ('published'
    | 'derived' from a complete vector of the domains | missing), decimals, sample_size, sample_at_least,
    standard_deviation, base, source, reliability, remark, raw_value, raw_rank, sheet, cell, rank_cell.
    Kinds of measure and waves stay apart: whoever compares figures picks one `wave` and one `measure`.
    """
    return _with_tuples(store.frame(chain("perceived", last="perceived_figure"), {"actor": actor}))


def waves(store: Store, actor: str) -> pd.DataFrame:
    """Return the surveys of an actor that speak of fragility, latest first, and how much each published."""
    return store.frame(chain("perceived", last="wave"), {"actor": actor})


def _with_tuples(frame: pd.DataFrame) -> pd.DataFrame:
    frame["region_codes"] = [tuple(codes) for codes in frame["region_codes"]]
    return frame
