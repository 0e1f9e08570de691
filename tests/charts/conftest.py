"""An invented figure: thirteen regions, one of them without a value, one at exactly zero."""

import json
from pathlib import Path

import pandas as pd
import pytest

from charts import bands, geometry, palette
from tests.schema import by_the_schema
from wording import numbers

__all__ = ["by_the_schema"]

GEOMETRY = Path(__file__).parents[2] / "data" / "geometry" / "regions.geojson"
CODES = ("11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94")
VALUES = (8.5, 7.1, 6.9, 8.2, 10.8, 8.4, 7.2, None, 7.9, 10.0, 7.3, 9.9, 0.0)


@pytest.fixture(scope="session")
def layout() -> geometry.Layout:
    return geometry.lay_out(json.loads(GEOMETRY.read_text(encoding="utf-8")))


@pytest.fixture
def frame() -> pd.DataFrame:
    table = pd.DataFrame({"region_code": CODES, "value": pd.array(VALUES, dtype="float64")})
    table["name"] = table["short_name"] = [f"Région {code}" for code in CODES]
    table["missing"] = table["value"].isna()
    table["text"] = ["non publié" if pd.isna(v) else numbers.percent(v, 1) for v in table["value"]]
    table["label"] = table["name"] + " : " + table["text"]
    scale = bands.fragility(table["value"], 1, numbers.number, palette.LIGHT)
    table["colour"] = [bands.colour_of(value, scale, palette.LIGHT) for value in table["value"]]
    return table
