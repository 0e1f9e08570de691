"""Rows written inside a specification, layer by layer, and what Altair does of itself at each chart.

Streamlit turns a named dataset, or the data of a whole chart, into Arrow again at every rerun.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, ClassVar

import altair as alt
import pandas as pd
from altair.utils.schemapi import disable_debug_mode


def specification(chart: alt.LayerChart | alt.FacetChart) -> dict[str, Any]:
    """Return a chart as a dict whose layers hold their own rows."""
    spec = written(chart)
    shared = spec.pop("data", None)
    for layer in spec["layer"] if shared else []:
        layer.setdefault("data", shared)
    return spec


def written(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """Return a chart as a dict.

    The Vega-Lite schema is the tests' to check: it takes longer than to make the chart.
    """
    spec: dict[str, Any] = chart.to_dict(validate=False)
    return spec


def drawn_from(rows: Sequence[Mapping[str, Any]]) -> alt.Chart:
    """Return a chart of finished rows, to be given a mark: through a frame it takes ten times longer."""
    return alt.Chart(_filled(rows))


def with_text_rows(part: Any) -> Any:  # noqa: ANN401 - a specification, or any part of one
    """Return a specification whose rows are texts, which a browser reads as it would the rows.

    Streamlit writes a specification out at every rerun, reads it again and writes it once more: a text is
    one value, where two hundred rows are a thousand. Rows between commas would be shorter, but what reads
    them in a browser builds its code as it goes, which the headers of the pages forbid.
    """
    if isinstance(part, list):
        return [with_text_rows(item) for item in part]
    if not isinstance(part, dict):
        return part
    rows = part.get("values")
    if isinstance(rows, list) and rows and isinstance(rows[0], dict):
        text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        return part | {"values": text, "format": {"type": "json"}}
    return {name: with_text_rows(item) for name, item in part.items()}


@dataclass(frozen=True)
class _Rows:
    """Finished rows: Altair asks an object of a schema for its dict, where it would look at each value."""

    rows: Sequence[Mapping[str, Any]]
    _schema: ClassVar = {"type": "array"}

    def to_dict(self, *_asked: object, **_named: object) -> list[Mapping[str, Any]]:
        return list(self.rows)


def _values(data: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever Altair takes; here, frames
    """Return the rows of a frame; what is missing, or no number of JSON, is null."""
    names, columns = data.columns.tolist(), [_known(column) for _, column in data.items()]
    return _filled([dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)])


def _filled(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {"values": _Rows(rows)}


def _known(column: "pd.Series[Any]") -> list[Any]:
    if column.dtype == "float64":
        return [value if isfinite(value) else None for value in column.tolist()]
    return [
        None if lacks else value for value, lacks in zip(column.tolist(), column.array.isna(), strict=True)
    ]


def _shared(chart: alt.Chart, _copied: object) -> alt.Chart:
    """Copy a chart to the depth that Altair changes: what it holds is never written into."""
    return chart.copy(deep=False)


# Of the process: Altair checks each part of a chart as it is made, and copies a frame column by column to
# write it, which is half of what a figure costs; to lay layers over one another it copies each of them whole,
# several times, up to half of the rest.
disable_debug_mode()
alt.data_transformers.register("values", _values)
alt.data_transformers.enable("values", consolidate_datasets=False)
setattr(alt.Chart, "__deepcopy__", _shared)  # noqa: B010 - what Altair asks of whatever it copies
