"""The map of the cover: thirteen outlines, one of them stands out."""

from __future__ import annotations

from typing import Any

from charts import palette
from exports.outlines import regions

_MARGIN_KM = 8


def outline_svg(region: str) -> str:
    """Return the map of the regions as an SVG without any word, `region` (INSEE code) told apart."""
    layout = regions()
    # Drawn last, the line around the region covers the ones of its neighbours.
    codes = sorted(layout.outlines, key=lambda code: code == region)
    paths = "".join(_path(layout.outlines[code], chosen=code == region) for code in codes)
    width, height = layout.width + 2 * _MARGIN_KM, layout.height + 2 * _MARGIN_KM
    box = f"{-width / 2:.1f} {-height / 2:.1f} {width:.1f} {height:.1f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{paths}</svg>'


def _path(shape: dict[str, Any], *, chosen: bool) -> str:
    rings = (ring for part in shape["coordinates"] for ring in part)
    drawn = "".join("M" + "L".join(f"{x} {y}" for x, y in ring) + "Z" for ring in rings)
    page = palette.LIGHT
    look = f'fill="{page.here if chosen else page.ground}" stroke="{page.background}" stroke-width="4"'
    return f'<path d="{drawn}" {look} fill-rule="evenodd"/>'
