"""The outlines, projected once for the whole process."""

import json
from typing import Any

from charts import geometry
from charts.departments import Departments
from charts.departments import departments as outlines_of
from charts.served import Served, held
from pages.facade.current import ROOT
from pages.facade.edition import per_process
from pages.zipped import FOR_EVER, Zipped


@per_process(max_entries=1)
def regions() -> geometry.Layout:
    """Return the thirteen regions, ready to draw."""
    source = ROOT / "data" / "geometry" / "regions.geojson"
    return geometry.lay_out(json.loads(source.read_text(encoding="utf-8")))


@per_process(max_entries=1)
def departments() -> Departments:
    """Return the 96 metropolitan departments, ready to draw."""
    source = ROOT / "data" / "geometry" / "departements.geojson"
    collection = json.loads(source.read_text(encoding="utf-8"))
    return outlines_of(
        geometry.lay_out(collection), [_named(item["properties"]) for item in collection["features"]]
    )


@per_process(max_entries=1)
def served() -> dict[str, Served]:
    """Return all the shapes that drawings name, by their address."""
    places = departments()
    return {shapes.address: shapes for shapes in (regions().served, places.shapes, places.borders)}


@per_process(max_entries=1)
def answers() -> dict[str, Zipped]:
    """Return what a browser is answered under each of these addresses."""
    return {
        address: Zipped(shapes.body, "application/json", kept=FOR_EVER)
        for address, shapes in served().items()
    }


def whole(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a drawing with the shapes it names, for a picture: it asks nothing of a server."""
    found: dict[str, Any] = held(spec, served())
    return found


def _named(properties: dict[str, str]) -> dict[str, str]:
    """Write the name of a department with the apostrophe of French typography: « Côte-d’Or »."""
    return properties | {"nom": properties["nom"].replace("'", "’")}
