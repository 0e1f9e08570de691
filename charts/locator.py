"""Where a region is: the thirteen on a plain map, the chosen one told apart, no figure."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.geometry import Layout
from charts.look import Look
from charts.map import choropleth


def locator(layout: Layout, names: Mapping[str, str], look: Look) -> dict[str, Any]:
    """Draw the regions by their `names` (by code), in their tooltips; a click selects one, as on any map.

    Returns a Vega-Lite specification.
    """
    rows = pd.DataFrame({"region_code": list(names), "label": list(names.values())})
    colours = [look.page.here if code == look.region else look.page.ground for code in names]
    return choropleth(layout, rows.assign(text="", colour=colours, missing=False), look)
