"""The figure of an axis or of the whole: map, legend and dots of thirteen ranks with their intervals."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts import bands
from charts import map as regions
from charts.bands import Band
from charts.drawing import Drawing
from charts.geometry import Layout
from charts.legend import strip
from charts.look import Look
from charts.overview import Figure
from charts.palette import Page
from charts.rank_dots import rank_dots
from charts.text import MAP, alternative
from charts.together import figured
from wording import numbers
from wording.source_notes import NOT_PUBLISHED


def figure(layout: Layout, frame: pd.DataFrame, title: str, table_of: pd.DataFrame, look: Look) -> Figure:
    """Draw the ranks of thirteen regions and their intervals, in the order they come.

    Needs `region_code, name, short_name, rank, low, high, missing, words`; `table_of`: the same in words.
    """
    scale = scale_of(frame, look.page)
    rows = _rows(frame, scale, look.page)
    said = rows.assign(text=rows["words"])
    here = said[said["region_code"] == look.region]
    among = f" sur {numbers.counted(int(frame['rank'].notna().sum()), 'région', 'régions')}"
    # After an interval, a comma: « 2ᵉ, entre 1ʳᵉ et 3ᵉ, sur 13 régions ».
    end = here["words"].str.contains(",").map({True: ",", False: ""}) + among
    return Figure(
        map=Drawing(regions.choropleth(layout, rows, look), MAP),
        legend=legend(scale, look, missing=bool(rows["missing"].any())),
        bars=Drawing(dots(frame, look), alternative(title, "Rang et intervalle", said)),
        table=table_of,
        table_alt="Tableau des mêmes rangs, une ligne par région.",
        chosen="".join(here["words"] + end.where(~here["missing"], "")),
    )


def still(layout: Layout, frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the same map, legend and dots as one, for a picture."""
    scale = scale_of(frame, look.page)
    rows = _rows(frame, scale, look.page)
    chart = regions.still(layout, rows, look)
    colours = legend(scale, look, missing=bool(rows["missing"].any()))
    return figured(chart, colours.specification, dots(frame, look.beside()), look)


def dots(frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the ranks alone (see `charts.rank_dots`), with room for words under each name on a phone."""
    rows = frame.assign(code=frame["region_code"], name=frame["short_name"], text=frame["words"])
    return rank_dots(rows, look, chosen=[look.region] * bool(look.region))


def scale_of(frame: pd.DataFrame, page: Page) -> list[Band]:
    """Return the classes of ranks among the regions (`rank`); the first stands out most."""
    return bands.ranks(frame["rank"].astype("float64"), _rank, page)


def legend(scale: Sequence[Band], look: Look, *, missing: bool) -> Drawing:
    """Draw the legend of ranks among the regions."""
    spec = strip(
        scale,
        ends=("moins fragile", "plus fragile"),
        missing=NOT_PUBLISHED * missing,
        look=look,
    )
    classes = [band.label for band in scale] + [NOT_PUBLISHED] * missing
    return Drawing(spec, f"Légende des couleurs, du moins au plus fragile\u202f: {', '.join(classes)}.")


def _rows(frame: pd.DataFrame, scale: Sequence[Band], page: Page) -> pd.DataFrame:
    """Add to the ranks what a map writes and colours."""
    return frame.assign(
        text=[NOT_PUBLISHED if pd.isna(rank) else _rank(rank) for rank in frame["rank"]],
        label=frame["name"] + "\u202f: " + frame["words"],
        colour=[bands.colour_of(rank, scale, page) for rank in frame["rank"].astype("float64")],
    )


def _rank(rank: float) -> str:
    return numbers.ordinal(int(rank), feminine=True)
