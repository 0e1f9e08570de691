"""The map of the departments to zoom: the numbers and colours of the other one, nothing asked of a server."""

import json
from typing import Any

from charts import palette
from charts.departments import Departments, departments_map
from charts.departments_zoom import departments_zoom
from charts.look import Look
from tests.charts.test_departments import LOOK, places, rows
from tests.charts.test_departments import drawn as fixed

__all__ = ["places"]

COUNTS = {"69": 6, "93": 1, "29": 2}


def drawn(places: Departments, look: Look = LOOK) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(departments_zoom(places, rows(COUNTS), look).to_json())
    return made | {"layers": {layer["id"]: layer for layer in made["layers"]}}


def test_it_shows_what_the_map_that_stands_still_shows(places: Departments) -> None:
    layers = drawn(places)["layers"]
    still = fixed(departments_map(places, rows(COUNTS), LOOK))
    shown = {item["label"]: palette.rgb(item["colour"]) for item in still}
    found = {
        item["properties"]["label"]: tuple(item["properties"]["fill"])
        for item in layers["departements"]["data"]
    }
    assert found == {label: tuple(colour) for label, colour in shown.items()}
    assert len(layers["departements"]["data"]) == 96
    assert sorted(word["text"] for word in layers["nombres"]["data"]) == ["1", "2", "6"]


def test_the_chosen_region_is_outlined(places: Departments) -> None:
    look = Look("84", LOOK.size, LOOK.page)
    lines = drawn(places, look)["layers"]["regions"]["data"]
    outlined = [line for line in lines if tuple(line["properties"]["line"]) == palette.rgb(palette.CHOSEN)]
    assert len(outlined) == 1
    assert len(lines) == 13


def test_nothing_is_asked_of_a_server_and_the_whole_country_is_the_farthest(places: Departments) -> None:
    deck = drawn(places)
    assert "http" not in json.dumps(deck)
    assert deck["mapStyle"] == "__MAP_STYLE__"
    state = deck["initialViewState"]
    assert state["minZoom"] == state["zoom"] < state["maxZoom"]
    scale = 2 ** state["zoom"]
    assert places.layout.width * scale <= LOOK.size[0]
    assert places.layout.height * scale <= LOOK.size[1]
