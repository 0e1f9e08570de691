"""Small maps of the regions, side by side on one scale: only the data changes from one to the next."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.geometry import Layout
from charts.inline import written
from charts.lines import Lines, even
from charts.look import Look
from charts.palette import Page
from charts.screen_look import Projected
from wording import lettering

_GAP = 12
# The height of a title on two lines and of the legend, in letters.
_WORDS = 7.5
# Sixteen maps on two lines of a screen, four lines of a small window, eight of a phone.
_COLUMNS = ((1000, 8), (600, 4), (0, 2))
_SENT = ["panel", "region_code", "label", "colour"]


def small_maps(
    layout: Layout, rows: pd.DataFrame, *, chosen: Sequence[str], width: int, look: Look
) -> dict[str, Any]:
    """Draw one map a `panel`, in the order the panels come, `width` pixels in all.

    Needs `panel, region_code, label, colour, missing`; `panel` is the title of its map (it may have several
    lines), `label` the tooltip. Colours are given: the panels share one scale, whose legend is the caller's.
    The `chosen` regions are outlined; a missing figure is grey and hatched.
    Returns a Vega-Lite specification of a fixed width.
    """
    page, columns = look.page, look.columns(next(count for least, count in _COLUMNS if width >= least))
    side = (width - _GAP * (columns - 1)) // columns
    size = round(look.lesser(13 if side < 200 else 15))
    drawn = rows.assign(
        panel=[_wrapped(str(panel), side, size) for panel in rows["panel"]],
        chosen=rows["region_code"].isin(chosen),
    )
    if isinstance(look, Projected):
        # Cut in lines of one height: every title has as many.
        most = max(panel.count("\n") for panel in drawn["panel"])
        drawn = drawn.assign(panel=["\n" * (most - one.count("\n")) + one for one in drawn["panel"]])
    titles = list(dict.fromkeys(drawn["panel"]))
    # On a screen, under two lines of words and over the legend.
    scale = min((side - 4) / layout.width, (look.free(_WORDS) - 4) / layout.height)
    high = round(layout.height * scale) + 4
    hatched, outlined = bool(drawn["missing"].any()), bool(len(chosen))
    sent = [*_SENT, *["missing"] * hatched, *["chosen"] * outlined]
    chart = alt.layer(*_layers(hatched, outlined)).properties(width=side, height=high)
    chart = chart.project(type="identity", scale=round(scale, 4), translate=[side / 2, high / 2])
    facets = chart.facet(_facet(titles, size, page), data=drawn[sent], columns=columns, spacing=_GAP)
    # Looked up before the rows are dealt to the panels: Vega-Lite does not find what is looked up inside.
    shapes = alt.LookupData(alt.UrlData(layout.served.address), "code", ["target", "sparse"])
    facets = facets.transform_lookup("region_code", shapes)
    # Alone in a column that has no rows of its own: Streamlit turns those of a whole chart into Arrow again
    # at every rerun.
    spec = written(alt.vconcat(facets))
    spec["vconcat"][0]["data"] = spec.pop("data")
    lines = -(-len(titles) // columns)
    return look.cut(spec, Lines(even(lines, 1), what=("ligne de cartes", "lignes de cartes")))


def _facet(titles: list[str], size: int, page: Page) -> alt.Facet:
    header = alt.Header(
        title=None, labelExpr="split(datum.value, '\\n')", labelFontSize=size, labelFontWeight=600,
        labelLineHeight=size + 3, labelColor=page.ink, labelLimit=0, labelPadding=4,
    )  # fmt: skip
    return alt.Facet("panel:N", sort=titles, title=None, header=header)


def _layers(hatched: bool, outlined: bool) -> list[alt.Chart]:  # noqa: FBT001
    """Lay the colours, then the lines over what is missing, then the outline of what is chosen."""
    fills = alt.Chart().mark_geoshape(stroke=palette.OUTLINE, strokeWidth=0.6)
    layers = [
        fills.encode(
            shape=alt.Shape("target:G"),
            color=alt.Color("colour:N", scale=None),
            tooltip=[alt.Tooltip("label:N", title="Région")],
            description=alt.Description("label:N"),
        )
    ]
    if hatched:
        lines = alt.Chart().transform_filter("datum.missing")
        lines = lines.mark_geoshape(filled=False, stroke=palette.HATCH, strokeWidth=0.8, aria=False)
        layers.append(lines.encode(shape=alt.Shape("sparse:G")))
    if outlined:
        lines = alt.Chart().transform_filter("datum.chosen")
        lines = lines.mark_geoshape(
            filled=False, stroke=palette.CHOSEN, strokeWidth=2, strokeJoin="round", aria=False
        )
        layers.append(lines.encode(shape=alt.Shape("target:G")))
    return layers


def _wrapped(panel: str, side: int, size: int) -> str:
    """Break a title between words where it would leave its panel."""
    return "\n".join(
        part for line in panel.split("\n") for part in lettering.lines(line, side, size, bold=True)
    )
