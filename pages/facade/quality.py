"""The quality report: what was read, found, corrected, left out."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from charts import report
from indicators import quality as data_quality
from indicators import structure
from loaders.store import Store
from pages.facade.choices import words
from pages.facade.current import store


@dataclass(frozen=True)
class Quality:
    """What the quality report shows: how much was read, and its tables (findings by level)."""

    counts: dict[str, int]
    findings: dict[str, pd.DataFrame]
    corrections: pd.DataFrame
    to_verify: pd.DataFrame
    coverage: pd.DataFrame


def quality() -> Quality:
    """Return the tables of the quality report."""
    return _quality(store().key, store())


@st.cache_resource(show_spinner=False, max_entries=4)
def _quality(key: str, _store: Store) -> Quality:
    names = words(structure.actors(_store), "actor_code", "label")
    return Quality(
        counts=data_quality.counts(_store),
        findings=report.findings(structure.findings(_store)),
        corrections=report.corrections(structure.corrections(_store)),
        to_verify=report.to_verify(data_quality.to_verify(_store)),
        coverage=report.coverage(data_quality.coverage(_store), names),
    )
