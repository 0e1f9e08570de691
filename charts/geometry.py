"""Outlines ready to draw: Lambert-93 kilometres, anchors of the labels, hatching of what is missing.

Lambert-93 (EPSG:2154) is the projection France is usually seen in; Web Mercator would swell the north.
Nothing here measures an area: the outlines are simplified and within 1.6 % of the official figures only.
"""

from dataclasses import dataclass
from functools import cached_property
from math import floor
from typing import Any

import geopandas as gpd
from shapely.geometry import LineString, MultiLineString, Point, mapping, shape
from shapely.geometry.base import BaseGeometry

from charts.served import Served, feature

_METRES_IN_A_KM = 1000
_HATCH_STEP_KM, _HATCH_KEPT = 14.0, 3
_COARSE_KM = 10.0
# A place that is less wide has its words beside it, so far from it.
_NARROW_KM, _BESIDE_KM = 100.0, 14.0


@dataclass(frozen=True)
class Layout:
    """Shapes by region code, in kilometres from the centre of the drawing, x to the right and y downwards."""

    outlines: dict[str, dict[str, Any]]
    # The same to 10 km, for what the mouse meets and nobody sees.
    targets: dict[str, dict[str, Any]]
    anchors: dict[str, tuple[float, float]]
    hatches: dict[str, list[list[tuple[float, float]]]]
    width: float
    height: float

    @cached_property
    def aside(self) -> dict[str, tuple[float, float]]:
        """Return where words end beside the places that are too narrow to hold them (Corsica), by code."""
        bounds = {code: shape(outline).bounds for code, outline in self.outlines.items()}
        return {
            code: (round(left - _BESIDE_KM, 1), self.anchors[code][1])
            for code, (left, _, right, _) in bounds.items()
            if right - left < _NARROW_KM
        }

    @cached_property
    def served(self) -> Served:
        """Return the shapes of each place and its hatching (`sparse`: for small maps).

        `x`, `y`: where its words are, `aside`: beside it.
        """
        return Served(
            [
                {
                    "code": code,
                    "outline": feature(outline),
                    "target": feature(self.targets[code]),
                    "hatch": feature({"type": "MultiLineString", "coordinates": self.hatches[code]}),
                    "sparse": feature({"type": "MultiLineString", "coordinates": self._sparse(code)}),
                    "aside": code in self.aside,
                    **dict(zip("xy", self.aside.get(code, self.anchors[code]), strict=True)),
                }
                for code, outline in self.outlines.items()
            ]
        )

    def _sparse(self, code: str) -> list[list[tuple[float, float]]]:
        """Keep one line in three: 14 km apart, they would run into one another on a small map."""
        lines = self.hatches[code]
        return [line for line in lines if floor(sum(line[0]) / _HATCH_STEP_KM) % _HATCH_KEPT == 0] or lines


def lay_out(collection: dict[str, Any]) -> Layout:
    """Project a GeoJSON collection whose features carry the property `code`; done once, then kept."""
    frame = gpd.GeoDataFrame.from_features(collection["features"], crs="EPSG:4326").to_crs("EPSG:2154")
    left, bottom, right, top = frame.total_bounds / _METRES_IN_A_KM
    middle = ((left + right) / 2, (bottom + top) / 2)
    scale = 1 / _METRES_IN_A_KM
    flat = frame.geometry.affine_transform([scale, 0, 0, -scale, -middle[0], middle[1]])
    # The centre of the largest circle that fits: unlike a centroid, it stays well inside Brittany or Corsica.
    anchors = flat.maximum_inscribed_circle(tolerance=2).apply(lambda radius: Point(radius.coords[0]))
    coarse = flat.simplify_coverage(_COARSE_KM)
    codes = [str(code) for code in frame["code"]]
    return Layout(
        outlines={code: _rounded(shape) for code, shape in zip(codes, flat, strict=True)},
        targets={code: _rounded(shape) for code, shape in zip(codes, coarse, strict=True)},
        anchors={code: (round(p.x, 1), round(p.y, 1)) for code, p in zip(codes, anchors, strict=True)},
        hatches={code: _hatching(shape) for code, shape in zip(codes, flat, strict=True)},
        width=float(right - left),
        height=float(top - bottom),
    )


def _rounded(shape: BaseGeometry) -> dict[str, Any]:
    """Write a shape as GeoJSON: to 100 m, a quarter of a pixel at most on a full screen."""
    polygons = getattr(shape, "geoms", [shape])
    return {
        "type": "MultiPolygon",
        "coordinates": [
            [
                [(round(x, 1), round(y, 1)) for x, y in ring.coords]
                for ring in (part.exterior, *part.interiors)
            ]
            for part in polygons
        ],
    }


def _hatching(shape: BaseGeometry) -> list[list[tuple[float, float]]]:
    """Cut oblique lines along a shape."""
    left, top, right, bottom = shape.bounds
    reach = bottom - top
    count = int((right - left + reach) / _HATCH_STEP_KM) + 1
    starts = [left - reach + step * _HATCH_STEP_KM for step in range(count)]
    lines = MultiLineString([LineString([(x, bottom), (x + reach, top)]) for x in starts])
    cut = mapping(shape.intersection(lines))
    parts = cut["coordinates"] if cut["type"] == "MultiLineString" else [cut["coordinates"]]
    return [[(round(x, 1), round(y, 1)) for x, y in part] for part in parts if len(part) > 1]
