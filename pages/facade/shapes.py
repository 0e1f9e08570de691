"""The outlines, projected once for the whole process."""

import json

import streamlit as st

from charts import geometry
from pages.facade.current import ROOT


@st.cache_resource(show_spinner=False, max_entries=1)
def regions() -> geometry.Layout:
    """Return the thirteen regions, ready to draw."""
    source = ROOT / "data" / "geometry" / "regions.geojson"
    return geometry.lay_out(json.loads(source.read_text(encoding="utf-8")))
