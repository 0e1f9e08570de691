"""The map of the cover, made of shapes that can be coloured by hand."""

from __future__ import annotations

from functools import cached_property

from pptx.shapes.freeform import FreeformBuilder
from pptx.util import Inches, Length, Pt

from charts import palette
from exports.outlines import regions
from exports.slides import theme
from exports.slides.slide import flat
from exports.slides.theme import Part, Slide

# Islets that nobody sees from a room weigh on the file; kilometres across.
_SMALLEST = 12.0


def region_map(slide: Slide, box: theme.Box, region: str, alternative: str) -> None:
    """Draw the regions as one group, `region` (INSEE code) in colour; `alternative` says it in words."""
    layout = regions()
    scale = min(box.width / layout.width, box.height / layout.height)
    group = slide.shapes.add_group_shape()
    for code, outline in layout.outlines.items():
        for part in outline["coordinates"]:
            if _extent(part[0]) >= _SMALLEST:
                _piece(group, part[0], (box, scale), chosen=code == region)
    group.name = "Carte"
    group._element.nvGrpSpPr.cNvPr.set("descr", alternative)  # noqa: SLF001 - no public way


def _piece(
    group: Part,
    ring: list[tuple[float, float]],
    placed: tuple[theme.Box, float],
    *,
    chosen: bool,
) -> None:
    """Draw one closed outline, kilometres from the middle of the box."""
    box, scale = placed
    middle = (box.left + box.width / 2, box.top + box.height / 2)
    points = [(Inches(middle[0] + x * scale), Inches(middle[1] + y * scale)) for x, y in ring]
    builder = _Outline.new(group.shapes, *points[0], 1.0, 1.0)
    builder.add_line_segments(points[1:], close=True)
    shape = builder.convert_to_shape()
    shape.fill.solid()
    shape.fill.fore_color.rgb = theme.colour(palette.LIGHT.here if chosen else palette.LIGHT.ground)
    shape.line.color.rgb = theme.colour(theme.PAPER)
    shape.line.width = Pt(1)
    flat(shape)


class _Outline(FreeformBuilder):
    """The library's builder asks where the shape starts once a point, going through all of them each time."""

    @cached_property
    def shape_offset_x(self) -> Length:
        """Return the left of the shape."""
        return super().shape_offset_x

    @cached_property
    def shape_offset_y(self) -> Length:
        """Return the top of the shape."""
        return super().shape_offset_y


def _extent(ring: list[tuple[float, float]]) -> float:
    across = [x for x, _ in ring]
    return max(across) - min(across)
