"""The structure of the index as a table, and each fault of such a table named by its row."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from indicators.leave_one_out import leave_one_out
from indicators.method import Method, Weighting
from indicators.tree import Node, StructureError, check, nodes
from loaders.store import Store
from tests import boring, made
from tests.indicators.axes import on_axes


def node(code: str, parent: str, level: str, **changes: Any) -> Node:
    return replace(Node(code, parent, level, None, 1.0, 0, "", None), **changes)


def indicator(code: str, parent: str, row: int, **changes: Any) -> Node:
    made_of = {"direction": 1, "published": 13, "sheet": "Données territoriales", "row_number": row}
    return node(code, parent, "indicateur", **{**made_of, **changes})


TOP = node("ensemble", "", "ensemble")
AXIS = node("axe_social", "ensemble", "axe")
DOMAIN = node("sante", "axe_social", "domaine")
ROWS = [TOP, AXIS, DOMAIN, indicator("a", "sante", 28), indicator("b", "sante", 29, direction=-1)]


def test_a_sound_structure_passes() -> None:
    check(ROWS)
    check([*ROWS, indicator("waiting", "sante", 30, direction=None, weight=None, published=0)])
    check([*ROWS, indicator("sante", "sante", 30)])  # an indicator may bear the code of its domain


FAULTS: list[tuple[list[Node], list[str]]] = [
    (
        [*ROWS, node("x", "sante", "sous-domaine")],
        ["x", "sous-domaine", "ensemble, axe, domaine ou indicateur"],
    ),
    ([*ROWS, indicator("a", "sante", 31)], ["a", "ligne 28", "2 fois"]),
    ([*ROWS, indicator("c", "nulle_part", 30)], ["c", "ligne 30", "nulle_part", "un domaine"]),
    ([*ROWS, node("d", "nulle_part", "domaine")], ["d", "nulle_part", "un axe"]),
    ([*ROWS, node("e", "e", "axe")], ["e", "dépend de lui-même", "e → e"]),
    (
        [TOP, node("one", "two", "axe"), node("two", "one", "domaine"), indicator("a", "two", 28)],
        ["one", "two", "dépend de lui-même"],
    ),
    ([*ROWS, indicator("c", "axe_social", 30)], ["c", "ligne 30", "« axe »", "« domaine »"]),
    ([*ROWS, indicator("c", "sante", 30, direction=None)], ["c", "ligne 30", "n’a pas de sens", "−1"]),
    ([*ROWS, indicator("c", "sante", 30, direction=0)], ["c", "ligne 30", "a pour sens 0"]),
    ([*ROWS, indicator("c", "sante", 30, direction=2, published=0)], ["c", "ligne 30", "a pour sens 2"]),
    ([*ROWS, indicator("c", "sante", 30, weight=-1.5)], ["c", "ligne 30", "−1,5"]),
    ([*ROWS, indicator("c", "sante", 30, weight=float("inf"))], ["c", "ligne 30", "inf"]),
    ([*ROWS, indicator("c", "sante", 30, weight=float("nan"))], ["c", "ligne 30", "nan"]),
    (
        [
            TOP,
            AXIS,
            DOMAIN,
            indicator("a", "sante", 28, weight=0.0),
            indicator("b", "sante", 29, weight=None),
        ],
        ["b", "ligne 29", "sante", "0 en tout"],
    ),
    ([TOP, replace(AXIS, weight=0.0), DOMAIN, ROWS[3]], ["axe_social", "ensemble", "0 en tout"]),
]


@pytest.mark.parametrize(("rows", "words"), FAULTS, ids=[words[-1] for _, words in FAULTS])
def test_a_fault_names_its_row(rows: list[Node], words: list[str]) -> None:
    with pytest.raises(StructureError) as refused:
        check(rows)
    sentence = str(refused.value).replace("\u00a0", " ")
    assert [word for word in words if word not in sentence] == []
    assert sentence.endswith(".")


def test_the_published_structure_is_the_table_of_the_workbook(published: Store) -> None:
    frame: Any = nodes(published)
    assert frame["level"].value_counts().to_dict() == {
        "indicateur": 17,
        "domaine": 16,
        "axe": 4,
        "ensemble": 1,
    }
    leaves = frame[frame["level"] == "indicateur"]
    rows = boring.rows()
    assert leaves["parent"].tolist() == [row.domain for row in rows]
    assert leaves["weight"].tolist() == [row.weight for row in rows]
    assert leaves["direction"].astype(object).where(leaves["direction"].notna(), None).tolist() == [
        row.direction for row in rows
    ]
    assert leaves["published"].tolist() == [
        sum(code in row.numbers for code in boring.REGIONS) for row in rows
    ]
    assert leaves[leaves["source"] == ""]["label"].tolist() == [
        "Evolution du nombre d'entreprises 1 & +",
        "Handicap",
    ]
    assert frame[frame["level"] == "axe"]["weight"].tolist() == [3 / 16, 5 / 16, 6 / 16, 2 / 16]


def test_weights_are_those_of_the_method(published: Store) -> None:
    frame: Any = nodes(published, Method(weighting=Weighting.READER, domain_weights=(("sante", 2),)))
    weights = frame.set_index(["level", "code"])["weight"]
    assert weights["domaine", "sante"] == weights["axe", "axe_societal"] == 1
    assert weights["domaine", "emploi"] == weights["axe", "axe_economique"] == 0


def test_values_without_a_direction_are_refused_with_their_row() -> None:
    store = Store.in_memory(
        made.edition({"a": {"11": 1, "24": 2}}, [made.indicator("a", "sante", 28, direction=None)])
    )
    with pytest.raises(StructureError, match="ligne 28"):
        nodes(store)


def test_the_published_elements_taken_out_one_by_one(published: Store) -> None:
    frame: Any = leave_one_out(published)
    assert frame["level"].value_counts().to_dict() == {"indicateur": 17, "domaine": 16, "axe": 4}
    assert frame["mean_change"].is_monotonic_decreasing
    assert set(frame["compared"]) == {13}
    by_code = frame.set_index("code")["mean_change"]
    assert by_code["handicap"] == 0, "an empty row decides nothing"
    assert by_code["Freco.1"] == by_code["emploi"], "a domain with one indicator is that indicator"


def test_an_axis_taken_out_by_hand() -> None:
    """Ranked 11, 27, 24; by `un` alone 27, 24, 11, so 2 + 1 + 1 places; by `deux` alone 11, 24, 27."""
    columns: dict[str, dict[str, object]] = {
        "x": {"11": 0, "24": 5, "27": 10},
        "z": {"11": 100, "24": 5, "27": 0},
        "zz": {"11": 100, "24": 5, "27": 0},
    }
    rows = [made.indicator(code, code, place) for place, code in enumerate(columns, 5)]
    store = Store.in_memory(on_axes(made.edition(columns, rows), {"x": "un", "z": "deux", "zz": "deux"}))
    frame: Any = leave_one_out(store).set_index(["level", "code"])
    assert frame.loc[("axe", "deux"), ["mean_change", "largest_change", "moved"]].tolist() == [4 / 3, 2, 3]
    assert frame.loc[("axe", "un"), ["mean_change", "moved", "unranked"]].tolist() == [2 / 3, 2, 0]


def test_what_is_alone_leaves_nobody_to_rank() -> None:
    store = Store.in_memory(made.edition({"a": {"11": 1, "24": 2}}, [made.indicator("a", "x", 5)]))
    frame: Any = leave_one_out(store)
    assert frame["mean_change"].isna().all()
    assert set(frame["unranked"]) == {2}
    assert set(frame["compared"]) == {0}
