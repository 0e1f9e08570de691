"""Several finished drawings as one, for a picture: a figure with its legend, a map beside its bars."""

from typing import Any


def above(*drawings: dict[str, Any]) -> dict[str, Any]:
    """Put drawings under one another, the first on top (see `exports.picture` for how widths are shared)."""
    return {"vconcat": list(drawings)}


def beside(*drawings: dict[str, Any]) -> dict[str, Any]:
    """Put drawings side by side, from the left."""
    return {"hconcat": list(drawings)}
