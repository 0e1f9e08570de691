"""Rows written inside a specification, layer by layer.

Streamlit turns a named dataset, or the data of a whole chart, into Arrow again at every rerun.
"""

from typing import Any

import altair as alt


def specification(chart: alt.LayerChart | alt.FacetChart) -> dict[str, Any]:
    """Return a chart as a dict whose layers hold their own rows.

    The Vega-Lite schema is the tests' to check: it takes longer than to make the chart.
    """
    with alt.data_transformers.enable("default", consolidate_datasets=False):
        spec: dict[str, Any] = chart.to_dict(validate=False)
    shared = spec.pop("data", None)
    for layer in spec["layer"] if shared else []:
        layer.setdefault("data", shared)
    return spec
