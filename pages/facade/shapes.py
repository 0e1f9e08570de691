"""The outlines, projected once for the whole process."""

import json

from charts import geometry
from charts.departments import Departments
from charts.departments import departments as outlines_of
from pages.facade.current import ROOT
from pages.facade.edition import per_process

# Two pixels of a projector, and half of the points: Streamlit reads them four times at every rerun.
_DETAIL_KM = 2


@per_process(max_entries=1)
def regions() -> geometry.Layout:
    """Return the thirteen regions, ready to draw."""
    source = ROOT / "data" / "geometry" / "regions.geojson"
    return geometry.lay_out(json.loads(source.read_text(encoding="utf-8")), _DETAIL_KM)


@per_process(max_entries=1)
def departments() -> Departments:
    """Return the 96 metropolitan departments, ready to draw."""
    source = ROOT / "data" / "geometry" / "departements.geojson"
    collection = json.loads(source.read_text(encoding="utf-8"))
    return outlines_of(
        geometry.lay_out(collection), [_named(item["properties"]) for item in collection["features"]]
    )


def _named(properties: dict[str, str]) -> dict[str, str]:
    """Write the name of a department with the apostrophe of French typography: « Côte-d’Or »."""
    return properties | {"nom": properties["nom"].replace("'", "’")}
