"""Several finished drawings as one, for a picture: a figure with its legend, a map beside its bars."""

from typing import Any

from charts.look import Look
from charts.screen_look import Projected


def above(*drawings: dict[str, Any]) -> dict[str, Any]:
    """Put drawings under one another, the first on top (see `exports.picture` for how widths are shared)."""
    return {"vconcat": list(drawings)}


def beside(*drawings: dict[str, Any]) -> dict[str, Any]:
    """Put drawings side by side, from the left."""
    return {"hconcat": list(drawings)}


def figured(
    places: dict[str, Any], legend: dict[str, Any], bars: dict[str, Any], look: Look
) -> dict[str, Any]:
    """Put a map beside its bars, its legend under it; on a screen, under both, as its letters are large."""
    if isinstance(look, Projected):
        return above(beside(places, bars), legend)
    return beside(above(places, legend), bars)
