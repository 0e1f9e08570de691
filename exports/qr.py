"""The square code that leads a telephone from paper back to the view: the one place that knows segno."""

from __future__ import annotations

import io

import segno

from charts import palette
from exports.address import scanned

# Blank modules around the code, as the standard asks (ISO/IEC 18004).
_BORDER = 4
# Pixels a module.
_SCALE = 10
_INK, _PAPER = palette.LIGHT.ink, palette.LIGHT.background


def qr_svg(link: str) -> str:
    """Return the code of an absolute address as an SVG picture; the same address, the same text."""
    return segno.make_qr(link, error="m").svg_inline(border=_BORDER, dark=_INK, light=_PAPER, omitsize=True)


def square_code(link: str) -> dict[str, bytes]:
    """Return the picture of a page by its name: none of one that telephones do not reach, or of `""`."""
    return {"qr": qr_svg(link).encode("utf-8")} if scanned(link) else {}


def qr_png(link: str) -> bytes:
    """Return the same as a PNG picture (slides take no SVG)."""
    made = io.BytesIO()
    segno.make_qr(link, error="m").save(
        made, kind="png", border=_BORDER, scale=_SCALE, dark=_INK, light=_PAPER
    )
    return made.getvalue()
