"""The outlines of the regions, laid out once for the covers of the report and of the slides."""

import json
from functools import lru_cache
from pathlib import Path

from charts.geometry import Layout, lay_out

_SOURCE = Path(__file__).resolve().parents[1] / "data" / "geometry" / "regions.geojson"


@lru_cache(maxsize=1)
def regions() -> Layout:
    """Return the 13 regions in kilometres (see `charts.geometry`)."""
    return lay_out(json.loads(_SOURCE.read_text(encoding="utf-8")))
