"""The four corners: each named, each point on its side, what is only bounded without a point."""

from typing import Any

import pandas as pd
import pytest

from charts import palette
from charts.look import Look
from charts.quadrant import quadrant
from charts.screen_look import Projected
from tests.schema import check
from wording.lettering import breadth

CORNERS = {
    "reconnue": "Fragilité reconnue : 1",
    "angle_mort": "Angle mort : 1",
    "inquietude": "Inquiétude : 1",
    "point_d_appui": "Point d’appui : 1",
}
ROWS = pd.DataFrame(
    [
        ("Emploi", "reconnue", 1, 1, 1.0),
        ("Santé", "angle_mort", 15, 15, 2.0),
        ("Culture", "inquietude", 2, 3, 15.0),
        ("Mobilité", "point_d_appui", 16, 16, 16.0),
        ("Éducation", "", 3, 16, 4.0),
    ],
    columns=["name", "quadrant", "felt_low", "felt_high", "measured"],
).assign(
    label=lambda rows: rows["name"],
    named=[True, False, True, True, False],
    count=1,
    strong=False,
)


def drawn(rows: pd.DataFrame = ROWS, **changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "corners": CORNERS,
        "spans": (16, 16),
        "page": palette.LIGHT,
        "narrow": False,
    } | changes
    look = Look("", (340 if given.pop("narrow") else 900, 440), given.pop("page"))
    return quadrant(rows, look, **given)


def points(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    values = next(layer["data"]["values"] for layer in spec["layer"] if layer["mark"]["type"] == "point")
    return {row["label"]: row for row in values}


@pytest.mark.parametrize("page", [palette.LIGHT, palette.DARK])
@pytest.mark.parametrize("narrow", [True, False])
def test_the_specification_is_valid_and_names_four_corners(page: palette.Page, narrow: bool) -> None:
    spec = drawn(page=page, narrow=narrow)
    check(spec)
    named = [row["name"].replace("\n", " ") for row in spec["layer"][0]["data"]["values"]]
    assert sorted(named) == sorted(CORNERS.values())
    # More fragile upwards, felt more strongly to the right.
    scales = [layer["encoding"]["x"].get("scale", {}).get("domain") for layer in spec["layer"]]
    assert all(scale[0] > scale[1] for scale in scales if scale)


def test_corners_have_shapes_of_their_own() -> None:
    shapes = [row["shape"] for row in points(drawn()).values()]
    assert len(set(shapes)) == len(shapes)


def written(spec: dict[str, Any]) -> dict[str, tuple[float, str]]:
    """Return each name with the felt rank it stands at and its alignment."""
    return {
        row["name"]: (row["felt"], layer["mark"]["align"])
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text"
        for row in layer["data"]["values"]
        if "felt" in row
    }


def test_names_stand_towards_the_middle_and_a_bounded_rank_has_no_point() -> None:
    found = points(drawn())
    sides = {name: align for name, (_, align) in written(drawn()).items()}
    assert sides == {
        "Emploi": "right",
        "Santé": "left",
        "Culture": "right",
        "Mobilité": "left",
        "Éducation": "center",
    }
    assert found["Éducation"]["area"] == 0
    assert found["Culture"]["area"] > 0


@pytest.mark.parametrize("width", [330, 900])
def test_no_name_crosses_into_the_corner_beside_its_own(width: int) -> None:
    names = ["Environnement", "Transition énergétique", "Mal-logement", "Diversité et handicap", "Mobilité"]
    near = ROWS.assign(
        name=names, quadrant="reconnue", felt_low=[9, 10, 8, 14, 3], felt_high=[9, 10, 8, 14, 3]
    )
    look = Look("", (width, 440), palette.LIGHT)
    spec = quadrant(near, look, corners=CORNERS, spans=(16, 16))
    half = (look.room - 5.2 * look.small) / 2
    said = written(spec)
    assert {name.replace("\n", " ") for name in said} == set(names)
    for name, (rank, align) in said.items():
        inwards = half * abs(rank - 8.5) / 8.2
        towards_the_middle = (align == "right") == (rank < 8.5)
        wide = max(breadth(line, look.small) for line in name.split("\n"))
        assert wide < (inwards if towards_the_middle else half - inwards), name
    assert said["Environnement"][1] == "right"


@pytest.mark.parametrize("narrow", [True, False])
def test_the_names_of_the_lower_corners_stand_on_the_bottom_with_all_their_lines(narrow: bool) -> None:
    long = {code: f"{name} établie sur beaucoup de places" for code, name in CORNERS.items()}
    edges = [
        (layer["mark"], layer["data"]["values"][0])
        for layer in drawn(corners=long, narrow=narrow)["layer"]
        if layer["mark"].get("fontWeight") == 700
    ]
    assert len(edges) == 4
    for mark, row in edges:
        more = row["name"].count("\n") * mark["lineHeight"]
        last = mark["dy"] + more
        assert mark["dy"] > 0 if mark["baseline"] == "top" else last < 0


def test_only_what_is_between_two_ends_has_a_line() -> None:
    def lines(rows: pd.DataFrame) -> list[int]:
        layers = [layer for layer in drawn(rows)["layer"] if layer["mark"]["type"] == "rule"]
        return [len(layer["data"]["values"]) for layer in layers]

    assert lines(ROWS) == [2]
    assert lines(ROWS[:2]) == []


def test_the_chosen_region_is_ringed_and_the_others_keep_the_colour_of_their_corner() -> None:
    rows = ROWS.assign(strong=ROWS["name"] == "Santé")
    found = points(drawn(rows))
    assert found["Santé"]["line"] == palette.CHOSEN
    assert found["Emploi"]["line"] == found["Emploi"]["fill"]
    assert found["Emploi"]["fill"] == points(drawn())["Emploi"]["fill"]


def test_a_place_without_a_verdict_is_hollow_and_a_full_sign_is_as_large() -> None:
    found = points(drawn())
    assert found["Santé"]["fill"] == palette.LIGHT.background != found["Santé"]["line"]
    assert found["Emploi"]["fill"] == found["Emploi"]["line"] != palette.LIGHT.background


def test_where_several_meet_the_sign_is_larger() -> None:
    found = points(drawn(ROWS.assign(count=[3, 1, 1, 1, 1])))
    assert found["Emploi"]["area"] > found["Santé"]["area"]


def test_on_the_screen_of_a_room_no_name_covers_another_and_the_chosen_one_stays() -> None:
    near = pd.concat([ROWS[:1]] * 3).assign(
        name=["Emploi", "Pauvreté", "Sécurité"], measured=[4.0, 4.5, 12.0], strong=[False, True, False]
    )
    projected = Projected("", (300, 400), palette.DARK, 26, 1200)
    spec = quadrant(near, projected, corners=CORNERS, spans=(16, 16))
    assert sorted(written(spec)) == ["Pauvreté", "Sécurité"]
